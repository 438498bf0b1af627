import type { WordRows } from "./word-table.ts";

interface Edit {
  readonly cut: number;
  readonly add: string;
}

/** What is known of lemmas: suffix rules and the forms seen, by Penn tag; and how common a word is (0 = most), for guesses between spellings. */
export interface Lemmas {
  readonly rules: ReadonlyMap<string, ReadonlyMap<string, Edit>>;
  readonly seen: ReadonlyMap<string, string>;
  readonly rank: WordRows;
}

const LONGEST_SUFFIX = 6;
const AS_WRITTEN = new Set(["ADD", "GW", "FW", "LS", "NFP", "AFX", "SYM", "$", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH"]);
const MARKS: Readonly<Record<string, string>> = { "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-" };
const SHORT: Readonly<Record<string, string>> = { na: "to", ta: "to", "b/c": "because", pls: "please" };
const MONTHS = "January February March April May June July August September October November December".split(" ");
const DEMONYM = /^\p{Lu}.*(?:ian|ean|ese|ish|aqi|eli|ani|eni|ini)$/u;

/** Reads the lines `xpos suffix cut add` and `=xpos form lemma` (tab-separated) that training/lemmas.py writes. */
export function readLemmas(text: string, rank: WordRows): Lemmas {
  const rules = new Map<string, Map<string, Edit>>();
  const seen = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [tag = "", second = "", third = "", fourth = ""] = line.split("\t");
    if (tag.startsWith("=")) seen.set(`${tag.slice(1)} ${second}`, third);
    else {
      const known = rules.get(tag) ?? new Map<string, Edit>();
      rules.set(tag, known.set(second, { cut: Number(third), add: fourth }));
    }
  }
  return { rules, seen, rank };
}

/** The lemma of a form, given its Penn tag: names and marks as written (a plural name loses its s), numbers without commas, other words in lower case. */
export function lemmatise(form: string, xpos: string, lemmas: Lemmas): string {
  if (xpos === "NNPS") return form.endsWith("ies") ? `${form.slice(0, -3)}y` : /[^s]s$/.test(form) ? form.slice(0, -1) : form;
  if (xpos === "NNP") return properName(form, lemmas.rank);
  if (AS_WRITTEN.has(xpos)) return /^etc$/i.test(form) ? "etc." : (MARKS[form] ?? form);
  if (xpos === "POS") return "'s";
  const low = form.toLowerCase().replaceAll("’", "'");
  if (xpos === "CD") return low === "k" ? "thousand" : low.replace(/(\d),(?=\d{3})/g, "$1");
  if (low.length === 1 && xpos === "NN") return form;
  if (SHORT[low] !== undefined && xpos !== "NN") return SHORT[low];
  if (xpos === "NN" && /^\p{Lu}{3,5}$/u.test(form) && !lemmas.rank.has(low)) return form;
  const known = lemmas.seen.get(`${xpos} ${low}`);
  if (known !== undefined) return known;
  if (xpos === "JJ" && DEMONYM.test(form)) return form;
  return spelled(low, xpos, lemmas.rank) ?? bySuffix(low, lemmas.rules.get(xpos));
}

/** Names in small letters get their capital, shouted words lose theirs; what is short or no word may be an abbreviation and stays. */
function properName(form: string, rank: WordRows): string {
  const first = form[0]!;
  const low = form.toLowerCase();
  const month =
    /^\p{Lu}\p{L}{2,3}\.$|^(?:Feb|Aug|Sept|Oct|Nov|Dec)$/u.test(form) &&
    MONTHS.find((name) => name.toLowerCase().startsWith(low.replace(".", "")));
  if (month) return month;
  if (form === low) return form.length > 2 && /^\p{Ll}+$/u.test(form) ? first.toUpperCase() + form.slice(1) : form;
  const shouted = form.length > 4 && form === form.toUpperCase() && /^\p{Lu}+$/u.test(form) && rank.has(low);
  return shouted ? first + low.slice(1) : form;
}

function bySuffix(low: string, rules: ReadonlyMap<string, Edit> | undefined): string {
  for (let size = rules ? Math.min(LONGEST_SUFFIX, low.length) : -1; size >= 0; size--) {
    const edit = rules?.get(low.slice(low.length - size));
    if (edit) return edit.cut < low.length ? low.slice(0, low.length - edit.cut) + edit.add : low;
  }
  return low;
}

/** The most common word of which a regular form can be an inflection; where none is known, the likeliest spelling; undefined for irregular forms. */
function spelled(low: string, xpos: string, rank: WordRows): string | undefined {
  const candidates = stems(low, xpos);
  let top = candidates[0];
  let topRank = Number.POSITIVE_INFINITY;
  for (const word of candidates) {
    const place = word.length > 2 ? rank.get(word) : undefined;
    if (place !== undefined && place < topRank) {
      top = word;
      topRank = place;
    }
  }
  return top;
}

/** Words that may have the form, the likeliest first. */
function stems(low: string, xpos: string): readonly string[] {
  const past = xpos === "VBD" || xpos === "VBN";
  const plural = xpos === "VBZ" || xpos === "NNS";
  if (past && low.endsWith("ied")) return [`${low.slice(0, -3)}y`];
  if (past && low.endsWith("ed") && low.length > 4) return withoutEnding(low.slice(0, -2));
  if (xpos === "VBG" && low.endsWith("ing") && low.length > 5) return withoutEnding(low.slice(0, -3));
  if (plural && low.endsWith("ies") && low.length > 4) return [`${low.slice(0, -3)}y`, low.slice(0, -1)];
  if (plural && /(?:[sxz]|[cs]h)es$/.test(low)) return [low.slice(0, -2), low.slice(0, -1)];
  if (plural && /[^su]s$/.test(low)) return [low.slice(0, -1)];
  return [];
}

function withoutEnding(stem: string): readonly string[] {
  // A short word doubles its last consonant (planned); where it does not, an e was lost (mired).
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return [`${stem}e`];
  if (/([bdgmnprt])\1$/.test(stem)) return [stem.slice(0, -1), stem, `${stem}e`];
  if (/(?:[^aeo]at|iz|ur|ut|[vcgszu]|[bcdgkptz]l)$/.test(stem) && !stem.endsWith("ss")) return [`${stem}e`, stem];
  return stem.endsWith("l") && stem.endsWith("ll") ? [stem, stem.slice(0, -1)] : [stem, `${stem}e`];
}
