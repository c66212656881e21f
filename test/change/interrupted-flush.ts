// A process of its own for sink.test.ts: Ctrl-C comes while a batch is being written. Prints what became of it.
import { readFile } from 'node:fs/promises';
import { Sink } from '../../src/change/sink.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { readTarget } from '../../src/db/target.ts';
import { operation, step } from './small-change.ts';

const ctrlC = new AbortController();
process.on('SIGINT', () => ctrlC.abort(new Error('heard')));
const target = readTarget(process.argv[2] ?? '', '/');
const database = await openDatabase(target, { create: false, program: 'qabyl test' });
const turn = { waitMs: 0, signal: ctrlC.signal, command: 'import-staff' };
try {
  await database.write(turn, async tx => {
    const dialect = {
      ...database.dialect,
      writeRows: async (...given: Parameters<typeof database.dialect.writeRows>) => {
        await database.dialect.writeRows(...given);
        process.kill(process.pid, 'SIGINT');
      },
    };
    const options = { change: 2, skipInvalid: false, keep: 0, keepRows: false, signal: ctrlC.signal };
    const sink = new Sink(tx, dialect, options);
    await operation([step('person-1')])(tx, sink);
    await readFile(import.meta.filename); // as after a piece of a file
    await sink.flush();
  });
  process.stdout.write('written');
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : String(error));
} finally {
  await database.close();
}
