// `npm run bench`: the same work by qabyl and its peers, side by side in one run; medians, ratios and bars.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Arguments, readArguments, USAGE } from './arguments.ts';
import { type Bench, count, type Group, type Part } from './bench.ts';
import { chainPart } from './chain-part.ts';
import { judge } from './claims.ts';
import { groupFigures } from './figures-json.ts';
import { historyPart } from './history-part.ts';
import { interleave } from './measure.ts';
import { postgresPart } from './postgres-part.ts';
import { groupText } from './report.ts';
import { securityPart } from './security-part.ts';
import { sizePart } from './size-part.ts';
import { sqlitePart } from './sqlite-part.ts';
import { type Order, writeStaffFile } from './staff-file.ts';
import { startPart } from './start-part.ts';
import { countryText } from './territory-country.ts';
import { territoryPart } from './territory-part.ts';
import { xlsxPart } from './xlsx-part.ts';

/** Parts that share their runs stand in one group. */
const GROUPS: readonly {
  readonly parts: readonly Part[];
  readonly make: (bench: Bench) => Group | Promise<Group>;
}[] = [
  { parts: ['start'], make: startPart },
  { parts: ['first', 'again', 'dry'], make: sqlitePart },
  { parts: ['postgres', 'latency'], make: postgresPart },
  { parts: ['memory', 'growth'], make: sizePart },
  { parts: ['xlsx'], make: xlsxPart },
  { parts: ['territory'], make: territoryPart },
  { parts: ['trust'], make: securityPart },
  { parts: ['trust'], make: historyPart },
  { parts: ['trust'], make: chainPart },
];

const say = (text: string) => process.stdout.write(text);
/** What runs just now, on a line that the next one overwrites; off a terminal nothing. */
const progress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};

process.exitCode = await main(process.argv.slice(2));

/** @returns 0; 1 where a run failed; 2 for wrong arguments */
async function main(argv: readonly string[]): Promise<number> {
  let given: Arguments;
  try {
    given = readArguments(argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'qabyl-bench-'));
  try {
    return await runGroups(given, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runGroups(given: Arguments, folder: string): Promise<number> {
  const machine = {
    at: new Date().toISOString(),
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown processor',
    cores: cpus().length,
    load: loadavg()[0] ?? 0,
    rows: given.rows,
    rounds: given.rounds,
    order: given.order,
  };
  say(
    `Node ${machine.node}, ${machine.processor}, ${machine.cores} cores, load ${machine.load.toFixed(1)} before; ` +
      `${sizes(given)}, ${given.rounds} rounds, files in ${folder}\n`,
  );
  const bench: Bench = { ...given, folder, staffFile: staffFiles(folder, given.order) };
  const kept: ReturnType<typeof groupFigures>[] = [];
  let failed = false;
  for (const { parts, make } of GROUPS) {
    if (!parts.some(part => given.parts.has(part))) continue;
    const group = await make(bench);
    try {
      const measures = await interleave(group.jobs, given.rounds, progress);
      const verdicts = group.claims.map(claim => judge(claim, measures));
      progress('');
      say(groupText(group, measures, verdicts));
      failed ||= measures.some(({ failure }) => failure !== null);
      kept.push(groupFigures(group, measures, verdicts));
      if (given.json !== null)
        writeFileSync(given.json, `${JSON.stringify({ ...machine, groups: kept }, null, 2)}\n`);
    } finally {
      await group.close?.();
    }
  }
  return failed ? 1 : 0;
}

/** How much the parts asked for work on: a country, or employees, or both; start-up has no size. */
function sizes({ parts, rows, ranges, order }: Arguments): string {
  const others = [...parts].some(part => part !== 'territory' && part !== 'start');
  return [
    ...(others ? [`${count(rows)} employees, IINs ${order}`] : []),
    ...(parts.has('territory') || parts.has('trust') ? [countryText(ranges)] : []),
    ...(others || parts.has('territory') ? [] : ['start-up alone']),
  ].join('; ');
}

/** Staff files by their number of rows, each written once. */
function staffFiles(folder: string, order: Order): (rows: number) => string {
  const written = new Map<number, string>();
  return rows => {
    const path = written.get(rows) ?? join(folder, `staff-${rows}.csv`);
    if (!written.has(rows)) {
      progress(`writing ${count(rows)} employees`);
      writeStaffFile(path, rows, order);
      written.set(rows, path);
    }
    return path;
  };
}
