import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';

/** База данных и сама программа. */
export const database = {
  'database-missing': (a, run) => ({
    message: `Базы данных qabyl «${a.target}» нет.`,
    fix: `Создайте её командой ${run.others('qabyl init')} или укажите другую ключом --db.`,
  }),
  'database-not-a-database': a => ({
    message: `«${a.target}» — не база данных.`,
    fix: 'Укажите другой файл ключом --db; этот файл не изменён.',
  }),
  'database-foreign': a => ({
    message: `База данных «${a.target}» принадлежит другой программе: в ней есть таблицы, но таблиц qabyl нет.`,
    fix: 'Укажите другой файл ключом --db; этот файл не изменён.',
  }),
  'database-newer': a => ({
    message: `База данных «${a.target}» (схема ${a.database}) новее программы (схема ${a.program}).`,
    fix: 'Установите более новую версию qabyl.',
  }),
  'database-older': (a, run) => ({
    message: `База данных «${a.target}» старше программы.`,
    fix: `Обновите её командой ${run.others('qabyl init')}. Копия файла сохранится рядом с ним; для базы на сервере сначала сделайте резервную копию прежней версией программы.`,
  }),
  'database-unreachable': a => ({
    message: `Нет связи с базой данных «${a.target}»: ${a.reason}.`,
    fix: 'Проверьте адрес, пароль и сеть, затем повторите команду.',
  }),
  'connection-lost': a => ({
    message: `Связь с базой данных «${a.target}» прервалась (${a.reason}); ничего не записано.`,
    fix: 'Проверьте сервер и сеть, затем повторите команду.',
  }),
  'commit-unresolved': (a, run) => ({
    message: `Связь с базой данных «${a.target}» прервалась во время сохранения изменения ${a.change} (${a.reason}), и сервер не отвечает, поэтому пока нельзя сказать, сохранено ли оно.`,
    fix: `Прежде чем повторять команду, проверьте, когда сервер ответит: ${run.own(`qabyl show ${a.change}`)} покажет вашу команду, если изменение сохранено; если такого изменения нет или оно чужое, ничего не записано.`,
  }),
  'database-read-only': a => ({
    message: `База данных «${a.target}» доступна только для чтения.`,
    fix: 'Попросите право записи или укажите другую базу ключом --db.',
  }),
  'database-locked': a => ({
    message:
      a.holder === null
        ? `В базу данных «${a.target}» сейчас пишет другая программа.`
        : `В базу данных «${a.target}» сейчас пишет ${a.holder}${a.command === null ? '' : `, команда ${a.command}`}${a.since === null ? '' : `, начиная с ${a.since}`}.`,
    fix: 'Повторите позже или ждите дольше: --wait 60s',
  }),
  'database-encoding': a => ({
    message: `В файле «${a.target}» тексты хранятся в ${a.encoding}, а qabyl хранит их в UTF-8.`,
    fix: 'Укажите ключом --db другой файл или такой, которого ещё нет, и выполните qabyl init.',
  }),
  'database-refused': a => ({
    message: `База данных «${a.target}» отклонила операцию: ${a.reason}.`,
    fix: 'Проверьте свои права на базу данных и свободное место на диске.',
  }),
  interrupted: (a, run) => ({
    message: a.written ? 'Прервано после записи изменения.' : 'Прервано: ничего не записано.',
    fix: a.written ? `Что записано: ${run.own('qabyl history')}` : null,
  }),
  fault: a => ({
    message: `Сбой программы: ${a.reason}.`,
    fix:
      a.details === null
        ? 'Сообщите о нём разработчикам и приложите введённую команду; подробности записать в файл не удалось.'
        : `Сообщите о нём разработчикам и приложите файл: ${a.details}`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
