import { HOUSE_LETTERS } from '../../../../domain/territory/house-number.ts';

const LETTER = `[${HOUSE_LETTERS}]`;
const NUMBERED = `[1-9][0-9]*${LETTER}?`;
/** Behind the number of a cut as `shortCut` writes it (domain/territory/cut-text): `12.А`, `12..10А`, `12.А.3.1`, `12...А`. */
const SUFFIX = `(?:\\.${LETTER}|\\.${LETTER}?\\.${NUMBERED}|\\.${LETTER}?\\.(?:${NUMBERED})?\\.(?:${NUMBERED}|${LETTER}))?`;

/** All intervals of one side; that `~` ends only the last of them follows from the order of the cuts. */
function sidePattern(name: string, number: string, suffix: string): string {
  const cut = `(?:${number})${suffix}`;
  const interval = `${cut}-(?:~|${cut})`;
  return `${name}:${interval}(?:,${interval})*`;
}

function setPattern(suffix: string): string {
  const odd = sidePattern('odd', '[1-9][0-9]*[13579]|[13579]', suffix);
  const even = sidePattern('even', '[1-9][0-9]*[02468]|[2468]', suffix);
  return `'^(?:${odd}(?:;${even})?|${even})$'`;
}

/** What whole streets and whole sides are stored as: most bindings of a country. */
const WHOLE = `'odd:1-~;even:2-~', 'odd:1-~', 'even:2-~'`;

/**
 * Sets of houses as `setToText` writes them (domain/territory/house-set). Three functions:
 * - `long_cut`: a cut as the text that sorts as the houses do under the collation "C", each number in six digits;
 * - `house_cuts`: every cut of a set, with +1 where houses begin and −1 where they end: where the running sum over some
 *   sets is two, two of them have the house. To be compared and sorted under the collation "C";
 * - `is_house_set`: whether a text is one that `setToText` writes, the empty set left out.
 */
export const HOUSE_FUNCTIONS: readonly string[] = [
  `create function long_cut(cut text) returns text language sql immutable parallel safe as $$
    select case when cut = '~' then cut when strpos(cut, '.') = 0 then lpad(cut, 6, '0')
      else regexp_replace(regexp_replace(cut, '([0-9]+)', '00000\\1', 'g'), '[0-9]*([0-9]{6})', '\\1', 'g') end $$`,
  `create function house_cuts(houses text) returns table (side text, cut text, step integer, place bigint)
    language sql immutable parallel safe as $$
    select split_part(own, ':', 1), long_cut(short), case when c.place % 2 = 1 then 1 else -1 end, c.place
    from unnest(string_to_array(houses, ';')) as own
      cross join lateral unnest(string_to_array(replace(split_part(own, ':', 2), '-', ','), ',')) with ordinality as c (short, place) $$`,
  `create function is_house_set(houses text) returns boolean language sql immutable parallel safe as $$
    select houses in (${WHOLE}) or case when strpos(houses, '.') = 0 then houses ~ ${setPattern('')} else houses ~ ${setPattern(SUFFIX)} end and houses !~ '[0-9]{7}'
      and not exists (
        select from (
          select cut, lag(cut) over (partition by side order by place) as before from house_cuts(houses)) as c
        where before collate "C" >= cut) $$`,
];
