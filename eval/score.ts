/** What a scorer prints: figures by name, and notes that stand beside them (baselines, peers, people among themselves). */
export interface Score {
  readonly task: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly notes?: readonly string[];
}

/** A scorer: reads the gold at a path, reads the same input with Demarche, compares. */
export interface Scorer {
  run(goldPath: string): Promise<Score>;
}
