import { FINDING_KINDS, LIST_KINDS } from '../../src/db/listing.ts';
import { SERVICES } from '../../src/domain/appointments/services.ts';
import { ROLES } from '../../src/domain/authority/roles.ts';
import { INPUT_FIELDS } from '../../src/domain/input-problems.ts';
import { CLASS_TYPES } from '../../src/domain/season/class-words.ts';
import { COMMANDS } from '../../src/locales/help-words.ts';

/** Latin words that a Kazakh or Russian text may have: commands, codes and names of things (cli.md). */
const KEPT: readonly string[] = [
  ...COMMANDS,
  ...INPUT_FIELDS,
  ...ROLES,
  ...SERVICES,
  ...CLASS_TYPES,
  ...LIST_KINDS,
  ...FINDING_KINDS,
  ...['qabyl', 'help', 'JSON', 'CSV', 'UTF', 'RTF', 'PDF', 'HTML', 'ZIP', 'GZIP', 'SHA', 'UTC', 'README'],
  ...['Excel', 'Word', 'LibreOffice', 'Ctrl', 'Enter', 'SQLite', 'sqlite', 'postgres', 'chmod', 'tab'],
  ...['pgpass', '.xlsx', '.xls', '.ods', '.docx', '.doc', 'QABYL', 'AS', 'name@example.kz'],
  ...['IIN', 'USER', 'HOST', 'NAME', 'FILE', 'COMMAND', 'KIND', 'Header', 'DB', 'YEAR', 'PROFILE', 'LANG'],
  // logging in to a PostgreSQL server: words of libpq
  ...[
    'sslmode',
    'sslrootcert',
    'verify-full',
    'no-verify',
    'verify-ca',
    'disable',
    'TLS',
    'PEM',
    '/path/ca.pem',
    '/path/file.pem',
  ],
  ...['PGPASSFILE', 'PGPASSWORD', 'HOST:PORT:NAME:USER:PASSWORD'],
  // logins of the server
  ...['PostgreSQL', 'createuser', 'DATABASE', 'Node', 'SQL'],
  // encodings and formats of files
  ...['utf', 'windows', 'Unicode', 'Mac', 'Cyrillic', 'DOS', 'XML', 'RAR', 'sep', '.xlsb', '.xlsm', '.pptx'],
  // values that an option or a cell takes
  ...['yes', 'none', 'text', 'json', 'error', 'warning'],
  // columns that an answer adds
  ...['outcome', 'schools', 'can_apply', 'opens', 'closes', 'because', 'note'],
];
const WORDS_KEPT = new RegExp(
  `(?<![A-Za-z])(?:${[...KEPT]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('.', '\\.')})(?![A-Za-z])`,
  'g',
);
const FLAG = /--[a-z][a-z-]*/g;
const LATIN_WORD = /[A-Za-z]{3,}/g;

/**
 * The Latin words of a text that nobody has translated.
 * @param given what the text quotes: values of its arguments are left as they are
 */
export function untranslated(text: string, given: unknown): string[] {
  const own = strings(given)
    .filter(value => value !== '')
    .reduce((rest, value) => rest.replaceAll(value, ' '), text);
  return own.replace(FLAG, ' ').replace(WORDS_KEPT, ' ').match(LATIN_WORD) ?? [];
}

/** Every string inside the arguments, the longest first. */
function strings(given: unknown): string[] {
  const found =
    typeof given === 'string'
      ? [given]
      : typeof given === 'object' && given !== null
        ? Object.values(given).flatMap(strings)
        : [];
  return found.sort((a, b) => b.length - a.length);
}
