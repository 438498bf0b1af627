const SMALL = 1;
const LARGE = 4;
const TRIES = 5;
/** Between what a linear reader takes for four times the text (4) and what a quadratic one takes (16). */
const LIMIT = 10;
/** What the clock of processor time may miss, in microseconds: it counts in ticks, so that short work can seem to take nothing. */
const TICK = 4000;

/**
 * True if `work` takes time in proportion to its size: the best time of several for four times `size` against that for `size`.
 * Both are taken in the same run, in turn, so that a loaded machine slows the two alike; tries end as soon as they agree.
 */
export async function growsLinearly(work: (size: number) => unknown, size: number): Promise<boolean> {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  await work(size); // Compiled before it is timed.
  for (let attempt = 0; attempt < TRIES; attempt++) {
    for (const [at, times] of [SMALL, LARGE].entries()) best[at] = Math.min(best[at]!, await cpuTime(() => work(size * times)));
    if (best[1]! < LIMIT * Math.max(TICK, best[0]!)) return true;
  }
  return false;
}

/** Processor time of this process, in microseconds: what other processes take does not count. */
async function cpuTime(work: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  await work();
  return process.cpuUsage(from).user;
}
