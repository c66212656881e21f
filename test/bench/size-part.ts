import { type Bench, count, type Group } from './bench.ts';
import type { Claim } from './claims.ts';
import type { Job } from './measure.ts';
import { SqliteFiles } from './sqlite-files.ts';
import { ownAgain, ownImport } from './sqlite-jobs.ts';

const BAR_MB = 256;

/** `memory` and `growth`: the same imports into SQLite at sizes ten times apart give both. */
export function sizePart({ parts, rows, big, folder, staffFile }: Bench): Group {
  const files = new SqliteFiles(folder);
  const sizes = [Math.round(rows / 10), rows, ...(big ? [rows * 10] : [])];
  const first = (size: number) => `first import, ${count(size)}`;
  const again = (size: number) => `same file again, ${count(size)}`;
  const names = parts.has('memory') ? [first, again] : [first];
  const jobs = sizes.flatMap((size): Job[] => {
    const file = staffFile(size);
    const jobsOfSize = [ownImport(first(size), file, size, files, true)];
    if (parts.has('memory')) jobsOfSize.push(ownAgain(again(size), file, size, files, true));
    return size > rows ? jobsOfSize.map(job => ({ ...job, rounds: 1 })) : jobsOfSize;
  });
  const claims: Claim[] = [];
  if (parts.has('memory'))
    for (const name of names) {
      for (const size of sizes)
        claims.push({ of: name(size), against: null, figure: 'peak', bar: { most: BAR_MB } });
      for (const [smaller, size] of pairs(sizes))
        claims.push({ of: name(size), against: name(smaller), figure: 'peak', bar: { most: 1.2 } });
    }
  if (parts.has('growth'))
    for (const [smaller, size] of steps(sizes))
      claims.push({ of: first(size), against: first(smaller), figure: 'time', bar: { most: 11 } });
  const linux = process.platform === 'linux';
  return {
    title: 'Memory and growth, SQLite',
    notes: [
      linux
        ? "peak memory: the kernel's high-water mark of the whole process (VmHWM), Node itself and every thread included"
        : `peak memory is measured on Linux only, and this is ${process.platform}`,
      ...(big ? [] : [`${count(rows * 10)} employees: with --big`]),
    ],
    jobs,
    claims,
  };
}

/** Each size after the one before it: ten times apart. */
function steps(sizes: readonly number[]): [number, number][] {
  return sizes.slice(1).map((size, i) => [sizes[i] ?? size, size]);
}

/** Every size after every smaller one. */
function pairs(sizes: readonly number[]): [number, number][] {
  return sizes.flatMap((size, i) => sizes.slice(0, i).map((smaller): [number, number] => [smaller, size]));
}
