import type { Doc, Mention } from "../model/index.ts";
import { hasRelation } from "../syntax/tree.ts";
import type { Voice } from "./voice/voice.ts";

/** Pronouns of the third person that do not say who acts: those that were carried into a quotation, and "he" for one whom no name tells. */
export function strayedPronouns(doc: Doc, mentions: readonly Mention[], voices: readonly Voice[]): ReadonlySet<Mention> {
  const sources = new Set(voices.filter((v) => v.asserts).map((v) => v.source?.head));
  const named = new Set(mentions.filter((m) => m.form === "name" || m.rule === "person").map((m) => m.actor));
  const last = new Map<string, Mention>();
  const strayed = new Set<Mention>();
  for (const one of [...mentions].sort((a, b) => a.start - b.start)) {
    const before = last.get(one.actor);
    last.set(one.actor, one);
    if (!one.rule.startsWith("pronoun.") || sources.has(one.head)) continue;
    const near = before !== undefined && doc.sentenceOf[before.head] === doc.sentenceOf[one.head] ? before : null;
    if (isCarriedIn(doc, one, near, voices) || (one.rule === "pronoun.person" && !named.has(one.actor) && !isDescribed(doc, near)))
      strayed.add(one);
  }
  return strayed;
}

/**
 * "“He lied,” X said" is not about X, and whom the words before a quotation named is seldom whom it goes on about:
 * who is meant must be told of in the same sentence, and not only as the one who speaks it.
 */
function isCarriedIn({ text }: Doc, one: Mention, near: Mention | null, voices: readonly Voice[]): boolean {
  for (const { form, content, source } of voices) {
    const quote = form === "direct" ? content.find((c) => c.start < one.start && one.end <= c.end) : undefined;
    if (quote === undefined || !/^["“”'‘`]/u.test(text.slice(quote.start, quote.start + 1))) continue;
    return near === null || (near.head === source?.head && near.start < quote.start);
  }
  return false;
}

/** "A judge freed X after he had …": told of without a name, as the subject of the same sentence. */
function isDescribed(doc: Doc, near: Mention | null): boolean {
  return near?.form === "description" && hasRelation(doc, near.head, "nsubj");
}
