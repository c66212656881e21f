import { readFileSync } from 'node:fs';
import { type BenchPostgres, COLUMNS, PASSWORD } from './bench-postgres.ts';
import { type Run, runChild } from './child.ts';
import type { Job } from './measure.ts';
import { importStaff } from './qabyl.ts';
import type { SqliteFiles } from './sqlite-files.ts';
import { HEADER } from './staff-file.ts';

/** The name of what each run changes, a copy of a database that is ready. */
const COPY = 'moved';
const FORMER = 'select count(*) as n from former_row';

/** A file that gives everybody who is stored another position. */
export interface Move {
  readonly file: string;
  readonly rows: number;
}

/** `import-staff` of the file: every former row is kept. */
export function ownMoveSqlite(name: string, { file, rows }: Move, ready: string, files: SqliteFiles): Job {
  return {
    name,
    prepare: async () => files.copy(ready, COPY),
    run: () => sizedRun(files, () => importStaff(file, files.path(COPY), { changes: rows })),
    check: async () => files.expect(COPY, FORMER, rows),
    clean: async () => files.drop(COPY),
  };
}

export function ownMovePostgres(
  name: string,
  { file, rows }: Move,
  ready: string,
  server: BenchPostgres,
): Job {
  return {
    name,
    prepare: () => server.copy(ready, COPY),
    run: () => sizedRun(server, () => importStaff(file, server.url(COPY), { changes: rows })),
    check: async () => expectFigure(rows, await server.ask(COPY, FORMER)),
    clean: () => server.drop(COPY),
  };
}

/** The same without a history: the file into a table of its own, and one `update … from`. */
export function sqlite3Move(name: string, { file }: Move, ready: string, files: SqliteFiles): Job {
  const [key = '', , , , position = ''] = HEADER.map(title => `"${title}"`);
  const commands = [
    '.bail on',
    `create temp table moved (${HEADER.map((title, i) => `"${title}" text${i === 0 ? ' primary key' : ''}`).join(', ')});`,
    '.mode csv',
    '.separator ;',
    `.import --skip 1 "${file}" moved`,
    `update peer set ${position} = moved.${position} from moved where moved.${key} = peer.${key};`,
  ];
  return {
    name,
    prepare: async () => files.copy(ready, COPY),
    run: () =>
      sizedRun(files, () =>
        runChild({
          program: 'sqlite3',
          args: ['-batch', '-init', '/dev/null', files.path(COPY), ...commands],
        }),
      ),
    check: async () =>
      files.expect(COPY, `select count(*) from peer where ${lastOf(file, key, position)}`, 1),
    clean: async () => files.drop(COPY),
  };
}

export function psqlMove(name: string, { file }: Move, ready: string, server: BenchPostgres): Job {
  const commands = [
    'create temp table moved (like peer)',
    "alter table moved alter org set default 'department'",
    `\\copy moved (${COLUMNS}) from '${file}' with (format csv, delimiter ';', header)`,
    'update peer set position = moved.position from moved where moved.org = peer.org and moved.iin = peer.iin',
  ];
  const args = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', server.url(COPY)];
  return {
    name,
    prepare: () => server.copy(ready, COPY),
    run: () =>
      sizedRun(server, () =>
        runChild({
          program: 'psql',
          args: [...args, ...commands.flatMap(command => ['-c', command])],
          env: { PGPASSWORD: PASSWORD },
        }),
      ),
    check: async () => {
      const query = `select count(*) as n from peer where ${lastOf(file, 'iin', 'position')}`;
      expectFigure(1, await server.ask(COPY, query));
    },
    clean: () => server.drop(COPY),
  };
}

async function sizedRun(
  databases: { sizeOf(name: string): number | Promise<number> },
  run: () => Promise<Run>,
): Promise<Run> {
  const before = await databases.sizeOf(COPY);
  const ran = await run();
  return { ...ran, size: { before, after: await databases.sizeOf(COPY) } };
}

/** That the last person of the file has the position that it gives them. */
function lastOf(file: string, key: string, position: string): string {
  const cells = (readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '').split(';');
  return `${key} = '${cells[0]}' and ${position} = '${cells[4]}'`;
}

function expectFigure(expected: number, found: string | undefined): void {
  if (Number(found) !== expected) throw new Error(`${found} rows instead of ${expected}`);
}
