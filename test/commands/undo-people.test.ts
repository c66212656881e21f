import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventIin } from '../support/people.ts';
import { giving, importing, making, refusedUndo, UNDO_SCHOOL, undone } from '../support/undoing.ts';

const admin = story.admin.iin;
const top = story.department.code;
const SCHOOL = UNDO_SCHOOL;
const director = holder(SCHOOL, 'director');

describe.each(engines)('people after an undo on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  }, 120_000);
  afterAll(() => district.drop());

  it('no role of somebody who is not there', async () => {
    const made = await importing(district, 400);
    const given = await giving(district, 400, 'admin');
    const answer = await refusedUndo(district, made);
    expect(answer.codes).toEqual(['undo-strands-rows']);
    expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${given}`);
  });

  it('no role of somebody who has left', async () => {
    await importing(district, 401);
    await giving(district, 401, 'admin');
    const revoked = await giving(district, 401, 'admin', '--revoke', '--yes');
    const all = (await district.list('staff', '--org', SCHOOL)).filter(({ iin }) => iin !== inventIin(401));
    const file = district.file(
      'iin,surname,given_name',
      ...all.map(p => `${p.iin},${p.surname},${p.given_name}`),
    );
    const left = await making(district, admin, 'import-staff', file, '--org', SCHOOL, '--sync', '--yes');
    const answer = await refusedUndo(district, revoked);
    expect(answer.codes).toEqual(['undo-role-of-left']);
    expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${left}`);
    await undone(district, admin, left);
    await undone(district, admin, revoked);
  });

  it('no executor without the role', async () => {
    await importing(district, 402);
    const given = await giving(district, 402, 'executor');
    const appoint = ['appoint-executor', '--school', SCHOOL, '--staff', inventIin(402)];
    const appointed = await making(district, director, ...appoint);
    const answer = await refusedUndo(district, given);
    expect(answer.codes).toEqual(['undo-idles-executor']);
    expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${appointed}`);
    expect((await refusedUndo(district, appointed)).code).toBe(4);
    await undone(district, director, appointed);
    await undone(district, admin, given);
  });

  it('no database without a super-administrator', async () => {
    const give = ['assign-role', '--org', top, '--role', 'superadmin', '--staff'];
    const other = holder(top, 'admin');
    const given = await making(district, admin, ...give, other);
    const revoked = await making(district, other, ...give, admin, '--revoke', '--yes');
    expect((await refusedUndo(district, given, other)).codes).toEqual(['last-superadmin']);
    await undone(district, other, revoked);
    await undone(district, admin, given);
  });
});
