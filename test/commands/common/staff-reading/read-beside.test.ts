import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaffBeside } from '../../../../src/commands/common/staff-reading/read-beside.ts';
import { readStaff } from '../../../../src/commands/common/staff-reading/read-staff.ts';
import type { StaffBatch, StaffRequest } from '../../../../src/commands/common/staff-reading/staff-batch.ts';
import { inventedIins } from '../../../support/invented-staff.ts';
import { mistype } from '../../../support/people.ts';
import { plainRequest } from '../../../support/read-staff.ts';

const never = new AbortController().signal;
const people = inventedIins(24_000);
const known = people.filter((_, i) => i % 3 === 0);

/** Every kind of row, far from each other: good ones, wrong, mended, doubled, of two schools, with roles. */
function mixedFile(): string {
  const rows = people.map((iin, i) => {
    const written = i % 1000 === 7 ? mistype(iin) : i % 1000 === 8 ? `'${iin}` : iin;
    const surname = i % 500 === 3 ? 'Ахм?това' : i % 500 === 4 ? ' Ахметовa' : 'Ахметова';
    const role = i % 700 === 5 ? 'executor' : '';
    return `${written};${surname};Әлия;p${i % 23_000}@mail.example;${i % 2 ? 'school-1' : 'school-2'};${role}`;
  });
  const again = [rows[0], rows[1]?.replace('Әлия', 'Дана'), rows[2]?.replace(/;$/, ';director')];
  return ['ЖСН;Тегі;Аты;Эл. почта;Мекеме;Рөлі', ...rows, ...again, ''].join('\n');
}

async function all(batches: AsyncIterable<StaffBatch>): Promise<StaffBatch[]> {
  const list: StaffBatch[] = [];
  // A batch is gone when the next one is asked for.
  for await (const batch of batches) list.push(structuredClone(batch));
  return list;
}

describe('the reading of a large staff file in a thread of its own', () => {
  let folder: string;
  let request: StaffRequest;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qabyl-test-'));
    const path = join(folder, 'staff.csv');
    writeFileSync(path, mixedFile());
    expect(statSync(path).size).toBeGreaterThan(1_000_000);
    request = { ...plainRequest, file: { name: 'staff.csv', path, fd: null } };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['nothing is known of the database', { stored: null }],
    ['a third of the people are stored', { stored: new Set(known) }],
    ['rows are known to differ', { conflicting: new Set([`school-1/${people[1]}`]) }],
    ['repairs are refused', { repair: false }],
  ])('gives, batch for batch, what the reading without it gives: %s', async (_, more) => {
    const size = statSync(request.file.path).size;
    const beside = await all(readStaffBeside({ ...request, ...more }, never));
    expect(beside).toEqual(await all(readStaff({ ...request, ...more }, size)));
    expect(beside.length).toBeGreaterThan(2);
    expect(beside.reduce((sum, { read }) => sum + read, 0)).toBe(people.length + 3);
  });

  it('lets the bytes of a batch go when the next one is asked for', async () => {
    const reading = readStaffBeside(request, never);
    const first = await reading.next();
    if (first.done) throw new Error('no batch');
    const { bytes } = first.value.added;
    expect(bytes.length).toBeGreaterThan(0);
    await reading.next();
    expect(bytes.length).toBe(0);
    await reading.return();
  });

  it('hands on a fault with the place where it happened', async () => {
    const orgs: StaffRequest['orgs'] = JSON.parse('[null]');
    const reading = all(readStaffBeside({ ...request, orgs }, never));
    const error = await reading.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error instanceof Error ? error.stack : '').toMatch(/organisations\.ts:\d+/);
  });

  it('ends with the reason of an interruption', async () => {
    const ctrlC = new AbortController();
    const reason = new Error('enough');
    const reading = readStaffBeside(request, ctrlC.signal);
    expect((await reading.next()).done).toBe(false);
    ctrlC.abort(reason);
    await expect(reading.next()).rejects.toBe(reason);
  });
});
