import type { Doc } from "../../model/index.ts";
import { ancestorsOf, casesOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../../syntax/tree.ts";
import { isNegated, negatorsOf } from "../modality/negation.ts";
import { CONFLICT } from "../move/conflict.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

const UNTOLD = new Set(["without", "whether", "instead", "instead of"]);

const TOPICS = new Set(["about", "on", "over", "toward", "towards"]);

/** "ended without talks", "whether (or not) it will pay", "how much it gives", "words about leaving": not told to be so. */
export const notClaimed: Silence = (scene, { trigger }, move) => {
  const { doc } = scene;
  if (
    move.chain.some(
      (t) => casesOf(doc, t).some((c) => UNTOLD.has(c) || c.startsWith("whether ")) || isPassedOver(doc, t) || isByAny(doc, t),
    )
  )
    return true;
  // "went on shelling": there the word belongs to the going.
  const goesOn = isOneOf(scene, doc.head[trigger] ?? -1, "going-on") && lowerAt(doc, trigger - 1) === "on";
  if (doc.xpos[trigger] === "VBG" && !goesOn && casesOf(doc, trigger).some((c) => TOPICS.has(c))) return true;
  // "opposes any party reaching a deal"
  const one = doc.xpos[trigger] === "VBG" && doc.relation[trigger] === "acl" ? (doc.head[trigger] ?? -1) : -1;
  if (one >= 0 && childrenOf(doc, one, "det").some((c) => lowerAt(doc, c) === "any")) return true;
  const asks = childrenOf(doc, trigger, "advmod", "obj", "obl").filter((c) => c < trigger);
  const asked = asks.some(
    (c) => ["how", "why", "whether"].includes(lowerAt(doc, c)) || childrenOf(doc, c, "advmod").some((m) => lowerAt(doc, m) === "how"),
  );
  return asked && move.modality !== "done";
};

/** "opposes any state joining it", "the risk to any firm that breaks it": what anybody may do is told of nobody. */
function isByAny(doc: Doc, token: number): boolean {
  const before =
    doc.xpos[token] === "VBG" && hasRelation(doc, token, "advcl", "acl", "xcomp") && childrenOf(doc, token, "aux").length === 0;
  const who = hasRelation(doc, token, "acl:relcl") ? (doc.head[token] ?? -1) : before ? token - 1 : -1;
  return who >= 0 && doc.upos[who] === "NOUN" && childrenOf(doc, who, "det").some((c) => lowerAt(doc, c) === "any");
}

/** "trade with them rather than fight them": what stands behind it is what is not done. */
const isPassedOver = (doc: Doc, token: number): boolean =>
  childrenOf(doc, token, "cc", "mark", "case").some((c) => lowerAt(doc, c) === "rather" && lowerAt(doc, c + 1) === "than");

/** "has not said that it will leave", "stopped short of saying it", "refused to confirm that it left": what nobody said is not told. */
export const unsaid: Silence = (scene, { trigger }, { over }) => {
  const { doc } = scene;
  const withheld = (t: number) =>
    hasRelation(doc, t, "xcomp") && isOneOf(scene, t, "telling") && isOneOf(scene, doc.head[t] ?? -1, "unwilling");
  return (
    ancestorsOf(doc, trigger).some(withheld) ||
    over.some((v) => v.cueToken !== null && v.speech && ((v.asserts && isNegated(doc, v.cueToken)) || isShortOf(doc, v.cueToken)))
  );
};

const isShortOf = (doc: Doc, token: number): boolean =>
  token > 1 && lowerAt(doc, token - 1) === "of" && lowerAt(doc, token - 2) === "short";

/** "has the right to defend itself", "no authority to promise it": what somebody may do is not told to be done. A right to strike or to bar keeps a threat open. */
export const entitled: Silence = (scene, { eventType, nominal }, { reading }) =>
  !nominal && !CONFLICT.has(eventType) && reading.governor !== null && isOneOf(scene, reading.governor.token, "power");

/** "sought anonymity to discuss it": what somebody says without a name is no act of his. */
export const unnamed: Silence = ({ doc }, { trigger }) => casesOf(doc, trigger).includes("to") && isNameless(doc, doc.head[trigger] ?? -1);

const isNameless = (doc: Doc, token: number): boolean =>
  doc.lemma[token] === "anonymity" || childrenOf(doc, token, "obj", "obl").some((c) => doc.lemma[c] === "anonymity");

/** "did not deny it", "neither confirmed nor denied it": whoever leaves it open answers nothing. */
export const undenied: Silence = (_scene, { eventType }, { modality, positive }) =>
  eventType === "REJECT" && modality === "denied" && !positive;

const SUPPOSING = new Set(["condition:if", "condition:unless", "condition:once"]);

/** "X faces a tariff once the pause ends", "making it easier to sue X if it pays": under a condition that is open only what is past was done. */
export const supposed: Silence = ({ doc }, { eventType, trigger, words }, { modality, condition, reading }) =>
  modality === "done" &&
  eventType !== "SAY" &&
  reading.governor === null &&
  SUPPOSING.has(condition?.rule ?? "") &&
  ![trigger, ...words]
    .flatMap((t) => [t, ...childrenOf(doc, t, "aux", "aux:pass", "cop")])
    .some((t) => ["VBD", "VBN"].includes(doc.xpos[t] ?? ""));

/** "did not invade X because of Y": the word may deny the deed or only its reason. "not because it backs X", "not until it admits it": here only the reason or the time. */
export const reasonDenied: Silence = ({ doc }, { trigger }) => {
  const negators = negatorsOf(doc, trigger);
  if (negators.length === 0) return false;
  if (negators.some((n) => BINDING.has(lowerAt(doc, n + 1)))) return true;
  return [trigger, ...childrenOf(doc, trigger, "conj")]
    .flatMap((t) => childrenOf(doc, t, "advcl", "obl"))
    .some((c) => c > trigger && casesOf(doc, c).some((m) => m.startsWith("because")) && !isSetOff(doc, trigger, c));
};

const BINDING = new Set(["because", "until", "unless"]);

/** True where a comma stands before the phrase of a token. */
const isSetOff = (doc: Doc, verb: number, token: number): boolean => {
  const first = subtreeOf(doc, token).find((t) => doc.upos[t] !== "PUNCT") ?? token;
  return first > verb && lowerAt(doc, first - 1) === ",";
};

const NOTHING = new Set(["nothing", "nobody", "none", "no-one"]);

/** "arrested nobody", "asked for nothing", "nobody attacked X": what nobody does, or is done to nothing, is not done. */
export const ofNothing: Silence = ({ doc }, { trigger, words }, { modality }) =>
  modality !== "refused" &&
  [trigger, ...words]
    .flatMap((t) => childrenOf(doc, t, "obj", "iobj", "obl", "nsubj", "nsubj:pass"))
    .some((t) => NOTHING.has(lowerAt(doc, t)) || (lowerAt(doc, t) === "one" && lowerAt(doc, t - 1) === "no"));
