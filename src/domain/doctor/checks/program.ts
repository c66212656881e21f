import { type DoctorCheck, passes } from '../check.ts';

/** Which program answers: what to write into a report of a fault. */
export const program: DoctorCheck<'program'> = {
  id: 'program',
  run: facts => passes('program-at-work', { ...facts }),
};
