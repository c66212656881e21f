import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('what of an order is held back, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const told = ({ document }: Awaited<ReturnType<District['change']>>) =>
    document.problems.map(({ code, where }) => [code, where?.line ?? null]);
  const rowsOf = (name: string) =>
    readFileSync(join(district.database.folder, name), 'utf8')
      .split('\r\n')
      .slice(1, -1)
      .map(line => line.split(';').slice(0, 4).join(';'));

  it('tells an unknown school once, where it is named, with what waits for it alone', async () => {
    const lines = [
      'Территория, закреплённая за школой № 77:',
      'ул. Чехова 1-9;',
      'ул. Достык 5;',
      'ул. Наурыыз 3',
    ];
    const answer = await district.refused(streetKeeper, district.order(lines, '--unread', 'unknown.csv'));
    expect(told(answer)).toEqual([
      ['order-school-unknown', 1],
      ['street-unknown', 4],
    ]);
    expect(answer.document.problems[0]).toMatchObject({
      message: 'There is no school “школой № 77”. 2 lines of the order wait for nothing else.',
    });
    expect(answer.document.summary).toMatchObject({ read: 3, rejected: 3 });
    expect(rowsOf('unknown.csv')).toEqual([
      "школой № 77;ул. Чехова;'1-9;order-school-unknown",
      'школой № 77;ул. Достык;5;order-school-unknown',
      'школой № 77;ул. Наурыыз;3;order-school-unknown street-unknown',
    ]);
  });

  it('proposes the school whose number is written with a letter', async () => {
    const answer = await district.refused(streetKeeper, district.order(['Школа № 3А: ул. Чехова 1-9']));
    expect(answer.document.problems[0]).toMatchObject({
      fix: 'Did you mean: school-3? Write its code, BIN or name as in: qabyl list orgs',
    });
  });

  it('binds the lines of known schools with --skip-invalid', async () => {
    const lines = ['Школа № 77: ул. Чехова 1-9;', 'Школа № 1: ул. Исатая Тайманова 5'];
    const answer = await district.change(streetKeeper, district.order(lines, '--skip-invalid', '-n'));
    expect(answer).toMatchObject({ code: 6, document: { summary: { read: 2, rejected: 1, add: 1 } } });
  });

  it('takes the one school that nobody knows for that of --school, and says so', async () => {
    const lines = ['МОУ СОШ № 46:', 'ул. Чехова 1-9'];
    const answer = await district.change(streetKeeper, district.order(lines, '--school', 'school-2', '-n'));
    expect(answer).toMatchObject({ code: 0, document: { summary: { add: 1 } } });
    expect(answer.document.problems).toMatchObject([
      { code: 'order-school-meant', severity: 'warning', message: expect.stringContaining('“МОУ СОШ № 46”') },
    ]);
    const two = ['МОУ СОШ № 46: ул. Чехова 1-9', 'МОУ СОШ № 47: ул. Достык 1-9'];
    const refused = await district.refused(streetKeeper, district.order(two, '--school', 'school-2'));
    expect(told(refused)).toEqual([
      ['order-school-unknown', 1],
      ['order-school-unknown', 2],
    ]);
  });

  it.each([
    ['half a street', ['Школа № 1:', 'ул. Достык 1-5;', 'ул. Достык 7, гаражи'], []],
    ['a whole street', ['Школа № 1:', 'ул. Чехова;', 'ул. Чехова, гаражи'], []],
    ['unread words behind a comma', ['Школа № 1:', 'ул. Чехова 1-15, Ромашка'], []],
    ['another school than --school', ['Школа № 1: ул. Чехова 1-9'], ['--school', 'school-2']],
    ['houses of two schools', ['Школа № 1: ул. Чехова 1-9', 'Школа № 2: ул. Чехова 5'], []],
    ['an unclosed bracket', ['Школа № 1: ул. Чехова 1-9 (кроме 3'], []],
    ['an unknown school', ['Школа № 77: ул. Чехова 1-9'], []],
    ['no school', ['ул. Чехова 1-9'], []],
  ])('its table binds nothing as it stands: %s', async (_, lines, argv) => {
    await district.refused(streetKeeper, district.order(lines, '--unread', 'held.csv', ...argv));
    expect(rowsOf('held.csv').length).toBeGreaterThan(0);
    const file = ['bind-streets', '--file', 'held.csv', '--lang', 'en', '-n', '--skip-invalid'];
    const answer = await district.change(streetKeeper, file);
    expect(answer.document.summary).toMatchObject({ add: 0, update: 0, remove: 0 });
    expect(answer.document.summary.rejected).toBe(answer.document.summary.read);
  });

  it.each([
    'за исключением домов 7, 9 (школа № 2)',
    'Дома 7, 9 относятся к школе № 2.',
    'Примечание: дома 7, 9 - временно школа № 2',
    'кроме школы № 2',
    '7, 9 үйлерден басқа (№ 2 мектеп)',
  ])('holds the street before words that speak of its houses and of a school: %s', async words => {
    const lines = ['Школа № 1: ул. Чехова 1-45', words];
    const answer = await district.refused(streetKeeper, district.order(lines, '--skip-invalid', '-n'));
    expect(told(answer)).toEqual([
      ['order-words-unread', 1],
      ['order-heading-unclear', 2],
    ]);
  });

  it('holds nothing before a school whose heading is unclear for its streets alone', async () => {
    const lines = ['Школа № 1: ул. Чехова 1-45', 'Школа № 2, ул. Достык, дома 7, 9'];
    const answer = await district.change(streetKeeper, district.order(lines, '--skip-invalid', '-n'));
    expect(answer).toMatchObject({ code: 6, document: { summary: { read: 2, rejected: 1, add: 1 } } });
  });

  it('marks what is wrong by line for editors', async () => {
    const run = await district.text(
      streetKeeper,
      district.order(['Школа № 1:', 'ул. Наурыыз 3'], '--format', 'sarif'),
    );
    const [log] = JSON.parse(run.stdout).runs;
    expect(log.results).toMatchObject([
      { ruleId: 'street-unknown', locations: [{ physicalLocation: { region: { startLine: 2 } } }] },
    ]);
  });

  it('keeps what is shared where --replace-all states it again', async () => {
    const shared = ['--street', 'ул. Парковая', '--houses', '1-9', '--lang', 'en'];
    await district.done(streetKeeper, ['bind-streets', '--school', 'school-3', ...shared]);
    const share = ['bind-streets', '--school', 'school-4', ...shared, '--share', 'ru', '--yes'];
    await district.done(streetKeeper, share);
    const again = ['Школа № 4: ул. Парковая 1-9'];
    const answer = await district.change(streetKeeper, district.order(again, '--replace-all', '-n'));
    expect(answer).toMatchObject({ code: 0, document: { outcome: 'unchanged' } });
  });

  it('knows a spelling that --accept explains, replaces a territory whole, and moves houses', async () => {
    const accepted = ['--accept', 'ул. Наурыыз=ул. Наурыз'];
    await district.done(
      streetKeeper,
      district.order(['Школа № 1: ул. Наурыыз 3; ул. Чехова 1-9'], ...accepted),
    );
    expect(await district.bound('Наурыз')).toEqual({ 'school-1': '3' });
    await district.done(
      streetKeeper,
      district.order(['Школа № 1: ул. Чехова 1-9'], '--replace-all', '--yes'),
    );
    expect(await district.bound('Наурыз')).toEqual({});
    const taken = ['Школа № 2: ул. Чехова 1-5'];
    await district.refused(streetKeeper, district.order(taken));
    await district.done(streetKeeper, district.order(taken, '--move', '--yes'));
    expect(await district.bound('Чехова')).toEqual({ 'school-1': '7–9 odd', 'school-2': '1–5 odd' });
  });
});
