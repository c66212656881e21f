import { hearInterruption } from '../../../change/hear-interruption.ts';
import { walkHistory } from '../../../change/verify/chain-walk.ts';
import type { Context } from '../../../context.ts';
import { type Looking, openForLooking } from '../../../db/doctor/looking.ts';
import { schemaFacts } from '../../../db/doctor/schema-facts.ts';
import { lastLine } from '../../../db/history-lines.ts';
import { guardFacts, rowSecurityFacts } from '../../../db/postgres/doctor/guard-facts.ts';
import { loginFacts, publicFacts, tiedLoginsFacts } from '../../../db/postgres/doctor/right-facts.ts';
import {
  closedPlace,
  serverFacts,
  serverTime,
  type TablePlace,
  tablePlace,
} from '../../../db/postgres/doctor/server-facts.ts';
import { findHolder } from '../../../db/postgres/take-lock.ts';
import type { Target } from '../../../db/target.ts';
import type { DoctorCheckId } from '../../../domain/doctor/check.ts';
import type { ClockFacts, DoctorFacts, LockFacts, ReachFacts } from '../../../domain/doctor/facts.ts';
import type { DatabaseSections } from './gather-facts.ts';
import { isCurrent, isMade } from './is-made.ts';
import { needs, section } from './section.ts';

/** The facts of a database on a server. */
export async function serverSections(
  context: Context,
  target: Extract<Target, { kind: 'postgres' }>,
): Promise<DatabaseSections> {
  const { signal } = context.environment;
  const opened = await section(signal, null, () => openForLooking(target, 'qabyl doctor', context.login));
  if ('obstacle' in opened) return { 'database-reachable': opened, ...unlooked('database-reachable') };
  const looking = opened.value;
  const breakOff = () => looking.breakOff(signal.reason);
  signal.addEventListener('abort', breakOff);
  try {
    const reached = await section(signal, looking, () => reachServer(context, looking, target.url));
    if ('obstacle' in reached) return { 'database-reachable': reached, ...unlooked('database-reachable') };
    return { 'database-reachable': reached, ...(await inside(context, looking)) };
  } finally {
    await looking.close();
    signal.removeEventListener('abort', breakOff);
  }
}

type Inside = Omit<DatabaseSections, 'database-reachable'>;

function unlooked(check: DoctorCheckId): Inside {
  const open = needs(check);
  return { schema: open, 'write-lock': open, clock: open, history: open, ...unlookedRights(check) };
}

function unlookedRights(check: DoctorCheckId) {
  const open = needs(check);
  return { login: open, 'row-security': open, guards: open, 'public-rights': open };
}

async function reachServer({ login }: Context, { dialect, read }: Looking, url: string): Promise<ReachFacts> {
  const begun = performance.now();
  const engine = await read(db => dialect.engineVersion(db));
  const milliseconds = Math.round(performance.now() - begun);
  return read(db => serverFacts(db, url, login.env, { engine, milliseconds }));
}

async function inside(context: Context, looking: Looking): Promise<Inside> {
  const { signal } = context.environment;
  const look = <T>(read: () => Promise<T>) => section(signal, looking, read);
  const placed = await look(() => looking.read(tablePlace));
  const place = 'value' in placed ? placed.value : null;
  const schema =
    'obstacle' in placed ? placed : await look(() => schemaFacts(looking, closedPlace(placed.value)));
  const made = isMade(schema) && place !== null;
  const partly = place?.owns === false ? place.login : null;
  return {
    schema,
    'write-lock': made ? await look(() => lockFacts(looking)) : needs('schema'),
    clock: await look(() => clockFacts(context, looking, made, partly !== null)),
    history: made
      ? await look(() => looking.read(db => walkHistory(db, partly, () => hearInterruption(signal))))
      : needs('schema'),
    ...(place !== null && isCurrent(schema) ? await rights(look, looking, place) : unlookedRights('schema')),
  };
}

async function rights(
  look: <T>(read: () => Promise<T>) => ReturnType<typeof section<T>>,
  { dialect, read }: Looking,
  place: TablePlace,
): Promise<Pick<DoctorFacts, 'login' | 'tied-logins' | 'row-security' | 'guards' | 'public-rights'>> {
  return {
    login: await look(() =>
      read(async db => loginFacts(db, place, (await dialect.session(db))?.iin ?? null)),
    ),
    ...(place.owns ? { 'tied-logins': await look(() => read(db => tiedLoginsFacts(db, place))) } : {}),
    'row-security': await look(() => rowSecurityFacts(read, place)),
    guards: await look(() => guardFacts(read, place)),
    'public-rights': await look(() => read(db => publicFacts(db, place))),
  };
}

async function lockFacts({ read }: Looking): Promise<LockFacts> {
  const found = await read(findHolder);
  return { held: found.holder !== null, ...found };
}

/** The server is asked between two looks at this machine's clock: the way there and back takes time. */
async function clockFacts(
  { environment: { clock } }: Context,
  { read }: Looking,
  made: boolean,
  judged: boolean,
): Promise<ClockFacts> {
  const asked = clock().getTime();
  const server = await read(serverTime);
  const answered = clock().getTime();
  return {
    now: clock(),
    ahead: ((asked + answered) / 2 - server) / 1000,
    judged,
    last: made ? await read(lastLine) : null,
  };
}
