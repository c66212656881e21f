import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../src/domain/territory/house-list.ts';
import { describeSet } from '../../src/domain/territory/set-parts.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { houses } from '../../src/locales/en/houses.ts';
import { COMMANDS } from '../../src/locales/help-words.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { untranslated } from './untranslated.ts';

describe.each(LANGUAGES)('the help in %s', async language => {
  const { help } = await loadCatalogue(language);

  it.each(COMMANDS)('%s has a summary of one line and two to six lines of details', command => {
    const { summary, details } = help.commands[command];
    expect(summary).toMatch(/^[^\n.]+[^\n.,:]$/);
    const lines = details.split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.length).toBeLessThanOrEqual(6);
    for (const line of lines) expect(line).toMatch(/\.$/);
  });

  it('describes every option in one line without a full stop', () => {
    for (const text of Object.values(help.options)) expect(text).toMatch(/^[^\n]+[^\n.]$/);
  });

  it('tells a newcomer how to begin', () => {
    expect(help.program).toMatch(/qabyl init.*qabyl check-readiness/su);
    expect(help.more).toMatch(/qabyl help COMMAND/);
    expect(help.more).toMatch(/README/);
  });

  it('names the nine steps, each once or twice', () => {
    const details = COMMANDS.map(command => help.commands[command].details).join('\n');
    for (const step of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      expect(details).toMatch(new RegExp(`(step|steps|шаг|шаги|қадам)[^.\\n]*${step}|${step}-қадам`, 'iu'));
    }
  });

  it('speaks the language', () => {
    if (language === 'en') return;
    const commands = Object.values(help.commands).flatMap(({ summary, details }) => [summary, details]);
    const { arguments: args, options, exitCodes, headings, groups } = help;
    const rest = [options, exitCodes, headings, groups].flatMap(words => Object.values<string>(words));
    const all = [...commands, ...rest, ...Object.values(args), help.program, help.more, help.helpOption];
    expect(all.filter(text => !/\p{Script=Cyrillic}/u.test(text))).toEqual([]);
    expect(all.flatMap(text => untranslated(text, null))).toEqual([]);
  });
});

describe('the house lists that help explains', () => {
  it.each([
    ['en', '1-45 odd', '1–45 odd'],
    ['en', '2-60 even', '2–60 even'],
    ['en', 'from 20 on', 'from 20 on'],
    ['en', 'all', 'whole street'],
    ['en', 'all except 7, 9', 'whole street, except 7, 9'],
    ['ru', '1-45 нечётные', '1–45 odd'],
    ['ru', 'чётные с 2 по 60', '2–60 even'],
    ['ru', 'нечётные', 'odd side'],
    ['ru', 'с 20 и далее', 'from 20 on'],
    ['ru', 'все дома', 'whole street'],
    ['ru', 'все дома, кроме 7, 9', 'whole street, except 7, 9'],
    ['kk', '1-45 тақ', '1–45 odd'],
    ['kk', '2-60 жұп', '2–60 even'],
    ['kk', 'тақ жағы', 'odd side'],
    ['kk', '20-дан бастап', 'from 20 on'],
    ['kk', 'барлық үйлер', 'whole street'],
    ['kk', 'барлық үйлер, мыналардан басқа: 7, 9', 'whole street, except 7, 9'],
  ] as const)('in %s «%s» stands there and is read so', async (language, list, reading) => {
    const { commands } = (await loadCatalogue(language)).help;
    expect(commands['bind-streets'].details).toContain(list);
    expect(commands['explain-houses'].details).toContain(list);
    const { set, problems } = readHouseList(list);
    expect(problems).toEqual([]);
    expect(houses.print(describeSet(set))).toBe(reading);
  });
});
