import type { SetPart } from './territory/set-parts.ts';

/** Why a change needs a person's approval: each would be missed by somebody. */
export const APPROVAL_REASONS = [
  'dismissal',
  'unbinding',
  'moved-between-schools',
  'executor-replaced',
  'role-revoked',
  'access-revoked',
  'settings-overwritten',
  'street-removed',
  'known-houses-dropped',
  'organisation-changed',
  'year-switched',
] as const;
export type ApprovalReason = (typeof APPROVAL_REASONS)[number];

/** Why the certificate of a server is not believed: who issued it, when it holds, whom it names, or something else. */
export type TlsDoubt = 'issuer' | 'date' | 'name' | 'other';

/** One office that may do what was refused: a role held at that organisation. */
export interface Office {
  /** null for any employee */
  readonly role: string | null;
  readonly org: string;
}

/** What can go wrong around the rules: usage, look-ups, permission, approval, the database. Code → arguments. */
export interface OperationProblems {
  // Usage and settings
  'flag-missing': { flag: string };
  'flag-invalid': { flag: string; value: string; allowed: string };
  'flags-conflict': { one: string; other: string };
  'flag-needs': { flag: string; needs: string };
  /** `find-school --file --json`: the answers are a table */
  'answers-are-csv': { command: string };
  'command-unknown': { name: string; nearest: readonly string[] };
  'option-unknown': { name: string; nearest: readonly string[] };
  'option-argument-missing': { name: string };
  'argument-missing': { name: string };
  /** `-` as FILE, with nothing piped in */
  'stdin-is-keyboard': Record<never, never>;
  'arguments-too-many': { command: string };
  'config-unreadable': { file: string; reason: string };
  'config-open-to-others': { file: string };
  'profile-unknown': { name: string; known: readonly string[] };
  'target-malformed': { value: string };
  'language-unknown': { value: string };
  'output-unwritable': { file: string; reason: string };
  'output-in-use': { file: string };
  'password-in-flag': { target: string };
  // Look-ups
  'org-unknown': { text: string; nearest: readonly string[] };
  'org-ambiguous': { text: string; candidates: readonly string[] };
  'org-not-school': { org: string };
  'org-not-department': { org: string };
  'org-without-territory': { org: string };
  'school-not-this': { school: string; only: string };
  'staff-unknown': { iin: string; org: string; nearest: readonly string[] };
  'staff-left': { iin: string; org: string; name: string };
  'position-unknown': { position: string; org: string; nearest: readonly string[] };
  /** `acceptable`: the command takes `--accept` */
  'street-unknown': { text: string; nearest: readonly string[]; acceptable?: boolean };
  /** `settlements`: where they stand, when only that tells them apart */
  'street-ambiguous': {
    text: string;
    candidates: readonly string[];
    settlements?: readonly string[];
  };
  'street-range': { text: string };
  'street-unclosed': { text: string };
  /** `ул. Набережная 1-20` as a name */
  'street-with-houses': { text: string; name: string; houses: string };
  'year-unknown': { year: string; known: readonly string[] };
  'change-unknown': { change: number; last: number };
  // Facts that stand against a change
  'bin-taken': { bin: string; org: string };
  'code-malformed': { code: string };
  'org-code-twice': { code: string; line: number };
  'parent-unknown': { code: string; parent: string; nearest: readonly string[] };
  'parent-not-department': { code: string; parent: string };
  'parent-missing': { code: string };
  'parent-rejected': { code: string; parent: string };
  'parent-cycle': { code: string };
  'org-kind-fixed': { code: string; was: string };
  /** `column` is what would change; `command` unbinds the first of the streets */
  'school-holds-streets': {
    code: string;
    column: 'territory' | 'department';
    streets: number;
    year: string;
    command: string;
  };
  'department-kept': { code: string; name: string; bin: string };
  'department-exists': { code: string };
  'street-twice': { name: string; line: number };
  'street-key-empty': { name: string };
  'street-settlement-assumed': { text: string; street: string };
  'street-houses-repeated': { street: string; house: string; times: number };
  'known-houses-endless': { words: string };
  /** a range of houses that exist names more than any street has */
  'known-houses-many': { words: string; most: number };
  'street-name-shared': { alias: string; other: string };
  'street-kind-unknown': { value: string };
  /** the column `kind` says one thing, the names another */
  'street-kind-contradicts': { value: string; names: readonly string[] };
  /** the two names of one street name different kinds, and no column decides */
  'street-kinds-differ': { names: readonly string[] };
  'houses-taken': { street: string; school: string; houses: readonly SetPart[] };
  'houses-not-bound': { street: string; school: string; houses: readonly SetPart[] };
  'street-not-bound': { street: string; school: string };
  'rows-overlap': { street: string; school: string; houses: readonly SetPart[]; line: number };
  /** an earlier row of the same school binds some of the houses already */
  'rows-repeat': { street: string; school: string; houses: readonly SetPart[]; line: number };
  /** houses that are said to be shared, and that no other school has */
  'share-idle': { street: string; school: string; houses: readonly SetPart[] };
  /** an accepted spelling that nothing in the input needed */
  'accept-idle': { written: string; street: string };
  /** one spelling that was accepted for several streets */
  'accept-contradicts': { written: string; streets: readonly string[] };
  'territory-empty': { school: string };
  'territory-moved-on': { school: string; read: string };
  'settings-twice': { school: string; line: number };
  'role-not-held': { iin: string; role: string; org: string };
  'last-superadmin': { org: string };
  'nothing-to-change': { command: string };
  // Permission
  'actor-unknown': { iin: string };
  'not-permitted': { actor: string; action: string; org: string; offices: readonly Office[] };
  // Approval
  'approval-needed': { reasons: readonly { reason: ApprovalReason; count: number }[] };
  'removals-over-threshold': { org: string; removals: number; of: number; allowed: number };
  'changes-over-threshold': { org: string; changes: number; of: number; allowed: number };
  /** houses that were known to exist and are no longer listed: `dropped` of `of` */
  'known-houses-dropped': { street: string; dropped: number; of: number; houses: readonly SetPart[] };
  'plan-moved': { moved: readonly string[]; more: number };
  'plan-other-command': { file: string; planned: string; given: string };
  'plan-unreadable': { file: string; reason: string };
  // The database
  'database-missing': { target: string };
  'database-not-a-database': { target: string };
  'database-foreign': { target: string };
  'database-newer': { target: string; database: string; program: string };
  'database-older': { target: string };
  'database-unreachable': { target: string; reason: string };
  /** a change lost its line to the server again and again, always before its commit */
  'connection-lost': { target: string; reason: string };
  /** the line was lost during the commit, and the server could not be asked how that ended */
  'commit-unresolved': { target: string; change: number; reason: string };
  /** a file of SQLite whose pages are not what they should be */
  'database-damaged': { target: string };
  'database-full': { target: string };
  'database-read-only': { target: string };
  'database-locked': { target: string; holder: string | null; since: string | null; command: string | null };
  /** a SQLite file whose texts are not UTF-8 */
  'database-encoding': { target: string; encoding: string };
  'database-refused': { target: string; reason: string };
  // Logging in to a server
  /** `value`: `sslmode=…` as it was written */
  'tls-mode-unknown': { value: string };
  'tls-file-unreadable': { option: string; file: string; reason: string };
  'tls-not-offered': { target: string };
  'tls-not-verified': { target: string; host: string; doubt: TlsDoubt; reason: string };
  /** `file`: where a password would have been looked for */
  'password-missing': { target: string; file: string };
  'password-file-open': { target: string; file: string };
  'password-refused': { target: string };
  // The program
  interrupted: { written: boolean };
  fault: { reason: string; details: string | null };
}
