import type { Doc } from "../../model/index.ts";
import { casesOf, childOf, childrenOf, hasRelation, isUnder, lowerAt, sentenceAt, subtreeOf } from "../../syntax/tree.ts";
import { invertedBefore } from "./inverted.ts";
import { dayOf, isAssuming, isToCome, markerOf, SURE } from "./marker.ts";
import { closeBefore, ENDING, formOf, QUOTES } from "./opening.ts";
import { type ConditionReading, reading } from "./reading.ts";

/** "if X", "unless X", "provided that X", "as long as X", "as soon as X", "the day X", "only after X" under the act or a word that governs it. */
export function markedClause(doc: Doc, token: number): ConditionReading | null {
  const long = childrenOf(doc, token, "advmod").find(
    (c) => ["long", "soon"].includes(lowerAt(doc, c)) && lowerAt(doc, Math.max(0, c - 1)) === "as",
  );
  const under = long === undefined ? -1 : childOf(doc, long, "advcl");
  if (
    long !== undefined &&
    under >= 0 &&
    (lowerAt(doc, long) === "long" || (isToCome(doc, token) && childOf(doc, under, "nsubj", "nsubj:pass", "expl") >= 0))
  )
    return reading(doc, subtreeOf(doc, long), `condition:as ${lowerAt(doc, long)} as`);
  const day = dayOf(doc, token);
  if (day >= 0) return reading(doc, subtreeOf(doc, day), "condition:the day");
  for (const clause of [token, ...vowed(doc, token)].flatMap((t) => [
    ...childrenOf(doc, t, "advcl"),
    ...mistakenObject(doc, t),
    ...childrenOf(doc, t, "xcomp").filter((c) => isAssuming(doc, c)),
  ])) {
    const rule = isOfNext(doc, token, clause) ? null : markerOf(doc, clause);
    if (rule) return reading(doc, subtreeOf(doc, clause), `condition:${rule}`);
  }
  return (
    sharedClause(doc, token) ??
    strayClause(doc, token) ??
    twinClause(doc, token) ??
    strayMarker(doc, token) ??
    farMarker(doc, token) ??
    turnedBehind(doc, token) ??
    invertedBefore(doc, token)
  );
}

/** "vowed to respond": what a word of one's own will holds out. */
function vowed(doc: Doc, token: number): readonly number[] {
  return HELD_OUT.has(doc.lemma[token] ?? "") ? childrenOf(doc, token, "xcomp") : [];
}

/** Verbs whose "if" asks. */
const ASKING = new Set("ask check consider decide determine discuss doubt find know learn question say see tell wonder".split(" "));

/** Of these, the verbs of telling where the "if" that follows asks as well: "asked if X left". */
const ASKING_IF = new Set(["ask", "check", "doubt", "know", "learn", "question", "wonder"]);

/** "vowed to respond if they attack": a clause that the parser took for the object of a verb which has none. */
function mistakenObject(doc: Doc, token: number): readonly number[] {
  if (ASKING.has(doc.lemma[token] ?? "")) return [];
  return childrenOf(doc, token, "ccomp").filter((c) => c > token && childrenOf(doc, c, "mark").some((m) => SURE.has(lowerAt(doc, m))));
}

/** "will leave and close the door if they stay": under one modal verb the last of the verbs holds the condition of all. */
function sharedClause(doc: Doc, token: number): ConditionReading | null {
  if (!childrenOf(doc, token, "aux").some((c) => doc.xpos[c] === "MD")) return null;
  const bare = childrenOf(doc, token, "conj").filter((c) => doc.xpos[c] === "VB" && childOf(doc, c, "nsubj", "aux", "mark") < 0);
  const clause = bare.flatMap((c) => childrenOf(doc, c, "advcl").filter((k) => k > c)).find((c) => markerOf(doc, c) !== null);
  const found = clause ?? loweredClause(doc, token);
  return found === undefined ? null : reading(doc, subtreeOf(doc, found), `condition:${markerOf(doc, found)}`);
}

/** "could drop the plan to leave if they pay": a condition that the parser hung on an infinitive further down. */
function loweredClause(doc: Doc, token: number): number | undefined {
  const isInfinitive = (t: number) => doc.xpos[t] === "VB" && casesOf(doc, t).includes("to") && childOf(doc, t, "nsubj") < 0;
  return subtreeOf(doc, token).find((t) => {
    const head = doc.head[t] ?? -1;
    const low = t > head && head > token && hasRelation(doc, t, "advcl") && isInfinitive(head) && SURE.has(markerOf(doc, t) ?? "");
    for (let up = low ? (doc.head[head] ?? -1) : -1; up >= token; up = doc.head[up] ?? -1) {
      if (up === token) return true;
      if (doc.upos[up] === "VERB" && !isInfinitive(up)) return false;
    }
    return false;
  });
}

/** Words of one's own will that take a condition before a word to its left does. */
const HELD_OUT = new Set(["warn", "warning", "threaten", "threat", "vow", "pledge", "promise"]);

/** "scolded them and warned of war if they stay": the condition belongs to the warning, unless a modal verb is over both. */
function isOfNext(doc: Doc, token: number, clause: number): boolean {
  if (childrenOf(doc, token, "aux").some((c) => doc.xpos[c] === "MD")) return false;
  const first = Math.min(...subtreeOf(doc, clause));
  for (let t = token + 1; t < first; t++) {
    if (HELD_OUT.has(doc.lemma[t] ?? "") && (hasRelation(doc, t, "conj") || childOf(doc, t, "cc") >= 0)) return true;
  }
  return false;
}

/** "“We will pay if they leave,” X said": a condition between what is said and the verb of saying belongs to what is said. */
function strayClause(doc: Doc, token: number): ConditionReading | null {
  const saying = hasRelation(doc, token, "ccomp") ? (doc.head[token] ?? -1) : -1;
  for (const clause of saying > token ? childrenOf(doc, saying, "advcl") : []) {
    const between = clause > token && clause < saying;
    // "If they attack, our troops will respond, X said": it opens what is said.
    const opening = clause < token && leads(doc, Math.min(...subtreeOf(doc, clause)));
    const rule = between || opening ? markerOf(doc, clause) : null;
    if (rule && childrenOf(doc, saying, "nsubj").every((subject) => subject > Math.max(clause, token)))
      return reading(doc, subtreeOf(doc, clause), `condition:${rule}`);
  }
  return null;
}

/** True for the first word of a sentence, its quotation marks left aside. */
function leads(doc: Doc, token: number): boolean {
  const { first } = sentenceAt(doc, token);
  return token === first || (token === first + 1 && QUOTES.has(formOf(doc, first)));
}

/** "said that if they leave, it will pay": a parser may hang both clauses on the saying. */
function twinClause(doc: Doc, token: number): ConditionReading | null {
  const saying = hasRelation(doc, token, "ccomp") ? (doc.head[token] ?? -1) : -1;
  if (saying < 0 || saying > token || ASKING_IF.has(doc.lemma[saying] ?? "")) return null;
  const clause = childrenOf(doc, saying, "ccomp", "advcl").find(
    (c) => c > saying && c < token && childrenOf(doc, c, "mark").some((m) => SURE.has(lowerAt(doc, m)) && lowerAt(doc, m - 1) !== "even"),
  );
  const words = clause === undefined ? [] : subtreeOf(doc, clause).filter((t) => t < token);
  const close = closeBefore(doc, token);
  if (clause === undefined || close < 0 || Math.abs(Math.max(...words) - close) > 1) return null;
  return reading(doc, words, "condition:if");
}

/** "will act if the bill — or any law — harms it": an "if" that the parser gave to a noun or a clause beside; up to the end of the sentence, dash or quotation. */
function strayMarker(doc: Doc, token: number): ConditionReading | null {
  const { end } = sentenceAt(doc, token);
  if (!childrenOf(doc, token, "aux").some((c) => doc.xpos[c] === "MD")) return null;
  for (let t = token + 1; t < end; t++) {
    if (QUOTES.has(formOf(doc, t)) || ENDING.has(formOf(doc, t))) return null;
    const marks = SURE.has(lowerAt(doc, t)) && hasRelation(doc, t, "mark") && !["even", "as", "what", "only"].includes(lowerAt(doc, t - 1));
    if (!marks) {
      // Another verb of its own subject stands between: the "if" is that one's.
      if (doc.upos[t] === "VERB" && childOf(doc, t, "nsubj", "nsubj:pass") >= 0) return null;
      continue;
    }
    const clause = doc.head[t] ?? -1;
    const beside = hasRelation(doc, clause, "nsubj") ? (doc.head[clause] ?? -1) : clause;
    const own = beside > t && hasRelation(doc, beside, "parataxis", "conj") && doc.head[beside] === token;
    return own
      ? reading(
          doc,
          subtreeOf(doc, beside).filter((w) => w >= t),
          `condition:${lowerAt(doc, t)}`,
        )
      : null;
  }
  return null;
}

/** "is ready to halt it for a week, provided that they stop", "will keep it as long as they arm them": told by the words, wherever the parser hung them. */
function farMarker(doc: Doc, token: number): ConditionReading | null {
  const { end } = sentenceAt(doc, token);
  const waits = isToCome(doc, token);
  for (let t = token + 1; t + 1 < end && formOf(doc, t) !== ";"; t++) {
    if (isAssuming(doc, t) && lowerAt(doc, t + 1) === "that" && isUnder(doc, t, token))
      return reading(doc, subtreeOf(doc, t), `condition:${lowerAt(doc, t)}`);
    const long = ["long", "soon"].includes(lowerAt(doc, t)) && lowerAt(doc, t - 1) === "as" && lowerAt(doc, t + 1) === "as";
    if (long && waits) {
      let last = t + 1;
      while (last + 1 < end && doc.upos[last + 1] !== "PUNCT") last++;
      const words = Array.from({ length: last - t + 2 }, (_, i) => t - 1 + i);
      // "as soon as possible" waits for nothing; a parser may take a past form for an adjective.
      const tensed = words.some((w) => /^VB[DZP]$/.test(doc.xpos[w] ?? "") || (doc.xpos[w] === "JJ" && lowerAt(doc, w).endsWith("ed")));
      return tensed && words.length > 4 ? reading(doc, words, `condition:as ${lowerAt(doc, t)} as`) : null;
    }
    // Another verb of its own subject stands between.
    if (doc.upos[t] === "VERB" && childOf(doc, t, "nsubj", "nsubj:pass") >= 0) return null;
  }
  return null;
}

/** "threatened to leave should they stay": "should" before its subject in a clause behind, which the parser may hang further up. */
function turnedBehind(doc: Doc, token: number): ConditionReading | null {
  const above = [token, doc.head[token] ?? -1].filter((t) => t >= 0);
  const clause = above
    .flatMap((t) => childrenOf(doc, t, "advcl", "ccomp"))
    .find((c) => c > token && childrenOf(doc, c, "aux").some((a) => a === Math.min(...subtreeOf(doc, c)) && lowerAt(doc, a) === "should"));
  return clause === undefined ? null : reading(doc, subtreeOf(doc, clause), "condition:if");
}

/** "urged them to stay and warned of war if they left": the clause that the parser hung on the first of the verbs. */
export function clauseBehind(doc: Doc, token: number): ConditionReading | null {
  const upper = hasRelation(doc, token, "conj") ? (doc.head[token] ?? -1) : -1;
  const clause = childrenOf(doc, upper, "advcl").find((c) => c > token && markerOf(doc, c) !== null);
  if (upper < 0 || clause === undefined || childrenOf(doc, upper, "conj").some((c) => c > token && c < clause)) return null;
  return reading(doc, subtreeOf(doc, clause), `condition:${markerOf(doc, clause)}`);
}
