import {
  APPROVAL_REASONS,
  type OperationProblems,
  type TlsDoubt,
} from '../../../src/domain/operation-problems.ts';
import { numberRange, wholeStreet } from '../../../src/domain/territory/house-set.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import type { Samples } from './samples.ts';

const iin = '850101300123';
const org = 'school-3';
const street = 'Абай көшесі';
const houses = describeSet(numberRange(1, 45, 'odd'));
const target = '/var/qabyl.db';

const doubted = (doubt: TlsDoubt) => ({
  target: 'postgres://db.example.kz/qabyl',
  host: 'db.example.kz',
  doubt,
  reason: 'certificate',
});

export const operationSamples: Samples<OperationProblems> = {
  'flag-missing': [{ flag: '--school' }, { flag: '--as' }, { flag: '--year' }, { flag: 'FILE' }],
  'flag-invalid': [
    { flag: '--wait', value: '?', allowed: '10s, 500ms, 2m' },
    { flag: '--wait', value: '?', allowed: '' },
    { flag: '', value: '?', allowed: '' },
  ],
  'flags-conflict': [{ one: '--file', other: '--street' }],
  'answers-are-csv': [{ command: 'qabyl find-school --file children.csv --output answers.csv --json' }],
  'flag-needs': [{ flag: '--replace-all', needs: '--file' }],
  'command-unknown': [
    { name: 'import-staf', nearest: ['import-staff', 'import-streets'] },
    { name: '?', nearest: [] },
  ],
  'option-unknown': [
    { name: '--scool', nearest: ['--school'] },
    { name: '--?', nearest: [] },
  ],
  'option-argument-missing': [{ name: '--db' }],
  'argument-missing': [{ name: 'FILE' }],
  'stdin-is-keyboard': [{}],
  'arguments-too-many': [{ command: 'import-staff' }, { command: '' }],
  'config-unreadable': [{ file: 'config.json', reason: 'EACCES' }],
  'output-in-use': [{ file: 'qabyl.db' }],
  'password-in-flag': [{ target: 'postgres://qabyl:***@db.example.kz/qabyl' }],
  'tls-mode-unknown': [{ value: 'sslmode=strict' }],
  'tls-file-unreadable': [{ option: 'sslrootcert', file: '/1.pem', reason: 'ENOENT' }],
  'tls-not-offered': [{ target: 'postgres://db.example.kz/qabyl' }],
  'tls-not-verified': [doubted('issuer'), doubted('date'), doubted('name'), doubted('other')],
  'password-missing': [{ target: 'postgres://qabyl@db.example.kz/qabyl', file: '/1/.pgpass' }],
  'password-file-open': [{ target: 'postgres://qabyl@db.example.kz/qabyl', file: '/1/.pgpass' }],
  'password-refused': [{ target: 'postgres://qabyl@db.example.kz/qabyl' }],
  'config-open-to-others': [{ file: 'config.json' }],
  'profile-unknown': [
    { name: 'аудан', known: ['облыс', 'қала'] },
    { name: 'аудан', known: [] },
  ],
  'target-malformed': [{ value: 'mysql://?' }],
  'language-unknown': [{ value: 'de' }],
  'output-unwritable': [{ file: '/1.csv', reason: 'EACCES' }],
  'org-unknown': [
    { text: 'school-33', nearest: ['school-3'] },
    { text: '?', nearest: [] },
  ],
  'org-ambiguous': [{ text: 'Мектеп', candidates: ['school-1', 'school-2'] }],
  'org-not-school': [{ org: 'akzhailau' }],
  'org-not-department': [{ org }],
  'org-without-territory': [{ org }],
  'school-not-this': [{ school: 'school-1', only: org }],
  'staff-unknown': [
    { iin, org, nearest: ['850101300124'] },
    { iin, org, nearest: [] },
  ],
  'staff-left': [{ iin, org, name: 'Серікова Айгүл' }],
  'position-unknown': [
    { position: 'директар', org, nearest: ['директор'] },
    { position: '?', org, nearest: [] },
  ],
  'street-unknown': [
    { text: 'Абайй', nearest: [street] },
    { text: 'Абайй', nearest: [street], acceptable: true },
    { text: 'Абайй', nearest: [street, 'Абай даңғылы'], acceptable: true },
    { text: 'Абайй', nearest: [], acceptable: true },
    { text: '?', nearest: [] },
  ],
  'street-ambiguous': [
    { text: 'Абай', candidates: [street, 'Абай даңғылы'] },
    {
      text: 'Абай',
      candidates: ['Ақсу, Абай көшесі', 'Бірлік, Абай көшесі'],
      settlements: ['Ақсу', 'Бірлік'],
    },
  ],
  'street-with-houses': [{ text: 'ул. Набережная 1-20', name: 'ул. Набережная', houses: '1-20' }],
  'street-unclosed': [{ text: 'ул. "Мира' }],
  'street-range': [{ text: '1–8 линия' }],
  'street-settlement-assumed': [{ text: 'Абай', street: 'Ақсу, Абай көшесі' }],
  'street-houses-repeated': [
    { street, house: '12А', times: 1 },
    { street, house: '12А', times: 3 },
  ],
  'known-houses-endless': [{ words: 'с 20' }],
  'known-houses-many': [{ words: '1-200000', most: 10_000 }],
  'year-unknown': [
    { year: '2030-2031', known: ['2027-2028'] },
    { year: '2030-2031', known: [] },
  ],
  'change-unknown': [
    { change: 12, last: 11 },
    { change: 12, last: 0 },
  ],
  'bin-taken': [{ bin: '950940007313', org }],
  'code-malformed': [{ code: 'Мектеп 3' }],
  'org-code-twice': [{ code: org, line: 4 }],
  'parent-unknown': [
    { code: org, parent: '?', nearest: ['akzhailau'] },
    { code: org, parent: '?', nearest: [] },
  ],
  'parent-not-department': [{ code: org, parent: 'school-1' }],
  'parent-missing': [{ code: org }],
  'parent-rejected': [{ code: 'school-3', parent: 'akzhailau' }],
  'parent-cycle': [{ code: 'akzhailau' }],
  'org-kind-fixed': [
    { code: org, was: 'school' },
    { code: 'akzhailau', was: 'department' },
  ],
  'school-holds-streets': [
    { code: org, column: 'territory', streets: 1, year: '2027-2028', command: 'qabyl bind-streets --unbind' },
    {
      code: org,
      column: 'department',
      streets: 4,
      year: '2027-2028',
      command: 'qabyl bind-streets --unbind',
    },
  ],
  'department-kept': [{ code: 'akzhailau', name: 'Білім бөлімі', bin: '050340001423' }],
  'department-exists': [{ code: 'akzhailau' }],
  'street-name-shared': [{ alias: 'Абая', other: street }],
  'street-twice': [{ name: street, line: 4 }],
  'street-key-empty': [{ name: 'көшесі' }],
  'street-kind-unknown': [{ value: '?' }],
  'street-kind-contradicts': [
    { value: 'переулок', names: ['Абай көшесі'] },
    { value: 'переулок', names: ['Абай көшесі', 'улица Абая'] },
  ],
  'street-kinds-differ': [{ names: ['Абай көшесі', 'переулок Абая'] }],
  'houses-taken': [{ street, school: org, houses }],
  'houses-not-bound': [{ street, school: org, houses: describeSet(wholeStreet) }],
  'street-not-bound': [{ street, school: org }],
  'rows-overlap': [{ street, school: org, houses, line: 7 }],
  'rows-repeat': [{ street, school: org, houses, line: 7 }],
  'share-idle': [{ street, school: org, houses }],
  'accept-idle': [{ written: 'Абйа', street }],
  'accept-contradicts': [{ written: 'Абйа', streets: [street, 'Абай даңғылы'] }],
  'territory-empty': [{ school: org }],
  'territory-moved-on': [{ school: org, read: '1f0a9c5d7e3b' }],
  'settings-twice': [{ school: org, line: 4 }],
  'role-not-held': [{ iin, role: 'admin', org }],
  'last-superadmin': [{ org: 'akzhailau' }],
  'nothing-to-change': [{ command: 'set-year-settings' }],
  'actor-unknown': [{ iin }],
  'not-permitted': [
    { actor: iin, action: 'import-staff', org, offices: [{ role: 'superadmin', org }] },
    {
      actor: iin,
      action: 'bind-streets',
      org,
      offices: [
        { role: 'admin', org: 'akzhailau' },
        { role: 'director', org },
      ],
    },
    { actor: iin, action: 'import-streets', org, offices: [] },
  ],
  'approval-needed': [
    { reasons: APPROVAL_REASONS.map(reason => ({ reason, count: 1 })) },
    { reasons: APPROVAL_REASONS.map(reason => ({ reason, count: 5 })) },
  ],
  'removals-over-threshold': [
    { org, removals: 104, of: 120, allowed: 104 },
    { org, removals: 104, of: 120, allowed: 131 },
  ],
  'changes-over-threshold': [
    { org, changes: 100, of: 120, allowed: 100 },
    { org, changes: 100, of: 120, allowed: 110 },
  ],
  'known-houses-dropped': [
    { street, dropped: 1, of: 20, houses },
    { street, dropped: 19, of: 20, houses },
  ],
  'plan-moved': [
    { moved: [], more: 0 },
    { moved: ['staff school-3/850101300123'], more: 0 },
    { moved: ['staff school-3/850101300123'], more: 3 },
  ],
  'plan-other-command': [{ file: 'p.json', planned: 'import-staff', given: 'assign-role' }],
  'plan-unreadable': [{ file: 'p.json', reason: 'ENOENT' }],
  'database-missing': [{ target }],
  'database-not-a-database': [{ target }],
  'database-foreign': [{ target }],
  'database-newer': [{ target, database: '2', program: '1' }],
  'database-older': [{ target }],
  'database-unreachable': [{ target, reason: 'ECONNREFUSED' }],
  'connection-lost': [{ target, reason: 'read ECONNRESET' }],
  'commit-unresolved': [{ target, change: 12, reason: 'read ECONNRESET' }],
  'database-damaged': [{ target }],
  'database-full': [{ target }],
  'database-read-only': [{ target }],
  'database-locked': [
    { target, holder: null, since: null, command: null },
    { target, holder: 'u@h (7)', since: '2027-04-01T09:00:00Z', command: 'qabyl import-staff' },
    { target, holder: 'u@h (7)', since: null, command: null },
  ],
  'database-encoding': [{ target, encoding: 'UTF-16le' }],
  'database-refused': [{ target, reason: 'SQLITE_FULL' }],
  interrupted: [{ written: false }, { written: true }],
  fault: [
    { reason: 'x', details: null },
    { reason: 'x', details: '/tmp/qabyl-fault.txt' },
  ],
};
