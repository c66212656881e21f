import { resolve } from 'node:path';
import { restoreBackup } from '../change/restore/restore-backup.ts';
import { need } from '../context.ts';
import { usingBackup } from '../db/backup/using-backup.ts';
import { describeTarget, readTarget } from '../db/target.ts';
import { usingDatabase } from '../db/using-database.ts';
import { ExitCode } from '../errors.ts';
import { openSource } from '../input/source.ts';
import { defineCommand } from './common/command.ts';

/** How long a restore waits for another writer, in milliseconds (cli.md: `--wait`, default 10s). */
const DEFAULT_WAIT_MS = 10_000;

/** `qabyl restore FILE`: a backup into an empty database. Nobody is known there yet, so nobody is asked who acts. */
export const restore = defineCommand({
  argument: 'backup',
  options: ['wait'],
  examples: [
    'qabyl restore qabyl-2027-02-01.db',
    'qabyl restore qabyl-2027-02-01.backup.gz --db postgres://qabyl@db.example.kz/qabyl',
  ],
  async run(context, options, argument) {
    const file = await need(context, 'backup', argument);
    const { environment, login, progress, catalogue } = context;
    const { signal, cwd, stdin, clock } = environment;
    const path = file === '-' ? null : resolve(cwd, file);
    const source = openSource(path ?? '-', stdin, file);
    const target = readTarget(context.settings.db, cwd);
    const working = { program: 'qabyl restore', signal };
    const turn = { waitMs: options.wait ?? DEFAULT_WAIT_MS, signal, command: 'restore' };
    const restored = await usingBackup({ name: file, path, chunks: source.chunks }, working, backup =>
      usingDatabase(target, { ...working, create: true, login }, database => {
        progress.begin('saving', clock().getTime());
        return restoreBackup(database, file, backup, turn);
      }),
    ).finally(() => progress.end());
    const database = describeTarget(target);
    const { rows, changes, change, head } = restored;
    if (context.manner.json) {
      const document = { schema: 'qabyl.restored/1', file, database, rows, changes, change, head };
      context.print(`${JSON.stringify(document, null, 2)}\n`);
    } else {
      context.print(`${catalogue.reports.backup.restored({ file, target: database, rows, change })}\n`);
      context.say(`${catalogue.reports.historyHead(head)}\n`);
    }
    return ExitCode.done;
  },
});
