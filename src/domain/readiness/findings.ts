import type { SetPart } from '../territory/set-parts.ts';

/** What readiness checks can find: code → arguments of the sentence. */
export interface CheckFindings {
  'bin-right': { bin: string };
  'bin-absent': { org: string };
  'bin-wrong': { bin: string };
  'staff-present': { active: number };
  'staff-absent': { org: string };
  'roles-held': { roles: readonly string[] };
  'roles-missing': { roles: readonly string[] };
  'no-school-with-territory': { org: string };
  'streets-listed': { streets: number };
  'streets-not-listed': { year: string };
  'streets-all-bound': { streets: number };
  'streets-unbound': { streets: number; examples: readonly string[] };
  'territory-without-overlap': { streets: number };
  'territory-overlaps': {
    overlaps: readonly { street: string; schools: readonly [string, string]; houses: readonly SetPart[] }[];
    more: number;
  };
  'territory-without-gap': { streets: number };
  'territory-gaps': {
    gaps: readonly { street: string; houses: readonly SetPart[] }[];
    more: number;
    known: boolean;
  };
  'window-set': { opens: string; closes: string };
  'window-by-default': { opens: string; closes: string };
  'territory-bound': { streets: number };
  'territory-not-bound': { school: string };
  'territory-declared-none': { school: string };
  'territory-read': { change: number };
  'territory-not-read': { school: string };
  'territory-changed-since': { school: string; change: number };
  'settings-set': { total_places: number; intake: number; class_size: number };
  'settings-not-set': { year: string };
  'settings-consistent': { places: number; intake: number };
  'settings-inconsistent': { problems: readonly string[] };
  'class-size-over-norm': { class_size: number; norm: number; max: number };
  'executor-appointed': { name: string; iin: string };
  'executor-not-appointed': { service: string };
  'executor-left': { name: string; iin: string };
  'executor-lost-role': { name: string; iin: string };
  'executor-is-director': { name: string; iin: string };
  'appointer-not-director': { iin: string };
  'depends-on': { check: string };
  'could-not-run': { reason: string };
}
