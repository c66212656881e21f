import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { importing, making, refusedUndo, staffFile, undoing, undone } from '../support/undoing.ts';

const admin = story.admin.iin;

describe.each(engines)('the right to undo on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  }, 120_000);
  afterAll(() => district.drop());

  it.each([
    ['a director', holder('school-1', 'director')],
    ['an administrator of the school', holder('school-1', 'admin')],
    ['the administrator of the department', streetKeeper],
  ])('%s does not take back an import of employees', async (_, as) => {
    const made = await making(district, admin, 'import-staff', staffFile(district, 500), '--org', 'school-1');
    const answer = await refusedUndo(district, made, as);
    expect([answer.code, answer.codes]).toEqual([4, ['not-permitted']]);
    await undone(district, holder('school-1', 'superadmin'), made);
  });

  it('nobody of another school sees that there is such a change', async () => {
    const made = await importing(district, 501);
    expect((await refusedUndo(district, made, holder('school-1', 'superadmin'))).codes).toEqual([
      'change-unknown',
    ]);
    expect((await undoing(district, admin, made)).code).toBe(0);
  });
});
