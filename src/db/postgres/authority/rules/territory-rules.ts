import { streetKinds } from '../../../../domain/territory/street-kinds.ts';
import { LONGEST_TEXT } from './org-rules.ts';
import { wasStored } from './put-back.ts';
import { everyRow, listSql, type RowRule } from './rule.ts';

const STREET = `w.year || '/' || w.department || '/' || w.street`;
const BINDING = `w.year || '/' || w.school || '/' || w.street`;
const REVIEW = `w.year || '/' || w.school`;
const clean = (column: string) => `is_clean_text(w.${column}, ${LONGEST_TEXT})`;

/**
 * Source: commands/import-streets.ts with common/street-row.ts. That the identity of a street is made of its name, and
 * that no list has one street twice, cannot be held here: names are folded by rules of language (domain/territory/street-name).
 */
export const STREET_RULES: readonly RowRule[] = [
  {
    code: 'org-not-department',
    breaks: `select ${STREET} from written as w join org as o on o.code = w.department where o.kind <> 'department'`,
  },
  // streetIdentity: settlement, kind and name between slashes.
  everyRow('street-key-empty', STREET, `w.street ~ '^[^/]*/[a-z-]*/.'`),
  everyRow('street-kind-unknown', STREET, `w.kind in (${listSql(streetKinds)})`),
  everyRow(
    'repair-refused',
    STREET,
    `${clean('name_kk')} and ${clean('name_ru')} and (w.settlement is null or ${clean('settlement')})`,
  ),
  // Between `|`, each a name.
  everyRow(
    'repair-refused',
    STREET,
    `w.aliases is null or w.aliases !~ '^\\||\\|\\||\\|$|^ |\\| | \\|| $' and w.aliases <> ''`,
  ),
  // A street of which no house exists has an empty set; no house is without an end.
  everyRow('houses-unreadable', STREET, `w.houses is null or w.houses = '' or is_house_set(w.houses)`),
  everyRow('known-houses-endless', STREET, `w.houses is null or strpos(w.houses, '~') = 0`),
];

/** Whether a school may have streets in the list that a binding speaks of. */
const PLACED = `o.kind = 'school' and o.territory = 'yes' and o.department = w.department`;

/**
 * One school per house (domain/territory/one-school-per-house, overlaps): of the schools that have a house, at most
 * one does not say that it is shared. So the houses that a school has to itself are counted along the street.
 */
export const HOUSES_TAKEN: RowRule = {
  code: 'houses-taken',
  atEnd: true,
  breaks: `select key from (
      select s.key, sum(sum(c.step)) over (partition by s.year, s.department, s.street, c.side order by c.cut collate "C") as holders
      from (
        select w.year, w.department, w.street, min(${BINDING}) as key from written as w
        where exists (select from binding as other where other.year = w.year and other.department = w.department
          and other.street = w.street and other.school <> w.school)
        group by w.year, w.department, w.street) as s
      join binding as b on b.year = s.year and b.department = s.department and b.street = s.street
      cross join lateral (
        select side, cut, step from house_cuts(b.houses)
        union all select side, cut, -step from house_cuts(b.shared_houses)) as c
      group by s.key, s.year, s.department, s.street, c.side, c.cut collate "C") as swept
    where holders > 1`,
};

/** Source: commands/bind-streets.ts with common/binder.ts and common/binding-request.ts, `schoolObjection`. */
export const BINDING_RULES: readonly RowRule[] = [
  // Of a year that is not current, an undo puts back what was bound, wherever the school belongs by now (misplacedBindings).
  {
    code: 'org-without-territory',
    breaks: `select ${BINDING} from written as w join org as o on o.code = w.school
      where case when ${PLACED} then false
        when o.kind = 'school' and not exists (select from academic_year as y where y.year = w.year and y.current = 1)
          then not ${wasStored('binding', 'w', ['school', 'department', 'houses'])}
        else true end`,
  },
  everyRow('houses-unreadable', BINDING, 'is_house_set(w.houses)'),
  everyRow('houses-unreadable', BINDING, 'w.shared_houses is null or is_house_set(w.shared_houses)'),
  everyRow('cell-missing', BINDING, `w.share is null or w.share ~ '[^[:space:]]'`),
  // What is shared is bound: nowhere are there more shared houses than houses.
  {
    code: 'houses-not-bound',
    breaks: `select key from (
        select ${BINDING} as key, sum(sum(c.step)) over (partition by w.year, w.school, w.street, c.side order by c.cut collate "C") as houses
        from written as w cross join lateral (
          select side, cut, step from house_cuts(w.houses)
          union all select side, cut, -step from house_cuts(w.shared_houses)) as c
        where w.shared_houses is not null
        group by w.year, w.school, w.street, c.side, c.cut collate "C") as swept
      where houses < 0`,
  },
  HOUSES_TAKEN,
];

/**
 * The version of a school's territory as it is bound now (db/territory-version.ts). The lines are in the order of their
 * bytes; JavaScript's differs from it only between signs that no street has.
 */
const VERSION = `select encode(sha256(convert_to(string_agg(line, E'\\n' order by line collate "C"), 'UTF8')), 'hex')
  from (select concat_ws(E'\\t', b.street, b.houses, b.shared_houses) as line from binding as b
    join org as o on o.code = b.school and o.department = b.department
    where b.year = w.year and b.school = w.school) as bound`;

/** Source: commands/review-territory.ts. */
export const REVIEW_RULES: readonly RowRule[] = [
  {
    code: 'org-without-territory',
    breaks: `select ${REVIEW} from written as w join org as o on o.code = w.school
      where o.kind <> 'school' or o.territory = 'none' and not ${wasStored('review', 'w', ['territory', 'reviewed_by'])}`,
  },
  everyRow('iin-check-digit', REVIEW, 'is_iin(w.reviewed_by)'),
  // Nobody confirms what is not bound; an undo puts back that an earlier version was read.
  everyRow(
    'territory-moved-on',
    REVIEW,
    `case when w.territory = (${VERSION}) then true else ${wasStored('review', 'w', ['territory', 'reviewed_by'])} end`,
  ),
];
