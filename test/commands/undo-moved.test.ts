import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventIin, range, staffLines } from '../support/people.ts';
import { Tampering } from '../support/tampering.ts';
import {
  expectWhole,
  giving,
  importing,
  making,
  refusedUndo,
  UNDO_SCHOOL,
  undone,
} from '../support/undoing.ts';

const admin = story.admin.iin;
const SCHOOL = UNDO_SCHOOL;

describe.each(engines)('undo of what moved since on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  }, 120_000);
  afterAll(() => district.drop());

  it('refuses rows that moved since, names the change that moved them, and works once that is taken back', async () => {
    const made = await importing(district, 303, 'мұғалім');
    const second = await importing(district, 303, 'әдіскер');
    const third = await importing(district, 303, 'директор');
    const refused = await refusedUndo(district, made);
    expect([refused.code, refused.codes]).toEqual([3, ['rows-moved-since']]);
    expect(refused.document.problems[0]?.message).toContain(`change ${third} (import-staff`);
    expect(refused.document.problems[0]?.fix).toContain(`qabyl undo ${third}`);
    await undone(district, admin, third);
    expect((await refusedUndo(district, made)).document.problems[0]?.fix).toContain(`qabyl undo ${second}`);
    await undone(district, admin, second);
    await undone(district, admin, made);
    await expectWhole(district, admin);
  });

  it('tells many rows of one later change as one cause', async () => {
    const lines = (position: string) =>
      staffLines(range(340, 359)).map(line => line.replace('мұғалім', position));
    const importAll = (position: string) =>
      making(
        district,
        admin,
        'import-staff',
        district.file(...lines(position)),
        '--org',
        SCHOOL,
        '--allow-changes=20',
      );
    const made = await importAll('мұғалім');
    const later = await importAll('әдіскер');
    const { document } = await refusedUndo(district, made);
    expect(document.problems).toHaveLength(1);
    expect(document.problems[0]?.message).toMatch(new RegExp(`^20 rows .* change ${later} `));
    await undone(district, admin, later);
    await undone(district, admin, made);
  });

  it('says that a change was taken back already, and how it comes into force again', async () => {
    const added = await importing(district, 304);
    const first = await undone(district, admin, added);
    const again = await refusedUndo(district, added);
    expect([again.code, again.codes]).toEqual([3, ['change-undone']]);
    expect(again.document.problems[0]?.fix).toContain(`qabyl undo ${first}`);
    const restored = await undone(district, admin, first);
    const updated = await importing(district, 304, 'әдіскер');
    const back = await undone(district, admin, updated);
    expect((await refusedUndo(district, updated)).codes).toEqual(['change-undone']);
    await undone(district, admin, back);
    await undone(district, admin, updated);
    // What the undo of the undo brought back is in force again: the change itself can be taken back once more.
    expect(restored).toBeGreaterThan(first);
    await undone(district, admin, added);
    await expectWhole(district, admin);
  });

  it('refuses a row that was removed and added again since', async () => {
    await importing(district, 305);
    const given = await giving(district, 305, 'admin');
    const revoked = await giving(district, 305, 'admin', '--revoke', '--yes');
    const again = await giving(district, 305, 'admin');
    expect((await refusedUndo(district, revoked)).document.problems[0]?.fix).toContain(`qabyl undo ${again}`);
    expect((await refusedUndo(district, given)).document.problems[0]?.fix).toContain(`qabyl undo ${again}`);
    await undone(district, admin, again);
    expect((await refusedUndo(district, given)).document.problems[0]?.fix).toContain(`qabyl undo ${revoked}`);
    await undone(district, admin, revoked);
    await undone(district, admin, given);
  });

  it('puts back nothing that was altered past the program', async () => {
    const made = await importing(district, 306);
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
});
