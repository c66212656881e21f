import type { HistoryProblems } from '../../../src/domain/history-problems.ts';
import { singleHouse } from '../../../src/domain/territory/house-set.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import { house } from '../../domain/territory/arbitrary-sets.ts';
import type { Samples } from './samples.ts';

const houses = describeSet(singleHouse(house(12, 'А')));
const made = { change: 7, command: 'import-staff', at: '2027-02-01T07:00:00.000Z' };
const iin = '850101300123';
const name = 'Ахметова Әлия';
const first = ['school-3/850101300123'];

export const historySamples: Samples<HistoryProblems> = {
  'change-not-undoable': [{ change: 1, command: 'init' }],
  'change-undone': [
    { change: 7, by: 8, rows: 1 },
    { change: 7, by: 8, rows: 12 },
  ],
  'rows-moved-since': [
    { ...made, by: 9, rows: 1, first },
    { ...made, by: 9, rows: 12, first },
  ],
  'undo-strands-rows': [
    { kind: 'role', rows: 1, first, parent: 'staff', by: 9 },
    { kind: 'binding', rows: 30, first, parent: 'street', by: null },
  ],
  'undo-role-of-left': [{ org: 'school-3', iin, name, role: 'admin', by: 9 }],
  'undo-idles-executor': [
    { school: 'school-3', iin, name, left: true, by: 9 },
    { school: 'school-3', iin, name, left: false, by: null },
  ],
  'undo-misplaces-streets': [
    { school: 'school-3', column: 'territory', streets: 1, year: '2027-2028', by: 9 },
    { school: 'school-3', column: 'department', streets: 4, year: '2027-2028', by: 9 },
  ],
  'undo-doubles-houses': [
    { street: 'Абай көшесі', school: 'school-3', other: 'school-4', houses, by: 9 },
    { street: 'Абай көшесі', school: 'school-3', other: 'school-4', houses, by: null },
  ],
  'undo-doubles-street': [
    { street: 'Абай көшесі', by: 9 },
    { street: 'Абай көшесі', by: null },
  ],
  'history-line-missing': [{ change: 7 }],
  'history-line-altered': [made],
  'history-line-detached': [made],
  'history-rows-differ': [
    { ...made, rows: 0, first: [] },
    { ...made, rows: 30, first },
  ],
  'history-orgs-differ': [made],
  'history-former-altered': [{ change: 7, kind: 'staff', key: 'school-3/850101300123' }],
  'history-row-stray': [{ change: 7, kind: 'staff', key: 'school-3/850101300123' }],
};
