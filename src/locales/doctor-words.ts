import type { Origin, SettingFact } from '../domain/doctor/facts.ts';
import type { DoctorFindings } from '../domain/doctor/findings.ts';

/** What `doctor` says. */
export interface DoctorWords {
  readonly findings: { readonly [C in keyof DoctorFindings]: (args: DoctorFindings[C]) => string };
  readonly settings: Readonly<Record<SettingFact['name'], string>>;
  readonly origins: Readonly<Record<Origin, string>>;
  /** all works; `warnings` may be none */
  readonly well: (checks: number, warnings: number) => string;
  readonly ill: (failing: number) => string;
}

/** Bytes for people: `1.4 GB`; `separator` stands before the decimals. */
export function size(bytes: number, units: readonly string[], separator: string): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const number = bytes / 1000 ** step;
  const text = step === 0 || number >= 100 ? String(Math.round(number)) : number.toFixed(1);
  return `${text.replace('.', separator)} ${units[step]}`;
}

/** A span of time in its two largest units, as numbers: days, hours, minutes, seconds. */
export function span(
  seconds: number,
  units: readonly [day: string, hour: string, minute: string, second: string],
): string {
  const rest = Math.abs(seconds);
  const parts = [
    Math.floor(rest / 86_400),
    Math.floor(rest / 3600) % 24,
    Math.floor(rest / 60) % 60,
    rest % 60,
  ];
  const told = parts.flatMap((n, i) => (n === 0 ? [] : [`${n} ${units[i]}`]));
  return told.slice(0, 2).join(' ') || `0 ${units[3]}`;
}

/** Lists with their headings as one sentence, those with nothing in them left out. */
export function lists(...headed: readonly (readonly [heading: string, names: readonly string[]])[]): string {
  const told = headed
    .filter(([, names]) => names.length > 0)
    .map(([says, names]) => `${says}: ${names.join(', ')}`);
  const text = told.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
