import { describe, expect, it } from 'vitest';
import { parseDocument } from '../support/json-schemas.ts';
import { qabyl } from '../support/run.ts';

// A database that is not there: the command must never look for it.
const nowhere = { db: '/dev/null/qabyl.db' };

async function explain(...argv: readonly string[]) {
  const run = await qabyl(['explain-houses', ...argv, '--json'], nowhere);
  return { ...run, document: parseDocument(run, 'qabyl.houses/1') };
}

describe('explain-houses', () => {
  it.each([
    ['1-45 (нечетные), четные с 2 по 60', '1–45 odd; 2–60 even'],
    ['№ 1-ден 45-ке дейін', '1–45 odd'],
    ['34-67', '34–67'],
    ['34-66', '34–66 even'],
    ['', 'whole street'],
    ['барлық үйлер', 'whole street'],
    ['вся улица, кроме 7, 9', 'whole street, except 7, 9'],
    ['36 (а,б), 12 "а", 5\\10А, 4 корп. 1', '4 к1, 5/10А, 12А, 36А, 36Б'],
    ['2 (все корпуса)', '2 (all blocks)'],
    ['20-дан бастап', 'from 20 on'],
  ])('reads “%s” as “%s”', async (text, reading) => {
    const { code, document } = await explain(text, '--lang', 'en');
    expect(document).toEqual({ schema: 'qabyl.houses/1', reading, houses: {}, problems: [] });
    expect(code).toBe(0);
  });

  it.each([
    ['en', '1–45 odd; 2–60 even'],
    ['ru', '1–45 нечётные; 2–60 чётные'],
    ['kk', '1–45 тақ; 2–60 жұп'],
  ])('shows the reading in %s', async (lang, reading) => {
    const run = await qabyl(['explain-houses', '1-45, 2-60', '--lang', lang], nowhere);
    expect(run).toMatchObject({ code: 0, stdout: `${reading}\n`, stderr: '' });
  });

  it('tells which of the tested houses the list covers, in their one spelling', async () => {
    const { code, document } = await explain('1-45, 12', '--test', '12,12a,45 а,45/1,47', '--test', '2');
    expect(code).toBe(0);
    expect(document.houses).toEqual({
      '12': true,
      '12А': false,
      '45А': true,
      '45/1': true,
      '47': false,
      '2': false,
    });
  });

  it('prints the tested houses line by line', async () => {
    const run = await qabyl(['explain-houses', '12', '--test', '12,12А', '--lang', 'en'], nowhere);
    expect(run.stdout.split('\n').map(line => line.slice(0, 1))).toEqual(['1', '+', '-', '']);
  });

  it.each([
    ['СНТ Ромашка, 1-45', 'houses-not-houses', 'СНТ Ромашка'],
    ['9А – 17 – 22 – 25', 'houses-ambiguous-dashes', '9А – 17 – 22 – 25'],
    ['45-1', 'houses-backwards', '45'],
    ['12 "а, 14', 'houses-unclosed', '12 "а'],
    ['0', 'houses-number-impossible', '0'],
    ['9999999', 'houses-number-impossible', '9999999'],
  ])('does not guess “%s”: exit 3 and the words quoted', async (text, code, words) => {
    const { document, ...run } = await explain(text, '--test', '1', '--lang', 'ru');
    expect(run.code).toBe(3);
    expect(document.reading).toBeNull();
    expect(document.houses).toEqual({});
    expect(document.problems.map(problem => problem.code)).toContain(code);
    expect(document.problems.map(problem => problem.message).join('\n')).toContain(words);
  });

  it('says the problem on stderr and nothing on stdout', async () => {
    const run = await qabyl(['explain-houses', 'гаражи', '--lang', 'kk'], nowhere);
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain('«гаражи»');
  });

  it('demands the side of every range with --strict-ranges', async () => {
    expect(await explain('1-45', '--strict-ranges')).toMatchObject({
      code: 3,
      document: { reading: null, problems: [{ code: 'houses-side-missing' }] },
    });
    expect(await explain('1-45 нечетные', '--strict-ranges')).toMatchObject({ code: 0 });
  });

  describe.each(['kk', 'ru', 'en'])('in %s, the fix of a missing side', lang => {
    it.each(['1-45', '34-66', '34-67', 'от дома 20', '26-ға дейін', '1-45 (включительно)', '12А-18'])(
      'of «%s» writes the sides out, and each of them is accepted',
      async text => {
        const { document } = await explain(text, '--strict-ranges', '--lang', lang);
        const fixes = document.problems.map(({ fix }) => fix ?? '').join(' ');
        const offered = [...fixes.matchAll(/[«“](.+?)[»”]/gu)].map(([, words = '']) => words);
        expect(offered.length).toBeGreaterThanOrEqual(2);
        for (const words of offered) {
          expect(words.startsWith(text)).toBe(true);
          expect(await explain(words, '--strict-ranges', '--lang', lang)).toMatchObject({ code: 0 });
        }
      },
    );
  });

  it('shows a doubtful but certain reading with its warning', async () => {
    const { code, document } = await explain('12, 14, 12', '--lang', 'en');
    expect(code).toBe(0);
    expect(document.reading).toBe('12, 14');
    expect(document.problems).toMatchObject([{ code: 'houses-twice', severity: 'warning' }]);
  });

  it('refuses a tested house that is none, and a missing text off a terminal', async () => {
    const test = await qabyl(['explain-houses', '12', '--test', 'дом', '--json'], nowhere);
    expect(test.code).toBe(2);
    expect(JSON.parse(test.stdout)).toMatchObject({ problems: [{ code: 'flag-invalid' }] });
    const missing = await qabyl(['explain-houses', '--json'], nowhere);
    expect(missing.code).toBe(2);
    expect(JSON.parse(missing.stdout)).toMatchObject({ problems: [{ code: 'flag-missing' }] });
  });

  it('asks for the text on a terminal', async () => {
    const run = await qabyl(['explain-houses'], { ...nowhere, answers: ['1-5'] });
    expect(run).toMatchObject({ code: 0, stdout: '1–5 odd\n' });
    expect(run.asked).toHaveLength(1);
  });

  it('reads twenty thousand houses', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `${i + 1}`).join(', ');
    const { code, document } = await explain(text);
    expect(code).toBe(0);
    expect(document.reading?.startsWith('1, 2, 3')).toBe(true);
  });
});
