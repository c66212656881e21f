import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventedIins } from '../support/invented-staff.ts';
import { lookInside } from '../support/look-inside.ts';
import { textRow, workbook } from '../support/workbook.ts';

const admin = story.admin.iin;
const HEADER = 'ЖСН;Тегі;Аты;Әкесінің аты;Лауазымы;Телефон';
/** More than the 20,000 up to which the import knows everybody by heart, in three batches. */
const stored = inventedIins(20_500);
const strangers = inventedIins(12_000, 75);
const row = (iin: string) => `${iin};Серікова;Айгүл;Қайратқызы;мұғалім;+77017619108`;
const rows = stored.map(row);

describe.each(engines)('import-staff where tens of thousands are stored, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
    await district.done(admin, importOf(HEADER, ...rows));
  });
  afterAll(() => district.drop());

  const importOf = (...lines: readonly string[]) => [
    ...['import-staff', district.file(...lines), '--org', 'school-1'],
  ];
  /** IIN → the change that wrote the person last, and what is stored. */
  async function people(): Promise<Map<string, Readonly<Record<string, unknown>>>> {
    const inside = await lookInside(district.db);
    try {
      const all = await inside.rows<{ iin: string }>(`select * from staff where org = 'school-1'`);
      return new Map(all.map(one => [one.iin, { ...one }]));
    } finally {
      await inside.close();
    }
  }

  it('finds the same file unchanged and writes nothing', async () => {
    const before = await people();
    const { document } = await district.done(admin, importOf(HEADER, ...rows));
    expect(document).toMatchObject({ outcome: 'unchanged', summary: { read: 20_500, unchanged: 20_500 } });
    expect(await people()).toEqual(before);
  });

  it('writes what is new and what differs, leaves the rest as it was, and erases nothing for a blank cell', async () => {
    const before = await people();
    const [moved = '', married = '', blank = ''] = [stored[20], stored[12_000], stored[20_490]];
    const file = rows.map(line => {
      if (line.startsWith(moved)) return `${moved};Серікова;Айгүл;;директор;`;
      if (line.startsWith(married)) return line.replace('Серікова', 'Ахметова');
      return line.startsWith(blank) ? `${blank};Серікова;Айгүл;;;` : line;
    });
    const [guest = '', other = ''] = strangers;
    const { document } = await district.done(admin, importOf(HEADER, row(guest), ...file, row(other)));
    expect(document.summary).toMatchObject({ read: 20_502, add: 2, update: 2, unchanged: 20_498 });
    const after = await people();
    const written = [...after.values()].filter(one => one.change === document.change).map(one => one.iin);
    expect(written.toSorted()).toEqual([moved, married, guest, other].toSorted());
    for (const [iin, one] of before) if (!written.includes(iin)) expect(after.get(iin)).toEqual(one);
    expect(after.get(married)).toEqual({
      ...before.get(married),
      surname: 'Ахметова',
      change: document.change,
    });
    const update = document.changes.find(({ key }) => key === `school-1/${married}`);
    expect(update).toMatchObject({
      action: 'update',
      before: { surname: 'Серікова' },
      after: { surname: 'Ахметова' },
    });
    for (const iin of [moved, blank])
      expect(after.get(iin)).toMatchObject({ patronymic: 'Қайратқызы', phone: '+77017619108' });
  });

  it('dismisses with --sync exactly those who are absent, wherever they stood, and shows who returns', async () => {
    const now = [...(await people()).keys()];
    const gone = now.filter((_, i) => i % 100 === 7);
    const stay = now.filter(iin => !gone.includes(iin)).map(row);
    const argv = [...importOf(HEADER, ...stay), '--sync', '--yes', `--allow-changes=${gone.length}`];
    const { document } = await district.done(admin, argv);
    expect(document.summary).toMatchObject({ add: 0, remove: gone.length });
    const left = [...(await people()).values()].filter(({ active }) => active === 0).map(({ iin }) => iin);
    expect(left.toSorted()).toEqual(gone.toSorted());
    const back = [...importOf(HEADER, row(gone[0] ?? ''), ...stay), '--lang', 'en'];
    const { stdout } = await district.text(admin, back);
    expect(stdout.trimEnd().split('\n')).toEqual([expect.stringMatching(new RegExp(`${gone[0]}.*returned`))]);
    expect((await people()).get(gone[0] ?? '')).toMatchObject({ active: 1 });
  });

  it('gives a workbook from standard input the digest of the same rows in a text', async () => {
    const table = [HEADER, ...strangers.slice(2).map(row)].map(line => line.split(';'));
    const sheet = table.map((cells, i) => textRow(i + 1, cells)).join('');
    const stdin = workbook({ sheets: [{ name: 'Штат', rows: sheet }] });
    const argv = ['import-staff', '-', '--org', 'school-1', '--dry-run'];
    const book = await district.change(admin, argv, { stdin });
    const text = await district.change(admin, argv, {
      stdin: `${table.map(cells => cells.join(';')).join('\n')}\n`,
    });
    expect(book.document.summary).toMatchObject({ read: strangers.length - 2, add: strangers.length - 2 });
    expect(text.document).toEqual(book.document);
  });

  it('gives the same plan for the same new people as a database where nobody is stored', async () => {
    const empty = await District.open(create, scenes.slice(0, 2));
    try {
      const argv = (place: District) => [
        ...['import-staff', place.file(HEADER, ...strangers.slice(2).map(row)), '--org', 'school-1', '-n'],
      ];
      const [here, there] = [
        await district.change(admin, argv(district)),
        await empty.change(admin, argv(empty)),
      ];
      expect(here.document.digest).toBe(there.document.digest);
      expect(here.document.changes).toEqual(there.document.changes);
    } finally {
      await empty.drop();
    }
  });

  it('applies a saved plan of a large file while it is that, and names who has moved since', async () => {
    const lines = strangers.slice(2).map(row);
    const argv = importOf(HEADER, ...lines);
    await district.done(admin, [...argv, '--dry-run', '--save-plan', 'plan.json']);
    const [first = '', second = '', ...rest] = lines;
    await district.done(admin, importOf(HEADER, first));
    const moved = await district.refused(admin, [...argv, '--plan', 'plan.json']);
    expect([moved.code, ...moved.codes]).toEqual([5, 'plan-moved']);
    expect(moved.document.problems[0]?.message).toContain(strangers[2]);
    const file = importOf(HEADER, second, ...rest);
    await district.done(admin, [...file, '--dry-run', '--save-plan', 'plan.json']);
    // The order of the rows is no part of a plan.
    const turned = importOf(HEADER, ...rest.toReversed(), second);
    const { document } = await district.done(admin, [...turned, '--plan', 'plan.json']);
    expect(document).toMatchObject({ outcome: 'applied', summary: { add: lines.length - 1 } });
  });

  it('asks before it dismisses, and reads the file anew after the answer', async () => {
    const now = [...(await people()).values()]
      .filter(({ active }) => active === 1)
      .map(({ iin }) => String(iin));
    const argv = [...importOf(HEADER, ...now.slice(40).map(row)), '--sync'];
    const run = await district.text(admin, argv, { answers: [true] });
    expect([run.code, run.asked.length], run.stderr).toEqual([0, 1]);
    expect((await district.list('staff', '--org', 'school-1')).length).toBe(now.length - 40);
    const next = importOf(HEADER, ...now.slice(80).map(row));
    const path = join(district.database.folder, next[1] ?? '');
    const changed = await district.text(admin, [...next, '--sync'], {
      answers: [true],
      // Somebody saves the file again, with others in it, while the person thinks.
      whenAsked: async () => writeFileSync(path, [HEADER, ...now.slice(90).map(row)].join('\n')),
    });
    expect(changed.code).toBe(5);
    expect((await district.list('staff', '--org', 'school-1')).length).toBe(now.length - 40);
  });
});
