import type { Context } from '../context.ts';
import { need } from '../context.ts';
import type { Queryable } from '../db/dialect.ts';
import type { StoredOrg } from '../db/organisations.ts';
import { bindingsOfSchool, findReview, streetsOf } from '../db/territory.ts';
import { territoryVersion } from '../db/territory-version.ts';
import { problem } from '../domain/problem.ts';
import { ExitCode } from '../errors.ts';
import { printHouses } from '../output/row-view.ts';
import { formatTable } from '../output/table.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { requireSchool } from './common/lookup.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { runChange } from './common/run-change.ts';

/** `qabyl review-territory`: shows a school its territory; `--confirm` records that this version of it was read. Step 7. */
export const reviewTerritory = defineCommand({
  options: ['school', 'confirm', ...CHANGE_OPTIONS],
  examples: [
    'qabyl review-territory --school school-3',
    'qabyl review-territory --school school-3 --confirm',
  ],
  async run(context, options) {
    const schoolText = await need(context, 'school', options.school);
    const actor = await actorIin(context);
    if (!options.confirm) return showTerritory(context, schoolText, actor);
    return runChange(context, options, {
      command: 'review-territory',
      actor,
      next: [['qabyl', 'check-readiness', '--school', schoolText]],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const school = requireSchool(schoolText, acting.orgs);
        acting.authorize('review-territory', school);
        const { year } = acting;
        const bindings = await bindingsOfSchool(tx, year, school.code);
        if (school.territory === 'none') sink.problem(problem('org-without-territory', { org: school.code }));
        else if (bindings.length === 0) sink.problem(problem('territory-empty', { school: school.code }));
        else {
          sink.read(bindings.length);
          const before = await findReview(tx, year, school.code);
          const territory = territoryVersion(bindings);
          // Whoever reads the same version again changes nothing.
          const reviewed_by = before?.territory === territory ? before.reviewed_by : actor;
          sink.put(
            'review',
            before,
            { year, school: school.code, territory, reviewed_by },
            { label: school.code },
          );
        }
        return { org: school.code, year };
      },
    });
  },
});

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
  };
}

function printTerritory(context: Context, territory: Awaited<ReturnType<typeof readTerritory>>): void {
  const { reports, fields, language } = context.catalogue;
  context.print(`${context.style.strong(reports.territoryOf(territory.school, territory.year))}\n`);
  if (territory.territory === 'none' || territory.bindings.length === 0) {
    context.say(`${territory.territory === 'none' ? reports.territoryNone : reports.territoryEmpty}\n`);
    return;
  }
  const collator = new Intl.Collator(language);
  const rows = territory.bindings
    .map(binding => [
      binding.settlement ?? '',
      language === 'ru' ? binding.name_ru : binding.name_kk,
      binding.houses,
    ])
    .sort((a, b) => collator.compare(`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`));
  context.print(formatTable([fields.settlement, fields.street, fields.houses], rows));
  const { review } = territory;
  const state =
    review === null
      ? reports.territoryUnread
      : review.current
        ? reports.territoryReviewed(review.change)
        : reports.territoryMoved;
  context.say(`${state}\n`);
}
