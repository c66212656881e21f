import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const as = story.admin.iin;
const org = story.department.code;

describe.each(engines)('a saved plan on $engine', ({ create }) => {
  let place: TestDatabase;
  let file: string;
  let plan: string;
  beforeEach(async () => {
    place = await create();
    await playScenes(place.target, scenes.slice(0, 1));
    file = join(place.folder, 'қызметкерлер.csv');
    plan = join(place.folder, 'plan.json');
    writeFileSync(file, staff(12));
  });
  afterEach(() => place.drop());

  const run = async (...argv: string[]) => {
    const answer = await qabyl([...argv, '--json'], { db: place.target, as });
    return { ...answer, document: JSON.parse(answer.stdout) as Document };
  };
  const importStaff = (...more: string[]) => run('import-staff', file, '--org', org, ...more);
  const history = async () => (await run('history')).document.changes.length;

  it('is applied as it is, and only its owner may read it', async () => {
    const dry = await importStaff('--dry-run', '--save-plan', plan);
    expect(dry).toMatchObject({ code: 0, document: { outcome: 'planned', change: null } });
    expect(statSync(plan).mode & 0o777).toBe(0o600);
    const real = await importStaff('--plan', plan);
    expect(real).toMatchObject({ code: 0, document: { outcome: 'applied', summary: { add: 12 } } });
    expect(real.document.digest).toBe(dry.document.digest);
  });

  it('stands for the approval of what it shows', async () => {
    await importStaff();
    writeFileSync(file, staff(10));
    const sync = (...more: string[]) => importStaff('--sync', ...more);
    expect((await sync()).code).toBe(5);
    expect((await sync('--dry-run', '--save-plan', plan)).code).toBe(0);
    const real = await sync('--plan', plan);
    expect(real).toMatchObject({ code: 0, document: { outcome: 'applied', summary: { remove: 2 } } });
  });

  it('is refused with the rows that moved since, and nothing is written', async () => {
    await importStaff('--dry-run', '--save-plan', plan);
    const other = join(place.folder, 'other.csv');
    writeFileSync(other, staff(2));
    await run('import-staff', other, '--org', org);
    const before = await history();
    const late = await importStaff('--plan', plan);
    expect(late).toMatchObject({ code: 5, document: { outcome: 'needs-approval', change: null } });
    expect(late.document.problems.map(p => p.code)).toEqual(['plan-moved']);
    for (const iin of IINS.slice(0, 2)) expect(late.document.problems[0]?.message).toContain(`${org}/${iin}`);
    expect(late.document.problems[0]?.message).not.toContain(IINS[2]);
    expect(await history()).toBe(before);
  });

  it('is refused when the file says something else than it did', async () => {
    await importStaff('--dry-run', '--save-plan', plan);
    writeFileSync(file, staff(12).replace(`${IINS[0]};Серікова`, `${IINS[0]};Серикова`));
    const late = await importStaff('--plan', plan);
    expect(late.code).toBe(5);
    expect(late.document.problems[0]?.message).toContain(IINS[0]);
  });

  it('names no more than twenty rows', async () => {
    writeFileSync(file, staff(30));
    await importStaff('--dry-run', '--save-plan', plan);
    await importStaff();
    const late = await importStaff('--plan', plan);
    expect(late.code).toBe(5);
    expect(late.document.problems[0]?.message.match(/\d{12}/g)).toHaveLength(20);
  });

  it('does not lift a threshold', async () => {
    await importStaff();
    writeFileSync(file, staff(3));
    const dry = await importStaff('--sync', '--dry-run', '--save-plan', plan);
    expect(dry).toMatchObject({ code: 5, document: { outcome: 'needs-approval' } });
    expect(dry.document.problems.map(p => p.code)).toContain('removals-over-threshold');
    expect(existsSync(plan)).toBe(false);
  });

  it('is of one command', async () => {
    await importStaff('--dry-run', '--save-plan', plan);
    const other = await run('import-orgs', file, '--plan', plan);
    expect(other.code).toBe(2);
    expect(other.document.problems.map(p => p.code)).toEqual(['plan-other-command']);
    expect(other.document.problems[0]?.message).toContain('import-staff');
  });

  it.each([
    ['no file', null],
    ['an empty file', ''],
    ['no JSON', 'digest: 12'],
    ['another document', '{"schema":"qabyl.change/1"}'],
    ['a digest cut off', null, (text: string) => text.replace(/"digest": "[0-9a-f]{60}/, '"digest": "')],
    ['a list', '[]'],
  ])(
    'that is %s is told apart and nothing is written',
    async (_, text, damage?: (text: string) => string) => {
      await importStaff('--dry-run', '--save-plan', plan);
      const path = join(place.folder, 'damaged.json');
      const content = damage ? damage(readFileSync(plan, 'utf8')) : text;
      if (content !== null) writeFileSync(path, content);
      const answer = await importStaff('--plan', path);
      expect(answer.code).toBe(2);
      expect(answer.document.problems.map(p => p.code)).toEqual(['plan-unreadable']);
      expect(answer.document.problems[0]?.message).toContain(path);
      expect(await history()).toBe(1);
    },
  );

  it('that is a folder, and one that cannot be kept, are told apart', async () => {
    const read = await importStaff('--plan', place.folder);
    expect([read.code, read.document.problems[0]?.code]).toEqual([2, 'plan-unreadable']);
    const save = await importStaff('--dry-run', '--save-plan', join(place.folder, 'no', 'plan.json'));
    expect([save.code, save.document.problems[0]?.code]).toEqual([2, 'output-unwritable']);
    expect(await history()).toBe(1);
  });

  it('is kept only of a dry run, so that no change is written before it turns out that it cannot be kept', async () => {
    const answer = await importStaff('--save-plan', join(place.folder, 'no', 'plan.json'));
    expect([answer.code, answer.document.problems[0]?.code]).toEqual([2, 'flag-needs']);
    expect(await history()).toBe(1);
  });

  it('is not kept of a file that is rejected', async () => {
    writeFileSync(file, staff(2).replace(IINS[0] ?? '', '700101'));
    const answer = await importStaff('--dry-run', '--save-plan', plan);
    expect(answer.code).toBe(3);
    expect(existsSync(plan)).toBe(false);
  });
});

interface Document {
  readonly outcome: string;
  readonly change: number | null;
  readonly digest: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly changes: readonly unknown[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** IINs of people who do not exist: 1 January 1970 and the serial numbers 0001 and on, wherever a check digit exists. */
const IINS = Array.from({ length: 40 }, (_, i) => `7001013${String(i + 1).padStart(4, '0')}`).flatMap(invent);

function invent(prefix: string): string[] {
  const sum = (weights: readonly number[]) =>
    weights.reduce((total, weight, i) => total + weight * Number(prefix[i]), 0) % 11;
  const first = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const digit = first < 10 ? first : sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
  return digit < 10 ? [`${prefix}${digit}`] : [];
}

function staff(rows: number): string {
  const lines = [as, ...IINS.slice(0, rows)].map(iin => `${iin};Серікова;Айгүл;мұғалім\n`);
  return `ЖСН;Тегі;Аты;Лауазымы\n${lines.join('')}`;
}
