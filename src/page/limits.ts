/** What one input may cost. Every limit can be set; each that strikes leaves a Notice. */
export interface Limits {
  /** Bytes read of one input; the rest is left. */
  readonly inputBytes: number;
  /** Characters of one page's text. */
  readonly textLength: number;
  /** Elements inside each other; deeper markup is read as text without structure. */
  readonly markupDepth: number;
  /** Elements of one page; markup with more is read as text without structure. Real pages stay below 30,000. */
  readonly markupElements: number;
  /** Markup longer than this is read as text without structure. */
  readonly markupLength: number;
  /** Pages taken out of one input (a WARC, a table, a feed). */
  readonly pages: number;
  /** Bytes that may come out of something compressed. */
  readonly unpackedBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  inputBytes: 64 * 1024 * 1024,
  textLength: 4_000_000,
  markupDepth: 400,
  markupElements: 60_000,
  markupLength: 8_000_000,
  pages: 100_000,
  unpackedBytes: 256 * 1024 * 1024,
};
