import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { inventBin } from '../support/people.ts';
import { expectWhole, making, refusedUndo, staffFile, UNDO_SCHOOL, undone } from '../support/undoing.ts';

const admin = story.admin.iin;
const top = story.department.code;
const SCHOOL = UNDO_SCHOOL;
const STREET = ['bind-streets', '--street', 'Гагарина'];

describe.each(engines)('schools after an undo on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  }, 120_000);
  afterAll(() => district.drop());

  it('no BIN of two organizations, and no employee of one that is gone', async () => {
    const school = (code: string, bin: string) =>
      making(
        district,
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
    expect((await refusedUndo(district, moved)).codes).toEqual(['bin-taken']);
    const hired = await making(
      district,
      admin,
      'import-staff',
      staffFile(district, 403),
      '--org',
      'school-9',
    );
    expect((await refusedUndo(district, ninth)).document.problems).toMatchObject([
      { code: 'undo-strands-rows', fix: expect.stringContaining(`qabyl undo ${hired}`) },
    ]);
    const fired = await undone(district, admin, hired);
    const gone = await undone(district, admin, ninth);
    expect((await refusedUndo(district, fired)).codes).toEqual(['undo-strands-rows']);
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
      making(
        district,
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
    const bound = await making(
      district,
      streetKeeper,
      ...STREET,
      '--school',
      'school-7',
      '--houses',
      '99998',
      '--move',
      '--yes',
    );
    const answer = await refusedUndo(district, opened);
    expect(answer.codes).toEqual(['undo-misplaces-streets']);
    expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${bound}`);
    await undone(district, streetKeeper, bound);
    await undone(district, admin, opened);
  });

  it('no settings that the season does not allow any more', async () => {
    const keeper = holder(SCHOOL, 'admin');
    const settings = (size: string) =>
      making(district, keeper, 'set-year-settings', '--school', SCHOOL, '--class-size', size, '--yes');
    await settings('30');
    const smaller = await settings('25');
    const season = ['set-year-settings', '--department', top, '--class-size-max', '26', '--yes'];
    const capped = await making(district, streetKeeper, ...season);
    expect((await refusedUndo(district, smaller, keeper)).code).toBe(3);
    await undone(district, streetKeeper, capped);
    await undone(district, keeper, smaller);
  });
});
