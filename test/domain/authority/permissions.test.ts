import { describe, expect, it } from 'vitest';
import {
  type Action,
  type Grant,
  mayDo,
  PERMISSIONS,
  type Target,
} from '../../../src/domain/authority/permissions.ts';
import { ROLES, type Role } from '../../../src/domain/authority/roles.ts';

/** A region above a district above a school; another district with a school of its own. */
const REGION: Target = { org: 'region', kind: 'department', ancestors: [] };
const DISTRICT: Target = { org: 'district', kind: 'department', ancestors: ['region'] };
const SCHOOL: Target = { org: 'school', kind: 'school', ancestors: ['district', 'region'] };
const OTHER_DISTRICT: Target = { org: 'other-district', kind: 'department', ancestors: ['region'] };
const OTHER_SCHOOL: Target = { org: 'other-school', kind: 'school', ancestors: ['other-district', 'region'] };
const TARGETS = [REGION, DISTRICT, SCHOOL, OTHER_DISTRICT, OTHER_SCHOOL];

const READS = 'region district school other-district other-school';
const READS_DISTRICT = 'district school';

/** What a person with this role here may do, and to which organisations; all that is not listed is refused. */
const ALLOWED: [Role | null, string, Partial<Record<Action, string>>][] = [
  [
    'superadmin',
    'region',
    {
      init: 'region',
      backup: 'region',
      'import-orgs': READS,
      'import-staff': READS,
      'assign-role': READS,
      'grant-access': READS,
      read: READS,
    },
  ],
  [
    'superadmin',
    'district',
    {
      init: 'district',
      backup: 'district',
      'import-orgs': READS_DISTRICT,
      'import-staff': READS_DISTRICT,
      'assign-role': READS_DISTRICT,
      'grant-access': READS_DISTRICT,
      read: READS_DISTRICT,
    },
  ],
  [
    'superadmin',
    'school',
    { 'import-staff': 'school', 'assign-role': 'school', 'grant-access': 'school', read: 'school' },
  ],
  [
    'admin',
    'region',
    {
      'import-streets': 'region district other-district',
      'bind-streets': READS,
      'set-window': 'region district other-district',
      read: READS,
    },
  ],
  [
    'admin',
    'district',
    {
      'import-streets': 'district',
      'bind-streets': READS_DISTRICT,
      'set-window': 'district',
      read: READS_DISTRICT,
    },
  ],
  ['admin', 'school', { 'review-territory': 'school', 'set-year-settings': 'school', read: 'school' }],
  ['director', 'region', { read: READS }],
  ['director', 'district', { read: READS_DISTRICT }],
  ['director', 'school', { 'appoint-executor': 'school', read: 'school' }],
  ['executor', 'region', { read: READS }],
  ['executor', 'district', { read: READS_DISTRICT }],
  ['executor', 'school', { read: 'school' }],
  [null, 'region', { read: READS }],
  [null, 'district', { read: READS_DISTRICT }],
  [null, 'school', { read: 'school' }],
];

const ACTIONS: readonly Action[] = Object.keys(PERMISSIONS).filter(
  (name): name is Action => name in PERMISSIONS,
);

const everyCase = ALLOWED.flatMap(([role, at, allowed]) =>
  ACTIONS.flatMap(action =>
    TARGETS.map(target => ({
      role,
      at,
      action,
      org: target.org,
      target,
      allowed: (allowed[action] ?? '').split(' ').includes(target.org),
    })),
  ),
);

describe('who may do what', () => {
  it('is settled for every role at every kind of organisation', () => {
    const listed = new Set(ALLOWED.map(([role, at]) => `${role} ${at}`));
    expect(listed.size).toBe((ROLES.length + 1) * 3);
    expect(everyCase).toHaveLength(listed.size * ACTIONS.length * TARGETS.length);
  });

  it.each(everyCase)('$role of $at, $action to $org: $allowed', ({ role, at, action, target, allowed }) => {
    expect(mayDo([{ org: at, role }], action, target).allowed).toBe(allowed);
  });

  it('gives nothing to a person who works nowhere', () => {
    for (const action of ACTIONS) {
      for (const target of TARGETS) expect(mayDo([], action, target).allowed).toBe(false);
    }
  });

  it('gives a person with several grants what any one of them gives, and no more', () => {
    const grants: Grant[] = [
      { org: 'other-school', role: 'director' },
      { org: 'school', role: 'admin' },
    ];
    expect(mayDo(grants, 'set-year-settings', SCHOOL).allowed).toBe(true);
    expect(mayDo(grants, 'appoint-executor', OTHER_SCHOOL).allowed).toBe(true);
    expect(mayDo(grants, 'appoint-executor', SCHOOL).allowed).toBe(false);
    expect(mayDo(grants, 'set-year-settings', OTHER_SCHOOL).allowed).toBe(false);
  });
});

describe('a refusal', () => {
  it.each<[Action, Target, object[]]>([
    ['appoint-executor', SCHOOL, [{ role: 'director', at: 'own' }]],
    ['set-year-settings', SCHOOL, [{ role: 'admin', at: 'own' }]],
    ['bind-streets', SCHOOL, [{ role: 'admin', at: 'department' }]],
    [
      'import-staff',
      SCHOOL,
      [
        { role: 'superadmin', at: 'own' },
        { role: 'superadmin', at: 'department' },
      ],
    ],
    ['import-orgs', REGION, [{ role: 'superadmin', at: 'own' }]],
    ['set-window', SCHOOL, []],
    ['appoint-executor', DISTRICT, []],
  ])('of %s names who may instead', (action, target, by) => {
    expect(mayDo([{ org: 'elsewhere', role: 'superadmin' }], action, target)).toEqual({ allowed: false, by });
  });
});
