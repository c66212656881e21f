const TRIES = 5;
/** What takes less than this is not told apart from the noise of the machine, in microseconds. */
const SHORTEST = 5000;

/**
 * The processor time of this thread that some work takes, the least of several tries, in microseconds: a loaded machine
 * makes it wait, but not work more. For tests of growth: ten times the input, at most forty times the work; what is
 * quadratic takes a hundred.
 */
export function leastWork(work: () => unknown): number {
  const took = Array.from({ length: TRIES }, () => {
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    return user + system;
  });
  return Math.max(Math.min(...took), SHORTEST);
}

/** How many times the work grows from a small input to one ten times as long. */
export function growth(work: (size: number) => unknown, small: number): number {
  work(small);
  return leastWork(() => work(small * 10)) / leastWork(() => work(small));
}

/** More than this is no linear growth for ten times the input. */
export const LINEAR = 40;
