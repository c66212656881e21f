import { writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { createPostgres, engines, type TestDatabase } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { lookInside } from '../support/look-inside.ts';
import { type Running, runProgram, startProgram } from '../support/program.ts';

const as = story.admin.iin;
const org = story.department.code;
const PEOPLE = 10_000;
const STREETS = 2000;
/** At so many random moments of each command. */
const PRESSES = 4;
/** At most so many, where the program had not begun at the first ones, or had ended. */
const MOST_PRESSES = 30;
/** By then the program waits for the lock, in milliseconds. */
const WAITING_MS = 1500;
const MOST_WAITING_MS = 24_000;
/** A loaded machine is not to fail a right program; unloaded it is a tenth of that. */
const SOON_MS = 5000;

/** Further apart than what counts as one press, in milliseconds. */
const BETWEEN_MS = 1000;

const SYLLABLES = ['ба', 'да', 'жо', 'зе', 'ки', 'ла', 'мұ', 'не', 'пі', 'ры'];
/** A name that is like no other. */
const street = (i: number) =>
  `Та${[...String(i).padStart(4, '0')].map(digit => SYLLABLES[Number(digit)]).join('')} көшесі`;
const streets = Array.from({ length: STREETS }, (_, i) => street(i));
const orderText = streets.map(name => `${name}: 1-45\n`).join('');

const allowed = [`--allow-removals=${PEOPLE}`, `--allow-changes=${PEOPLE}`];

/** Long commands; those that change something are planned and then written. */
const commands = [
  { name: 'a binding', changes: true, argv: ['bind-streets', '--file', 'bindings.csv'] },
  {
    name: 'the reading of a large order',
    changes: true,
    argv: ['bind-streets', '--order', 'order.txt', '--school', 'school-1'],
  },
  {
    name: 'an undo',
    changes: true,
    argv: ['undo', '3', '--yes', ...allowed],
  },
  { name: 'verify-history', changes: false, argv: ['verify-history'] },
  { name: 'list', changes: false, argv: ['list', 'staff', '--json'] },
  { name: 'check-readiness', changes: false, argv: ['check-readiness', '--all'] },
];

/** Presses Ctrl-C. @returns how it ended, and how long that took in milliseconds */
async function press({ child, ended }: Running) {
  const begin = performance.now();
  child.kill('SIGINT');
  const answer = await ended;
  return { ...answer, took: performance.now() - begin };
}

describe.each(engines)('Ctrl-C on $engine', ({ create }) => {
  let place: TestDatabase;
  let env: Record<string, string>;
  beforeAll(async () => {
    place = await create();
    env = { QABYL_DB: place.target, QABYL_AS: as };
    const file = (name: string, text: string) => writeFileSync(join(place.folder, name), text);
    file('staff.csv', STAFF_HEADER + staffLines(inventedIins(PEOPLE)));
    file('streets.csv', `name_kk\n${streets.join('\n')}\n`);
    file('bindings.csv', `school,street,houses\n${streets.map(name => `school-1,${name},1-45\n`).join('')}`);
    file('order.txt', orderText);
    for (const { argv } of scenes.slice(0, 2)) expect((await runProgram(argv, { env })).code).toBe(0);
    for (const argv of [
      ['import-staff', 'staff.csv', '--org', 'school-1'],
      ['assign-role', '--org', org, '--role', 'admin', '--staff', as],
      ['import-streets', 'streets.csv'],
    ]) {
      const { code, stderr } = await runProgram(argv, { env, cwd: place.folder });
      expect(code, stderr).toBe(0);
    }
  });
  afterAll(() => place.drop());

  const changes = async () => {
    const inside = await lookInside(place.target);
    const [row] = await inside.rows<{ n: number | string }>('select count(*) as n from change');
    await inside.close();
    return Number(row?.n);
  };
  const begin = (argv: readonly string[]) =>
    startProgram([...argv, '--lang', 'en'], { env, cwd: place.folder });

  it.each(commands)(
    'in the middle of $name: it ends soon, and says the truth',
    async ({ changes: writes, argv }) => {
      const start = performance.now();
      const planned = await runProgram([...argv, ...(writes ? ['--dry-run'] : [])], {
        env,
        cwd: place.folder,
      });
      expect([0, 8], planned.stderr).toContain(planned.code);
      const whole = performance.now() - start;
      let answered = 0;
      let tooLate = false;
      for (let i = 0; !tooLate && (i < PRESSES || (answered === 0 && i < MOST_PRESSES)); i++) {
        const before = await changes();
        const running = begin(argv);
        await after(whole * (0.3 + (0.6 * ((i % PRESSES) + Math.random())) / PRESSES));
        const { code, signal, stdout, stderr, took } = await press(running);
        const written = (await changes()) - before;
        expect(took, stderr).toBeLessThan(SOON_MS);
        // Before the program has begun, Node itself ends.
        if (signal !== null) expect([signal, written]).toEqual(['SIGINT', 0]);
        else if (code === 130) {
          answered++;
          expect(stdout + stderr).toMatch(
            written === 0 ? /nothing was written/ : /after the change was written/,
          );
        } else expect([0, 8], stderr).toContain(code);
        // It was too late: there is nothing left to interrupt.
        tooLate ||= written > 0;
      }
      if (!tooLate) expect(answered, 'no press was answered with 130').toBeGreaterThan(0);
      expect((await runProgram(['verify-history'], { env })).code).toBe(0);
    },
    300_000,
  );

  it('while it waits for another writer', async () => {
    const inside = await lookInside(place.target);
    const server = place.target.startsWith('postgres');
    await inside.run([
      server ? 'begin' : 'begin immediate',
      ...(server ? ['select from write_lock for update'] : []),
    ]);
    const waitAndPress = async (ms: number) => {
      const running = begin(['undo', '3', '--wait', '600s', '--yes']);
      await after(ms);
      return press(running);
    };
    let answer = await waitAndPress(WAITING_MS);
    // On a machine so loaded that the program had not begun, Node itself ends.
    for (let ms = 2 * WAITING_MS; answer.signal !== null && ms <= MOST_WAITING_MS; ms *= 2) {
      expect(answer.signal).toBe('SIGINT');
      answer = await waitAndPress(ms);
    }
    await inside.close();
    expect(answer.took).toBeLessThan(SOON_MS);
    expect(answer).toMatchObject({ code: 130, stderr: expect.stringMatching(/nothing was written/) });
  }, 300_000);
});

describe('Ctrl-C', () => {
  it('while a server is connected to that does not answer', async () => {
    const asked = Promise.withResolvers<void>();
    const silent = createServer(socket => socket.on('data', () => asked.resolve()));
    await new Promise<void>(listening => silent.listen(0, '127.0.0.1', listening));
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const running = startProgram(['list', 'orgs', '--lang', 'en'], {
      env: { QABYL_DB: `postgres://qabyl@127.0.0.1:${address.port}/qabyl`, QABYL_AS: as },
    });
    await asked.promise;
    const { code, stderr, took } = await press(running);
    expect(code, stderr).toBe(130);
    expect(stderr).toMatch(/nothing was written/);
    expect(took).toBeLessThan(SOON_MS);
    silent.close();
  });

  it('a second time, while a server does not answer to a commit: the program does not wait for it', async () => {
    const place = await createPostgres();
    const url = new URL(place.target);
    const upstream = { host: url.hostname, port: Number(url.port) };
    const committing = Promise.withResolvers<void>();
    const sockets = new Set<Socket>();
    const relay = createServer(client => {
      const server = connect(upstream);
      for (const socket of [client, server]) sockets.add(socket.on('error', () => undefined));
      let locked = false;
      client.on('data', bytes => {
        locked ||= bytes.includes('schema_migration');
        if (locked && bytes.includes('commit\0')) committing.resolve();
        else server.write(bytes);
      });
      server.pipe(client);
      client.on('close', () => server.destroy());
    });
    await new Promise<void>(listening => relay.listen(0, '127.0.0.1', listening));
    const address = relay.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    url.port = String(address.port);
    const running = startProgram([...(scenes[0]?.argv ?? []), '--lang', 'en'], {
      env: { QABYL_DB: url.href, QABYL_AS: as },
    });
    await committing.promise;
    running.child.kill('SIGINT');
    await after(BETWEEN_MS);
    // Nobody could say how the commit ended.
    expect(running.child.exitCode).toBeNull();
    const { code, took } = await press(running);
    expect(code).toBe(130);
    expect(took).toBeLessThan(SOON_MS);
    for (const socket of sockets) socket.destroy();
    await new Promise(closed => relay.close(closed));
    await place.drop();
  });
});
