import type { ActFrame, ActLexicon, ActSupport } from "../../lexicon/acts.ts";
import type { EventType } from "../../model/index.ts";
import { isPassive } from "../../syntax/passive.ts";
import { childrenOf } from "../../syntax/tree.ts";
import { type Match, matchSense, particleOf } from "./match.ts";
import { isNominal, nounSensesAt } from "./noun.ts";
import type { ActReading } from "./reading.ts";
import { fillersOf } from "./slots.ts";
import type { Tree } from "./tree.ts";

// Who acts on the one who faces, receives or suffers something.
const GIVERS = "by from".split(" ");

/** Acts named by a noun and carried by a verb: "imposed sanctions", "came under attack", "suspended aid", "talks resumed". */
export function readSupport(tree: Tree, token: number, lexicon: ActLexicon): ActReading[] {
  for (const support of lexicon.supports.get(tree.lemma[token]!) ?? []) {
    const particle = support.particle ? particleOf(tree, token, support.particle) : token;
    // "brought up trade" is not "brought trade": a particle makes another verb
    if (particle < 0 || (!support.particle && childrenOf(tree.doc, token, "compound:prt").length > 0)) continue;
    const found = carriedBy(tree, token, support).flatMap((noun) => {
      const reading = carry(tree, token, particle, noun, support, lexicon);
      return reading ? [reading] : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** "faces mounting criticism", "amid escalating strikes": there a form in -ing says how much of it there is, and carries nothing. */
function isMeasure({ doc, lemma, form }: Tree, token: number, lexicon: ActLexicon): boolean {
  if (doc.xpos[token] !== "VBG" || token === 0) return false;
  return (
    form[token - 1] === "amid" ||
    (lexicon.supports.get(lemma[token - 1]!) ?? []).some((s) => s.kind === "get" && !s.particle && !s.preposition)
  );
}

function carriedBy(tree: Tree, token: number, support: ActSupport): readonly number[] {
  if (support.kind === "happen" || support.kind === "stop") {
    // talks that aim to end a war end nothing themselves: the subject must be the verb's own, and nothing its object
    if (isPassive(tree.doc, token) || childrenOf(tree.doc, token, "obj").length > 0) return [];
    return childrenOf(tree.doc, token, "nsubj");
  }
  const objects = fillersOf(tree, token, "obj");
  if (support.preposition) return fillersOf(tree, token, support.preposition);
  if (!support.particle) return objects;
  // "call for talks", "come under attack": what looks like a particle may govern the noun
  return [...objects, ...fillersOf(tree, token, support.particle)];
}

function carry(tree: Tree, token: number, particle: number, noun: number, support: ActSupport, lexicon: ActLexicon): ActReading | null {
  if (!isNominal(tree, noun) || isMeasure(tree, token, lexicon) || isAmid(tree, noun)) return null;
  const match = nounSense(tree, noun, lexicon);
  if (!match || match.sense.eventType === null) return null;
  if (support.types && !support.types.has(match.sense.eventType)) return null;
  const undoing = undoingOf(tree, noun, lexicon);
  const ended = support.kind === "end" || support.kind === "stop" || undoing >= 0;
  const act = ended ? flip(match, lexicon) : { eventType: match.sense.eventType, mode: match.sense.mode };
  if (!act?.eventType) return null;
  const byItself = support.kind === "happen" || support.kind === "stop";
  const words = [...new Set([token, particle, ...(undoing < 0 ? [] : [undoing]), ...match.words])].sort((a, b) => a - b);
  return {
    trigger: byItself ? noun : token,
    words,
    eventType: act.eventType,
    mode: act.mode,
    contexts: [],
    frame: byItself ? match.sense.frame : carriedFrame(match.sense.frame, support, act.eventType),
    nominal: byItself,
    reversed: ended,
    control: false,
    givesWayTo: [],
    governor: null,
    confidence: Math.min(0.95, match.sense.confidence + (ended ? 0.2 : 0.25)),
    rules: [match.sense.id, support.id],
  };
}

/** "enter the town amid concerns": what goes on around the verb is not carried by it. */
function isAmid(tree: Tree, noun: number): boolean {
  return childrenOf(tree.doc, noun, "case").some((c) => tree.form[c] === "amid");
}

/** "will begin lifting sanctions", parsed as if the sanctions were lifting ones: the form in -ing that ends what the noun names, or -1. */
function undoingOf(tree: Tree, noun: number, lexicon: ActLexicon): number {
  const { doc } = tree;
  return (
    childrenOf(doc, noun, "amod", "compound").find(
      (c) =>
        c === noun - 1 &&
        doc.xpos[c] === "VBG" &&
        (lexicon.supports.get(tree.lemma[c]!) ?? []).some((s) => s.kind === "end" && !s.particle),
    ) ?? -1
  );
}

// "a series of strikes", "the start of an offensive": the act is named below the measure, or below its beginning
function nounSense(tree: Tree, noun: number, lexicon: ActLexicon): Match | null {
  const match = matchSense(tree, noun, nounSensesAt(tree, noun, lexicon), lexicon, "carried");
  // "brings the number of strikes to ten": who counts them does none.
  const counted = ["number", "total"].includes(tree.lemma[noun]!) && childrenOf(tree.doc, noun, "det").some((c) => tree.form[c] === "the");
  const light = ["measure", "phase"].some((set) => lexicon.sets.get(set)?.has(tree.lemma[noun]!));
  if (match || counted || !light) return match;
  for (const below of childrenOf(tree.doc, noun, "nmod")) {
    const under = matchSense(tree, below, nounSensesAt(tree, below, lexicon), lexicon, "carried");
    if (under) return { sense: under.sense, words: [noun, ...under.words] };
  }
  return null;
}

function flip(match: Match, lexicon: ActLexicon): { eventType: EventType | null; mode: string | null } | undefined {
  const { eventType, mode } = match.sense;
  return lexicon.flips.get(`${eventType}/${mode}`) ?? lexicon.flips.get(`${eventType}`);
}

function carriedFrame(frame: ActFrame, support: ActSupport, eventType: EventType): ActFrame {
  if (support.kind === "get") {
    // "the visit drew criticism of X": where the noun may be done "of" somebody, that is whom it is done to.
    // "got the support of X": X gives it.
    const undergone = frame.recipient.includes("of") && eventType !== "SUPPORT";
    const givers = frame.actor.filter((slot) => slot !== "subj" && !(undergone && slot === "of"));
    return { actor: [...givers, ...GIVERS], recipient: undergone ? ["subj", "of"] : ["subj"], object: frame.object };
  }
  return {
    actor: ["subj", ...frame.actor.filter((slot) => slot !== "subj")],
    recipient: [...frame.recipient.filter((slot) => slot !== "subj"), "poss"],
    object: frame.object,
  };
}
