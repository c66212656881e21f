import type { Group } from './bench.ts';
import { runChild } from './child.ts';
import { runQabyl } from './qabyl.ts';

/** How long it takes until the program has answered, beside a Node that does nothing. */
export function startPart(): Group {
  const bare = 'node -e ""';
  const calls = [['--version'], ['--help'], ['import-staff', '--help'], ['explain-houses', '1-45']];
  const jobs = calls.map(args => ({ name: `qabyl ${args.join(' ')}`, run: () => runQabyl(args) }));
  return {
    title: 'Start-up',
    notes: [],
    jobs: [{ name: bare, run: () => runChild({ program: process.execPath, args: ['-e', ''] }) }, ...jobs],
    claims: jobs.map(({ name }) => ({ of: name, against: bare, figure: 'time' })),
  };
}
