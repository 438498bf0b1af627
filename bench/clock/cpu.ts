/** One thing measured: CPU seconds go in, ratios come out; absolute figures only mean something beside the others of the run. */
export interface Measure {
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** CPU seconds (user and system, all threads) that some work takes. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
