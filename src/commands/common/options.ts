import type { OptionName } from '../../locales/help-words.ts';
import { anyText, choice, flag, list, number, type OptionShape, repeated, text } from './option-shape.ts';
import { readAnswer, readDuration, readEncoding, readVersion } from './option-values.ts';

type Format = 'text' | 'json' | 'sarif';
/** The one option whose choices differ between commands. */
function formatOf(choices: readonly Format[]): OptionShape<Format> {
  return choice(`--format <${choices.join('|')}>`, choices);
}

/** Every option of every command: one name, one meaning, one spelling (cli.md). */
export const optionTable = {
  db: text('--db <target>'),
  as: anyText('--as <iin>'),
  year: anyText('--year <year>'),
  profile: anyText('--profile <name>'),
  json: flag('--json'),
  lang: text('--lang <kk|ru|en>'),
  'no-input': flag('--no-input'),
  quiet: flag('-q, --quiet'),
  debug: flag('--debug'),
  'no-color': flag('--no-color'),

  'dry-run': flag('-n, --dry-run'),
  yes: flag('-y, --yes'),
  'skip-invalid': flag('--skip-invalid'),
  'all-changes': flag('--all-changes'),
  'allow-removals': number('--allow-removals <n>'),
  'allow-changes': number('--allow-changes <n>'),
  'save-plan': text('--save-plan <file>'),
  plan: text('--plan <file>'),
  wait: { flags: '--wait <duration>', read: value => readDuration(value) } satisfies OptionShape<number>,

  department: anyText('--department <name>'),
  code: anyText('--code <code>'),
  bin: anyText('--bin <bin>'),
  'admin-iin': anyText('--admin-iin <iin>'),
  'admin-name': anyText('--admin-name <name>'),
  org: anyText('--org <org>'),
  sync: flag('--sync'),
  map: repeated('--map <header=field>'),
  encoding: { flags: '--encoding <name>', read: readEncoding } satisfies OptionShape<string>,
  delimiter: choice('--delimiter <;|,|tab>', [';', ',', 'tab']),
  sheet: text('--sheet <name|number>'),
  'no-repair': flag('--no-repair'),
  rejects: text('--rejects <file>'),
  role: anyText('--role <role>'),
  login: anyText('--login <name>'),
  staff: list('--staff <iin>'),
  revoke: flag('--revoke'),
  position: text('--position <title>'),
  file: anyText('--file <file>'),
  school: anyText('--school <org>'),
  street: anyText('--street <name>'),
  houses: text('--houses <list>'),
  'houses-file': text('--houses-file <file>'),
  unbind: flag('--unbind'),
  'replace-all': flag('--replace-all'),
  move: flag('--move'),
  share: text('--share <reason>'),
  accept: repeated('--accept <written=street>'),
  'strict-ranges': flag('--strict-ranges'),
  order: anyText('--order <file>'),
  unread: text('--unread <file>'),
  confirm: { flags: '--confirm [version]', read: readVersion } satisfies OptionShape<string | true>,
  'total-places': number('--total-places <n>', Number.MIN_SAFE_INTEGER),
  intake: number('--intake <n>', Number.MIN_SAFE_INTEGER),
  'class-size': number('--class-size <n>', Number.MIN_SAFE_INTEGER),
  'free-choice': {
    flags: '--free-choice <yes|no>',
    read: (value: string) => readAnswer('--free-choice', value),
  } satisfies OptionShape<'yes' | 'no'>,
  classes: anyText('--classes <list>'),
  opens: text('--opens <date>'),
  closes: text('--closes <date>'),
  'order-from': text('--order-from <date>'),
  'study-starts': text('--study-starts <date>'),
  'class-size-norm': number('--class-size-norm <n>', Number.MIN_SAFE_INTEGER),
  'class-size-max': number('--class-size-max <n>', Number.MIN_SAFE_INTEGER),
  'inside-per-outside': number('--inside-per-outside <n>', Number.MIN_SAFE_INTEGER),
  service: text('--service <service>'),
  phone: text('--phone <number>'),
  email: text('--email <address>'),
  replace: flag('--replace'),
  all: flag('-a, --all'),
  format: formatOf(['text', 'json', 'sarif']),
  'fail-level': choice('--fail-level <error|warning>', ['error', 'warning']),
  only: list('--only <check>'),
  skip: list('--skip <check>'),
  test: list('--test <houses>'),
  output: text('-o, --output <file>'),
  csv: flag('--csv'),
  left: flag('--left'),
  limit: number('--limit <n>'),
  person: text('--person <iin>'),
  command: text('--command <name>'),
  since: text('--since <date>'),
  portable: flag('--portable'),
} as const satisfies Record<
  OptionName,
  | OptionShape<never>
  | OptionShape<boolean>
  | OptionShape<string>
  | OptionShape<string | true>
  | OptionShape<Format>
  | OptionShape<number>
  | OptionShape<readonly string[]>
>;

type ValueOf<S> = S extends OptionShape<infer T> ? T : never;
/** The values of all options, each absent unless given. */
export type OptionValues = { readonly [K in OptionName]?: ValueOf<(typeof optionTable)[K]> };

/** How an option is written and read in one command: only what reads a table file marks cells for editors. */
export function optionShape(name: OptionName, command: readonly OptionName[]): OptionShape<unknown> {
  const shape =
    name === 'format' && !command.includes('rejects') ? formatOf(['text', 'json']) : optionTable[name];
  // Each option's reader takes its own earlier values back: commander keeps them, a union cannot show it.
  return shape as OptionShape<unknown>;
}

/** Options that work before and after every command. */
export const GLOBAL_OPTIONS = [
  'db',
  'as',
  'year',
  'profile',
  'json',
  'lang',
  'no-input',
  'quiet',
  'debug',
  'no-color',
] as const satisfies readonly OptionName[];

/** Options of every command that writes. */
export const CHANGE_OPTIONS = [
  'dry-run',
  'yes',
  'skip-invalid',
  'all-changes',
  'allow-removals',
  'allow-changes',
  'save-plan',
  'plan',
  'wait',
] as const satisfies readonly OptionName[];

/** Options of every command that reads a table file. */
export const TABLE_OPTIONS = [
  'map',
  'encoding',
  'delimiter',
  'sheet',
  'rejects',
  'format',
] as const satisfies readonly OptionName[];
