/** A stretch of text in UTF-16 code units, 0-based, end excluded: `text.slice(start, end)` is the quote, always. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
