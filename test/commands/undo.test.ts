import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { everything } from '../support/everything.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventBin, inventIin, range, staffLines } from '../support/people.ts';
import { Tampering } from '../support/tampering.ts';
import { expectWhole, undoing, undone } from '../support/undoing.ts';

const admin = story.admin.iin;
const top = story.department.code;
const SCHOOL = 'school-2';
const director = holder(SCHOOL, 'director');
const STREET = ['bind-streets', '--street', 'Гагарина'];

describe.each(engines)('undo on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  }, 120_000);
  afterAll(() => district.drop());

  /** Runs a changing command that must work. @returns its number */
  const change = async (as: string, ...argv: readonly string[]): Promise<number> =>
    (await district.done(as, argv)).document.change ?? 0;
  const staff = (n: number, position = 'мұғалім') =>
    district.file('iin,surname,given_name,position', `${inventIin(n)},Ахметова,Әлия,${position}`);
  const importing = (n: number, position?: string) =>
    change(admin, 'import-staff', staff(n, position), '--org', SCHOOL);
  const role = (n: number, name: string, ...more: readonly string[]) =>
    change(admin, 'assign-role', '--org', SCHOOL, '--role', name, '--staff', inventIin(n), ...more);
  const undo = (of: number, as = admin, ...more: readonly string[]) =>
    district.refused(as, ['undo', String(of), '--yes', ...more]);

  it('is the same as never having done it, is shown first, and can be taken back itself', async () => {
    const before = await everything(district.db);
    const made = await importing(300);
    const after = await everything(district.db);
    const plan = await district.refused(admin, ['undo', String(made), '--dry-run', '--yes']);
    expect(plan.document).toMatchObject({ command: 'undo', outcome: 'planned', summary: { remove: 1 } });
    const first = await undone(district, admin, made);
    expect(await everything(district.db)).toEqual(before);
    const second = await undone(district, admin, first);
    expect(await everything(district.db)).toEqual(after);
    await undone(district, admin, second);
    expect(await everything(district.db)).toEqual(before);
    await expectWhole(district, admin);
  });

  it('asks before it takes anything away that a person would miss, and names the people', async () => {
    const made = await importing(301);
    const answer = await district.refused(admin, ['undo', String(made)]);
    expect([answer.code, answer.codes]).toEqual([5, ['approval-needed']]);
    expect(answer.document.approvals).toEqual([{ reason: 'dismissal', count: 1 }]);
    const run = await district.text(admin, ['undo', String(made), '--dry-run', '--lang', 'en']);
    expect(run.stdout).toContain(`- employee ${SCHOOL}, Ахметова Әлия (${inventIin(301)})`);
  });

  it('asks for the number where it would take too much from an organization', async () => {
    const made = await change(
      admin,
      'import-staff',
      district.file(...staffLines(range(310, 329))),
      '--org',
      SCHOOL,
    );
    const answer = await undo(made);
    expect([answer.code, answer.codes]).toEqual([5, ['removals-over-threshold']]);
    expect(await undone(district, admin, made)).toBeGreaterThan(made);
  });

  it('has a line of the history that says what it takes back', async () => {
    const made = await importing(302);
    const number = await undone(district, admin, made);
    const shown = parseDocument(
      await district.text(admin, ['show', String(number), '--json']),
      'qabyl.show/1',
    );
    expect(shown).toMatchObject({ command: 'undo', undoes: made, summary: { remove: 1 } });
    expect(shown.changes).toMatchObject([{ action: 'remove', kind: 'staff', after: null }]);
  });

  it('refuses rows that moved since, names the change that moved them, and works once that is taken back', async () => {
    const made = await importing(303, 'мұғалім');
    const second = await importing(303, 'әдіскер');
    const third = await importing(303, 'директор');
    const refused = await undo(made);
    expect([refused.code, refused.codes]).toEqual([3, ['rows-moved-since']]);
    expect(refused.document.problems[0]?.message).toContain(`change ${third} (import-staff`);
    expect(refused.document.problems[0]?.fix).toContain(`qabyl undo ${third}`);
    await undone(district, admin, third);
    expect((await undo(made)).document.problems[0]?.fix).toContain(`qabyl undo ${second}`);
    await undone(district, admin, second);
    await undone(district, admin, made);
    await expectWhole(district, admin);
  });

  it('tells many rows of one later change as one cause', async () => {
    const lines = (position: string) =>
      staffLines(range(340, 359)).map(line => line.replace('мұғалім', position));
    const importAll = (position: string) =>
      change(admin, 'import-staff', district.file(...lines(position)), '--org', SCHOOL, '--allow-changes=20');
    const made = await importAll('мұғалім');
    const later = await importAll('әдіскер');
    const { document } = await undo(made);
    expect(document.problems).toHaveLength(1);
    expect(document.problems[0]?.message).toMatch(new RegExp(`^20 rows .* change ${later} `));
    await undone(district, admin, later);
    await undone(district, admin, made);
  });

  it('says that a change was taken back already, and how it comes into force again', async () => {
    const added = await importing(304);
    const first = await undone(district, admin, added);
    const again = await undo(added);
    expect([again.code, again.codes]).toEqual([3, ['change-undone']]);
    expect(again.document.problems[0]?.fix).toContain(`qabyl undo ${first}`);
    const restored = await undone(district, admin, first);
    const updated = await importing(304, 'әдіскер');
    const back = await undone(district, admin, updated);
    expect((await undo(updated)).codes).toEqual(['change-undone']);
    await undone(district, admin, back);
    await undone(district, admin, updated);
    // What the undo of the undo brought back is in force again: the change itself can be taken back once more.
    expect(restored).toBeGreaterThan(first);
    await undone(district, admin, added);
    await expectWhole(district, admin);
  });

  it('refuses a row that was removed and added again since', async () => {
    await importing(305);
    const given = await role(305, 'admin');
    const revoked = await role(305, 'admin', '--revoke', '--yes');
    const again = await role(305, 'admin');
    expect((await undo(revoked)).document.problems[0]?.fix).toContain(`qabyl undo ${again}`);
    expect((await undo(given)).document.problems[0]?.fix).toContain(`qabyl undo ${again}`);
    await undone(district, admin, again);
    expect((await undo(given)).document.problems[0]?.fix).toContain(`qabyl undo ${revoked}`);
    await undone(district, admin, revoked);
    await undone(district, admin, given);
  });

  it('does not take back what init did', async () => {
    const answer = await undo(1);
    expect([answer.code, answer.codes]).toEqual([3, ['change-not-undoable']]);
  });

  it.each([['0'], ['x'], ['-1']])('is told which change: %s is none', async given => {
    expect((await district.refused(admin, ['undo', given])).codes[0]).toMatch(/flag-invalid|option-unknown/);
  });

  it('knows only changes that there are', async () => {
    expect((await undo(99_999)).codes).toEqual(['change-unknown']);
  });

  it('puts back nothing that was altered past the program', async () => {
    const made = await importing(306);
    const tampering = await Tampering.with(district);
    const row = (await tampering.rows('staff')).find(({ iin }) => iin === inventIin(306)) ?? {};
    const codes = await tampering.altered(
      'staff',
      row,
      'surname',
      'Жалған',
      async () => (await district.change(admin, ['undo', String(made), '--yes'])).codes,
    );
    await tampering.close();
    expect(codes).toEqual(['history-rows-differ']);
    await undone(district, admin, made);
  });

  describe('leaves no state that a command would refuse', () => {
    it('no role of somebody who is not there', async () => {
      const made = await importing(400);
      const given = await role(400, 'admin');
      const answer = await undo(made);
      expect(answer.codes).toEqual(['undo-strands-rows']);
      expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${given}`);
    });

    it('no role of somebody who has left', async () => {
      await importing(401);
      await role(401, 'admin');
      const revoked = await role(401, 'admin', '--revoke', '--yes');
      const all = (await district.list('staff', '--org', SCHOOL)).filter(({ iin }) => iin !== inventIin(401));
      const file = district.file(
        'iin,surname,given_name',
        ...all.map(p => `${p.iin},${p.surname},${p.given_name}`),
      );
      const left = await change(admin, 'import-staff', file, '--org', SCHOOL, '--sync', '--yes');
      const answer = await undo(revoked);
      expect(answer.codes).toEqual(['undo-role-of-left']);
      expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${left}`);
      await undone(district, admin, left);
      await undone(district, admin, revoked);
    });

    it('no executor without the role', async () => {
      await importing(402);
      const given = await role(402, 'executor');
      const appoint = ['appoint-executor', '--school', SCHOOL, '--staff', inventIin(402)];
      const appointed = await change(director, ...appoint);
      const answer = await undo(given);
      expect(answer.codes).toEqual(['undo-idles-executor']);
      expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${appointed}`);
      expect((await undo(appointed)).code).toBe(4);
      await undone(district, director, appointed);
      await undone(district, admin, given);
    });

    it('no house with two schools', async () => {
      const house = (school: string) => [...STREET, '--school', school, '--houses', '903'];
      const freed = await change(streetKeeper, ...house('school-3'), '--unbind', '--yes');
      const taken = await change(streetKeeper, ...house('school-1'));
      const answer = await undo(freed, streetKeeper);
      expect(answer.codes).toEqual(['undo-doubles-houses']);
      expect(answer.document.problems[0]?.message).toMatch(/school-3 and to school-1: 903\./);
      expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${taken}`);
      await undone(district, streetKeeper, taken);
      await undone(district, streetKeeper, freed);
      await expectWhole(district, streetKeeper);
    });

    it('no binding of a street that has left the list, and no street without its bindings', async () => {
      const listed = await change(
        streetKeeper,
        'import-streets',
        district.file('name_kk,name_ru,kind', 'Жаңа көшесі,улица Жана,көше'),
      );
      const bound = await change(streetKeeper, 'bind-streets', '--street', 'Жаңа', '--school', 'school-1');
      expect((await undo(listed, streetKeeper)).document.problems).toMatchObject([
        { code: 'undo-strands-rows', fix: expect.stringContaining(`qabyl undo ${bound}`) },
      ]);
      const unbound = await undone(district, streetKeeper, bound);
      const unlisted = await undone(district, streetKeeper, listed);
      expect((await undo(unbound, streetKeeper)).document.problems).toMatchObject([
        { code: 'undo-strands-rows', fix: expect.stringContaining(`qabyl undo ${unlisted}`) },
      ]);
    });

    it('no BIN of two organizations, and no employee of one that is gone', async () => {
      const school = (code: string, bin: string) =>
        change(
          admin,
          'import-orgs',
          district.file(
            'code,kind,bin,name_kk,name_ru,department',
            `${code},school,${bin},${code} мектебі,Школа ${code},${top}`,
          ),
          '--yes',
        );
      const eighth = await school('school-8', inventBin(1));
      const moved = await school('school-8', inventBin(2));
      const ninth = await school('school-9', inventBin(1));
      expect((await undo(moved)).codes).toEqual(['bin-taken']);
      const hired = await change(admin, 'import-staff', staff(403), '--org', 'school-9');
      expect((await undo(ninth)).document.problems).toMatchObject([
        { code: 'undo-strands-rows', fix: expect.stringContaining(`qabyl undo ${hired}`) },
      ]);
      const fired = await undone(district, admin, hired);
      const gone = await undone(district, admin, ninth);
      expect((await undo(fired)).codes).toEqual(['undo-strands-rows']);
      // Those who make organisations see and bring back one that is gone.
      await undone(district, admin, gone);
      await undone(district, admin, fired);
      await undone(district, admin, hired);
      await undone(district, admin, ninth);
      await undone(district, admin, moved);
      await undone(district, admin, eighth);
      await expectWhole(district, admin);
    });

    it('no school with streets that is declared to have no territory', async () => {
      const school = (territory: string) =>
        change(
          admin,
          'import-orgs',
          district.file(
            'code,kind,bin,name_kk,name_ru,department,territory',
            `school-7,school,${inventBin(7)},№ 7 мектеп,Школа № 7,${top},${territory}`,
          ),
          '--yes',
        );
      await school('none');
      const opened = await school('yes');
      const bound = await change(
        streetKeeper,
        ...STREET,
        '--school',
        'school-7',
        '--houses',
        '99998',
        '--move',
        '--yes',
      );
      const answer = await undo(opened);
      expect(answer.codes).toEqual(['undo-misplaces-streets']);
      expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${bound}`);
      await undone(district, streetKeeper, bound);
      await undone(district, admin, opened);
    });

    it('no settings that the season does not allow any more', async () => {
      const keeper = holder(SCHOOL, 'admin');
      const settings = (size: string) =>
        change(keeper, 'set-year-settings', '--school', SCHOOL, '--class-size', size, '--yes');
      await settings('30');
      const smaller = await settings('25');
      const season = ['set-year-settings', '--department', top, '--class-size-max', '26', '--yes'];
      const capped = await change(streetKeeper, ...season);
      expect((await undo(smaller, keeper)).code).toBe(3);
      await undone(district, streetKeeper, capped);
      await undone(district, keeper, smaller);
    });

    it('no database without a super-administrator', async () => {
      const give = ['assign-role', '--org', top, '--role', 'superadmin', '--staff'];
      const other = holder(top, 'admin');
      const given = await change(admin, ...give, other);
      const revoked = await change(other, ...give, admin, '--revoke', '--yes');
      expect((await undo(given, other)).codes).toEqual(['last-superadmin']);
      await undone(district, other, revoked);
      await undone(district, admin, given);
    });
  });

  describe('belongs to whoever may carry the change out', () => {
    it.each([
      ['a director', holder('school-1', 'director')],
      ['an administrator of the school', holder('school-1', 'admin')],
      ['the administrator of the department', streetKeeper],
    ])('%s does not take back an import of employees', async (_, as) => {
      const made = await change(admin, 'import-staff', staff(500), '--org', 'school-1');
      const answer = await undo(made, as);
      expect([answer.code, answer.codes]).toEqual([4, ['not-permitted']]);
      await undone(district, holder('school-1', 'superadmin'), made);
    });

    it('nobody of another school sees that there is such a change', async () => {
      const made = await importing(501);
      expect((await undo(made, holder('school-1', 'superadmin'))).codes).toEqual(['change-unknown']);
      expect((await undoing(district, admin, made)).code).toBe(0);
    });
  });
});
