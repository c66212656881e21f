import { encodingNames } from '../encoding-names.ts';
import { enCount } from '../plural.ts';
import type { Counts, ReportWords } from '../report-words.ts';
import { backup } from './backup.ts';
import { progress } from './progress.ts';

export const reports: ReportWords = {
  progress,
  counts,
  applied: change => `Recorded as change ${change}.`,
  partlyApplied: (change, rejected) =>
    `Recorded as change ${change}, without ${enCount(rejected, 'rejected record', 'rejected records')}.`,
  planned: 'This is a plan: nothing was written.',
  plannedApprovals: reasons => `To carry it out, approve it with --yes: ${reasons}.`,
  mustApprove: reasons => `This must be approved: ${reasons}.`,
  unchanged: 'Nothing to change: everything is already so.',
  unchangedRest: 'Nothing was written: whatever was not rejected is already so.',
  rejected: errors => `Nothing was written: ${enCount(errors, 'error', 'errors')}.`,
  nothingWritten: 'Nothing was written.',
  declined: 'The plan was not approved: nothing was written.',
  moreColumns: n => `… and ${n} more`,
  moreChanges: n => `… and ${enCount(n, 'more change', 'more changes')}; --all-changes shows all.`,
  moreProblems: n => `… and ${n} more of the same.`,
  samePlaces: n => enCount(n, 'place', 'places'),
  onlyCause: (rows, places) =>
    rows === places
      ? `${enCount(rows, 'row fails', 'rows fail')} only because of this`
      : `${enCount(places, 'place', 'places')}, ${enCount(rows, 'row fails', 'rows fail')} only because of this`,
  byCause: 'By cause:',
  returned: 'returned',
  left: 'dismissed',
  housesMoved: 'Houses that pass to another school:',
  housesDropped: 'Houses taken away without another school gaining them:',
  housesShared: 'Houses shared on purpose:',
  sharedWith: (school, others) => `${school} with ${others.join(', ')}`,
  streetCount: n => enCount(n, 'street', 'streets'),
  knownHouses: n => enCount(n, 'known house', 'known houses'),
  moreStreets: n => `… and ${enCount(n, 'more street', 'more streets')}; --all-changes shows all.`,
  orderLine: 'Line',
  orderWritten: 'Written',
  orderUnread: 'not read',
  repaired: 'Repaired while reading:',
  repairs: {
    'zeros-restored': n => `lost zeros put back in ${enCount(n, 'cell', 'cells')}`,
    'look-alikes-replaced': n => `letters of another alphabet replaced in ${enCount(n, 'cell', 'cells')}`,
    'blanks-removed': n => `stray blanks removed from ${enCount(n, 'cell', 'cells')}`,
    'apostrophe-removed': n => `an apostrophe removed from ${enCount(n, 'cell', 'cells')}`,
  },
  repairedCell: (line, from, to) => `line ${line}: “${from}” → “${to}”`,
  rejectsWritten: (file, rows) =>
    `${enCount(rows, 'rejected row is', 'rejected rows are')} in “${file}”: correct the rows there and import that file.`,
  rejectsAsCsv: 'It is a CSV file that Excel opens.',
  noRejects: (file, older) =>
    older
      ? `No row was rejected: “${file}” was not written. An older file of that name is still there.`
      : `No row was rejected: “${file}” was not written.`,
  next: 'Next:',
  fix: 'What to do:',
  planSaved: file => `The plan is saved in “${file}”. To carry it out, add --plan "${file}".`,
  written: file => `Written to “${file}”.`,
  database: target => `Database: ${target}`,
  tableFound: ({ delimiter, encoding, sheet }, columns) => {
    if (sheet !== null) return `Columns of the sheet “${sheet}”: ${columns}.`;
    const named = encoding === 'utf-8' ? '' : `, encoding ${encodingNames[encoding]}`;
    return `Columns, separated by “${delimiter === '\t' ? 'tab' : delimiter}”${named}: ${columns}.`;
  },
  rowsSkipped: rows =>
    `Rows above the header left out: ${rows.map(({ line, text }) => `${line} “${text}”`).join(', ')}.`,
  columnsRepeated: columns => `Columns that are not read and stand in the answer as they are: ${columns}.`,
  columnsIgnored: columns => `Columns left out: ${columns}.`,
  kinds: {
    org: 'organization',
    year: 'academic year',
    staff: 'employee',
    role: 'role',
    login: 'login',
    street: 'street',
    binding: 'binding',
    review: 'reading of the territory',
    settings: 'year settings',
    'season-rules': 'season',
    appointment: 'appointment',
  },
  approvals: {
    dismissal: n => enCount(n, 'dismissal', 'dismissals'),
    unbinding: n => enCount(n, 'binding of a street loses houses', 'bindings of streets lose houses'),
    'moved-between-schools': n =>
      enCount(
        n,
        'street or part of it passes to another school',
        'streets or parts of them pass to another school',
      ),
    'executor-replaced': n => enCount(n, 'executor is replaced', 'executors are replaced'),
    'access-revoked': n => enCount(n, 'login loses its access', 'logins lose their access'),
    'role-revoked': n => enCount(n, 'role is revoked', 'roles are revoked'),
    'settings-overwritten': n =>
      enCount(n, 'set of settings is overwritten', 'sets of settings are overwritten'),
    'street-removed': n => enCount(n, 'street leaves the list', 'streets leave the list'),
    'known-houses-dropped': n =>
      enCount(n, 'street loses many of its known houses', 'streets lose many of their known houses'),
    'year-switched': n =>
      enCount(n, 'current year gives way to another', 'current years give way to another'),
    'organisation-changed': n => enCount(n, 'organization is changed', 'organizations are changed'),
  },
  actions: {
    init: 'upgrade the database or choose its current year',
    'import-orgs': 'import organizations',
    'import-staff': 'import employees',
    'assign-role': 'give or revoke roles',
    'grant-access': 'give or revoke logins',
    'import-streets': 'list streets',
    'bind-streets': 'bind streets',
    'set-window': 'set the admission season',
    'review-territory': 'confirm the reading of the territory',
    'set-year-settings': 'fill in the year settings',
    'appoint-executor': 'appoint the executor',
    backup: 'back up the database',
    read: 'look at the data',
  },
  roles: {
    superadmin: 'super-administrator',
    admin: 'administrator',
    director: 'director',
    executor: 'executor',
  },
  offices: {
    superadmin: org => `the super-administrator of ${org}`,
    admin: org => `the administrator of ${org}`,
    director: org => `the director of ${org}`,
    executor: org => `the executor of ${org}`,
  },
  statuses: {
    pass: 'ready',
    warn: 'warning',
    fail: 'not ready',
    'not-checked': 'not checked',
    waived: 'not required',
  },
  checksSkipped: ids => `Left out, so nothing is said of: ${ids.join(', ')}.`,
  readyOrg: org => `${org}: ready.`,
  // With --fail-level warning nothing need have failed.
  notReadyOrg: (org, failing) =>
    failing === 0
      ? `${org}: not ready, there are warnings.`
      : `${org}: not ready, ${enCount(failing, 'check', 'checks')} to settle.`,
  readyAll: orgs => `Ready: ${enCount(orgs, 'organization', 'organizations')}.`,
  notReadyAll: (notReady, orgs) =>
    `Not ready: ${notReady} of ${enCount(orgs, 'organization', 'organizations')}.`,
  by: role => `To be run by ${role}:`,
  covered: house => `${house}: in the list`,
  notCovered: house => `${house}: not in the list`,
  territoryOf: (school, year) => `Territory of ${school}, academic year ${year}`,
  territoryNone: 'The school is declared to have no territory.',
  territoryEmpty: 'No street is bound to the school yet.',
  territoryReviewed: change => `The administrator has read this territory (change ${change}).`,
  territoryMoved: version =>
    `The territory has changed since it was read: read it again, then add --confirm ${version}`,
  territoryUnread: version =>
    `The administrator has not read this territory yet: read it, then add --confirm ${version}`,
  territoryFindings: {
    overlap: (street, school, houses) => `${street}: bound to ${school} too: ${houses}`,
    shared: (street, school, houses, why) => `${street}: shared with ${school} (${why}): ${houses}`,
    gap: (street, houses) => `${street}: bound to no school: ${houses}`,
    possibleGap: (street, houses) => `${street}: bound to no school, if there are such houses: ${houses}`,
  },
  columns: {
    change: 'Change',
    at: 'When (UTC)',
    command: 'Command',
    actor: 'By',
    summary: 'Records',
    check: 'Check',
    status: 'State',
  },
  typed: 'Typed:',
  fileRead: (name, sha256) => `File: ${name}, SHA-256 ${sha256}`,
  machine: (host, user) => `Machine: ${host}, account ${user}`,
  versions: (program, node, engine) => `Versions: qabyl ${program}, Node ${node}, ${engine}`,
  historyWhole: (changes, rows) =>
    `The history is whole, and the data agree with it: ${enCount(changes, 'change', 'changes')}, ${enCount(rows, 'row', 'rows')}.`,
  historyHead: head => `Keep this with your backups; it stands for all of it: ${head}`,
  backup,
  historyBroken: breaks =>
    `The history and the data do not agree: ${enCount(breaks, 'break', 'breaks')}; --json lists them.`,
  noRows: 'Nothing is recorded.',
  noOverlaps: 'No houses of two schools were found.',
  noGaps: 'No houses without a school were found.',
  rowCount: n => enCount(n, 'row', 'rows'),
  cellsShortened: '(cells that end in “…” are longer: --csv shows them whole)',
  yes: 'yes',
  no: 'no',
};

/** The words fit a plan as well as what has been done. */
function counts({ read, add, update, remove, unchanged, rejected }: Counts): string {
  const parts = [
    [add, 'new'],
    [update, 'changed'],
    [remove, 'removed'],
    [unchanged, 'unchanged'],
    [rejected, 'rejected'],
  ] as const;
  const named = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  const all = read > 0 ? [`${read} read`, ...named] : named;
  return all.length === 0 ? 'No records.' : `Records: ${all.join(', ')}.`;
}
