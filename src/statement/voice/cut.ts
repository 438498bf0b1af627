import { type CueLexicon, isListed } from "../../lexicon/cues.ts";
import type { Doc } from "../../model/doc.ts";
import { childOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Run } from "./extents.ts";
import type { Quoted } from "./quoted.ts";

/**
 * "said P, while Z left": a clause with its own subject that a comma and such a word set off is most often the author's (on PolNeAR 11 times
 * of 20); so is one that a closing quotation mark sets off, where its subject is a pronoun ("said that they were “hungry” as he left").
 */
export function beforeAside(doc: Doc, lexicon: CueLexicon, quoted: Quoted, run: Run): Run {
  for (let i = run.first + 2; i < run.end; i++) {
    const closed = quoted.of[i - 1] !== -1;
    const even = lowerAt(doc, i - 1) === "even";
    if ((lowerAt(doc, i - 1) !== "," && !closed && !even) || quoted.of[i] !== -1 || !isListed(lexicon, "aside", lowerAt(doc, i))) continue;
    const subject = subjectOpened(doc, i);
    if (subject > i && (!closed || doc.upos[subject] === "PRON")) return { first: run.first, end: even ? i - 1 : i };
  }
  return run;
}

const LONGEST_SUBJECT = 12;

/** The subject of the clause that a conjunction opens; "while" opens one also where the tree hung it elsewhere. -1 where none. */
function subjectOpened(doc: Doc, conjunction: number): number {
  const verb = doc.head[conjunction]!;
  if (verb > conjunction) return hasRelation(doc, verb, "advcl", "ccomp", "conj") ? childOf(doc, verb, "nsubj", "nsubj:pass") : -1;
  if (!/^(?:while|whereas)$/.test(lowerAt(doc, conjunction))) return -1;
  for (let i = conjunction + 1; i < Math.min(doc.length, conjunction + LONGEST_SUBJECT); i++)
    if (hasRelation(doc, i, "nsubj") && doc.head[i]! > i) return i;
  return -1;
}

/** "said he would come — a surprise for a man who …": a last dash and a noun phrase that none knows yet: what the author makes of it. */
export function beforeRemark(doc: Doc, quoted: Quoted, run: Run): Run {
  let dash = -1;
  for (let i = run.first; i < run.end; i++)
    if (/^[—–-]+$/.test(lowerAt(doc, i)) && doc.upos[i] === "PUNCT" && doc.xpos[i] !== "HYPH") {
      if (dash >= 0) return run;
      dash = i;
    }
  const remark = dash > run.first && quoted.of[dash] === -1 && /^an?$/.test(lowerAt(doc, dash + 1));
  return remark ? { first: run.first, end: dash } : run;
}

const LONGEST_DENIER = 8;

/** "accused Y of P, which Y denies", "said P – a claim Y has rejected", "said P, something Y denies": that another denies what is said is the author's. */
export function beforeDenial(doc: Doc, lexicon: CueLexicon, quoted: Quoted, run: Run): Run {
  for (let i = run.first + 2; i < run.end; i++) {
    const mark = lowerAt(doc, i - 1);
    const which = mark === "," && /^(?:which|something)$/.test(lowerAt(doc, i));
    const claim = /^(?:,|[—–-]+)$/.test(mark) && /^(?:an?|the)$/.test(lowerAt(doc, i)) && isClaim(doc, lexicon, i + 1, i + 4);
    if ((!which && !claim) || quoted.of[i] !== -1) continue;
    for (let verb = i + 2; verb < Math.min(run.end, i + LONGEST_DENIER); verb++)
      if (denies(doc, lexicon, verb) && doc.upos[i + 1] !== "VERB") return { first: run.first, end: i };
  }
  return run;
}

const denies = (doc: Doc, lexicon: CueLexicon, token: number): boolean =>
  isListed(lexicon, "denial", doc.lemma[token]!) && /^VB[DZPN]$/.test(doc.xpos[token]!);

function isClaim(doc: Doc, lexicon: CueLexicon, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, doc.length); i++) if (doc.upos[i] === "NOUN") return isListed(lexicon, "claim", doc.lemma[i]!);
  return false;
}

/** Words said inside a quote end with the quote. */
export function withinQuote(quoted: Quoted, cue: number, run: Run): Run {
  const quote = quoted.runs[quoted.of[cue]!];
  if (quote === undefined) return run;
  const first = Math.max(run.first, quote.first);
  return { first, end: Math.max(first, Math.min(run.end, quote.end)) };
}
