import type { Context } from '../context.ts';
import { need } from '../context.ts';
import type { Queryable } from '../db/dialect.ts';
import type { StoredOrg } from '../db/organisations.ts';
import { streetTerritories } from '../db/street-pages.ts';
import { bindingsOfSchool, findReview, type StoredBinding, streetsOf } from '../db/territory.ts';
import { shortVersion, territoryVersion } from '../db/territory-version.ts';
import { problem } from '../domain/problem.ts';
import type { HouseSet } from '../domain/territory/house-set.ts';
import { describeSet } from '../domain/territory/set-parts.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { printHouses } from '../output/row-view.ts';
import { formatTable } from '../output/table.ts';
import { wrapLines } from '../output/wrap.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { requireSchool } from './common/lookup.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { runChange } from './common/run-change.ts';
import { gapsOf, overlapsOf } from './common/territory-findings.ts';

/** `qabyl review-territory`: shows a school its territory; `--confirm` shows it too and records that this version of it was read. Step 7. */
export const reviewTerritory = defineCommand({
  options: ['school', 'confirm', ...CHANGE_OPTIONS],
  examples: [
    'qabyl review-territory --school school-3',
    'qabyl review-territory --school school-3 --confirm',
    'qabyl review-territory --school school-3 --confirm 1f0a9c5d7e3b',
  ],
  async run(context, options) {
    const schoolText = await need(context, 'school', options.school);
    const actor = await actorIin(context);
    const { confirm } = options;
    if (confirm === undefined) return showTerritory(context, schoolText, actor);
    // Nobody confirms what they were not shown: the version that is recorded stands above the outcome.
    let confirmed = '';
    return runChange(context, options, {
      command: 'review-territory',
      actor,
      next: [['qabyl', 'check-readiness', '--school', schoolText]],
      shown: () => confirmed,
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const school = requireSchool(schoolText, acting.orgs);
        acting.authorize('review-territory', school);
        const { year } = acting;
        const territory = await readTerritory(context, tx, acting, school);
        const { version, bindings } = territory;
        if (school.territory === 'none') sink.problem(problem('org-without-territory', { org: school.code }));
        else if (bindings.length === 0) sink.problem(problem('territory-empty', { school: school.code }));
        else {
          if (confirm !== true) requireVersion(confirm, version, school.code);
          confirmed = territoryText(context, territory);
          sink.read(bindings.length);
          const before = await findReview(tx, year, school.code);
          // Whoever reads the same version again changes nothing.
          const reviewed_by = before?.territory === version ? before.reviewed_by : actor;
          sink.put(
            'review',
            before,
            { year, school: school.code, territory: version, reviewed_by },
            { label: school.code },
          );
        }
        return { org: school.code, year };
      },
    });
  },
});

/** @throws OperatorError territory-moved-on when what was read is not what is bound now */
function requireVersion(read: string, version: string, school: string): void {
  if (version.startsWith(read)) return;
  throw new OperatorError(problem('territory-moved-on', { school, read: shortVersion(read) }));
}

async function showTerritory(context: Context, schoolText: string, actor: string): Promise<ExitCode> {
  const territory = await context.withDatabase(database =>
    database.read(async db => {
      const acting = await beginActing(context, db, actor);
      const school = requireSchool(schoolText, acting.orgs);
      acting.authorize('read', school);
      return readTerritory(context, db, acting, school);
    }),
  );
  if (context.manner.json) context.print(`${JSON.stringify(territory, null, 2)}\n`);
  else printTerritory(context, territory);
  return ExitCode.done;
}

type Territory = Awaited<ReturnType<typeof readTerritory>>;

/** The document `qabyl.territory/1`. */
async function readTerritory(context: Context, db: Queryable, { year }: Acting, school: StoredOrg) {
  const bindings = await bindingsOfSchool(db, year, school.code);
  const streets = school.department === null ? [] : await streetsOf(db, year, school.department);
  const byId = new Map(streets.map(street => [street.street, street]));
  const review = await findReview(db, year, school.code);
  const version = territoryVersion(bindings);
  return {
    schema: 'qabyl.territory/1',
    school: school.code,
    year,
    territory: school.territory,
    version,
    review: review && {
      current: review.territory === version,
      reviewed_by: review.reviewed_by,
      change: review.change,
    },
    bindings: bindings.map(binding => {
      const street = byId.get(binding.street);
      return {
        street: binding.street,
        name_kk: street?.name_kk ?? binding.street,
        name_ru: street?.name_ru ?? binding.street,
        settlement: street?.settlement ?? null,
        houses: printHouses(binding.houses, context.catalogue),
      };
    }),
    ...(await readFindings(context, db, year, school, bindings)),
  };
}

/** Houses that another school has too, and houses that none has, on the streets of one school. */
async function readFindings(
  { catalogue }: Context,
  db: Queryable,
  year: string,
  { code, department }: StoredOrg,
  bindings: readonly StoredBinding[],
) {
  const ids = bindings.map(({ street }) => street);
  const streets = department === null ? [] : await streetTerritories(db, year, department, ids);
  const print = (houses: HouseSet) => catalogue.houses.print(describeSet(houses));
  return {
    overlaps: streets
      .flatMap(overlapsOf)
      .flatMap(({ street, label, school, other_school, houses, share }) =>
        school === code || other_school === code
          ? [{ street, label, school: school === code ? other_school : school, houses: print(houses), share }]
          : [],
      ),
    gaps: streets.flatMap(gapsOf).map(gap => ({ ...gap, houses: print(gap.houses) })),
  };
}

function printTerritory(context: Context, territory: Territory): void {
  const { reports } = context.catalogue;
  context.print(territoryText(context, territory));
  if (territory.territory === 'none' || territory.bindings.length === 0) {
    context.say(`${territory.territory === 'none' ? reports.territoryNone : reports.territoryEmpty}\n`);
    return;
  }
  const { review } = territory;
  const version = shortVersion(territory.version);
  const state =
    review === null
      ? reports.territoryUnread(version)
      : review.current
        ? reports.territoryReviewed(review.change)
        : reports.territoryMoved(version);
  context.say(`${state}\n`);
}

/** The heading and a line for every street, in the order of the person's language. */
function territoryText({ catalogue, style, width }: Context, territory: Territory): string {
  const { reports, fields, language } = catalogue;
  const title = style.strong(reports.territoryOf(territory.school, territory.year));
  const heading = wrapLines(`${title}\n`, width);
  if (territory.bindings.length === 0) return heading;
  const collator = new Intl.Collator(language);
  const rows = territory.bindings
    .map(binding => [
      binding.settlement ?? '',
      language === 'ru' ? binding.name_ru : binding.name_kk,
      binding.houses,
    ])
    .sort((a, b) => collator.compare(`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`));
  return `${heading}${formatTable([fields.settlement, fields.street, fields.houses], rows, width)}${wrapLines(findingsText(catalogue, territory), width)}`;
}

/** A line for every street on which houses have two schools or none. */
function findingsText({ reports }: Context['catalogue'], { overlaps, gaps }: Territory): string {
  const { overlap, shared, gap, possibleGap } = reports.territoryFindings;
  return [
    ...overlaps.map(({ label, school, houses, share }) =>
      share === null ? `! ${overlap(label, school, houses)}` : `  ${shared(label, school, houses, share)}`,
    ),
    ...gaps.map(({ label, houses, known }) =>
      known ? `! ${gap(label, houses)}` : `? ${possibleGap(label, houses)}`,
    ),
  ]
    .map(line => `${line}\n`)
    .join('');
}
