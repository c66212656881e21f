import type { HelpWords } from '../help-words.ts';

const HOUSE_LISTS = `A house list: 12, 12А, 12/1, 4 к1 are those houses alone; 1-45 are the odd numbers from 1 to 45, for both ends are odd; 1-44 are all numbers from 1 to 44; a side can be written: 1-45 odd, 2-60 even, odd, even; "from 20 on"; "all" or nothing is the whole street; "all except 7, 9".
A range covers every letter, fraction and block of its numbers.`;

export const commands: HelpWords['commands'] = {
  init: {
    summary: 'Create or upgrade the database',
    details: `Creates the database with its first department, that department's first super-administrator and the current academic year. Upgrades a database made by an older qabyl.
Comes before the nine steps; whoever can open the database may run it.
Run again with another --year, it makes that year the current one.`,
  },
  'import-orgs': {
    summary: 'Import departments and schools from a file',
    details: `Adds departments and schools, and changes those that the file states otherwise. Comes before the nine steps.
Run by a super-administrator of the department. Changing an organization needs approval.
Columns: code, kind (department or school), bin, name_kk, name_ru; and if need be department (the code of the department above), kato, territory (yes; none for a school without one).
Headers may be in Kazakh, Russian or English; rows may stand in any order.`,
  },
  'import-staff': {
    summary: 'Import the employees of an organization from a file',
    details: `Steps 1 and 5. Run by the super-administrator of the organization, or of a department above it.
Columns: iin, surname, given_name, patronymic (or full_name, all in one cell); and if need be position, phone, email, hired_on, birth_date, role, org or org_bin. Headers may be in Kazakh, Russian or English.
A row that names no organization belongs to --org.
A blank cell keeps what is stored: an import erases no phone number.
With --sync, employees who are not in the file are dismissed, and their roles and appointments end. This needs approval.`,
  },
  'assign-role': {
    summary: 'Give or revoke roles',
    details: `Steps 2 and 6. Run by the super-administrator of the organization, or of a department above it.
Roles: superadmin, admin, director, executor. People are named by IIN (--staff), by position (--position) or in a file with the columns iin, role (--file).
Revoking needs approval; with the role executor, the person's appointment ends too.`,
  },
  'grant-access': {
    summary: 'Tie a login of the database server to an employee',
    details: `PostgreSQL only. Run by the super-administrator of the organization, or of a department above it.
The login may then do what the employee may, in qabyl and in any other program, and nothing else: the database itself keeps to it. Commands need no --as any more. The server's administrator makes the login: createuser --pwprompt NAME.
Without --org, it is tied wherever the employee works; you must be one who may give access in all of these organizations. Access ends with the employment.`,
  },
  'revoke-access': {
    summary: 'Take the access from a login',
    details: `PostgreSQL only. Run by those who may give it.
The login stays on the server and may do nothing in this database any more. Needs approval.`,
  },
  'import-streets': {
    summary: 'List the streets of the academic year from a file',
    details: `Step 3. Run by the administrator of the department.
Columns: name_kk, name_ru (one of them is enough); and if need be kind, settlement, aliases (other names, with | between them), houses (a house list of the houses that exist).
A row that gives the name of a listed street as a former one renames that street; its bindings stay. A blank cell keeps what is stored.
--houses-file names a second file of the houses that exist, with or without the list: street, maybe settlement, and a house or a house list in each row; a street may have any number of rows.
With --sync, streets that are not in the file leave the list together with their bindings, and other names that it leaves out go. This needs approval.`,
  },
  'bind-streets': {
    summary: 'Bind streets and houses to schools',
    details: `Step 4. Run by the administrator of the department. One street by --school, --street and --houses, or many by --file with the columns school, street, houses and, for shared houses, shared_houses (which of them) and share (why).
${HOUSE_LISTS}
A house of another school is refused unless --move takes it from there or --share says why both schools serve it. With --replace-all the file states all of a school's territory; houses that it states again stay shared unless their row says otherwise. The plan says which houses pass from whom to whom, and which nobody takes over. Taking houses away from a school needs approval.
A street that the list does not know is refused with the nearest ones; --accept "WRITTEN=STREET" says what was meant, and the list keeps it.
With --order, the text of an order is read: schools, streets and houses, from running text or a table kept with pipes. --school names the school where the text names none, or one that is unknown. Every word must be understood: a heading that names no known school for certain, that holds streets, or words that may open another part hold back the streets beside and below them, and a table must name its columns. What ends an order (control, entry into force, signatures) is passed over and quoted. An order that only adds is not bound with --replace-all. A street of which anything was not read is not bound; --unread keeps such lines as a table for --file, where a ? before the houses holds a row back until what _error says is put right.`,
  },
  'review-territory': {
    summary: 'Show a school its territory and confirm that it was read',
    details: `Step 7. Shows the streets and houses bound to the school, which of them another school has too, and which houses of its streets no school has.
With --confirm, the administrator of the school records that this version of the territory was read, and sees it once more. With the version that was shown after --confirm, nothing is recorded if the territory has changed since. When the department changes it afterwards, it must be read and confirmed again.`,
  },
  'set-year-settings': {
    summary: 'Fill in the year settings of a school, or the season of a department',
    details: `Step 8. With --school or --file, the administrator of the school fills in places, planned intake, class size, free choice and class sets; the numbers must agree. What is stored and not given stays.
Columns of the file: school, total_places, intake, class_size, free_choice, classes.
With --department, the department's administrator sets the dates of admission and the limits of class size.
Overwriting settings needs approval.`,
  },
  'appoint-executor': {
    summary: 'Appoint the executor of a state service',
    details: `Step 9. Run by the director of the school. The executor must work there now and have the role executor.
A school has one executor for a service: appointing another one needs approval, or --replace.
--phone and --email correct the executor's record.`,
  },
  'check-readiness': {
    summary: 'Check what is still missing before admission opens',
    details: `Checks all nine steps, for one school, for a department with its schools, or for all. Anybody may run it for their own organization and those below it.
Each failing check names the command that settles it, ready to paste, and who can run that.
The exit code is 8 while anything is not ready.`,
  },
  'find-school': {
    summary: 'Find the school of an address',
    details: `Tells which school serves an address, why, whether parents can apply to it now, and which schools take free choice. Anybody may ask about the departments that they may read.
Addresses are read as people write them, in Kazakh, Russian or English, with settlement, microdistrict and flat. A street counts by an equal name alone, a house by the lists that are bound; there is no default school.
With --file, a table is answered row by row as CSV: a column address, or the columns street, house and perhaps block, and beside either perhaps settlement, which is as strict as a settlement in the address; the columns outcome, schools, can_apply, opens, closes, street, house, because, free_choice and note are added.
The exit code is 8 unless there is exactly one school, for every row of a file.`,
  },
  'explain-houses': {
    summary: 'Show how a house list is read',
    details: `Helps with step 4. Changes nothing and needs no database.
${HOUSE_LISTS}
The exit code is 3 when a part cannot be read for certain.`,
  },
  list: {
    summary: 'List what the database holds',
    details: `KIND is orgs, staff, roles, streets, bindings, settings, appointments, years, overlaps (houses of two schools, with the reason where they are shared) or gaps (houses of no school).
Shows your own organization and those below it.`,
  },
  history: {
    summary: 'Show who changed what, the newest first',
    details: `Shows the changes of your own organization and of those below it: number, time, command, who ran it and how many records.
qabyl show N shows one change in full.`,
  },
  show: {
    summary: 'Show one change of the history, row by row',
    details: `N is the number of the change, as qabyl history shows it.
Shows the command as typed, the files it read, who ran it on which machine and with which versions, and every row before and after.`,
  },
  undo: {
    summary: 'Take a change back',
    details: `Puts back what change N replaced or removed, with its former values, and takes away what it added. It is a change itself: it has a plan, is approved, and can be taken back.
Rows that changed since are refused, and then nothing is written; the later change is named, to be taken back first.
Whoever may carry out a change may take it back. What qabyl init did cannot be taken back.`,
  },
  'verify-history': {
    summary: 'Check that nobody altered the history or the data past the program',
    details: `Recomputes the digest of every line of the history, and the digest of every change from the rows that are stored.
The exit code is 3 when something differs: the first break is named, and --json lists all of them.
For those who may see the data of the whole database.`,
  },
  backup: {
    summary: 'Keep all of the database in one file',
    details: `Takes everything, the history too, while others go on working; the file is there whole or not at all, and only you may read it.
A database file is copied as it is. A server is written in a form of qabyl's own that qabyl restore loads into either database; --portable, a name that ends in .gz (packed) and - choose that form for a file as well.
Run by the super-administrator of the first department; on a server, with the login that owns the database. Replacing a file needs approval.
It prints the digest that stands for the whole history: keep it apart from the file.`,
  },
  restore: {
    summary: 'Bring a backup back into an empty database',
    details: `Reads a backup of either form into the database of --db, which must be a file that does not exist yet or an empty database of a server.
Before anything stays, the rows are counted, the sum of the file is compared, and the whole history and every row are checked against each other. Otherwise nothing is left behind.
Nobody is asked who acts: whoever holds the backup and the empty database may run it.`,
  },
  doctor: {
    summary: 'Look for what keeps the program from working',
    details: `Looks at the configuration, the database, its schema, the file and its disk or the server's rights, the clocks and the chain of the history, whatever state they are in. Writes nothing; needs no --as.
Each failing check says what to run or, on a server, which SQL its owner pastes.
The exit code is 0 when nothing fails; otherwise that of the first failing check: 2 settings or schema, 3 a damaged file or history, 4 rights, 7 the database cannot be reached or its disk is full.`,
  },
};
