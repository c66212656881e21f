import { type DoctorCheck, fails, passes, warns } from '../check.ts';

/** Clocks that are set by hand differ by some seconds; nobody is misled by less than a minute. In seconds. */
const MINUTE = 60;
/** From here on the server refuses the changes of whoever is held to the rights of an employee (history-guards.ts). */
const DAY = 86_400;

/** The history is read by its times: they must be true, and go forward. */
export const clock: DoctorCheck<'clock'> = {
  id: 'clock',
  run: ({ now, ahead, judged, last }) => {
    const seconds = ahead === null ? null : Math.round(ahead);
    if (judged && seconds !== null && Math.abs(seconds) >= DAY)
      return fails('settings', 'clock-day-off', { seconds });
    if (seconds !== null && Math.abs(seconds) >= MINUTE) return warns('clock-off', { seconds });
    if (last !== null && Date.parse(last.at) - now.getTime() > MINUTE * 1000)
      return warns('last-change-ahead', { change: last.change, at: last.at });
    return passes('clock-right', { seconds });
  },
};
