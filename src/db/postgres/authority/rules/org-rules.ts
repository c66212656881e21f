import { everyRow, type RowRule } from './rule.ts';

const KEY = 'w.code';
/** Far longer than any name (input/row-reading.ts). */
export const LONGEST_TEXT = 2_000;
const CURRENT = 'select year from academic_year where current = 1';

/** As it was before this change: the history keeps it before it is replaced. */
const before = (condition: string) =>
  `exists (select from former_row as f where f.change = w.change and f.kind = 'org' and f.key = w.code and ${condition})`;

/** Source: commands/import-orgs.ts and commands/init.ts; the shapes, domain/identity. */
export const ORG_RULES: readonly RowRule[] = [
  // readOrgCode: what looks like a BIN would be taken for one.
  everyRow(
    'code-malformed',
    KEY,
    `w.code ~ '^[a-z0-9][a-z0-9-]*$' and octet_length(w.code) <= 64 and not (octet_length(w.code) = 12 and w.code ~ '^[0-9]*$')`,
  ),
  // Without a right BIN the state portal rejects every application (domain.md, "Rules of admission").
  everyRow('bin-check-digit', KEY, 'is_bin(w.bin)'),
  everyRow(
    'repair-refused',
    KEY,
    `is_clean_text(w.name_kk, ${LONGEST_TEXT}) and is_clean_text(w.name_ru, ${LONGEST_TEXT})`,
  ),
  everyRow('kato-malformed', KEY, `w.kato is null or octet_length(w.kato) = 9 and w.kato ~ '^[0-9]*$'`),
  // Only schools have a territory.
  everyRow('territory-unknown', KEY, `w.kind = 'school' or w.territory = 'none'`),
  everyRow('parent-missing', KEY, `w.kind = 'department' or w.department is not null`),
  {
    code: 'parent-not-department',
    breaks: `select w.code from written as w join org as o on o.code = w.department where o.kind <> 'department'
      union all
      select o.code from written as w join org as o on o.department = w.code where w.kind <> 'department'`,
  },
  // From each written row upwards; a circle that the row itself does not stand in is that of another written row.
  {
    code: 'parent-cycle',
    breaks: `with recursive above (code, department) as (
        select w.code, w.department from written as w
        union
        select a.code, o.department from above as a join org as o on o.code = a.department)
      select code from above where department = code`,
  },
  // A school that became a department, or the other way round, would keep what only the other may have.
  {
    code: 'org-kind-fixed',
    breaks: `select w.code from written as w where ${before(`f.before::jsonb ->> 'kind' <> w.kind`)}
      union all
      select w.code from written as w where w.kind <> 'department'
        and (exists (select from street as s where s.department = w.code)
          or exists (select from season_rules as r where r.department = w.code))
      union all
      select w.code from written as w where w.kind <> 'school'
        and (exists (select from binding as b where b.school = w.code)
          or exists (select from territory_review as r where r.school = w.code)
          or exists (select from year_settings as y where y.school = w.code)
          or exists (select from appointment as a where a.school = w.code))`,
  },
  // Houses bound to a school that cannot take the children; what was so before this change is not its doing.
  {
    code: 'school-holds-streets',
    breaks: `select w.code from written as w where exists (
        select from binding as b where b.school = w.code and b.year in (${CURRENT})
          and (w.territory = 'none' or b.department is distinct from w.department))
      and not ${before(`f.before::jsonb ->> 'territory' = w.territory and f.before::jsonb ->> 'department' is not distinct from w.department`)}`,
  },
];
