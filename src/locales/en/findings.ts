import type { CheckFindings } from '../../domain/readiness/findings.ts';
import { enCount } from '../plural.ts';
import { houses } from './houses.ts';
import { reports } from './reports.ts';

const roleNames: Readonly<Record<string, string>> = reports.roles;
const roles = (codes: readonly string[]) => codes.map(code => roleNames[code] ?? code).join(', ');
const streets = (n: number) => enCount(n, 'street', 'streets');
const more = (n: number) => (n > 0 ? `; and ${n} more` : '');

const disagreements: Readonly<Record<string, string>> = {
  'settings-number': 'a number is out of range',
  'settings-no-classes': 'there are no class sets',
  'settings-intake-above-places': 'the planned intake is above the total number of places',
  'settings-intake-above-capacity': 'the planned intake does not fit into the class sets',
  'settings-classes-sum': 'the class sets do not add up to the planned intake',
  'settings-size-above-class-size': 'a class set is larger than the class size',
  'class-size-above-max': 'the class size is above the maximum',
};

export const findings: { readonly [C in keyof CheckFindings]: (args: CheckFindings[C]) => string } = {
  'bin-right': a => `The BIN ${a.bin} is right.`,
  'bin-absent': a => `${a.org} has no BIN.`,
  'bin-wrong': a => `The BIN “${a.bin}” is wrong: the state portal would reject every application.`,
  'staff-present': a => `${enCount(a.active, 'employee works', 'employees work')} here.`,
  'staff-absent': a => `${a.org} has no employees.`,
  'roles-held': a => `Every role needed is given: ${roles(a.roles)}.`,
  'roles-missing': a => `Nobody has the ${a.roles.length === 1 ? 'role' : 'roles'}: ${roles(a.roles)}.`,
  'streets-listed': a => `The street list has ${streets(a.streets)}.`,
  'streets-not-listed': a => `There is no street list for ${a.year}.`,
  'streets-all-bound': a => `Every street is bound to a school: ${a.streets}.`,
  'streets-unbound': a =>
    `${enCount(a.streets, 'street is', 'streets are')} bound to no school: ${a.examples.join('; ')}${more(a.streets - a.examples.length)}.`,
  'territory-without-overlap': a =>
    a.streets === 0
      ? 'No house is bound to two schools.'
      : `No house is bound to two schools on ${streets(a.streets)}.`,
  'territory-overlaps': a =>
    `The same houses are bound to two schools: ${a.overlaps.map(o => `${o.street} (${o.schools.join(' and ')}): ${houses.print(o.houses)}`).join('; ')}${more(a.more)}. If both are meant to serve them, put --share "REASON" in place of --unbind.`,
  'territory-without-gap': a => `No house is left out on ${streets(a.streets)}.`,
  'territory-gaps': a => {
    const gaps = a.gaps.map(gap => `${gap.street}: ${houses.print(gap.houses)}`).join('; ');
    return a.known
      ? `These houses are bound to no school: ${gaps}${more(a.more)}.`
      : `These house numbers are bound to no school, if there are such houses: ${gaps}${more(a.more)}.`;
  },
  'window-set': a => `Documents are accepted from ${a.opens} to ${a.closes}.`,
  'window-by-default': a =>
    `The department has set no window; by default documents are accepted from ${a.opens} to ${a.closes}.`,
  'no-school-with-territory': a => `${a.org} has no school with a territory, so it needs no streets.`,
  'territory-bound': a => `The territory has ${streets(a.streets)}.`,
  'territory-not-bound': a => `No street is bound to ${a.school}.`,
  'territory-declared-none': a => `${a.school} is declared to have no territory.`,
  'territory-read': a => `The administrator has read the territory (change ${a.change}).`,
  'territory-not-read': a => `The administrator of ${a.school} has not read the territory.`,
  'territory-changed-since': a =>
    `The territory of ${a.school} has changed since it was read (change ${a.change}).`,
  'settings-set': a =>
    `Total places ${a.total_places}, planned intake ${a.intake}, at most ${enCount(a.class_size, 'pupil', 'pupils')} in a class.`,
  'settings-not-set': a => `The year settings for ${a.year} are not filled in.`,
  'settings-consistent': a =>
    `The year settings agree: planned intake ${a.intake}, places in class sets ${a.places}.`,
  'settings-inconsistent': a =>
    `The year settings do not agree: ${a.problems.map(code => disagreements[code] ?? code).join('; ')}.`,
  'class-size-over-norm': a =>
    `The class size (${a.class_size}) is above the norm (${a.norm}), within the maximum (${a.max}).`,
  'executor-appointed': a => `The executor is ${a.name} (${a.iin}).`,
  'executor-not-appointed': a => `No executor is appointed for the service ${a.service}.`,
  'executor-left': a => `The executor ${a.name} (${a.iin}) does not work here any more.`,
  'executor-lost-role': a => `The executor ${a.name} (${a.iin}) does not have the role executor any more.`,
  'executor-is-director': a => `The executor ${a.name} (${a.iin}) is the director too.`,
  'appointer-not-director': a => `The executor was appointed by ${a.iin}, who is not the director now.`,
  'depends-on': a => `Not checked: ${a.check} comes first.`,
  'could-not-run': a => `The check could not run: ${a.reason}.`,
};
