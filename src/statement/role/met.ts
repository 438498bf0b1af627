import type { EventType, Participant } from "../../model/index.ts";
import { objectOf } from "../../syntax/object.ts";
import { underPreposition } from "../../syntax/oblique.ts";
import { activeSubjectOf } from "../../syntax/subject.ts";
import { ancestorsOf, casesOf, childrenOf, hasRelation, subtreeOf } from "../../syntax/tree.ts";
import type { ActReading } from "../act/reading.ts";
import { isCompanion } from "../fill.ts";
import { isParty } from "../kin.ts";
import type { Move } from "../move/move.ts";
import type { Scene } from "../read.ts";
import { isOwn, participantsOf, without } from "./sides.ts";

/** "X joined Y in condemning Z", "X joined Y in an attack on Z": Y does it, too. */
export function joinedBy(scene: Scene, { trigger }: ActReading, move: Move, doers: readonly Participant[]): readonly Participant[] {
  const { doc } = scene;
  for (const clause of doers.length > 0 ? [trigger, ...ancestorsOf(doc, trigger)] : []) {
    const verb = doc.head[clause] ?? -1;
    if (!hasRelation(doc, clause, "advcl", "acl", "xcomp", "ccomp", "obl", "obj")) return doers;
    const joined = doc.lemma[verb] === "join" && casesOf(doc, clause).includes("in");
    if (!joined) continue;
    const subject = participantsOf(scene, move, activeSubjectOf(doc, verb));
    if (!doers.every((d) => subject.some((p) => p.actor === d.actor))) return doers;
    const others = participantsOf(scene, move, objectOf(doc, verb)).filter((p) => isParty(scene.actors, p.actor));
    return [...doers, ...without(others, doers)];
  }
  return doers;
}

/** Deals and the talks about them: their other side may stand behind what they are about. */
const DEALING: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "COOPERATE", "SANCTION"]);

const ABOUT = ["on", "over", "about", "for"];

/** "suspended talks on a fishing deal with X". */
export function beyondTopic(scene: Scene, act: ActReading, move: Move, actors: readonly Participant[]): readonly Participant[] {
  const { doc } = scene;
  if (!DEALING.has(act.eventType) || !act.frame.recipient.includes("with")) return [];
  const topics = [act.trigger, ...act.words.filter((w) => doc.upos[w] === "NOUN" && hasRelation(doc, w, "obj", "nsubj:pass"))]
    .flatMap((w) => childrenOf(doc, w, "nmod", "obl"))
    .filter((c) => casesOf(doc, c).some((k) => ABOUT.includes(k) || (k === "in" && act.eventType !== "SANCTION")));
  // "paused talks with X with immediate effect"
  const things = act.words.filter((w) => doc.upos[w] === "NOUN");
  const others = [...things, ...topics].flatMap((t) => participantsOf(scene, move, underPreposition(doc, t, "with")));
  const found = others.filter((p) => isParty(scene.actors, p.actor) && !isOwn(scene, act, p, actors));
  return found.length > 0 || act.eventType !== "CONSULT" ? found : metLast(scene, act, move, actors);
}

/** "discussed efforts to end the war with the envoy Y": a person named so is one to talk with, whatever stands between; a war is not with persons. */
function metLast(scene: Scene, act: ActReading, move: Move, actors: readonly Participant[]): readonly Participant[] {
  const { doc } = scene;
  const phrases = subtreeOf(doc, act.trigger).filter((t) => t > act.trigger && casesOf(doc, t).includes("with") && !isCompanion(doc, t));
  const persons = phrases
    .filter((t) => !ancestorsOf(doc, t).some((a) => a > act.trigger && hasRelation(doc, a, "acl:relcl", "ccomp", "conj", "parataxis")))
    // "with Archbishop X": a parser may give the preposition to the title.
    .map((t) => (hasRelation(doc, t, "nmod:desc") ? (doc.head[t] ?? t) : t))
    .map((t) => participantsOf(scene, move, t).filter((p) => !isOwn(scene, act, p, actors)));
  return persons.find((some) => some.length > 0 && some.every((p) => scene.actors.get(p.actor)?.kind === "person")) ?? [];
}
