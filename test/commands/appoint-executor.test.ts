import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const director = (school: string) => holder(school, 'director');
const executor = (school: string) => holder(school, 'executor');

describe.each(engines)('appoint-executor on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('appoint-executor'));
  });
  afterAll(() => district.drop());

  const appoint = (school: string, staff: string, ...argv: readonly string[]) => [
    ...['appoint-executor', '--school', school, '--staff', staff, '--lang', 'en'],
    ...argv,
  ];
  const appointed = (school: string) => district.list('appointments', '--school', school);
  const person = async (school: string, iin: string) =>
    (await district.list('staff', '--org', school)).find(row => row.iin === iin);
  const superadmin = story.admin.iin;

  it('appoints once, by the director, for the service', async () => {
    const argv = appoint('school-1', executor('school-1'), '--service', 'grade-1-admission');
    const { document } = await district.done(director('school-1'), argv);
    expect(document).toMatchObject({ outcome: 'applied', summary: { read: 1, add: 1 }, problems: [] });
    expect(await appointed('school-1')).toEqual([
      {
        year: story.year,
        school: 'school-1',
        service: 'grade-1-admission',
        executor: executor('school-1'),
        director: director('school-1'),
      },
    ]);
    const again = await district.done(director('school-1'), appoint('school-1', executor('school-1')));
    expect(again.document).toMatchObject({ outcome: 'unchanged', change: null });
  });

  describe('refuses', () => {
    const fillers = { colleague: '', neighbour: executor('school-3') };
    beforeAll(async () => {
      const rows = await district.list('staff', '--org', 'school-2');
      const holders = new Set(Object.values(story.people['school-2'] ?? {}));
      fillers.colleague = String(rows.find(row => !holders.has(String(row.iin)))?.iin);
    });

    it('an employee without the role, saying who gives it', async () => {
      const answer = await district.refused(director('school-2'), appoint('school-2', fillers.colleague));
      expect(answer).toMatchObject({ code: 3, codes: ['executor-without-role'] });
      expect(answer.document.problems[0]?.fix).toContain(
        `qabyl assign-role --org school-2 --role executor --staff ${fillers.colleague}`,
      );
    });

    it('an employee with another role alone, naming it', async () => {
      const answer = await district.refused(
        director('school-2'),
        appoint('school-2', holder('school-2', 'admin')),
      );
      expect(answer).toMatchObject({ code: 3, codes: ['executor-without-role'] });
      expect(answer.document.problems[0]?.message).toContain('admin');
    });

    it('the executor of another school, naming that school', async () => {
      const answer = await district.refused(director('school-2'), appoint('school-2', fillers.neighbour));
      expect(answer).toMatchObject({ code: 3, codes: ['executor-not-here'] });
      const neighbour = await person('school-3', fillers.neighbour);
      expect(answer.document.problems[0]?.message).toContain(
        `${neighbour?.surname} ${neighbour?.given_name}`,
      );
      expect(answer.document.problems[0]?.message).toContain('school-3');
    });

    it('an IIN that nobody has', async () => {
      const answer = await district.refused(director('school-2'), appoint('school-2', '850101300779'));
      expect(answer).toMatchObject({ code: 3, codes: ['staff-unknown'] });
      expect(answer.document.problems[0]?.fix).toContain('qabyl list staff --org school-2');
    });

    it.each([
      ['a wrong IIN', ['--staff', '850101300125'], 'iin-check-digit'],
      ['no IIN', ['--staff', ''], 'flag-missing'],
      ['two IINs', ['--staff', `${executor('school-2')},${executor('school-3')}`], 'flag-invalid'],
      ['an unknown service', ['--staff', executor('school-2'), '--service', 'grade-5'], 'service-unknown'],
      ['a wrong phone', ['--staff', executor('school-2'), '--phone', '12'], 'phone-length'],
      ['a wrong address', ['--staff', executor('school-2'), '--email', 'пошта'], 'email-malformed'],
    ])('%s as wrong usage', async (_, argv, code) => {
      const answer = await district.refused(director('school-2'), [
        'appoint-executor',
        '--school',
        'school-2',
        ...argv,
      ]);
      expect(answer).toMatchObject({ code: 2, codes: [code] });
    });

    it.each([
      ['the administrator', holder('school-2', 'admin')],
      ['the super-administrator', holder('school-2', 'superadmin')],
      ['the executor', executor('school-2')],
      ['another school’s director', director('school-3')],
      ['the department’s administrator', streetKeeper],
    ])('%s, naming the director', async (_, who) => {
      const answer = await district.refused(who, appoint('school-2', executor('school-2'), '--yes'));
      expect(answer).toMatchObject({ code: 4, codes: ['not-permitted'] });
      expect(answer.document.problems[0]?.message).toMatch(/director of school-2/u);
    });

    it('a department', async () => {
      const answer = await district.refused(director('school-2'), appoint('akzhailau', executor('school-2')));
      expect(answer).toMatchObject({ code: 3, codes: ['org-not-school'] });
    });
  });

  describe('one executor per school and service', () => {
    const [first, second] = [executor('school-3'), holder('school-3', 'admin')];
    beforeAll(async () => {
      const argv = ['assign-role', '--org', 'school-3', '--role', 'executor', '--staff', second];
      await district.done(superadmin, argv);
      await district.done(director('school-3'), appoint('school-3', first));
    });

    it('is replaced only with an approval', async () => {
      const argv = appoint('school-3', second);
      const asked = await district.refused(director('school-3'), argv);
      expect(asked).toMatchObject({
        code: 5,
        codes: ['approval-needed'],
        document: { approvals: [{ reason: 'executor-replaced', count: 1 }] },
      });
      expect(asked.document.changes).toMatchObject([
        { before: { executor: first }, after: { executor: second } },
      ]);
      await district.done(director('school-3'), [...argv, '--yes']);
      expect(await appointed('school-3')).toMatchObject([{ executor: second }]);
    });

    it('is replaced with --replace', async () => {
      await district.done(director('school-3'), appoint('school-3', first, '--replace'));
      expect(await appointed('school-3')).toMatchObject([{ executor: first }]);
    });

    it('is replaced on a terminal by yes alone', async () => {
      const argv = appoint('school-3', second);
      expect((await district.text(director('school-3'), argv, { answers: [false] })).code).toBe(5);
      expect((await district.text(director('school-3'), argv, { answers: [true] })).code).toBe(0);
      expect(await appointed('school-3')).toMatchObject([{ executor: second }]);
    });
  });

  it('warns of a director who is the executor too', async () => {
    const self = director('school-4');
    await district.done(superadmin, [
      'assign-role',
      '--org',
      'school-4',
      '--role',
      'executor',
      '--staff',
      self,
    ]);
    const { document } = await district.done(self, appoint('school-4', self));
    expect(document).toMatchObject({
      outcome: 'applied',
      problems: [{ code: 'executor-is-director', severity: 'warning' }],
    });
  });

  it('edits the phone and the address of the executor’s record', async () => {
    const iin = executor('school-5');
    const argv = appoint('school-5', iin, '--phone', '8 (705) 152-85-93', '--email', 'Orynbasar@Mektep.kz');
    const { document } = await district.done(director('school-5'), argv);
    expect(document.changes.map(change => [change.action, change.kind])).toEqual(
      expect.arrayContaining([
        ['add', 'appointment'],
        ['update', 'staff'],
      ]),
    );
    const stored = await person('school-5', iin);
    expect(stored).toMatchObject({ phone: '+77051528593' });
    expect(String(stored?.email).toLowerCase()).toBe('orynbasar@mektep.kz');
    expect((await district.done(director('school-5'), argv)).document.outcome).toBe('unchanged');
    // One of the two leaves the other as it is.
    await district.done(director('school-5'), appoint('school-5', iin, '--phone', '+7 701 761 9108'));
    expect(await person('school-5', iin)).toMatchObject({ phone: '+77017619108', email: stored?.email });
  });

  it('refuses somebody who has left, although the role was theirs', async () => {
    const rows = await district.list('staff', '--org', 'school-1', '--left');
    const staying = rows.filter(row => row.iin !== executor('school-1'));
    const file = district.file(
      'iin,surname,given_name',
      ...staying.map(row => `${row.iin},${row.surname},${row.given_name}`),
    );
    await district.done(superadmin, ['import-staff', file, '--org', 'school-1', '--sync', '--yes']);
    expect(await appointed('school-1')).toEqual([]);
    const answer = await district.refused(director('school-1'), appoint('school-1', executor('school-1')));
    expect(answer).toMatchObject({ code: 3, codes: ['executor-left'] });
  });
});
