import type { OperationProblems } from '../../../domain/operation-problems.ts';
import { shellWord } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';

const doubts = {
  issuer: 'его сертификат выдан центром, которого этот компьютер не знает',
  date: 'его сертификат истёк или ещё не вступил в силу',
  name: 'его сертификат выписан на другое имя',
  other: 'его сертификат проверить не удалось',
} as const;

const remedies = {
  issuer: 'Добавьте в адрес сертификат удостоверяющего центра: sslrootcert=/path/ca.pem',
  date: 'Проверьте часы этого компьютера или попросите владельца сервера обновить сертификат',
  name: 'Укажите в адресе то имя сервера, которое стоит в сертификате',
  other:
    'Узнайте у владельца сервера, какой сертификат верен, или добавьте его удостоверяющий центр: sslrootcert=/path/ca.pem',
} as const;

const ways =
  'в ~/.pgpass или в файл из переменной PGPASSFILE (chmod 600 ~/.pgpass; строка имеет вид HOST:PORT:NAME:USER:PASSWORD)';

/** Вход на сервер. */
export const login = {
  'tls-mode-unknown': a => ({
    message: `Значение «${a.value}» в адресе сервера программе неизвестно.`,
    fix: 'Напишите sslmode=verify-full, sslmode=verify-ca вместе с sslrootcert=/path/ca.pem или, если подслушать по пути некому, sslmode=disable.',
  }),
  'tls-file-unreadable': a => ({
    message: `Файл «${a.file}» (${a.option}) не подходит для TLS: ${a.reason}.`,
    fix: `Укажите верный файл в формате PEM: ${a.option}=/path/file.pem`,
  }),
  'tls-not-offered': a => ({
    message: `Сервер «${a.target}» не поддерживает TLS: по пути всё могли бы прочесть и подменить посторонние.`,
    fix: 'Попросите владельца сервера включить TLS. Если подслушать по пути некому, добавьте в адрес sslmode=disable.',
  }),
  'tls-not-verified': a => ({
    message: `Нельзя убедиться, что сервер «${a.target}» — действительно «${a.host}»: ${doubts[a.doubt]} (${a.reason}).`,
    fix: `${remedies[a.doubt]}. Если сеть заведомо безопасна, добавьте в адрес sslmode=disable: тогда всё передаётся открыто.`,
  }),
  'password-missing': a => ({
    message: `Сервер «${a.target}» спрашивает пароль, а он неизвестен (нет его и в файле «${a.file}»).`,
    fix: `Запишите пароль ${ways} или в адрес внутри профиля в файле настроек (chmod 600), либо выполните команду в терминале: программа спросит пароль.`,
  }),
  'password-file-open': a => ({
    message: `Пароль к «${a.target}» из файла «${a.file}» не взят: прочесть этот файл могут и другие пользователи.`,
    fix: `Закройте файл для других пользователей: chmod 600 ${shellWord(a.file)}`,
  }),
  'password-refused': a => ({
    message: `Сервер «${a.target}» не принял пользователя с таким паролем.`,
    fix: 'Проверьте имя пользователя в адресе и пароль: адрес и переменная PGPASSWORD важнее, чем ~/.pgpass.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
