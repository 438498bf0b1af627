import type { Doc } from "../model/index.ts";
import { agentOf } from "./agent.ts";
import { lentObject, objectsOf } from "./infinitive.ts";
import { underPreposition } from "./oblique.ts";
import { isPassive } from "./passive.ts";
import { RELATIVE, standsFor } from "./relative.ts";
import { activeSubjectOf } from "./subject.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt } from "./tree.ts";
import { isMistakenAttribute, isVerb } from "./verb.ts";

/** Prepositions that hang a name on a noun before it. */
const ASIDE = new Set(["to", "of", "with", "from", "by"]);

/** Whom or what it is done to: object, passive subject, the noun of a reduced or gapped relative; -1 where unsaid. */
export function objectOf(doc: Doc, trigger: number): number {
  if (!isVerb(doc, trigger)) return nominalObjectOf(doc, trigger);
  const head = doc.head[trigger] ?? -1;
  if (isPassive(doc, trigger)) {
    // "whom X is accused of paying": X is.
    // "an aide to X was shot": what stands behind a preposition is no subject.
    const subjects = childrenOf(doc, trigger, "nsubj:pass", "nsubj").filter((s) => !casesOf(doc, s).some((c) => ASIDE.has(c)));
    const own = subjects.find((s, i) => i > 0 || subjects.length === 1 || !/^wh/.test(lowerAt(doc, s))) ?? -1;
    if (own >= 0) return standsFor(doc, own, trigger);
    // "a hall dreamed up by X and paid for by Y": a parser hangs on X what is told of the hall.
    if (hasRelation(doc, trigger, "acl")) return childOf(doc, trigger, "cc") < 0 ? head : -1;
    // "the X-led raid": a quality, whatever the parser hung it on.
    if (trigger > 0 && lowerAt(doc, trigger - 1) === "-") return -1;
    const shown = hasRelation(doc, trigger, "xcomp") ? childOf(doc, head, "obj") : -1;
    if (shown >= 0) return /sel(?:f|ves)$/.test(lowerAt(doc, shown)) ? activeSubjectOf(doc, head) : shown;
    return hasRelation(doc, trigger, "conj", "xcomp", "advcl") && head >= 0
      ? isPassive(doc, head)
        ? objectOf(doc, head)
        : isOfPhrase(doc, trigger) || isToldOfOthers(doc, trigger, head)
          ? -1
          : activeSubjectOf(doc, head)
      : -1;
  }
  if (isMistakenAttribute(doc, trigger)) return head;
  // ", condemning X": of two objects the one behind the verb, the other belongs to the clause before.
  const objects = objectsOf(doc, trigger, "obj");
  const bare = objects.length > 1 && !/^wh/.test(lowerAt(doc, objects[0]!)) ? objects.find((o) => o > trigger) : undefined;
  const direct = bare ?? objects[0] ?? -1;
  // "asked X for Y": parsers call X indirect.
  const own = direct >= 0 ? direct : (objectsOf(doc, trigger, "iobj")[0] ?? lentObject(doc, trigger));
  if (own >= 0) return standsFor(doc, own, trigger);
  // "is watching X and accused Y": a parser may hang Y on the first verb.
  const behind = hasRelation(doc, trigger, "conj") && head >= 0 ? childrenOf(doc, head, "obj").find((o) => o > trigger) : undefined;
  if (behind !== undefined) return standsFor(doc, behind, trigger);
  // "planned and led a raid": both have it; "called for talks and led a raid": the first has what stands behind it.
  const next = childrenOf(doc, trigger, "conj")[0] ?? -1;
  const filled = childrenOf(doc, trigger, "obl", "xcomp", "ccomp", "advcl").some((c) => c > trigger && c < next);
  const shared = next < 0 || filled ? -1 : childOf(doc, next, "obj");
  if (shared >= 0) return shared;
  const subject = childOf(doc, trigger, "nsubj");
  const gapped = doc.relation[trigger] === "acl:relcl" && subject >= 0 && !RELATIVE.has(doc.xpos[subject] ?? "");
  return gapped && !isOfOtherClause(doc, trigger, head) ? head : -1;
}

function nominalObjectOf(doc: Doc, noun: number): number {
  const of = underPreposition(doc, noun, "of");
  if (of >= 0) return of;
  return agentOf(doc, noun) >= 0 ? childOf(doc, noun, "nmod:poss") : -1;
}

/** "Under the plan, backed by X, both sides will …": a participle between a phrase and the subject tells of the phrase. */
function isOfPhrase(doc: Doc, participle: number): boolean {
  const before = participle - 2;
  const behind = before >= 0 && lowerAt(doc, participle - 1) === "," && doc.sentenceOf[before] === doc.sentenceOf[participle];
  if (!behind || !hasRelation(doc, participle, "advcl") || !/^(?:NOUN|PROPN)$/.test(doc.upos[before] ?? "")) return false;
  return activeSubjectOf(doc, doc.head[participle] ?? -1) > participle;
}

/** "X said the men came from Y and were jailed": behind what somebody says, a participle may tell of those spoken of. */
function isToldOfOthers(doc: Doc, participle: number, verb: number): boolean {
  return childrenOf(doc, verb, "ccomp").some((c) => c !== participle && c < participle);
}

/** "men that X admits are held", "taxed the men, but X refused": it is not the men whom X admits or refuses. */
function isOfOtherClause(doc: Doc, verb: number, noun: number): boolean {
  const relative = (t: number) => t < verb && RELATIVE.has(doc.xpos[t] ?? "");
  const held = childrenOf(doc, noun, "acl").some((c) => c > verb && childrenOf(doc, c, "obj", "nsubj").some(relative));
  return held || childOf(doc, verb, "ccomp", "cc") >= 0;
}
