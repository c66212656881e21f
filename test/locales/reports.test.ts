import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { untranslated } from './untranslated.ts';

const none = { read: 0, add: 0, update: 0, remove: 0, unchanged: 0, rejected: 0 };
const some = { read: 120, add: 100, update: 9, remove: 1, unchanged: 8, rejected: 2 };

/** Every text of a report or a prompt, functions tried with the arguments that they take. */
function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'object' && words !== null) return Object.values(words).flatMap(texts);
  return [];
}

describe.each(LANGUAGES)('the reports in %s', async language => {
  const { reports, prompts, fields } = await loadCatalogue(language);

  it('count what changed and leave out what did not happen', () => {
    expect(reports.counts(some)).toMatch(/120.*100.*9.*1.*8.*2/);
    expect(reports.counts({ ...none, add: 3 })).toMatch(/^[^0-9]*3[^0-9]*\.$/);
    expect(reports.counts(none)).toMatch(/^[^0-9]+\.$/);
  });

  it('say that warnings alone can stand in the way', () => {
    expect(reports.notReadyOrg('school-3', 0)).not.toMatch(/\b0\b/);
    expect(reports.notReadyOrg('school-3', 2)).toContain('2');
  });

  it('keep numbers, files and names that they are given', () => {
    expect(reports.applied(12)).toContain('12');
    expect(reports.partlyApplied(12, 3)).toMatch(/12.*3/);
    expect(reports.planSaved('plan.json')).toContain('--plan "plan.json"');
    expect(reports.moreChanges(80)).toMatch(/80.*--all-changes/);
    expect(reports.plannedApprovals('ххх')).toMatch(/--yes.*ххх/);
    for (const office of Object.values(reports.offices)) expect(office('school-3')).toContain('school-3');
  });

  it('say what was found about a table', () => {
    const table = { delimiter: '\t', encoding: 'kz-1048', sheet: null } as const;
    expect(reports.tableFound(table, 'ххх')).toMatch(/tab.*KZ-1048.*ххх/);
    expect(reports.tableFound({ ...table, encoding: 'utf-8' }, 'ххх')).not.toContain('UTF');
    expect(reports.tableFound({ ...table, sheet: 'Лист1' }, 'ххх')).toMatch(/Лист1.*ххх/);
    expect(reports.rowsSkipped([{ line: 2, text: 'ннн' }])).toMatch(/2.*ннн/);
  });

  it('speak the language', () => {
    if (language === 'en') return;
    const all = texts([reports, prompts, fields]);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(text => !/\p{Script=Cyrillic}/u.test(text))).toEqual([]);
    expect(all.flatMap(text => untranslated(text, null))).toEqual([]);
  });
});
