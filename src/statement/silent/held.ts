import { contains, type Doc } from "../../model/index.ts";
import { isFiniteAt } from "../../syntax/finite.ts";
import { ancestorsOf, childOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import { controlsAt } from "../modality/control.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

/** What holds of a clause below a word from here on is so for the author as well (data/certainty.tsv). */
const FACT = 0.9;

/** "amid criticism that X gives in", "many feel that X meddles", "claims that X had attacked were unfounded": held by somebody, and no voice says by whom. */
export const heldByNobody: Silence = (scene, { trigger }, { over, reading }) => {
  const { doc } = scene;
  const span = (t: number) => ({ start: doc.start[t]!, end: doc.end[t]! });
  const voiced = (holder: number) =>
    over.some((v) => v.cueToken === holder || !v.content.some((c) => contains(c, span(holder)) && contains(c, span(trigger))));
  // What stands beside a held clause is told for itself.
  const up = [trigger, ...ancestorsOf(doc, trigger)];
  const aside = up.findIndex((t) => hasRelation(doc, t, "advcl", "conj", "parataxis"));
  return up.slice(0, aside < 0 ? up.length : aside).some((clause) => {
    const holder = isFiniteAt(doc, clause) ? holderOf(scene, clause) : -1;
    return holder >= 0 && holder !== reading.governor?.token && !voiced(holder);
  });
};

/** The noun or verb of holding that a finite clause tells the matter of; -1 where it stands for itself. */
function holderOf(scene: Scene, clause: number): number {
  const { doc, lexicons } = scene;
  const head = doc.head[clause] ?? -1;
  if (head < 0) return -1;
  const that = childrenOf(doc, clause).find((c) => c < clause && lowerAt(doc, c) === "that" && doc.xpos[c] === "IN") ?? -1;
  // "avoid criticism that X gives in", "claims from ministers that X pays": the parser may hang the clause on the verb or on the last noun.
  if (that > 0 && hasRelation(doc, clause, "acl", "acl:relcl", "ccomp")) {
    const noun = [that - 1, head, doc.head[head] ?? -1].find((t) => t >= 0 && t < clause && isHolding(scene, t, "noun"));
    if (noun !== undefined) return noun;
  }
  // "spared him on the grounds that X pays"
  if (that > 0 && isShown(scene, that - 1)) return -1;
  const told = that > 0 && doc.relation[clause] === "acl" && doc.upos[head] === "NOUN";
  if (told) return isShown(scene, head) || isControl(scene, head) ? -1 : head;
  const reported = lexicons.certainty.reports.has(doc.lemma[head] ?? "") && !isControl(scene, head);
  const held = hasRelation(doc, clause, "ccomp") && clause > head && (isHolding(scene, head, "verb") || reported);
  return held && !isOwnWord(doc, head) ? head : -1;
}

/** "we reported that", "it seems that": the author's own. */
function isOwnWord(doc: Doc, verb: number): boolean {
  const subject = childOf(doc, verb, "nsubj", "expl");
  const who = subject < 0 ? "" : lowerAt(doc, subject);
  return who === "i" || who === "we" || (who === "it" && childOf(doc, verb, "aux:pass") < 0);
}

/** True for a word whose clause is held and not so for everybody, as data/certainty.tsv has it; what is done with the clause of a threat or a hope is read from the word itself. */
function isHolding(scene: Scene, token: number, pos: "noun" | "verb"): boolean {
  const { doc, lexicons } = scene;
  if (doc.upos[token] !== pos.toUpperCase() || isShown(scene, token) || isControl(scene, token)) return false;
  const signature = lexicons.certainty.governors.get(`${doc.lemma[token]}/${pos}`)?.find((s) => s.complement === "that");
  return signature !== undefined && signature.affirmed < FACT;
}

/** True for a word whose clause is told for itself: what shows it, and when it was. */
const isShown = (scene: Scene, token: number): boolean => isOneOf(scene, token, "shown");

const isControl = ({ doc, lexicons }: Scene, token: number): boolean =>
  controlsAt(doc, lexicons.control, token).some((c) => c.modality !== "same" && (c.complement === "that" || c.complement === "any"));
