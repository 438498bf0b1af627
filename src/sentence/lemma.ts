interface Edit {
  readonly cut: number;
  readonly add: string;
}

/** What is known of lemmas: suffix rules and exceptions, by Penn tag. */
export interface Lemmas {
  readonly rules: ReadonlyMap<string, ReadonlyMap<string, Edit>>;
  readonly exceptions: ReadonlyMap<string, string>;
}

const LONGEST_SUFFIX = 6;
const AS_WRITTEN = new Set([
  "NNP",
  "NNPS",
  "ADD",
  "GW",
  "FW",
  "LS",
  "NFP",
  "AFX",
  "SYM",
  "$",
  ".",
  ",",
  ":",
  "``",
  "''",
  "-LRB-",
  "-RRB-",
  "HYPH",
  "CD",
]);

/** Reads the lines `xpos suffix cut add` and `=xpos form lemma` (tab-separated) that training/lemmas.py writes. */
export function readLemmas(text: string): Lemmas {
  const rules = new Map<string, Map<string, Edit>>();
  const exceptions = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [tag = "", second = "", third = "", fourth = ""] = line.split("\t");
    if (tag.startsWith("=")) exceptions.set(`${tag.slice(1)} ${second}`, third);
    else {
      const known = rules.get(tag) ?? new Map<string, Edit>();
      rules.set(tag, known.set(second, { cut: Number(third), add: fourth }));
    }
  }
  return { rules, exceptions };
}

/** The lemma of a form, given its Penn tag: names and marks as written (a plural name loses its s), other words in lower case. */
export function lemmatise(form: string, xpos: string, lemmas: Lemmas): string {
  if (xpos === "NNPS" && /[^s]s$/.test(form)) return form.slice(0, -1);
  if (AS_WRITTEN.has(xpos)) return form;
  const low = form.toLowerCase().replaceAll("’", "'");
  const known = lemmas.exceptions.get(`${xpos} ${low}`);
  if (known !== undefined) return known;
  const rules = lemmas.rules.get(xpos);
  if (!rules) return low;
  for (let size = Math.min(LONGEST_SUFFIX, low.length); size >= 0; size--) {
    const edit = rules.get(low.slice(low.length - size));
    if (edit) return edit.cut < low.length ? low.slice(0, low.length - edit.cut) + edit.add : low;
  }
  return low;
}
