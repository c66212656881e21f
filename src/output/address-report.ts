import type { CheckId } from '../domain/readiness/check.ts';
import type { AddressAnswer } from '../domain/territory/address/address-answer.ts';
import type { Holder } from '../domain/territory/address/listed-street.ts';
import { formatHouseNumber } from '../domain/territory/house-number.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { shellLine } from './shell-quote.ts';

/** Whether parents can apply to a school on a day. */
export interface SchoolOutlook {
  readonly canApply: boolean;
  readonly opens: string;
  readonly closes: string;
  readonly window: 'before' | 'open' | 'after';
  readonly ready: boolean;
  /** the checks that fail, as far as the actor may read them */
  readonly failing: readonly CheckId[];
}

/** A school that serves an address, and whether it can be applied to. */
export interface AddressSchool {
  readonly org: { readonly code: string; readonly name_kk: string; readonly name_ru: string };
  readonly holder: Holder;
  readonly outlook: SchoolOutlook;
}

/** What was found out about one address. */
export interface AddressReport {
  readonly address: string;
  readonly year: string;
  readonly answer: AddressAnswer;
  /** the street list knows the houses of the street, and this one is not among them */
  readonly houseUnlisted: boolean;
  readonly schools: readonly AddressSchool[];
  readonly freeChoice: readonly string[];
}

/** Why this school: the list that binds the house, and what decided besides. */
export function because(answer: AddressAnswer, holder: Holder, { addresses }: Catalogue): string[] {
  if (answer.outcome === 'unknown-street') return [];
  const { street, house, settled, holders } = answer;
  const reasons = [addresses.bound(street.entry.label, holder.parts)];
  if (settled && street.entry.settlement !== null) reasons.push(addresses.settled(street.entry.settlement));
  if (holders.length > 1) {
    const reason = sharedReason(answer);
    reasons.push(reason === null ? addresses.overlap : addresses.shared(reason));
  }
  return house === null || holders.length > 0 ? reasons : [];
}

/** Why several schools serve the house on purpose; null where it is an overlap. */
export function sharedReason(answer: AddressAnswer): string | null {
  if (answer.outcome === 'unknown-street' || answer.house === null) return null;
  const { house, holders } = answer;
  const sharing = holders.filter(holder => holder.shares(house));
  // Of those who have a house in common one may hold it plainly: the others were added to it with a reason.
  if (sharing.length < holders.length - 1) return null;
  return [...new Set(sharing.flatMap(({ share }) => share ?? []))].join('; ') || null;
}

/** Whether the school can be applied to now, and why not. */
export function outlookLines(
  { org, outlook }: AddressSchool,
  { addresses }: Catalogue,
  repeated: readonly string[],
) {
  const { opens, closes, window, ready, failing } = outlook;
  const check = shellLine(['qabyl', 'check-readiness', '--school', org.code, ...repeated]);
  const lines = ready ? [] : [addresses.notReady(failing.length > 0 ? failing : ['–'], check)];
  if (window === 'before') lines.push(addresses.acceptsFrom(opens));
  else if (window === 'after') lines.push(addresses.acceptedUntil(closes));
  else if (ready) lines.push(addresses.acceptsNow(closes));
  return lines;
}

/** What there is to say of the address itself beside its schools. */
export function addressNotes(
  report: AddressReport,
  catalogue: Catalogue,
  repeated: readonly string[],
): string[] {
  const { answer, houseUnlisted } = report;
  const { addresses } = catalogue;
  const notes: string[] = [];
  if (answer.outcome === 'unknown-street') {
    notes.push(doubtText(answer, catalogue));
    const near = nearestOf(answer);
    if (near.length > 0) notes.push(addresses.nearest(near));
    return notes;
  }
  const { street, house, outcome, unchecked } = answer;
  if (unchecked !== null) notes.push(addresses.unchecked(unchecked));
  if (houseUnlisted && house !== null) notes.push(addresses.houseUnlisted(formatHouseNumber(house)));
  if (outcome === 'none') {
    const houses = house === null ? [] : ['--houses', formatHouseNumber(house)];
    const command = [
      'qabyl',
      'bind-streets',
      '--school',
      'SCHOOL',
      '--street',
      street.entry.label,
      ...houses,
    ];
    notes.push(addresses.bind(shellLine([...command, ...repeated])));
  }
  return notes;
}

type Unknown = Extract<AddressAnswer, { outcome: 'unknown-street' }>;

/** The doubt as a sentence. */
export function doubtText({ doubt }: Unknown, { addresses }: Catalogue): string {
  // Each code's sentence takes that code's arguments: the catalogue's type holds it, a union of calls cannot show it.
  const write = addresses.doubts[doubt.code] as (args: typeof doubt.args) => string;
  return write(doubt.args);
}

/** The streets nearest to one that the list does not have. */
export function nearestOf({ doubt }: Unknown): readonly string[] {
  return doubt.code === 'address-street-unknown' ? doubt.args.nearest : [];
}
