import type { DoctorFindings } from '../../../src/domain/doctor/findings.ts';
import type { Samples } from './samples.ts';

const login = 'operator_1';
const schema = 'public';

export const doctorSamples: Samples<DoctorFindings> = {
  'program-at-work': [{ program: '0.1.0', schema: '0001-first', node: 'v24.1.0', platform: 'linux' }],
  'settings-at-work': [
    {
      settings: [
        { name: 'db', value: 'postgres://aigul:***@db.example.kz/qabyl', origin: 'flag' },
        { name: 'as', value: '830703406664', origin: 'variable' },
        { name: 'year', value: '2027-2028', origin: 'profile' },
      ],
      profile: 'аудан',
      file: '/home/aigul/.config/qabyl/config.json',
      found: true,
    },
    {
      settings: [
        { name: 'db', value: '/home/aigul/qabyl.db', origin: 'default' },
        { name: 'year', value: '2027-2028', origin: 'file' },
      ],
      profile: null,
      file: '/home/aigul/.config/qabyl/config.json',
      found: false,
    },
  ],
  'file-opened': [{ target: '/var/qabyl.db', engine: 'sqlite 3.53.0' }],
  'server-answered': [
    { engine: 'postgres 18.1', milliseconds: 12, secure: 'verified' },
    { engine: 'postgres 18.1', milliseconds: 12, secure: 'unverified' },
    { engine: 'postgres 18.1', milliseconds: 0, secure: 'open' },
  ],
  'server-overheard': [
    { engine: 'postgres 18.1', milliseconds: 12, secure: 'unverified' },
    { engine: 'postgres 18.1', milliseconds: 12, secure: 'open' },
  ],
  'file-private': [{ file: '/var/qabyl.db', bits: '0600' }],
  'file-open-to-others': [{ path: '/var/qabyl.db', bits: '0644' }],
  'folder-open-to-others': [{ path: '/var', bits: '0777' }],
  'file-read-only': [{ file: '/var/qabyl.db' }],
  'file-intact': [{ bytes: 4096 }, { bytes: 1_400_000_000 }],
  'file-damaged': [{ found: '*** in database main *** Tree 5 page 7' }],
  'file-too-large': [{ bytes: 2_000_000_000 }],
  'file-without-wal': [{ file: '/var/qabyl.db' }],
  'disk-enough': [{ free: 20_000_000_000, needed: 51_000_000 }],
  'disk-short': [{ free: 20_000_000, needed: 51_000_000 }],
  'disk-full': [{ free: 0 }],
  'schema-current': [{ version: '0001-first' }],
  'schema-pending': [{ version: '0001-first', pending: ['0002-second', '0003-third'] }],
  'schema-closed': [{ schema, login }],
  'lock-free': [{}],
  'lock-held': [
    { holder: 'aigul@maktab-pc (17)', since: '2027-02-01T07:00:00.000Z', command: 'import-staff' },
    { holder: null, since: null, command: null },
  ],
  'clock-right': [{ seconds: null }, { seconds: 0 }, { seconds: -2 }],
  'clock-off': [{ seconds: 3700 }, { seconds: -75 }],
  'clock-day-off': [{ seconds: 200_000 }, { seconds: -86_400 }],
  'last-change-ahead': [{ change: 12, at: '2099-02-01T07:00:00.000Z' }],
  'history-whole': [{ lines: 1 }, { lines: 12_345 }],
  'history-end-whole': [{ lines: 100_000 }],
  'history-empty': [{}],
  'owner-sees-all': [{ login }],
  'login-owns': [{ login }],
  'login-tied': [{ login, iin: '830703406664' }],
  'login-lacks': [{ login, lacks: ['usage on schema public', 'update (id) on write_lock'] }],
  'logins-none': [{}],
  'logins-right': [{ logins: 1 }, { logins: 7 }],
  'logins-exceed': [{ logins: [login], exceeds: ['truncate on staff', 'update (chain) on change'] }],
  'logins-lack': [{ logins: [login] }],
  'logins-above': [{ logins: [login, 'operator_2'] }],
  'logins-gone': [{ logins: [login] }],
  'logins-idle': [{ logins: [login] }],
  'rows-secured': [{ tables: 14 }],
  'rows-unsecured': [
    { tables: ['staff'], absent: ['staff_select'], altered: ['org_select'], foreign: ['anybody'] },
    { tables: [], absent: [], altered: [], foreign: ['anybody'] },
  ],
  'guards-whole': [{ guards: 60 }],
  'guards-broken': [
    { absent: ['guard_change'], disabled: ['guard_staff_insert'], altered: ['reach'] },
    { absent: [], disabled: [], altered: ['reach'] },
  ],
  'public-shut-out': [{ schema }],
  'public-let-in': [
    { schema, create: true, tables: ['staff'] },
    { schema, create: true, tables: [] },
  ],
  'depends-on': [{ check: 'database-reachable' }],
  'could-not-run': [{ reason: 'EIO' }],
};
