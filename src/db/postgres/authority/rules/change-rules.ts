import { HOUSES_TAKEN } from './territory-rules.ts';

/** A rule about what a change leaves behind, whatever its statements did on the way. */
export interface ChangeRule {
  readonly code: string;
  /**
   * selects one column of text, the key of what breaks the rule: from any tables, from `touched (org)`, the
   * organisations whose rows the change wrote, and `street_touched`, the streets on which it bound houses
   */
  readonly breaks: string;
}

const touched = (column: string) => `${column} in (select org from touched)`;

/** What the program sees to at the end of every command that could break it. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  // Nobody could give roles any more (commands/assign-role.ts).
  {
    code: 'last-superadmin',
    breaks: `select o.code from org as o where o.department is null
      and not exists (select from staff_role as r where r.org = o.code and r.role = 'superadmin')`,
  },
  // Commands look at the current year (commands/common/acting.ts).
  {
    code: 'year-unknown',
    breaks: `select 'current' where not exists (select from academic_year where current = 1)`,
  },
  // Roles and appointments end with the employment (`--sync` of import-staff).
  {
    code: 'staff-left',
    breaks: `select r.org || '/' || r.iin || '/' || r.role from staff_role as r
      join staff as s on s.org = r.org and s.iin = r.iin where ${touched('r.org')} and s.active = 0`,
  },
  // An appointment ends with the role (commands/assign-role.ts).
  {
    code: 'executor-without-role',
    breaks: `select a.year || '/' || a.school || '/' || a.service from appointment as a where ${touched('a.school')}
      and not exists (select from staff_role as r join staff as s on s.org = r.org and s.iin = r.iin
        where r.org = a.school and r.iin = a.executor and r.role = 'executor' and s.active = 1)`,
  },
  {
    code: HOUSES_TAKEN.code,
    breaks: `with written as materialized (select b.* from binding as b
        join (select distinct year, department, street from street_touched) as t using (year, department, street))
      ${HOUSES_TAKEN.breaks}`,
  },
];
