import { formatHouseNumber } from '../domain/territory/house-number.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { type AddressReport, addressNotes, because, nearestOf, outlookLines } from './address-report.ts';

/** The document `qabyl.address/1` of cli.md; `notes` are for people, `doubt` is the code of the first of them. */
export function addressDocument(report: AddressReport, catalogue: Catalogue, repeated: readonly string[]) {
  const { address, year, answer, schools, freeChoice } = report;
  const house = answer.outcome === 'unknown-street' ? null : answer.house;
  return {
    schema: 'qabyl.address/1',
    address,
    year,
    outcome: answer.outcome,
    street: answer.street?.entry.label ?? null,
    house: house === null ? null : formatHouseNumber(house),
    schools: schools.map(school => ({
      org: school.org.code,
      can_apply: school.outlook.canApply,
      because: because(answer, school.holder, catalogue),
      ready: school.outlook.ready,
      failing: school.outlook.failing,
      opens: school.outlook.opens,
      closes: school.outlook.closes,
      notes: outlookLines(school, catalogue, repeated),
    })),
    free_choice: freeChoice.map(org => ({ org })),
    doubt: answer.outcome === 'unknown-street' ? answer.doubt.code : null,
    nearest: answer.outcome === 'unknown-street' ? nearestOf(answer) : [],
    notes: addressNotes(report, catalogue, repeated),
  };
}
