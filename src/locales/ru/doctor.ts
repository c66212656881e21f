import type { DoctorWords } from '../doctor-words.ts';
import { lists, size as sizeOf, span } from '../doctor-words.ts';
import { grouped, ruCount, ruForm } from '../plural.ts';

const size = (bytes: number) => sizeOf(bytes, ['байт', 'кБ', 'МБ', 'ГБ', 'ТБ'], ',');
const time = (seconds: number) => span(seconds, ['сут.', 'ч', 'мин', 'с']);
const all = (names: readonly string[]) => names.join(', ');
const lines = (n: number) => `${grouped(n, ' ')} ${ruForm(n, 'строка', 'строки', 'строк')}`;
const settings = { db: 'база данных', as: 'кто действует', year: 'учебный год' };
const origins = {
  flag: 'из командной строки',
  variable: 'из переменной окружения',
  profile: 'из профиля',
  file: 'из файла настроек',
  default: 'по умолчанию',
};
const secured = {
  verified: 'по TLS, сертификат проверен',
  unverified: 'по TLS, но сертификат не проверен',
  open: 'без TLS',
};
const apart = (seconds: number) => `${seconds > 0 ? 'спешат' : 'отстают'} на ${time(seconds)}`;

export const doctor: DoctorWords = {
  settings,
  origins,
  well: (checks, warnings) =>
    warnings === 0
      ? `Всё в порядке: ${ruCount(checks, 'проверка', 'проверки', 'проверок')}.`
      : `Неисправностей нет: ${ruCount(checks, 'проверка', 'проверки', 'проверок')}, ${ruCount(warnings, 'предупреждение', 'предупреждения', 'предупреждений')}.`,
  ill: failing =>
    `${ruCount(failing, 'проверка не пройдена', 'проверки не пройдены', 'проверок не пройдено')}. Начните с первой.`,
  findings: {
    'program-at-work': a =>
      `Программа qabyl ${a.program} (схема ${a.schema}), Node ${a.node}, ${a.platform}.`,
    'settings-at-work': a => {
      const told = a.settings.map(one => `${settings[one.name]} ${one.value} (${origins[one.origin]})`);
      const profile = a.profile === null ? [] : [`профиль ${a.profile}`];
      const file = `файл настроек ${a.file}${a.found ? '' : ' (его нет)'}`;
      return `Действуют: ${[...told, ...profile, file].join('; ')}.`;
    },
    'file-opened': a => `Файл ${a.target} читается (${a.engine}).`,
    'server-answered': a => `Сервер (${a.engine}) ответил за ${a.milliseconds} мс, ${secured[a.secure]}.`,
    'server-overheard': a =>
      `Сервер (${a.engine}) ответил за ${a.milliseconds} мс, ${secured[a.secure]}: по пути данные могут прочитать другие. Уберите sslmode=${a.secure === 'open' ? 'disable' : 'no-verify'} из адреса сервера; свой центр сертификации указывает sslrootcert=/path/ca.pem.`,
    'file-private': a => `Файл ${a.file} доступен только владельцу (права ${a.bits}).`,
    'file-open-to-others': a =>
      `Файл ${a.path} с персональными данными могут открыть другие пользователи компьютера (права ${a.bits}).`,
    'folder-open-to-others': a =>
      `Файлы в папке ${a.path} могут подменить другие пользователи компьютера (права ${a.bits}).`,
    'file-read-only': a => `Файл ${a.file} можно читать, но нельзя записывать в него или рядом с ним.`,
    'file-intact': a => `Файл исправен: ${size(a.bytes)}, чтение и запись друг друга не задерживают.`,
    'file-damaged': a => `Файл повреждён: ${a.found}. Восстановите его из резервной копии.`,
    'file-too-large': a =>
      `Файл (${size(a.bytes)}) слишком велик, чтобы прочитать его здесь целиком; полностью его читает qabyl backup.`,
    'file-without-wal': a =>
      `Для файла ${a.file} журнал упреждающей записи выключен: чтение и запись задерживают друг друга.`,
    'disk-enough': a =>
      `Рядом с базой данных свободно ${size(a.free)}; обновление с резервной копией займёт до ${size(a.needed)}.`,
    'disk-short': a =>
      `Рядом с базой данных свободно только ${size(a.free)}, а обновление с резервной копией займёт до ${size(a.needed)}. Сначала освободите место.`,
    'disk-full': a =>
      `Диск заполнен: свободно ${size(a.free)}. Освободите место, прежде чем что-либо записывать.`,
    'schema-current': a => `Схема базы данных (${a.version}) соответствует программе.`,
    'schema-pending': a =>
      `База данных (схема ${a.version}) старее программы. При обновлении будет выполнено: ${all(a.pending)}.`,
    'schema-closed': a => `Логину ${a.login} закрыта схема ${a.schema}, в которой лежат таблицы.`,
    'lock-free': () => 'Сейчас в базу данных никто не пишет.',
    'lock-held': a =>
      `В базу данных пишет ${a.holder ?? 'другая программа'}${a.since === null ? '' : ` с ${a.since}`}${a.command === null ? '' : ` (${a.command})`}. Команда подождёт столько, сколько позволит --wait 60s.`,
    'clock-right': a =>
      a.seconds === null
        ? 'Последнее изменение сделано не в будущем.'
        : `Часы компьютера и сервера согласованы (расхождение ${time(a.seconds)}).`,
    'clock-off': a => `Часы этого компьютера ${apart(a.seconds)} относительно сервера: поправьте их.`,
    'clock-day-off': a =>
      `Часы этого компьютера ${apart(a.seconds)} относительно сервера, и он не примет ваших изменений: поправьте их.`,
    'last-change-ahead': a =>
      `Последнее изменение (№ ${a.change}) сделано в будущем, ${a.at}: какие-то часы шли или идут неверно. Проверьте часы этого компьютера до следующего изменения.`,
    'history-whole': a =>
      `Цепочка истории цела: ${lines(a.lines)}. Согласуются ли с ней данные, покажет qabyl verify-history.`,
    'history-end-whole': a =>
      `Конец истории (${lines(a.lines)}) — одна цепочка. Всю историю и данные проверяет qabyl verify-history.`,
    'history-empty': () => 'В истории ещё нет ни одной строки.',
    'owner-sees-all': a =>
      `Не проверено: логину ${a.login} видна только его часть истории. Проверить её может владелец таблиц.`,
    'login-owns': a =>
      `Логин ${a.login} владеет таблицами: ограничений для него нет, а кто действует, указывает --as.`,
    'login-tied': a => `Логин ${a.login} действует от имени сотрудника ${a.iin}, и прав ему хватает.`,
    'login-lacks': a => `Логину ${a.login} не хватает прав: ${all(a.lacks)}. Их может дать владелец таблиц.`,
    'logins-none': () => 'Ни один логин не привязан к сотруднику.',
    'logins-right': a => `Логинов, привязанных к сотрудникам: ${a.logins}; прав им хватает.`,
    'logins-lack': a => `Логинам сотрудников не хватает прав: ${all(a.logins)}.`,
    'logins-exceed': a =>
      `У логинов сотрудников есть лишние права: ${all(a.exceeds)}. Это логины: ${all(a.logins)}.`,
    'logins-above': a => `Логины без ограничений, привязанные к сотрудникам: ${all(a.logins)}.`,
    'logins-gone': a =>
      `Логины, которых на сервере больше нет, но которые привязаны к сотрудникам: ${all(a.logins)}.`,
    'logins-idle': a =>
      `Логины, под которыми нельзя войти, но которые привязаны к сотрудникам: ${all(a.logins)}.`,
    'rows-secured': a =>
      `Защита на уровне строк действует (${ruCount(a.tables, 'таблица', 'таблицы', 'таблиц')}).`,
    'rows-unsecured': a =>
      `Защита на уровне строк изменена. ${lists(['отключена для таблиц', a.tables], ['удалены политики', a.absent], ['изменены политики', a.altered], ['добавлены политики', a.foreign])}`,
    'guards-whole': a =>
      `Защита данных и истории на месте: ${ruCount(a.guards, 'триггер или функция', 'триггера и функции', 'триггеров и функций')}.`,
    'guards-broken': a =>
      `Защита данных и истории изменена. ${lists(['удалено', a.absent], ['отключено', a.disabled], ['переписано', a.altered])}`,
    'public-shut-out': a => `В схеме ${a.schema} для всех пользователей сервера ничего не открыто.`,
    'public-let-in': a =>
      `В схеме ${a.schema} для всех пользователей сервера открыто лишнее: ${[...(a.create ? ['создание таблиц и функций'] : []), ...a.tables].join(', ')}.`,
    'depends-on': a => `Не проверено: сначала ${a.check}.`,
    'could-not-run': a => `Не проверено: ${a.reason}.`,
  },
};
