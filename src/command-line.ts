import { optionTable } from './commands/common/options.ts';
import { showTarget } from './db/target.ts';

/** What a command line says before commander reads it, or when commander cannot read it. */
export interface CommandLine {
  /** words that are neither options nor their values */
  readonly operands: readonly string[];
  /** options by long name, without dashes; `true` has no value; the last one given wins, as with commander */
  readonly options: ReadonlyMap<string, string | true>;
  /** whether `-h` or `--help` stands anywhere: it means nothing else, not even a value */
  readonly help: boolean;
}

/** `-o` → `output`, for every option that has a letter. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(optionTable).flatMap(([name, { flags }]) => {
    const letter = /^-(\w),/.exec(flags)?.[1];
    return letter === undefined ? [] : [[letter, name] as const];
  }),
);

const SHAPES: Readonly<Record<string, { readonly flags: string }>> = optionTable;

/** One name means one thing in every command, so the words can be told apart without knowing the command. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const operands: string[] = [];
  const options = new Map<string, string | true>();
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const rest = words.values();
  for (const word of rest) {
    const option = optionOf(word);
    if (option === null) operands.push(word);
    else if (option.value !== null) options.set(option.name, option.value);
    else options.set(option.name, takesValue(option.name) ? (rest.next().value ?? true) : true);
  }
  if (end >= 0) operands.push(...argv.slice(end + 1));
  return { operands, options, help: words.includes('-h') || words.includes('--help') };
}

/**
 * The global options given as flags that a suggested command must repeat, passwords masked: where the data is and, for
 * the same person, who acts. For `init` the year is what it makes, not where it looks.
 */
export function repeatedOptions(
  { operands, options }: CommandLine,
  whose: 'own' | 'others' = 'others',
): readonly string[] {
  const names = [
    'db',
    'profile',
    ...(operands[0] === 'init' ? [] : ['year']),
    ...(whose === 'own' ? ['as'] : []),
  ];
  return names.flatMap(name => {
    const value = options.get(name);
    return typeof value === 'string' ? [`--${name}`, name === 'db' ? showTarget(value) : value] : [];
  });
}

function optionOf(word: string): { name: string; value: string | null } | null {
  const long = /^--([^=]+)(?:=(.*))?$/su.exec(word);
  if (long) return { name: long[1] ?? '', value: long[2] ?? null };
  const short = /^-(\p{L})(.*)$/su.exec(word);
  if (!short) return null;
  const name = LETTERS.get(short[1] ?? '') ?? short[1] ?? '';
  return { name, value: takesValue(name) && short[2] ? short[2] : null };
}

function takesValue(name: string): boolean {
  return Object.hasOwn(SHAPES, name) && (SHAPES[name]?.flags.includes('<') ?? false);
}
