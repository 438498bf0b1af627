import type { ActLexicon } from "../lexicon/acts.ts";
import type { CertaintyLexicon } from "../lexicon/certainty.ts";
import type { ControlLexicon } from "../lexicon/control.ts";
import type { CueLexicon } from "../lexicon/cues.ts";
import type { ActIssues, IssueLexicon } from "../lexicon/issues.ts";
import type { OutcomeLexicon } from "../lexicon/outcomes.ts";
import type { ViewTable } from "../lexicon/plover.ts";
import type { TrustWeights } from "../lexicon/trust.ts";
import type { Actor, Article, Doc, Mention, Quantity, Span, Statement, Time } from "../model/index.ts";
import { childrenOf, lowerAt } from "../syntax/tree.ts";
import { readEveryAct } from "./act/read.ts";
import { carryIssues } from "./carry.ts";
import { insideCondition } from "./condition/inside.ts";
import { fillCounterparts } from "./counterpart.ts";
import { dropDoubted } from "./doubt.ts";
import { type Draft, draftStatement } from "./draft.ts";
import { readDue } from "./due.ts";
import { leadAsAct, readLeaders } from "./leader.ts";
import { indexMentions } from "./participant.ts";
import { tieReferences } from "./refer.ts";
import { settle } from "./settle.ts";
import { readSpoken } from "./spoken.ts";
import { strayedPronouns } from "./strayed.ts";
import { weighTrust } from "./trust.ts";
import { layQuotes } from "./voice/quoted.ts";
import { findQuotes } from "./voice/quotes.ts";
import { datelineEnd } from "./voice/speaker.ts";
import { findUnclaimed } from "./voice/unclaimed.ts";
import { readVoices } from "./voice/voices.ts";

/** One article, read: what the stages before have found in it. Quantities are those of the whole analysis, `firstQuantity` the index of this article's first. */
export interface ArticleReading {
  readonly article: Article;
  readonly doc: Doc;
  readonly mentions: readonly Mention[];
  readonly times: readonly Time[];
  readonly quantities: readonly Quantity[];
  readonly firstQuantity: number;
}

/** The word tables that statements are read with. */
export interface StatementLexicons {
  readonly acts: ActLexicon;
  readonly certainty: CertaintyLexicon;
  readonly control: ControlLexicon;
  readonly cues: CueLexicon;
  readonly issues: IssueLexicon;
  readonly actIssues: ActIssues;
  readonly outcomes: OutcomeLexicon;
  readonly views: ViewTable;
  readonly trust: TrustWeights;
}

/** What is known of an article while its statements are read. */
export interface Scene extends ArticleReading {
  readonly lexicons: StatementLexicons;
  /** Mentions by their head, those of states as mere places left out. */
  readonly index: ReturnType<typeof indexMentions>;
  /** States named as places: "in X". They take part only in what is done there to them: a visit, an attack. */
  readonly hosts: ReturnType<typeof indexMentions>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly voices: ReturnType<typeof readVoices>;
  /** Speech in quotation marks that none of the voices takes up. */
  readonly unclaimed: readonly Span[];
  readonly leads: ReturnType<typeof readLeaders>;
}

/** The rules of mentions that only say where, or whose goods or ground it is. */
const PLACES = new Set(["name.place", "land", "origin"]);

/** "pro-X", "anti-X", "counter-X": what leans so is not X. */
const LEANING = /\b(?:pro|anti|counter)[-–]$/i;

/** "these Democrats": some who were told of before, not their party. */
function isPointedAt(doc: Doc, { form, head }: Mention): boolean {
  return (
    form === "name" && doc.xpos[head] === "NNPS" && childrenOf(doc, head, "det").some((d) => /^(?:these|those)$/.test(lowerAt(doc, d)))
  );
}

/** "QUITO, Ecuador (Agency) _ Thieves …": where a report was written and who wires it take no part in it. */
function isInDateline(doc: Doc, token: number): boolean {
  const { first } = doc.sentences[doc.sentenceOf[token] ?? 0]!;
  const end = datelineEnd(doc, token);
  return token < end && doc.text.slice(doc.start[first], doc.start[end - 1]).includes("(");
}

/** Who did, asked, offered or threatened what to whom in one article, in the order of its text. */
export function readStatements(
  reading: ArticleReading,
  actors: ReadonlyMap<string, Actor>,
  lexicons: StatementLexicons,
): readonly Statement[] {
  const { scene, drafts } = readDrafts(reading, actors, lexicons);
  return settle(scene, carryIssues(scene, weighTrust(scene, drafts)));
}

/** All readings of one article, before they are weighed. Acts that stand inside a condition or a question make none. */
function readDrafts(
  reading: ArticleReading,
  actors: ReadonlyMap<string, Actor>,
  lexicons: StatementLexicons,
): { readonly scene: Scene; readonly drafts: readonly Draft[] } {
  const { doc } = reading;
  const voices = readVoices(doc, lexicons.cues);
  const strayed = strayedPronouns(doc, reading.mentions, voices);
  const taking = (m: Mention) =>
    !PLACES.has(m.rule) &&
    !LEANING.test(doc.text.slice(Math.max(0, m.start - 9), m.start)) &&
    !isInDateline(doc, m.head) &&
    !isPointedAt(doc, m) &&
    !strayed.has(m);
  const index = indexMentions(reading.mentions.filter(taking));
  const hosts = indexMentions(reading.mentions.filter((m) => PLACES.has(m.rule)));
  const scene: Scene = {
    ...reading,
    lexicons,
    index,
    hosts,
    actors,
    voices,
    unclaimed: findUnclaimed(doc, layQuotes(doc, findQuotes(doc)), voices),
    leads: readLeaders(doc, index, hosts, lexicons.acts.sets),
  };
  const acts = readEveryAct(doc, lexicons.acts);
  const told = new Set(acts.filter((a) => a.givesWayTo.length === 0).flatMap((a) => [a.trigger, ...a.words]));
  const led = scene.leads
    .filter((l) => !told.has(l.trigger) && !told.has(l.led))
    .flatMap((l) => leadAsAct(doc, l, lexicons.acts.sets) ?? []);
  const known = new Set([...told, ...led.map((l) => l.trigger)]);
  const spoken = readSpoken(doc, scene.voices, known, lexicons.outcomes);
  const due = readDue(doc, scene.voices, new Set([...known, ...spoken.map((s) => s.trigger)]));
  const drafts = [...acts, ...led, ...spoken, ...due]
    .filter((act) => !isInName(doc, act.trigger))
    .filter((act) => (act.rules[0] === "act.spoken.told" || !insideCondition(doc, act.trigger)) && !isAsked(doc, act.trigger))
    .flatMap((act) => draftStatement(scene, act) ?? [])
    .filter((draft, _at, all) => !givesWay(draft, all));
  return { scene, drafts: dropDoubted(scene, fillCounterparts(scene, tieReferences(scene, drafts))) };
}

/** "asked them to withdraw": the withdrawal tells that it was asked, unless it makes no statement; then the asking counts. */
function givesWay({ act }: Draft, all: readonly Draft[]): boolean {
  return all.some((d) => act.givesWayTo.includes(d.act.trigger));
}

/** The "Alliance" of a party's name is no alliance made. */
function isInName(doc: Doc, token: number): boolean {
  return (
    doc.upos[token] === "PROPN" && doc.names.some((n) => n.kind !== "place" && n.first <= token && token < n.end && n.end - n.first > 1)
  );
}

const ASKING = /^(?:how|why|what|when|where|who|is|are|was|were|do|does|did|will|would|can|could|should|may|has|have)$/;

/** "asking whether X could say that Y would …" */
const WHETHER = /\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|question(?:s|ed|ing)?)\b[^,;.]*\bwhether\b[^,;.]*$/i;

/** A question tells nothing. One that ran into the words behind it ends at its mark; so does one inside a quotation. */
function isAsked(doc: Doc, token: number): boolean {
  const { first, end } = doc.sentences[doc.sentenceOf[token] ?? 0]!;
  const text = doc.text.slice(doc.start[first], doc.end[end - 1]).trimEnd();
  if (text.endsWith("?") || (ASKING.test(lowerAt(doc, first)) && doc.text.slice(doc.start[token], doc.end[end - 1]).includes("?")))
    return true;
  if (WHETHER.test(doc.text.slice(doc.start[first], doc.start[token]))) return true;
  // "will they go on with it until …?": the helper stands before its subject.
  const subject = childrenOf(doc, token, "nsubj")[0] ?? -1;
  const inverted = subject > 0 && doc.upos[subject] === "PRON" && childrenOf(doc, token, "aux").includes(subject - 1);
  const behind = /^[^.!"”“]*\?/.test(doc.text.slice(doc.start[token], doc.end[end - 1]));
  const opening = doc.text.slice(doc.start[first], doc.start[token]).match(/.*["“]\s*(\w+)[^"”“]*$/s)?.[1];
  return behind && (inverted || (opening !== undefined && ASKING.test(opening.toLowerCase())));
}
