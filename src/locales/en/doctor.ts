import type { DoctorWords } from '../doctor-words.ts';
import { lists, size as sizeOf, span } from '../doctor-words.ts';
import { enCount, enForm, grouped } from '../plural.ts';

const size = (bytes: number) => sizeOf(bytes, ['bytes', 'kB', 'MB', 'GB', 'TB'], '.');
const time = (seconds: number) => span(seconds, ['d', 'h', 'min', 's']);
const all = (names: readonly string[]) => names.join(', ');
const count = (n: number, one: string, other: string) => `${grouped(n, ',')} ${enForm(n, one, other)}`;
const settings = { db: 'database', as: 'who acts', year: 'academic year' };
const origins = {
  flag: 'from the command line',
  variable: 'from the environment',
  profile: 'from the profile',
  file: 'from the configuration file',
  default: 'by default',
};
const secured = {
  verified: 'over TLS with a verified certificate',
  unverified: 'over TLS, its certificate not verified',
  open: 'without TLS',
};

export const doctor: DoctorWords = {
  settings,
  origins,
  well: (checks, warnings) =>
    warnings === 0
      ? `All is well: ${enCount(checks, 'check', 'checks')}.`
      : `Nothing fails: ${enCount(checks, 'check', 'checks')}, ${enCount(warnings, 'warning', 'warnings')}.`,
  ill: failing => `${enCount(failing, 'check fails', 'checks fail')}. Begin with the first.`,
  findings: {
    'program-at-work': a => `qabyl ${a.program} (schema ${a.schema}), Node ${a.node}, ${a.platform}.`,
    'settings-at-work': a => {
      const told = a.settings.map(one => `${settings[one.name]} ${one.value} (${origins[one.origin]})`);
      const profile = a.profile === null ? [] : [`profile ${a.profile}`];
      const file = `configuration file ${a.file}${a.found ? '' : ' (there is none)'}`;
      return `At work: ${[...told, ...profile, file].join('; ')}.`;
    },
    'file-opened': a => `The file ${a.target} can be read (${a.engine}).`,
    'server-answered': a =>
      `The server (${a.engine}) answered in ${a.milliseconds} ms, ${secured[a.secure]}.`,
    'server-overheard': a =>
      `The server (${a.engine}) answered in ${a.milliseconds} ms, ${secured[a.secure]}: others on the way can read along. Take sslmode=${a.secure === 'open' ? 'disable' : 'no-verify'} out of its URL; sslrootcert=/path/ca.pem names an authority of your own.`,
    'file-private': a => `The file ${a.file} is for its owner alone (mode ${a.bits}).`,
    'file-open-to-others': a =>
      `Others on this machine may open ${a.path} (mode ${a.bits}), which holds people's data.`,
    'folder-open-to-others': a =>
      `Others on this machine may replace the files in the folder ${a.path} (mode ${a.bits}).`,
    'file-read-only': a => `You may read ${a.file}, but not write it or beside it.`,
    'file-intact': a =>
      `The file is in order: ${size(a.bytes)}, readers and writers do not wait for each other.`,
    'file-damaged': a => `The file is damaged: ${a.found}. Restore it from a backup.`,
    'file-too-large': a =>
      `The file (${size(a.bytes)}) is too large to be read through here; qabyl backup reads all of it.`,
    'file-without-wal': a =>
      `In ${a.file} readers and writers wait for each other: write-ahead logging is off.`,
    'disk-enough': a =>
      `${size(a.free)} are free beside the database; an upgrade with its backup needs up to ${size(a.needed)}.`,
    'disk-short': a =>
      `Only ${size(a.free)} are free beside the database; an upgrade with its backup needs up to ${size(a.needed)}. Make room first.`,
    'disk-full': a => `The disk is full: ${size(a.free)} are free. Make room before anything is written.`,
    'schema-current': a => `The schema of the database (${a.version}) is that of the program.`,
    'schema-pending': a =>
      `The database (schema ${a.version}) is older than the program. Upgrading it runs: ${all(a.pending)}.`,
    'schema-closed': a => `The login ${a.login} may not use the schema ${a.schema}, where the tables are.`,
    'lock-free': () => 'Nobody is writing.',
    'lock-held': a =>
      `${a.holder ?? 'Another program'} is writing${a.since === null ? '' : ` since ${a.since}`}${a.command === null ? '' : ` (${a.command})`}. A command waits as long as --wait 60s allows.`,
    'clock-right': a =>
      a.seconds === null
        ? 'The last change does not lie in the future.'
        : `The clocks of this machine and of the server agree (${time(a.seconds)} apart).`,
    'clock-off': a =>
      `The clock of this machine is ${time(a.seconds)} ${a.seconds > 0 ? 'ahead of' : 'behind'} the server's: set it right.`,
    'clock-day-off': a =>
      `The clock of this machine is ${time(a.seconds)} ${a.seconds > 0 ? 'ahead of' : 'behind'} the server's, which will refuse your changes: set it right.`,
    'last-change-ahead': a =>
      `The last change (${a.change}) was made in the future, at ${a.at}: a clock was or is wrong. Set this one right before the next change.`,
    'history-whole': a =>
      `The chain of the history is whole: ${count(a.lines, 'line', 'lines')}. Whether the rows agree with it, qabyl verify-history tells.`,
    'history-end-whole': a =>
      `The last ${count(a.lines, 'line', 'lines')} of the history are one chain. All of it, and its rows, are checked by qabyl verify-history.`,
    'history-empty': () => 'The history has no lines yet.',
    'owner-sees-all': a =>
      `Not checked: the login ${a.login} sees only its own part of the history. Whoever owns the tables can check it.`,
    'login-owns': a => `The login ${a.login} owns the tables: no rules hold it, and --as says who acts.`,
    'login-tied': a => `The login ${a.login} acts for the employee ${a.iin} and has all that it needs.`,
    'login-lacks': a => `The login ${a.login} lacks: ${all(a.lacks)}. Whoever owns the tables can give it.`,
    'logins-none': () => 'No login is tied to an employee.',
    'logins-right': a =>
      `${enCount(a.logins, 'login is tied to an employee and has', 'logins are tied to employees and have')} what is needed.`,
    'logins-lack': a => `Logins of employees lack privileges: ${all(a.logins)}.`,
    'logins-exceed': a =>
      `Logins tied to employees may do more than they need: ${all(a.exceeds)}. It concerns: ${all(a.logins)}.`,
    'logins-above': a => `Logins tied to employees that no rule restricts: ${all(a.logins)}.`,
    'logins-gone': a =>
      `Logins that no longer exist on the server but are tied to employees: ${all(a.logins)}.`,
    'logins-idle': a => `Logins tied to employees that nobody can log in with: ${all(a.logins)}.`,
    'rows-secured': a => `Row-level security holds on ${enCount(a.tables, 'table', 'tables')}.`,
    'rows-unsecured': a =>
      `Row-level security has been changed. ${lists(['switched off on', a.tables], ['policies removed', a.absent], ['policies altered', a.altered], ['policies put in', a.foreign])}`,
    'guards-whole': a =>
      `The guards of rows and history are in place: ${enCount(a.guards, 'trigger or function', 'triggers and functions')}.`,
    'guards-broken': a =>
      `The guards of rows and history have been changed. ${lists(['removed', a.absent], ['switched off', a.disabled], ['altered', a.altered])}`,
    'public-shut-out': a => `In the schema ${a.schema} nothing is open to everybody on the server.`,
    'public-let-in': a =>
      `In the schema ${a.schema} too much is open to everybody on the server: ${[...(a.create ? ['making tables and functions'] : []), ...a.tables].join(', ')}.`,
    'depends-on': a => `Not checked: ${a.check} comes first.`,
    'could-not-run': a => `Not checked: ${a.reason}.`,
  },
};
