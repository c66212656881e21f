import type { Context } from '../../../context.ts';
import {
  freeChoiceSchools,
  knownHouses,
  type NamedStreet,
  servedStreet,
  streetNames,
} from '../../../db/address-streets.ts';
import type { Queryable } from '../../../db/dialect.ts';
import { streetNameLines } from '../../../db/street-name-lines.ts';
import { answerHouse } from '../../../domain/territory/address/answer-address.ts';
import { findAmong, type MeantStreets } from '../../../domain/territory/address/find-among.ts';
import { namesMeant } from '../../../domain/territory/address/name-lines.ts';
import { LINE_END } from '../../../domain/territory/address/name-sieve.ts';
import { contains, setFromText } from '../../../domain/territory/house-set.ts';
import { ExitCode } from '../../../errors.ts';
import { addressDocument } from '../../../output/address-json.ts';
import type { AddressReport } from '../../../output/address-report.ts';
import { formatAddress } from '../../../output/address-text.ts';
import { type Acting, actorIin, beginActing } from '../acting.ts';
import type { OptionValues } from '../options.ts';
import { writeDocument } from '../write-document.ts';
import { askedDepartments } from './asked-departments.ts';
import { dateInKazakhstan, schoolOutlooks } from './school-outlook.ts';
import { entryOf, fill } from './street-entries.ts';

/** Answers one address as text, or as `qabyl.address/1`. */
export async function answerOne(
  context: Context,
  options: Pick<OptionValues, 'department' | 'output'>,
  address: string,
): Promise<ExitCode> {
  const actor = await actorIin(context);
  const today = dateInKazakhstan(context.environment.clock());
  const report = await context.withDatabase(database =>
    database.read(async db => {
      const acting = await beginActing(context, db, actor);
      return lookUp(db, acting, askedDepartments(acting, options.department), address, today);
    }),
  );
  const { catalogue, repeated, style } = context;
  const text = context.manner.json
    ? `${JSON.stringify(addressDocument(report, catalogue, repeated), null, 2)}\n`
    : formatAddress(report, catalogue, repeated, style);
  writeDocument(context, options.output, text);
  return report.answer.outcome === 'one' ? ExitCode.done : ExitCode.notReady;
}

async function lookUp(
  db: Queryable,
  acting: Acting,
  departments: readonly string[],
  address: string,
  today: string,
): Promise<AddressReport> {
  const { year, orgs } = acting;
  const meant = await streetsMeant(db, year, departments, address);
  const decision = await findAmong(address, meant, entryOf, () => streetNames(db, year, departments));
  if (decision.street !== null)
    fill([decision.street], await servedStreet(db, year, decision.street.entry, orgs));
  const answer =
    decision.street === null
      ? decision.answer
      : answerHouse(decision.street, decision.reading.house, decision);
  const { street } = answer;
  const house = answer.outcome === 'unknown-street' ? null : answer.house;
  const known =
    street === null || house === null
      ? null
      : await knownHouses(db, year, street.entry.department, street.entry.street);
  const holders = answer.outcome === 'unknown-street' ? [] : answer.holders;
  const outlooks = await schoolOutlooks(
    db,
    acting,
    holders.map(({ school }) => school),
    today,
  );
  const near = new Set(street === null ? departments : [street.entry.department]);
  return {
    address,
    year,
    answer,
    houseUnlisted: house !== null && known !== null && !contains(setFromText(known), house),
    schools: holders.flatMap(holder => {
      const [org, outlook] = [orgs.get(holder.school), outlooks.get(holder.school)];
      return org && outlook ? [{ org, holder, outlook }] : [];
    }),
    freeChoice: await freeChoiceSchools(db, year, near, orgs),
  };
}

/** Of all streets those that the address may mean. */
async function streetsMeant(
  db: Queryable,
  year: string,
  departments: readonly string[],
  address: string,
): Promise<MeantStreets<NamedStreet>> {
  const meantBy = namesMeant(address);
  const streets: NamedStreet[] = [];
  const settlements = new Set<string>();
  for (const { department, streets: ids, kinds, names } of await streetNameLines(db, year, departments)) {
    const meant = meantBy(names);
    for (const settlement of meant.settlements) settlements.add(settlement);
    if (meant.streets.length === 0) continue;
    const [streetOf, kindOf] = [ids.split(LINE_END), kinds.split(LINE_END)];
    for (const { at, aliases, settlement, ...names } of meant.streets) {
      const empty = { aliases: aliases || null, settlement: settlement || null };
      streets.push({
        ...{ department, street: streetOf[at] ?? '', kind: kindOf[at] ?? '' },
        ...names,
        ...empty,
      });
    }
  }
  return { streets, settlements };
}
