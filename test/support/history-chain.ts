import { expect } from 'vitest';
import { chainDigest } from '../../src/change/record.ts';
import type { ChangeRow } from '../../src/db/schema.ts';
import type { Inside } from './look-inside.ts';

/** Every line of the history covers the one before it. @returns how many there are */
export async function expectChain(inside: Inside): Promise<number> {
  const rows = await inside.rows<ChangeRow>('select * from change order by id');
  let previous = '';
  for (const [i, { chain, ...row }] of rows.entries()) {
    expect([row.id, row.previous, chain]).toEqual([i + 1, previous, chainDigest(row)]);
    previous = chain;
  }
  return rows.length;
}

/** Looks at what a killed process has left, once it is certain that nobody is at it any more. */
export async function lookAtRest<T>(
  inside: Inside,
  isServer: boolean,
  look: (inside: Inside) => Promise<T>,
): Promise<T> {
  if (isServer)
    // The server may not have noticed yet that its client is gone: whoever holds the lock decides first.
    await inside.rows('select 1 from write_lock for update');
  else expect(await inside.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  return look(inside);
}
