import { describe, expect, it } from 'vitest';
import type { ChangeResult, Repair } from '../../src/change/request.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { changeDocument } from '../../src/output/change-json.ts';
import { formatChanges } from '../../src/output/change-text.ts';
import { makeStyle } from '../../src/output/style.ts';

const zeros: Repair = {
  code: 'zeros-restored',
  field: 'iin',
  count: 3,
  first: [{ line: 5, record: 4, from: '10503500123', to: '010503500123' }],
};

function result(...repairs: readonly Repair[]): ChangeResult {
  const summary = { read: 3, add: 0, update: 0, remove: 0, unchanged: 3, rejected: 0 };
  const none = { changes: [], problems: [], approvals: [], territory: null, order: null, plan: null };
  return { outcome: 'planned', change: null, summary, digest: '0'.repeat(64), ...none, repairs };
}

const text = async (language: 'en' | 'ru' | 'kk', ...repairs: readonly Repair[]) =>
  formatChanges(result(...repairs), await loadCatalogue(language), makeStyle(false), true);

describe('what was repaired', () => {
  it.each([
    [
      'en',
      'Repaired while reading:\n  IIN: lost zeros put back in 3 cells  line 5: “10503500123” → “010503500123”; …\n',
    ],
    [
      'ru',
      'Исправлено при чтении:\n  ИИН: восстановлены начальные нули в 3 ячейках  строка 5: «10503500123» → «010503500123»; …\n',
    ],
    [
      'kk',
      'Оқу кезінде түзетілді:\n  ЖСН: 3 ұяшықта жоғалған нөлдер қалпына келтірілді  5-жол: «10503500123» → «010503500123»; …\n',
    ],
  ] as const)('stands in the plan with its count and first cells in %s', async (language, section) => {
    expect(await text(language, zeros)).toBe(section);
  });

  it('is not spoken of where nothing was', async () => {
    expect(await text('en')).toBe('');
  });

  it('has its own words for each kind and number', async () => {
    for (const language of LANGUAGES) {
      const { repairs } = (await loadCatalogue(language)).reports;
      const all = Object.values(repairs).flatMap(write => [write(1), write(2)]);
      expect(new Set(all).size).toBe(all.length);
    }
    expect((await loadCatalogue('ru')).reports.repairs['blanks-removed'](21)).toContain('21 ячейке');
  });

  it('is in the JSON with its cells', async () => {
    const { repairs } = changeDocument('import-staff', result(zeros), await loadCatalogue('en'));
    const { first, ...counted } = zeros;
    expect(repairs).toEqual([{ ...counted, examples: first }]);
    expect(changeDocument('import-staff', result(), await loadCatalogue('en')).repairs).toEqual([]);
  });
});
