import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { everything } from '../support/everything.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin, range, staffLines } from '../support/people.ts';
import { expectWhole, importing, making, refusedUndo, UNDO_SCHOOL, undone } from '../support/undoing.ts';

const admin = story.admin.iin;
const SCHOOL = UNDO_SCHOOL;

describe.each(engines)('undo on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  }, 120_000);
  afterAll(() => district.drop());

  it('is the same as never having done it, is shown first, and can be taken back itself', async () => {
    const before = await everything(district.db);
    const made = await importing(district, 300);
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
    const made = await importing(district, 301);
    const answer = await district.refused(admin, ['undo', String(made)]);
    expect([answer.code, answer.codes]).toEqual([5, ['approval-needed']]);
    expect(answer.document.approvals).toEqual([{ reason: 'dismissal', count: 1 }]);
    const run = await district.text(admin, ['undo', String(made), '--dry-run', '--lang', 'en']);
    expect(run.stdout).toContain(`- employee ${SCHOOL}, Ахметова Әлия (${inventIin(301)})`);
  });

  it('asks for the number where it would take too much from an organization', async () => {
    const made = await making(
      district,
      admin,
      'import-staff',
      district.file(...staffLines(range(310, 329))),
      '--org',
      SCHOOL,
    );
    const answer = await refusedUndo(district, made);
    expect([answer.code, answer.codes]).toEqual([5, ['removals-over-threshold']]);
    expect(await undone(district, admin, made)).toBeGreaterThan(made);
  });

  it('has a line of the history that says what it takes back', async () => {
    const made = await importing(district, 302);
    const number = await undone(district, admin, made);
    const shown = parseDocument(
      await district.text(admin, ['show', String(number), '--json']),
      'qabyl.show/1',
    );
    expect(shown).toMatchObject({ command: 'undo', undoes: made, summary: { remove: 1 } });
    expect(shown.changes).toMatchObject([{ action: 'remove', kind: 'staff', after: null }]);
  });

  it('does not take back what init did', async () => {
    const answer = await refusedUndo(district, 1);
    expect([answer.code, answer.codes]).toEqual([3, ['change-not-undoable']]);
  });

  it.each([['0'], ['x'], ['-1']])('is told which change: %s is none', async given => {
    expect((await district.refused(admin, ['undo', given])).codes[0]).toMatch(/flag-invalid|option-unknown/);
  });

  it('knows only changes that there are', async () => {
    expect((await refusedUndo(district, 99_999)).codes).toEqual(['change-unknown']);
  });
});
