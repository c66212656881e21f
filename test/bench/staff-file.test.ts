import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIin } from '../../src/domain/identity/iin.ts';
import { readStaffFile } from '../support/read-staff.ts';
import { HEADER, writeStaffFile } from './staff-file.ts';

const ROWS = 20_000;
let folder = '';
let lines: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qabyl-test-'));
  writeStaffFile(join(folder, 'staff.csv'), ROWS, 'shuffled');
  lines = readFileSync(join(folder, 'staff.csv'), 'utf8').trimEnd().split('\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the invented staff file', () => {
  it('has a header and as many rows as asked, all of its columns', () => {
    expect(lines).toHaveLength(ROWS + 1);
    expect(new Set(lines.map(line => line.split(';').length))).toEqual(new Set([HEADER.length]));
  });

  it('names nobody twice and holds valid IINs only', () => {
    const iins = lines.slice(1).map(line => line.slice(0, 12));
    expect(new Set(iins).size).toBe(ROWS);
    expect(iins.filter(iin => !readIin(iin).ok)).toEqual([]);
  });

  it('has nothing that an import would report', async () => {
    const { people, problems } = await readStaffFile(join(folder, 'staff.csv'), { today: '2026-11-22' });
    expect(problems).toEqual([]);
    expect(people).toHaveLength(ROWS);
  });

  it('lists the IINs in no order', () => {
    const iins = lines.slice(1).map(line => line.slice(0, 12));
    const rises = iins.filter((iin, i) => i > 0 && iin > (iins[i - 1] ?? '')).length;
    expect(rises / ROWS).toBeGreaterThan(0.2);
    expect(rises / ROWS).toBeLessThan(0.8);
  });

  it('lists them in the order of the key where that is asked', () => {
    writeStaffFile(join(folder, 'sorted.csv'), ROWS, 'sorted');
    const text = readFileSync(join(folder, 'sorted.csv'), 'utf8').trimEnd();
    const iins = text
      .split('\n')
      .slice(1)
      .map(line => line.slice(0, 12));
    expect(iins).toEqual([...new Set(iins)].toSorted());
    expect(iins).toHaveLength(ROWS);
  });

  it('gives everybody another position where that is asked, and nothing else', () => {
    writeStaffFile(join(folder, 'moved.csv'), ROWS, 'shuffled', true);
    const moved = readFileSync(join(folder, 'moved.csv'), 'utf8').trimEnd().split('\n');
    const place = HEADER.indexOf('Лауазымы');
    const cells = (line: string) => line.split(';');
    const differ = lines.map((line, i) =>
      cells(line).flatMap((cell, column) => (cell === cells(moved[i] ?? '')[column] ? [] : [column])),
    );
    expect(differ[0]).toEqual([]);
    expect(differ.slice(1)).toEqual(Array.from({ length: ROWS }, () => [place]));
  });

  it('is the same each time', () => {
    writeStaffFile(join(folder, 'again.csv'), ROWS, 'shuffled');
    expect(readFileSync(join(folder, 'again.csv'), 'utf8').trimEnd().split('\n')).toEqual(lines);
  });
});
