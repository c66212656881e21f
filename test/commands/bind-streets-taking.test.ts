import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('bind-streets on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const bind = (school: string, street: string, ...argv: readonly string[]) => [
    ...['bind-streets', '--school', school, '--street', street, '--lang', 'en'],
    ...argv,
  ];

  describe('houses that another school has', () => {
    const streets = ['Гагарин көшесі', 'Чехов көшесі', 'Бұлақ көшесі', 'Наурыз көшесі', 'Саябақ көшесі'];
    let street = '';
    beforeEach(async () => {
      street = streets.shift() ?? '';
      await district.done(streetKeeper, bind('school-1', street, '--houses', '1-45, 12, 12А'));
      await district.done(streetKeeper, bind('school-2', street, '--houses', '47-99'));
    });

    it('are refused, naming each school and the exact houses', async () => {
      const answer = await district.refused(
        streetKeeper,
        bind('school-3', street, '--houses', '41-51, 12А, 14'),
      );
      expect(answer).toMatchObject({ code: 3, codes: ['houses-taken', 'houses-taken'] });
      const [first, second] = answer.document.problems.map(problem => problem.message);
      expect(first).toMatch(/school-1.*: 41–45 odd; 12А\.$/u);
      expect(second).toMatch(/school-2.*: 47–51 odd\.$/u);
      expect(answer.document.problems[0]?.fix).toContain('--move');
    });

    it('are refused even when approved: --yes is not --move', async () => {
      const answer = await district.refused(streetKeeper, bind('school-3', street, '--yes'));
      expect(answer).toMatchObject({ code: 3, codes: ['houses-taken', 'houses-taken'] });
    });

    it('are taken with --move only after an approval, and only these', async () => {
      const argv = bind('school-3', street, '--houses', '41-51, 12А', '--move');
      const asked = await district.refused(streetKeeper, argv);
      expect(asked).toMatchObject({ code: 5, codes: ['approval-needed'] });
      expect(asked.document).toMatchObject({
        outcome: 'needs-approval',
        approvals: [{ reason: 'moved-between-schools', count: 2 }],
      });
      const planned = await district.refused(streetKeeper, [...argv, '--dry-run']);
      const { document } = await district.done(streetKeeper, [...argv, '--yes']);
      expect(document.changes).toEqual(planned.document.changes);
      expect(document.summary).toMatchObject({ add: 1, update: 2, remove: 0 });
      expect(await district.bound(street)).toEqual({
        'school-1': '1–39 odd; 12',
        'school-2': '53–99 odd',
        'school-3': '41–51 odd; 12А',
      });
    });

    it('leave the other school with nothing on the street when all are taken', async () => {
      const { document } = await district.done(streetKeeper, bind('school-3', street, '--move', '--yes'));
      expect(document.summary).toMatchObject({ add: 1, remove: 2 });
      expect(await district.bound(street)).toEqual({ 'school-3': 'whole street' });
    });

    it('are taken on a terminal by the answer yes, and not by no', async () => {
      const argv = bind('school-3', street, '--houses', '1', '--move');
      const before = await district.lastChange();
      const no = await district.text(streetKeeper, argv, { answers: [false] });
      expect(no.code).toBe(5);
      expect(no.stderr).toContain('school-1');
      expect(await district.lastChange()).toBe(before);
      expect((await district.text(streetKeeper, argv, { answers: [true] })).code).toBe(0);
      expect(await district.bound(street)).toMatchObject({
        'school-1': '1–45 odd; 12, 12А, except 1',
        'school-3': '1',
      });
    });
  });

  describe('--unbind', () => {
    const street = 'Кенесары хан көшесі';
    beforeAll(async () => {
      await district.done(streetKeeper, bind('school-1', street, '--houses', '1-45, 2-60'));
    });

    it('takes part away after an approval', async () => {
      const argv = bind('school-1', street, '--unbind', '--houses', '2-60, 7');
      expect(await district.refused(streetKeeper, argv)).toMatchObject({
        code: 5,
        document: { approvals: [{ reason: 'unbinding', count: 1 }] },
      });
      await district.done(streetKeeper, [...argv, '--yes']);
      expect(await district.bound(street)).toEqual({ 'school-1': '1–45 odd, except 7' });
    });

    it('refuses houses that are not bound, naming them', async () => {
      const answer = await district.refused(
        streetKeeper,
        bind('school-1', street, '--unbind', '--houses', '7, 9, 46', '--yes'),
      );
      expect(answer).toMatchObject({ code: 3, codes: ['houses-not-bound'] });
      expect(answer.document.problems[0]?.message).toMatch(/: 7, 46\.$/u);
    });

    it.each([[[]], [['--houses', 'барлық үйлер']], [['--houses', 'все']]])(
      'takes all that is bound away when all of the street is named: %j',
      async houses => {
        const argv = [...bind('school-1', street, '--unbind', '--dry-run'), ...houses];
        expect((await district.refused(streetKeeper, argv)).document).toMatchObject({
          outcome: 'planned',
          changes: [{ action: 'remove', after: null }],
        });
      },
    );

    it('takes the whole street away when no houses are named', async () => {
      const argv = bind('school-1', street, '--unbind');
      expect((await district.refused(streetKeeper, argv)).code).toBe(5);
      const { document } = await district.done(streetKeeper, [...argv, '--yes']);
      expect(document).toMatchObject({
        summary: { remove: 1 },
        changes: [{ action: 'remove', before: { houses: '1–45 odd, except 7' }, after: null }],
      });
      expect(await district.bound(street)).toEqual({});
    });

    it.each([
      ['another school’s street', 'school-2'],
      ['a street nobody has', 'school-1'],
    ])('changes nothing about %s, and says so', async (_, school) => {
      const argv = bind(school, 'Лермонтов көшесі', '--unbind', '--yes');
      const { document } = await district.done(streetKeeper, argv);
      expect(document).toMatchObject({
        outcome: 'unchanged',
        summary: { read: 1, unchanged: 1 },
        problems: [{ code: 'street-not-bound', severity: 'warning' }],
      });
    });
  });
});
