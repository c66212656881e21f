import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, story } from '../../fixtures/story.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { COMMANDS } from '../../src/locales/help-words.ts';
import { untranslated } from '../locales/untranslated.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

/** A word of the first page that only one language has. */
const SPOKEN = { kk: 'Мысалдар', ru: 'Примеры', en: 'Examples' } as const;
type Env = Readonly<Record<string, string>>;

async function spoken(argv: readonly string[], env: Env): Promise<string> {
  const { stdout } = await qabyl([...argv, 'help'], { env });
  return LANGUAGES.filter(language => stdout.includes(SPOKEN[language])).join();
}

describe('the language', () => {
  it.each<[string, Env, string[], string]>([
    ['is English where nothing is said', {}, [], 'en'],
    ['is that of LANG', { LANG: 'ru_RU.UTF-8' }, [], 'ru'],
    ['is that of LC_MESSAGES before LANG', { LC_MESSAGES: 'kk_KZ.UTF-8', LANG: 'ru_RU.UTF-8' }, [], 'kk'],
    ['is that of LC_ALL before both', { LC_ALL: 'ru_KZ', LC_MESSAGES: 'kk_KZ', LANG: 'en_US' }, [], 'ru'],
    ['passes over an empty variable', { LC_ALL: '', LC_MESSAGES: '', LANG: 'kk_KZ.UTF-8' }, [], 'kk'],
    ['is that of QABYL_LANG before the system', { QABYL_LANG: 'kk', LC_ALL: 'ru_RU' }, [], 'kk'],
    ['is that of --lang before all', { QABYL_LANG: 'kk', LC_ALL: 'kk_KZ' }, ['--lang', 'ru'], 'ru'],
    ['may be written with =', {}, ['--lang=kk'], 'kk'],
    ['may be written as a locale', {}, ['--lang', 'kk_KZ.UTF-8'], 'kk'],
    ['may be written in capitals', { QABYL_LANG: 'RU' }, [], 'ru'],
    ['is the last one named', {}, ['--lang', 'kk', '--lang', 'ru'], 'ru'],
    [
      'is English for C, POSIX and a language that it does not speak',
      { LC_ALL: 'C', LANG: 'ru_RU' },
      [],
      'en',
    ],
    ['is English for POSIX', { LANG: 'POSIX' }, [], 'en'],
    ['is English for German', { LANG: 'de_DE.UTF-8' }, [], 'en'],
    ['does not take Kyrgyz for Kazakh, nor kkj', { LANG: 'kkj_CM' }, [], 'en'],
  ])('%s', async (_, env, argv, language) => expect(await spoken(argv, env)).toBe(language));

  it.each([
    ['--lang', ['--lang', 'қазақша'], {}],
    ['an empty --lang', ['--lang', ''], {}],
    ['QABYL_LANG', [], { QABYL_LANG: 'kz' }],
  ])('that is unknown in %s is refused, with those that there are', async (_, argv, env: Env) => {
    const run = await qabyl([...argv, 'list', 'years'], { env });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    for (const language of LANGUAGES) expect(run.stderr).toContain(`--lang ${language}`);
    const json = await qabyl([...argv, 'list', 'years', '--json'], { env });
    expect(parseDocument(json, 'qabyl.error/1').problems[0]?.code).toBe('language-unknown');
  });
});

describe.each(LANGUAGES)('every help page in %s', language => {
  it.each(['', ...COMMANDS])('%s speaks no other language', async name => {
    const { stdout, code } = await qabyl(['help', name].filter(Boolean), { env: { QABYL_LANG: language } });
    expect(code).toBe(0);
    // Examples, usage and the left column are what is typed: the same in every language.
    const sections = stdout.split('\n\n').filter(section => !/^\S+:\n {2}qabyl /u.test(section));
    const text = sections
      .join('\n\n')
      .split('\n')
      .map(line => line.replace(/^ {2}[-A-Za-z].*? {2,}/u, ''))
      .map(line => line.replace(/^\S+: qabyl .*/u, ''))
      .join('\n');
    if (language === 'en') expect(text.match(/[ӘәҒғҚқҢңӨөҰұҮүҺһІі]{1,}/gu)).toBeNull();
    else {
      expect(untranslated(text, null)).toEqual([]);
      const kazakh = /[әғқңөұүһі]/iu;
      if (language === 'ru')
        expect(text.match(new RegExp(`\\p{L}*${kazakh.source}\\p{L}*`, 'giu'))).toBeNull();
      else expect(text).toMatch(kazakh);
    }
  });
});

describe.each(engines)('answers on $engine', ({ create }) => {
  let database: TestDatabase;
  let db: string;
  const as = story.admin.iin;
  beforeAll(async () => {
    database = await create();
    db = database.target;
    await playScenes(db);
  });
  afterAll(() => database.drop());

  const head = holder('school-1', 'director');
  /** Ways to be answered: data, refusals, plans, problems of a file. */
  const QUESTIONS: readonly [string, readonly string[], string][] = [
    ['a report', ['check-readiness'], as],
    ['a list', ['list', 'settings'], as],
    ['the history', ['history'], as],
    ['one change', ['show', '2'], as],
    ['what init did, taken back', ['undo', '1'], as],
    ['a check of the history', ['verify-history'], as],
    ['a territory', ['review-territory', '--school', 'school-1'], as],
    ['a refusal', ['assign-role', '--org', 'school-2', '--role', 'admin', '--staff', head], head],
    ['a missing flag', ['bind-streets', '--school', 'school-1'], as],
    ['a mistyped command', ['lst'], as],
    [
      'a plan',
      ['set-year-settings', '--school', 'school-1', '--class-size', '30', '--dry-run'],
      holder('school-1', 'admin'),
    ],
    ['a rejected file', ['import-orgs', 'fixtures/bad-files/orgs-bin-wrong.csv'], as],
    ['a house list', ['explain-houses', '1-45, 12А, от дома до дома'], as],
  ];

  it.each(QUESTIONS)(
    '%s: codes, keys and values are the same in three languages; sentences are not',
    async (_, argv, who) => {
      const documents = new Map<string, unknown>();
      const sentences = new Map<string, string>();
      for (const language of LANGUAGES) {
        const run = await qabyl([...argv, '--json', '--lang', language], { db, as: who });
        parseDocument(run);
        const bare: unknown = JSON.parse(run.stdout, (key, value: unknown) => {
          if (!['message', 'fix', 'houses', 'reading'].includes(key) || typeof value !== 'string')
            return value;
          if (key === 'message') {
            // The same words in two languages: one of them is not translated.
            expect(sentences.get(value) ?? language).toBe(language);
            sentences.set(value, language);
          }
          return null;
        });
        documents.set(language, { code: run.code, bare });
      }
      expect(documents.get('ru')).toEqual(documents.get('en'));
      expect(documents.get('kk')).toEqual(documents.get('en'));
    },
  );

  it.each(QUESTIONS)('%s is text in each language that no other has', async (_, argv, who) => {
    const texts = await Promise.all(
      LANGUAGES.map(async language => {
        const run = await qabyl([...argv, '--lang', language], { db, as: who });
        return run.stdout + run.stderr;
      }),
    );
    expect(new Set(texts).size).toBe(LANGUAGES.length);
  });
});
