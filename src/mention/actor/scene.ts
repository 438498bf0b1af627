import type { Mention } from "../../model/actor.ts";
import { casesOf, childOf, hasRelation } from "../../syntax/tree.ts";
import { addName, type Cast, meetKnown, type Party } from "./cast.ts";
import { type Memory, recall } from "./memory.ts";
import type { Named } from "./persons.ts";
import type { Item } from "./phrases.ts";
import type { NameUnit } from "./units.ts";
import type { Word, Words } from "./words.ts";

/** A mention whose actor is still a key of the article's cast. */
export interface Draft extends Mention {
  /** Last token of the mention. */
  readonly last: number;
  /** First token of the mention. */
  readonly first: number;
}

/** All that the resolvers of one article share. */
export interface Scene {
  readonly words: Words;
  readonly cast: Cast;
  readonly named: Named;
  /** The state the article deals with above all, or null. */
  readonly home: string | null;
  readonly items: readonly Item[];
  readonly memory: Memory;
  readonly mentions: Draft[];
  /** Head word of a name, run or phrase → who it was resolved to. */
  readonly resolved: Map<number, Party>;
  /** Head words of the phrases that own another one ("army" in "army spokesman"). */
  readonly owning: ReadonlySet<number>;
  /** First word of each name, run or phrase → the longest that begins there. */
  readonly startingAt: ReadonlyMap<number, Item>;
  /** Word after a listed name → that name. */
  readonly nameEndingAt: ReadonlyMap<number, NameUnit>;
  /** Word after a run of capitals → the first word of that run. */
  readonly runEndingAt: ReadonlyMap<number, number>;
  /** Head words of all phrases. */
  readonly phraseHeads: ReadonlySet<number>;
}

/** The token of a run of words that heads it in the tree; the last word's where there is no tree. */
export function headToken(words: Words, first: number, end: number, fallback: number): number {
  const { doc, list } = words;
  const from = list[first]!.token;
  const to = list[end - 1]!.token;
  const head = list[fallback]!.token;
  if (!doc.sentences[doc.sentenceOf[head] ?? 0]?.parsed) return head;
  const leaves = (t: number) => (doc.head[t] ?? -1) < from || (doc.head[t] ?? -1) > to;
  // "the Greek and Turkish ministers": "Turkish" hangs on "Greek", outside the words, and heads nothing.
  if (leaves(head)) for (let t = from; t <= head; t++) if (leaves(t) && doc.upos[t] === "NOUN") return t;
  for (let t = from; t <= to; t++) if (leaves(t) && doc.upos[t] !== "PUNCT" && doc.upos[t] !== "DET") return t;
  return head;
}

/** "Was led on this side by X": the agent of a passive, wherever the tree hangs it. */
function isAgent(words: Words, token: number): boolean {
  const { doc } = words;
  if (!hasRelation(doc, token, "obl", "nmod") || !casesOf(doc, token).includes("by")) return false;
  const up = doc.head[token] ?? -1;
  return [up, doc.head[up] ?? -1].some((verb) => verb >= 0 && doc.relation[verb] === "root" && childOf(doc, verb, "aux:pass") >= 0);
}

/** 2 where the token is the subject or agent of the main clause, 1 of another clause, else 0; without a tree, 1 when no verb stands before it. */
export function subjectRank(words: Words, token: number): number {
  const { doc } = words;
  const sentence = doc.sentences[doc.sentenceOf[token] ?? 0];
  if (sentence?.parsed) {
    let at = token;
    for (let steps = 0; hasRelation(doc, at, "conj", "appos") && steps < 4; steps++) at = doc.head[at]!;
    if (isAgent(words, at)) return 2;
    if (hasRelation(doc, at, "obl") && casesOf(doc, at).includes("according to")) return 2;
    if (!hasRelation(doc, at, "nsubj", "obl:agent")) return 0;
    let verb = doc.head[at] ?? -1;
    while (verb >= 0 && hasRelation(doc, verb, "conj")) verb = doc.head[verb]!;
    return doc.relation[verb] === "root" || hasRelation(doc, verb, "parataxis") ? 2 : 1;
  }
  for (let t = sentence?.first ?? 0; t < token; t++) if (doc.upos[t] === "VERB") return 0;
  return 1;
}

/** "Paz's answer was short": who owns the subject of the main clause is spoken of. */
function ownsSubject({ doc }: Words, token: number): boolean {
  const own = doc.head[token] ?? -1;
  return hasRelation(doc, token, "nmod:poss") && hasRelation(doc, own, "nsubj") && doc.relation[doc.head[own] ?? -1] === "root";
}

/** True when a mention gives its actor a name: names do, and descriptions that hold for this actor alone; "the group" and "its envoy" do not. */
function isName(form: Mention["form"], rule: string, party: Party, text: string): boolean {
  if (form === "pronoun" || /^(?:pronoun|definite|shared|apposition|role|pair)/.test(rule)) return false;
  if (form !== "description") return true;
  // "Its fighters" names the movement no more than "the group" does; a group without a name is called what it is.
  return !party.key.startsWith("person:") && (/\p{Lu}/u.test(text) || /^(?:group|unnamed|office):/.test(party.key));
}

/** Writes down a mention of the words `[first, end)` and keeps its actor in mind. */
export function mention(scene: Scene, party: Party, first: number, end: number, head: number, form: Mention["form"], rule: string): void {
  const { words, mentions, memory } = scene;
  const start = words.list[first]!;
  const last = words.list[end - 1]!;
  const token = headToken(words, first, end, head);
  mentions.push({ start: start.start, end: last.end, actor: party.key, head: token, form, rule, first: start.token, last: last.token });
  const text = words.doc.text.slice(start.start, last.end).replace(/[[\]]/g, "");
  if (isName(form, rule, party, text)) addName(party, text);
  recall(
    memory,
    party,
    start.sentence,
    subjectRank(words, token) || (party.kind === "person" && form === "possessive" && ownsSubject(words, token) ? 1 : 0),
    rule === "owner" || rule === "origin" ? 0.5 : rule === "name.place" ? 0.75 : 1,
  );
}

/** The party under a key, brought in from the lexicon where the article has not met it. */
export function partyAt(cast: Cast, key: string): Party {
  return cast.parties.get(key) ?? meetKnown(cast, key);
}

/** The word before, when it stands in the same sentence. */
export function wordBefore(list: readonly Word[], at: number): Word | undefined {
  const word = list[at - 1];
  return word !== undefined && word.sentence === list[at]?.sentence ? word : undefined;
}

/** The word after, when it stands in the same sentence. */
export function wordAfter(list: readonly Word[], end: number): Word | undefined {
  const word = list[end];
  return word !== undefined && word.sentence === list[end - 1]?.sentence ? word : undefined;
}
