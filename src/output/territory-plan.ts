import type { HouseSet } from '../domain/territory/house-set.ts';
import { describeSet } from '../domain/territory/set-parts.ts';
import type { TerritoryPlan } from '../domain/territory/territory-plan.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Style } from './style.ts';

/** How many streets a person is shown under one head; `--all-changes` shows all. */
const SHOWN = 20;

interface Line {
  /** what the streets are counted by: the schools */
  readonly schools: string;
  readonly street: string;
  readonly houses: HouseSet;
  readonly known: number | null;
  /** said behind the houses */
  readonly note?: string;
}

/** What a change of bindings means for the schools, as JSON. */
export function territoryJson({ moves, dropped, shared }: TerritoryPlan, catalogue: Catalogue) {
  const read = <P extends { readonly houses: HouseSet }>(planned: P) => ({
    ...planned,
    houses: catalogue.houses.print(describeSet(planned.houses)),
  });
  return { moves: moves.map(read), dropped: dropped.map(read), shared: shared.map(read) };
}

/** The same for people: by schools with counts, and street by street below them. */
export function formatTerritory(
  { moves, dropped, shared }: TerritoryPlan,
  catalogue: Catalogue,
  style: Style,
  all: boolean,
): string {
  const { reports } = catalogue;
  const section = (head: string, lines: readonly Line[]) => formatSection(head, lines, catalogue, style, all);
  return [
    section(
      reports.housesMoved,
      moves.map(({ from, to, ...planned }) => ({ schools: `${from} → ${to}`, ...planned })),
    ),
    section(
      reports.housesDropped,
      dropped.map(({ school, ...planned }) => ({ schools: school, ...planned })),
    ),
    section(
      reports.housesShared,
      shared.map(({ school, others, reason, ...planned }) => ({
        schools: reports.sharedWith(school, others),
        note: reason,
        ...planned,
      })),
    ),
  ].join('');
}

function formatSection(
  head: string,
  lines: readonly Line[],
  catalogue: Catalogue,
  style: Style,
  all: boolean,
): string {
  if (lines.length === 0) return '';
  const { reports, houses } = catalogue;
  const text = [`${head}\n`];
  let left = all ? lines.length : SHOWN;
  for (const [schools, streets] of Map.groupBy(lines, line => line.schools)) {
    text.push(`  ${style.strong(schools)}: ${counted(streets, catalogue)}\n`);
    for (const { street, houses: set, note } of streets.slice(0, left))
      text.push(
        `    ${street}: ${houses.print(describeSet(set))}${note === undefined ? '' : ` (${note})`}\n`,
      );
    left = Math.max(0, left - streets.length);
  }
  const hidden = all ? 0 : lines.length - SHOWN;
  if (hidden > 0) text.push(`    ${style.faint(reports.moreStreets(hidden))}\n`);
  return text.join('');
}

/** Streets, and houses where the list knows those of each of the streets. */
function counted(lines: readonly Line[], { reports }: Catalogue): string {
  const streets = reports.streetCount(new Set(lines.map(({ street }) => street)).size);
  const known = lines.reduce<number | null>(
    (sum, line) => (sum === null || line.known === null ? null : sum + line.known),
    0,
  );
  return known === null ? streets : `${streets}, ${reports.knownHouses(known)}`;
}
