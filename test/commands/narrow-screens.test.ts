import stringWidth from 'fast-string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, type Row, streetKeeper } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { qabyl } from '../support/run.ts';
import { scenesBefore } from '../support/story.ts';

const WIDTH = 40;
const env = { COLUMNS: String(WIDTH) };
const languages = ['kk', 'ru'] as const;

/** Lines of a text that go beyond the screen. */
const tooLong = (text: string) => text.split('\n').filter(line => stringWidth(line) > WIDTH);
const letters = (text: string) => text.replace(/\s/gu, '');

describe.each(engines)('lists on a screen of 40 columns on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('review-territory'));
    const shared = ['--school', 'school-2', '--street', 'Мира', '--houses', '1-9', '--share', 'русский язык'];
    await district.done(streetKeeper, [
      'bind-streets',
      '--school',
      'school-1',
      '--street',
      'Мира',
      '--move',
      '--yes',
    ]);
    await district.done(streetKeeper, ['bind-streets', ...shared]);
    const list = district.file('name_kk,houses', 'Жаңақоныс көшесі,"1, 2, 3/1, 5А, 7 к2, 9, 11"');
    await district.done(streetKeeper, ['import-streets', list]);
    const one = ['--street', 'Жаңақоныс', '--houses', '1'];
    await district.done(streetKeeper, ['bind-streets', '--school', 'school-1', ...one]);
  });
  afterAll(() => district.drop());

  describe.each(languages)('in %s', lang => {
    it.each(['streets', 'bindings', 'overlaps', 'gaps', 'orgs', 'staff'])(
      'list %s breaks its lines and loses nothing',
      async kind => {
        const list = ['list', kind, '--lang', lang];
        const { stdout } = await district.text(story.admin.iin, list, { env });
        expect(tooLong(stdout)).toEqual([]);
        const json = await district.text(story.admin.iin, [...list, '--json']);
        const rows: readonly Row[] = parseDocument(json, 'qabyl.list/1').rows;
        expect(rows.length).toBeGreaterThan(0);
        const shown = letters(stdout);
        for (const { name_kk, name_ru, houses } of rows)
          for (const value of [name_kk, name_ru, houses])
            if (typeof value === 'string') expect(shown).toContain(letters(value));
      },
    );

    it('review-territory does too', async () => {
      const review = ['review-territory', '--school', 'school-1', '--lang', lang];
      const { stdout } = await district.text(story.admin.iin, review, { env });
      expect(tooLong(stdout)).toEqual([]);
    });
  });

  it('keeps one record per line in a file and in a pipe', async () => {
    const { stdout } = await district.text(story.admin.iin, ['list', 'bindings', '--lang', 'en']);
    expect(stdout.trimEnd().split('\n')).toHaveLength((await district.list('bindings')).length + 1);
  });
});

describe.each(languages)('explain-houses on a screen of 40 columns in %s', lang => {
  it('breaks its reading and its problems', async () => {
    const good = await qabyl(['explain-houses', '1-45, 2-60, 101, 103, 105, 107/1, 109А', '--lang', lang], {
      env,
    });
    expect(good.stdout.split('\n').length).toBeGreaterThan(2);
    expect(tooLong(good.stdout)).toEqual([]);
    const bad = await qabyl(['explain-houses', '9А – 17 – 22 – 25', '--lang', lang], { env });
    expect(tooLong(bad.stderr)).toEqual([]);
  });
});
