import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { formatReadiness } from '../../src/output/readiness-text.ts';
import { makeStyle } from '../../src/output/style.ts';
import { formatTable } from '../../src/output/table.ts';

const MANY = 200_000;

it('a table aligns its columns however many rows it has', () => {
  const rows = Array.from({ length: MANY }, (_, i) => [String(i), 'x']);
  const lines = formatTable(['n', 'what'], [['көше', 'y'], ...rows]).split('\n');
  expect(lines).toHaveLength(MANY + 3);
  expect(lines.slice(0, 3)).toEqual(['n       what', 'көше    y', '0       x']);
});

it('readiness is written of however many organisations', async () => {
  const check = {
    id: 'bin-valid',
    status: 'pass',
    finding: { code: 'bin-right', args: { bin: '050340001423' } },
    fix: null,
    by: null,
  } as const;
  const orgs = Array.from({ length: MANY }, (_, i) => ({
    org: `school-${i}`,
    kind: 'school' as const,
    ready: true,
    checks: [check],
  }));
  const report = { year: '2027-2028', ready: true, skipped: [], orgs };
  const text = formatReadiness(report, await loadCatalogue('en'), [], makeStyle(false));
  expect(text).toMatch(/Ready: 200000 organizations\.\n$/);
});
