import { type DoctorCheck, fails, passes, warns } from '../check.ts';

const MEGABYTE = 1_000_000;
/** What a change of any size may add before anybody looks again. */
const ROOM = 50 * MEGABYTE;
/** With less not even a small change is sure of its place. */
const LEAST = 5 * MEGABYTE;

/** An upgrade keeps a copy of the file beside it, and may write every page of the file anew. */
export const diskSpace: DoctorCheck<'disk-space'> = {
  id: 'disk-space',
  run: ({ free, size }) => {
    const needed = 2 * size + ROOM;
    if (free < LEAST) return fails('unreachable', 'disk-full', { free });
    return free < needed ? warns('disk-short', { free, needed }) : passes('disk-enough', { free, needed });
  },
};
