import type { RowKind } from '../../tables.ts';
import { inReach } from './reach.ts';

/** What the offices ask of rows beyond the organisation that they belong to (policies.ts). */
export interface OfficeRule {
  readonly kind: RowKind;
  readonly on: readonly ('INSERT' | 'UPDATE' | 'DELETE')[];
  /** what a refusal says, in English: it is read in psql */
  readonly says: string;
  /** selects the key of each row that breaks it, from `written` and `gone` */
  readonly breaks: string;
}

export const OFFICE_RULES: readonly OfficeRule[] = [
  {
    kind: 'org',
    on: ['INSERT', 'UPDATE'],
    says: 'the login has no right to import this organisation there',
    breaks: `select w.code from written as w where not (${inReach('w.code', 'import-orgs')})`,
  },
  {
    kind: 'org',
    on: ['INSERT', 'UPDATE', 'DELETE'],
    says: 'there is one organisation at the top',
    breaks: `select code from org where department is null order by code offset 1`,
  },
  {
    kind: 'org',
    on: ['DELETE'],
    says: 'the login has no right to take this organisation away',
    breaks: `select g.code from gone as g where g.department is null or not (${inReach('g.department', 'import-orgs')})`,
  },
  {
    kind: 'year',
    on: ['INSERT', 'UPDATE', 'DELETE'],
    says: 'the years are chosen at the top',
    breaks: `select 'academic_year' where not ((select sees_all()) and exists (select from reach('init')))`,
  },
  {
    kind: 'staff',
    on: ['UPDATE'],
    says: 'a director changes nothing but the phone and the e-mail of an executor',
    breaks: `select w.org || '/' || w.iin from written as w join gone as g on g.org = w.org and g.iin = w.iin
      where not (${inReach('w.org', 'import-staff')})
        and (to_jsonb(w) - array['phone', 'email', 'change'] <> to_jsonb(g) - array['phone', 'email', 'change']
          or not exists (select from staff_role as r where r.org = w.org and r.iin = w.iin and r.role = 'executor'))
      union all
      select g.org || '/' || g.iin from gone as g
      where not exists (select from written as w where w.org = g.org and w.iin = g.iin)`,
  },
  {
    kind: 'login',
    on: ['INSERT'],
    says: 'they work elsewhere too, where the login may not give access',
    breaks: `select w.login from written as w join staff as s on s.iin = w.iin and s.active = 1
      where not (${inReach('s.org', 'grant-access')})`,
  },
];
