import { encodingNames } from '../encoding-names.ts';
import { ruCount } from '../plural.ts';
import type { Counts, ReportWords } from '../report-words.ts';
import { backup } from './backup.ts';
import { progress } from './progress.ts';

export const reports: ReportWords = {
  progress,
  counts,
  applied: change => `Записано как изменение № ${change}.`,
  partlyApplied: (change, rejected) =>
    `Записано как изменение № ${change}, кроме ${ruCount(rejected, 'отклонённой записи', 'отклонённых записей', 'отклонённых записей')}.`,
  planned: 'Это план: ничего не записано.',
  plannedApprovals: reasons => `Чтобы выполнить план, подтвердите его ключом --yes: ${reasons}.`,
  mustApprove: reasons => `Требует подтверждения: ${reasons}.`,
  unchanged: 'Изменять нечего: всё уже так и есть.',
  unchangedRest: 'Ничего не записано: всё, что не отклонено, уже так и есть.',
  rejected: errors => `Ничего не записано: ${ruCount(errors, 'ошибка', 'ошибки', 'ошибок')}.`,
  nothingWritten: 'Ничего не записано.',
  declined: 'План не подтверждён: ничего не записано.',
  moreColumns: n => `… и ещё ${n}`,
  moreChanges: n =>
    `… и ещё ${ruCount(n, 'изменение', 'изменения', 'изменений')}; все покажет ключ --all-changes.`,
  moreProblems: n => `… и ещё ${ruCount(n, 'такой же случай', 'таких же случая', 'таких же случаев')}.`,
  samePlaces: n => ruCount(n, 'место', 'места', 'мест'),
  onlyCause: (rows, places) => {
    const only = `только по этой причине ${ruCount(rows, 'строка не принята', 'строки не приняты', 'строк не принято')}`;
    return rows === places
      ? `${only.charAt(0).toUpperCase()}${only.slice(1)}`
      : `${ruCount(places, 'место', 'места', 'мест')}, ${only}`;
  },
  byCause: 'По причинам:',
  returned: 'возвращение на работу',
  left: 'увольнение',
  housesMoved: 'Дома, которые переходят к другой школе:',
  housesDropped: 'Дома, которые открепляются и не переходят ни к какой школе:',
  housesShared: 'Дома, которые намеренно обслуживают несколько школ:',
  sharedWith: (school, others) => `${school} вместе с ${others.join(', ')}`,
  streetCount: n => ruCount(n, 'улица', 'улицы', 'улиц'),
  knownHouses: n => ruCount(n, 'известный дом', 'известных дома', 'известных домов'),
  moreStreets: n => `… и ещё ${ruCount(n, 'улица', 'улицы', 'улиц')}; все показывает --all-changes.`,
  orderLine: 'Строка',
  orderWritten: 'Написано',
  orderUnread: 'не прочитано',
  repaired: 'Исправлено при чтении:',
  repairs: {
    'zeros-restored': n => `восстановлены начальные нули в ${ruCount(n, 'ячейке', 'ячейках', 'ячейках')}`,
    'look-alikes-replaced': n =>
      `буквы другого алфавита заменены в ${ruCount(n, 'ячейке', 'ячейках', 'ячейках')}`,
    'blanks-removed': n => `лишние пробелы убраны в ${ruCount(n, 'ячейке', 'ячейках', 'ячейках')}`,
    'apostrophe-removed': n => `апостроф убран в ${ruCount(n, 'ячейке', 'ячейках', 'ячейках')}`,
  },
  repairedCell: (line, from, to) => `строка ${line}: «${from}» → «${to}»`,
  rejectsWritten: (file, rows) =>
    `Отклонённые строки (${rows}) записаны в файл «${file}»: исправьте их там и импортируйте этот файл.`,
  rejectsAsCsv: 'Это файл CSV, его можно открыть в Excel.',
  noRejects: (file, older) =>
    older
      ? `Отклонённых строк нет: файл «${file}» не записан. Прежний файл с этим именем остался на месте.`
      : `Отклонённых строк нет: файл «${file}» не записан.`,
  next: 'Далее:',
  fix: 'Что сделать:',
  planSaved: file => `План сохранён в файле «${file}». Чтобы его выполнить, добавьте --plan "${file}".`,
  written: file => `Записано в файл «${file}».`,
  database: target => `База данных: ${target}`,
  tableFound: ({ delimiter, encoding, sheet }, columns) => {
    if (sheet !== null) return `Столбцы (лист «${sheet}»): ${columns}.`;
    const named = encoding === 'utf-8' ? '' : `, кодировка ${encodingNames[encoding]}`;
    return `Столбцы (разделитель «${delimiter === '\t' ? 'tab' : delimiter}»${named}): ${columns}.`;
  },
  rowsSkipped: rows =>
    `Пропущенные строки над заголовком: ${rows.map(({ line, text }) => `${line} — «${text}»`).join(', ')}.`,
  columnsRepeated: columns => `Столбцы, которые не читаются и остаются в ответе как есть: ${columns}.`,
  columnsIgnored: columns => `Пропущенные столбцы: ${columns}.`,
  kinds: {
    org: 'организация',
    year: 'учебный год',
    staff: 'сотрудник',
    role: 'роль',
    login: 'логин',
    street: 'улица',
    binding: 'закрепление',
    review: 'ознакомление с территорией',
    settings: 'настройки учебного года',
    'season-rules': 'правила приёма',
    appointment: 'назначение',
  },
  approvals: {
    dismissal: n => ruCount(n, 'увольнение', 'увольнения', 'увольнений'),
    unbinding: n =>
      ruCount(n, 'открепление улицы или домов', 'открепления улиц или домов', 'откреплений улиц или домов'),
    'moved-between-schools': n =>
      ruCount(
        n,
        'передача улицы или домов другой школе',
        'передачи улиц или домов другой школе',
        'передач улиц или домов другой школе',
      ),
    'executor-replaced': n => ruCount(n, 'замена исполнителя', 'замены исполнителя', 'замен исполнителя'),
    'access-revoked': n =>
      ruCount(n, 'отзыв доступа логина', 'отзыва доступа логинов', 'отзывов доступа логинов'),
    'role-revoked': n => ruCount(n, 'отзыв роли', 'отзыва ролей', 'отзывов ролей'),
    'settings-overwritten': n => ruCount(n, 'замена настроек', 'замены настроек', 'замен настроек'),
    'street-removed': n =>
      ruCount(n, 'исключение улицы из списка', 'исключения улиц из списка', 'исключений улиц из списка'),
    'known-houses-dropped': n =>
      ruCount(
        n,
        'улица теряет многие известные дома',
        'улицы теряют многие известные дома',
        'улиц теряют многие известные дома',
      ),
    'year-switched': n =>
      ruCount(
        n,
        'смена текущего учебного года',
        'смены текущего учебного года',
        'смен текущего учебного года',
      ),
    'organisation-changed': n =>
      ruCount(
        n,
        'изменение сведений об организации',
        'изменения сведений об организациях',
        'изменений сведений об организациях',
      ),
  },
  actions: {
    init: 'обновлять базу данных или выбирать текущий учебный год',
    'import-orgs': 'импортировать организации',
    'import-staff': 'импортировать сотрудников',
    'assign-role': 'назначать или отзывать роли',
    'grant-access': 'давать и отзывать доступ по логину',
    'import-streets': 'вести список улиц',
    'bind-streets': 'закреплять улицы',
    'set-window': 'устанавливать сроки и правила приёма',
    'review-territory': 'подтверждать ознакомление с территорией',
    'set-year-settings': 'заполнять настройки учебного года',
    'appoint-executor': 'назначать исполнителя',
    backup: 'сделать резервную копию базы данных',
    read: 'просматривать данные',
  },
  roles: {
    superadmin: 'суперадминистратор',
    admin: 'администратор',
    director: 'директор',
    executor: 'исполнитель',
  },
  offices: {
    superadmin: org => `суперадминистратор организации ${org}`,
    admin: org => `администратор организации ${org}`,
    director: org => `директор организации ${org}`,
    executor: org => `исполнитель организации ${org}`,
  },
  statuses: {
    pass: 'готово',
    warn: 'предупреждение',
    fail: 'не готово',
    'not-checked': 'не проверено',
    waived: 'не требуется',
  },
  checksSkipped: ids => `Не проверено, так как исключено: ${ids.join(', ')}.`,
  readyOrg: org => `${org}: готово.`,
  // При --fail-level warning достаточно одних предупреждений.
  notReadyOrg: (org, failing) =>
    failing === 0
      ? `${org}: не готово, есть предупреждения.`
      : `${org}: не готово, ${ruCount(failing, 'проверка не пройдена', 'проверки не пройдены', 'проверок не пройдено')}.`,
  readyAll: orgs => `Готово: ${ruCount(orgs, 'организация', 'организации', 'организаций')}.`,
  notReadyAll: (notReady, orgs) =>
    `Не готово: ${notReady} из ${ruCount(orgs, 'организации', 'организаций', 'организаций')}.`,
  by: role => `Выполняет ${role}:`,
  covered: house => `${house}: входит в список`,
  notCovered: house => `${house}: не входит в список`,
  territoryOf: (school, year) => `Закреплённая территория школы ${school}, ${year} учебный год`,
  territoryNone: 'Указано, что у школы нет закреплённой территории.',
  territoryEmpty: 'За школой пока не закреплено ни одной улицы.',
  territoryReviewed: change => `Администратор ознакомлен с этой территорией (изменение № ${change}).`,
  territoryMoved: version =>
    `После ознакомления территория изменилась: ознакомьтесь с ней снова и добавьте к команде --confirm ${version}`,
  territoryUnread: version =>
    `Администратор ещё не подтвердил ознакомление с территорией: ознакомьтесь с ней и добавьте к команде --confirm ${version}`,
  territoryFindings: {
    overlap: (street, school, houses) => `${street}: закреплены и за ${school}: ${houses}`,
    shared: (street, school, houses, why) => `${street}: общие с ${school} (${why}): ${houses}`,
    gap: (street, houses) => `${street}: ни за одной школой не закреплены: ${houses}`,
    possibleGap: (street, houses) =>
      `${street}: ни за одной школой не закреплены, если такие дома есть: ${houses}`,
  },
  columns: {
    change: 'Изменение',
    at: 'Время (UTC)',
    command: 'Команда',
    actor: 'Выполнил',
    summary: 'Записи',
    check: 'Проверка',
    status: 'Состояние',
  },
  typed: 'Введённая команда:',
  fileRead: (name, sha256) => `Файл: ${name}, SHA-256 ${sha256}`,
  machine: (host, user) => `Компьютер: ${host}, учётная запись ${user}`,
  versions: (program, node, engine) => `Версии: qabyl ${program}, Node ${node}, ${engine}`,
  historyWhole: (changes, rows) =>
    `История цела, и данные ей соответствуют: ${ruCount(changes, 'изменение', 'изменения', 'изменений')}, ${ruCount(rows, 'запись', 'записи', 'записей')}.`,
  historyHead: head => `Храните вместе с резервными копиями, это отпечаток всей истории: ${head}`,
  backup,
  historyBroken: breaks =>
    `История и данные не сходятся: ${ruCount(breaks, 'расхождение', 'расхождения', 'расхождений')}; весь список — с ключом --json.`,
  noRows: 'Записей нет.',
  noOverlaps: 'Домов, закреплённых за двумя школами, не найдено.',
  noGaps: 'Домов, не закреплённых ни за одной школой, не найдено.',
  rowCount: n => ruCount(n, 'строка', 'строки', 'строк'),
  cellsShortened: '(ячейки с «…» в конце показаны не полностью; полностью их выводит --csv)',
  yes: 'да',
  no: 'нет',
};

/** Слова подходят и к плану, и к тому, что уже сделано. */
function counts({ read, add, update, remove, unchanged, rejected }: Counts): string {
  const parts = [
    ['прочитано', read],
    ['новых', add],
    ['изменённых', update],
    ['удалённых', remove],
    ['без изменений', unchanged],
    ['отклонённых', rejected],
  ] as const;
  const named = parts.filter(([, n]) => n > 0).map(([word, n]) => `${word} — ${n}`);
  return named.length === 0 ? 'Записей нет.' : `Записей: ${named.join(', ')}.`;
}
