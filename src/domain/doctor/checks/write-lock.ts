import { type DoctorCheck, passes, warns } from '../check.ts';

/** Somebody who writes is no fault; somebody who has written for an hour may be. */
export const writeLock: DoctorCheck<'write-lock'> = {
  id: 'write-lock',
  run: ({ held, ...who }) => (held ? warns('lock-held', who) : passes('lock-free', {})),
};
