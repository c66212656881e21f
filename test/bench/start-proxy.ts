import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { median } from './measure.ts';

export interface DelayingProxy {
  readonly port: number;
  readonly stop: () => void;
}

/** Starts the delaying proxy before a local port. @param delayMs in each direction */
export function startProxy(port: number, delayMs: number): Promise<DelayingProxy> {
  const child = fork(fileURLToPath(new URL('proxy.ts', import.meta.url)), [String(port), String(delayMs)]);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', own => resolve({ port: Number(own), stop: () => child.disconnect() }));
  });
}

const QUESTIONS = 20;

/** The median time in ms of a question that PostgreSQL answers at once: proof that the line delays as it says. */
export async function roundTrip(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  for (let i = 0; i < QUESTIONS; i++) {
    const start = performance.now();
    await client.query('select 1');
    times.push(performance.now() - start);
  }
  await client.end();
  return median(times);
}
