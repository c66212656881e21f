import { type DoctorCheck, leavesOpen, passes, tells } from '../check.ts';

/** The chain of digests; whether the rows agree with it is for `verify-history` to say. */
export const history: DoctorCheck<'history'> = {
  id: 'history',
  run: ({ partly, lines, all, broken }) => {
    if (partly !== null) return leavesOpen('owner-sees-all', { login: partly });
    if (broken !== null) return tells(broken);
    if (lines === 0) return passes('history-empty', {});
    return all ? passes('history-whole', { lines }) : passes('history-end-whole', { lines });
  },
};
