/** Quotation marks pair only within their kind. `low` („) is closed by a curly mark. */
export type MarkKind = "straight" | "curly" | "low" | "guillemet" | "single" | "curlySingle";

/** One quotation mark in a paragraph, with what it could be where it stands. Offset in the text, UTF-16. */
export interface Mark {
  readonly at: number;
  readonly length: number;
  readonly kind: MarkKind;
  readonly opens: boolean;
  readonly closes: boolean;
}

const MARK = /''|``|["'“”„«»‘’]/g;
const WORD = /[\p{L}\p{N}]/u;
// An apostrophe for letters left out ('em, 'tis, '90s) or cut off from its word by a tokenizer ("Kabul 's").
const ELISION = /^(?:tis|twas|til|till|em|cause|bout|round|n|s|re|ve|ll|d|m|t|\d0s|\d\d)(?![\p{L}\p{N}])/iu;

function isSingle(kind: MarkKind): boolean {
  return kind === "single" || kind === "curlySingle";
}

function readMark(text: string, at: number, sign: string, from: number, to: number): Mark | null {
  const before = at > from ? text[at - 1]! : " ";
  const next = at + sign.length;
  const after = next < to ? text[next]! : " ";
  const opens = !WORD.test(before) && !/[\s,.;:!?]/.test(after);
  const closes = !/\s/.test(before) && !WORD.test(after);
  const made = (kind: MarkKind, mayOpen: boolean, mayClose: boolean): Mark | null =>
    mayOpen || mayClose ? { at, length: sign.length, kind, opens: mayOpen, closes: mayClose } : null;
  const elided = ELISION.test(text.slice(next, Math.min(to, next + 8)));
  switch (sign) {
    case "“":
      // In „Berlin style“ this sign closes.
      return made("curly", true, closes);
    case "”":
      return made("curly", false, true);
    case "„":
      return made("low", true, false);
    case "«":
      return made("guillemet", true, false);
    case "»":
      return made("guillemet", false, true);
    case "‘":
      return made("curlySingle", opens && !elided, false);
    case "’":
      return made("curlySingle", false, closes);
    case "'":
      return made("single", opens && !elided, closes);
    default:
      return made("straight", opens || !/\s/.test(after), closes || /\s/.test(after));
  }
}

/** Where a single mark closes beyond doubt: after the stop of a clause or before one. */
function isSureCloser(text: string, mark: Mark): boolean {
  return mark.closes && (/[,.!?…]/.test(text[mark.at - 1] ?? "") || /^(?:[,.;:!?)]|$)/.test(text.slice(mark.at + 1, mark.at + 2)));
}

/**
 * The quotation marks of the paragraph `[from, to)`, in order. Apostrophes inside words, plural possessives ("the workers' union")
 * and measures ("a 6' wall") are no marks: a single mark after `s` or a digit closes only where no surer closer follows before the next opener.
 */
export function readMarks(text: string, from: number, to: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(from, to).matchAll(MARK)) {
    const mark = readMark(text, from + match.index, match[0], from, to);
    if (mark !== null) marks.push(mark);
  }
  const kept: Mark[] = [];
  let surerFollows = false;
  for (const mark of marks.reverse()) {
    if (isSingle(mark.kind)) {
      const doubtful = /[sSzZxX\d]/.test(text[mark.at - 1] ?? "") && !isSureCloser(text, mark);
      if (mark.closes && !mark.opens && doubtful && surerFollows) continue;
      if (isSureCloser(text, mark)) surerFollows = true;
      else if (mark.opens) surerFollows = false;
    }
    kept.push(mark);
  }
  return kept.reverse();
}
