import { existsSync } from 'node:fs';
import { hearInterruption } from '../../../change/hear-interruption.ts';
import { walkHistory } from '../../../change/verify/chain-walk.ts';
import type { Context } from '../../../context.ts';
import { openForLooking } from '../../../db/doctor/looking.ts';
import { schemaFacts } from '../../../db/doctor/schema-facts.ts';
import { lastLine } from '../../../db/history-lines.ts';
import { diskFacts, fileFacts, fileLockFacts, fileModeFacts } from '../../../db/sqlite/file-facts.ts';
import type { Target } from '../../../db/target.ts';
import type { DoctorFacts } from '../../../domain/doctor/facts.ts';
import type { DatabaseSections } from './gather-facts.ts';
import { isMade } from './is-made.ts';
import { needs, section } from './section.ts';

/** The facts of a database in a file. */
export async function fileSections(
  context: Context,
  target: Extract<Target, { kind: 'sqlite' }>,
): Promise<DatabaseSections> {
  const { environment, login } = context;
  const { signal, platform } = environment;
  const { path } = target;
  const opened = await section(signal, null, () => openForLooking(target, 'qabyl doctor', login));
  const around = await aroundFile(signal, path, platform);
  if ('obstacle' in opened) {
    const open = needs('database-reachable');
    const rest = { 'file-intact': open, schema: open, 'write-lock': open, clock: open, history: open };
    return { 'database-reachable': opened, ...around, ...rest };
  }
  const looking = opened.value;
  const breakOff = () => looking.breakOff(signal.reason);
  signal.addEventListener('abort', breakOff);
  try {
    const look = <T>(read: () => Promise<T> | T) => section(signal, looking, read);
    const { dialect } = looking;
    const reached = await look(async () => {
      const engine = await looking.read(db => dialect.engineVersion(db));
      return { kind: 'file' as const, target: path, engine };
    });
    const intact = await look(() => looking.read(db => fileFacts(path, db)));
    const sections = { 'database-reachable': reached, ...around, 'file-intact': intact };
    const isDamaged = 'obstacle' in intact || (intact.value.found !== null && intact.value.found !== 'ok');
    if (isDamaged) {
      const open = needs('file-intact');
      return { ...sections, schema: open, 'write-lock': open, clock: open, history: open };
    }
    const schema = await look(() => schemaFacts(looking, null));
    const open = needs('schema');
    const made = isMade(schema);
    return {
      ...sections,
      schema,
      'write-lock': await look(() => fileLockFacts(path)),
      clock: made
        ? await look(async () => {
            const last = await looking.read(lastLine);
            return { now: environment.clock(), ahead: null, judged: false, last };
          })
        : open,
      history: made
        ? await look(() => looking.read(db => walkHistory(db, null, () => hearInterruption(signal))))
        : open,
    };
  } finally {
    await looking.close();
    signal.removeEventListener('abort', breakOff);
  }
}

/** What can be told of a file whatever is in it. */
async function aroundFile(
  signal: AbortSignal,
  path: string,
  platform: NodeJS.Platform,
): Promise<Pick<DoctorFacts, 'file-mode' | 'disk-space'>> {
  const exists = existsSync(path);
  const open = needs('database-reachable');
  const disk = exists ? await section(signal, null, () => diskFacts(path)) : open;
  if (platform === 'win32') return { 'disk-space': disk }; // its files have no modes
  return {
    'file-mode': exists ? await section(signal, null, () => fileModeFacts(path)) : open,
    'disk-space': disk,
  };
}
