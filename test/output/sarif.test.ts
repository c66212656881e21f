import { expect, it } from 'vitest';
import type { Repair } from '../../src/change/request.ts';
import { problem } from '../../src/domain/problem.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { sarifPieces } from '../../src/output/sarif.ts';
import { sarif } from '../support/json-schemas.ts';

const place = { file: 'staff.csv', line: 3, record: 2, column: 'ИИН', value: '1' };
const problems = [
  problem('iin-check-digit', { value: '1' }, place),
  problem('iin-check-digit', { value: '2' }, { ...place, line: 4 }),
  problem('file-empty', {}),
];
const repairs: readonly Repair[] = [
  {
    code: 'blanks-removed',
    field: 'surname',
    count: 9,
    first: [{ line: 2, record: 1, from: 'а ', to: 'а' }],
  },
  { code: 'blanks-removed', field: 'iin', count: 1, first: [{ line: 5, record: 4, from: ' 1', to: '1' }] },
];

it.each(LANGUAGES)('problems and repairs are results of their rules in %s', async language => {
  const catalogue = await loadCatalogue(language);
  const facts = {
    problems,
    repairs,
    file: 'staff.csv',
    catalogue,
    cwd: '/',
    exitCode: 3,
    placeOf: () => null,
  };
  const [run] = sarif.parse(JSON.parse([...sarifPieces(facts)].join(''))).runs;
  expect(run.language).toBe(language);
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual([
    'iin-check-digit',
    'file-empty',
    'blanks-removed',
  ]);
  const told = run.results.map(one => [
    one.ruleId,
    one.level,
    one.locations[0]?.physicalLocation.region?.startLine ?? null,
  ]);
  expect(told).toEqual([
    ['iin-check-digit', 'error', 3],
    ['iin-check-digit', 'error', 4],
    ['file-empty', 'error', null],
    ['blanks-removed', 'note', 2],
    ['blanks-removed', 'note', 5],
  ]);
});
