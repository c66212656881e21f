import { formatHouseNumber } from '../domain/territory/house-number.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { type AddressReport, addressNotes, because, outlookLines } from './address-report.ts';
import type { Style } from './style.ts';

/** The answer for a person: the verdict, each school with its reasons, and where else a parent may apply. */
export function formatAddress(
  report: AddressReport,
  catalogue: Catalogue,
  repeated: readonly string[],
  style: Style,
): string {
  const { addresses, language } = catalogue;
  const { schools, freeChoice } = report;
  const lines = [verdict(report, catalogue, style)].filter(line => line !== '');
  for (const school of schools) {
    const { org, outlook, holder } = school;
    const name = language === 'kk' ? org.name_kk : org.name_ru;
    const mark = outlook.canApply ? style.good('✓') : style.warn('!');
    lines.push(`  ${mark} ${style.strong(org.code)}  ${name}`);
    const reasons = [
      ...because(report.answer, holder, catalogue),
      ...outlookLines(school, catalogue, repeated),
    ];
    lines.push(...reasons.map(reason => `      ${reason}`));
  }
  const notes = addressNotes(report, catalogue, repeated);
  if (report.answer.outcome === 'unknown-street') {
    const [first = '', ...more] = notes;
    lines.push(`${style.bad('✗')} ${first}`, ...more.map(note => `  ${note}`));
  } else lines.push(...notes.map(note => `  ${note}`));
  lines.push(freeChoice.length > 0 ? addresses.freeChoice(freeChoice) : addresses.freeChoiceNone);
  return lines.map(line => `${line}\n`).join('');
}

function verdict({ answer }: AddressReport, { addresses }: Catalogue, style: Style): string {
  if (answer.outcome === 'unknown-street') return '';
  const { street, house, holders, outcome } = answer;
  const place = house === null ? street.entry.label : `${street.entry.label}, ${formatHouseNumber(house)}`;
  if (outcome === 'one') return style.good(addresses.one(place));
  return style.bad(outcome === 'none' ? addresses.none(place) : addresses.several(place, holders.length));
}
