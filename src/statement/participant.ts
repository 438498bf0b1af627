import type { Doc, Mention, Participant } from "../model/index.ts";
import { agentOf } from "../syntax/agent.ts";
import { isDate } from "../syntax/date.ts";
import { isStretch } from "../syntax/oblique.ts";
import { casesOf, childOf, childrenOf, hasRelation, lowerAt, subtreeOf } from "../syntax/tree.ts";

/** Mentions of one article by the token that heads them; "both sides" heads several. */
export type MentionIndex = ReadonlyMap<number, readonly Mention[]>;

/** Files mentions under their head token; of those on one head the longest stand, and of "the X and Y governments" both. */
export function indexMentions(mentions: readonly Mention[]): MentionIndex {
  const index = new Map<number, readonly Mention[]>();
  for (const m of mentions) {
    const known = index.get(m.head) ?? [];
    const longer = m.end - m.start - (known[0] ? known[0].end - known[0].start : 0);
    const shared = [m, ...known].some((one) => one.rule.startsWith("shared."));
    if (known.length === 0 || (longer > 0 && !shared)) index.set(m.head, [m]);
    else if (longer === 0 || shared) index.set(m.head, [...known, m]);
  }
  return index;
}

/** Who and what has to do with somebody and does not act for them: "X's critics", "a city of X" are not X. */
const APART = new Set(
  "supporter critic opponent rival enemy foe ally victim voter neighbour neighbor brother sister wife husband son daughter father mother family relative friend fan partner survivor backer rebel attacker descendant associate girlfriend boyfriend grandson granddaughter city town village district province region county municipality company firm airline newspaper broadcaster magazine immigrant migrant refugee emigrant defector exile media press television radio outlet website club university school hospital church client affiliate offshoot mayor councillor resident creditor lender shareholder investor bondholder part".split(
    " ",
  ),
);

/** True for a noun of those who have to do with a party and do not act for it. */
export const isApart = (doc: Doc, token: number): boolean => APART.has(doc.lemma[token] ?? "");

/** Nouns that stand for the party they belong to: what its officials do, it does. */
const INSIDE = ["nmod:poss", "compound", "amod", "nmod"] as const;

function within(doc: Doc, token: number, index: MentionIndex, depth: number): readonly Mention[] {
  const own = index.get(token);
  if (own?.[0] && isLinked(doc, own[0])) return [];
  if (own || token < 0) return (own && (calledBy(doc, token, own, index) ?? listedUnder(doc, token, own, index))) ?? own ?? [];
  if (depth > 2 || isApart(doc, token) || isAgainst(doc, token)) return [];
  const named = childrenOf(doc, token, "flat", "appos")
    .filter((c) => !isOneOfMany(doc, c, index))
    .flatMap((c) => within(doc, c, index, depth + 1));
  if (named.length > 0) return named.slice(0, 1);
  // "X's Central Records Agency", "the X Constitution": a name of its own, which X is only a part of.
  if (doc.upos[token] === "PROPN") return [];
  for (const relation of INSIDE) {
    const owned = childrenOf(doc, token, relation)
      .filter((c) => relation !== "nmod" || belongs(doc, c, depth))
      .flatMap((c) => [c, ...listedWith(doc, c, index)])
      .flatMap((c) => within(doc, c, index, depth + 1));
    if (owned.length > 0) return owned;
  }
  const held = childrenOf(doc, token, "acl")
    .filter((c) => HELD.has(doc.lemma[c] ?? ""))
    .flatMap((c) => within(doc, agentOf(doc, c), index, depth + 1));
  return held;
}

/** "a pro-X crowd", "the X-bound tanker", "X-made shells": a hyphen makes a quality of a party, unless it says who leads, holds or runs the thing. */
function isLinked({ text }: Doc, { start, end }: Mention): boolean {
  const behind = /^-(\p{Ll}+)/u.exec(text.slice(end, end + 24))?.[1];
  return (
    /(?:^|\P{L})(?:pro|anti|non|counter)-$/iu.test(text.slice(Math.max(0, start - 8), start)) || (behind !== undefined && !RUN.has(behind))
  );
}

const RUN = new Set(
  "led run held occupied controlled owned flagged operated administered ruled imposed proposed drafted sponsored registered chaired".split(
    " ",
  ),
);

/** "the island republic, a member of X": the kind it is of is not who it is. */
function isOneOfMany(doc: Doc, token: number, index: MentionIndex): boolean {
  return index.get(token)?.[0]?.form === "description" && /^an?$/.test(lowerAt(doc, childOf(doc, token, "det")));
}

/** "X's opposition units": of X's people those who do not act for it. */
function isAgainst(doc: Doc, token: number): boolean {
  return childrenOf(doc, token, "compound", "amod").some((c) => AGAINST.has(doc.lemma[c] ?? ""));
}

const AGAINST = new Set(["opposition", "rebel", "insurgent", "separatist", "dissident"]);

/** "one of its brewers, X": people and bodies of no party whose name stands beside them are called by it; else null. */
function calledBy(doc: Doc, token: number, own: readonly Mention[], index: MentionIndex): readonly Mention[] | null {
  if (own[0]?.form === "name" && doc.xpos[token] === "NNPS") return membersNamed(doc, token, index);
  if (!/^(?:group|rest)$/.test(own[0]?.rule ?? "")) return null;
  const beside = childrenOf(doc, token, "appos").flatMap((c) => [c, ...conjunctsBelow(doc, c)]);
  const named = beside.flatMap((c) => (index.get(c) ?? []).filter((m) => m.form === "name"));
  return named.length > 0 ? named : null;
}

/** "two Democrats, X and Y": the persons whose names stand behind a comma are the ones meant, not their party; null where others stand there too. */
function membersNamed(doc: Doc, token: number, index: MentionIndex): readonly Mention[] | null {
  const listed = childrenOf(doc, token, "appos", "conj").flatMap((c) => [c, ...conjunctsBelow(doc, c)]);
  const named = listed.flatMap((c) => (index.get(c) ?? []).filter((m) => m.rule === "person"));
  const [first] = listed;
  if (first === undefined || first < token || childOf(doc, first, "cc") >= 0 || named.length < listed.length) return null;
  return named;
}

/** The rule of a mention that describes people who act for a party. */
const OFFICIALS = "group.party";

/** "the leaders of X, Y and Z" act for all of them; null where they are of one, or act for nobody. */
function listedUnder(doc: Doc, token: number, own: readonly Mention[], index: MentionIndex): readonly Mention[] | null {
  // "the armies of X and Y"
  const many = own[0]?.form === "description" && doc.xpos[token] === "NNS";
  if (own[0]?.rule !== OFFICIALS && !many) return null;
  // "deputy prime ministers of X and Y": a parser may make the first word of the phrase its head.
  const ends = own[0] ? [token, lastToken(doc, token, own[0])] : [token];
  const first = ends.flatMap((t) => childrenOf(doc, t, "nmod")).find((c) => belongs(doc, c) && index.get(c)?.[0]?.form === "name");
  // "the leaders of X, Y and Z": a parser may take "Y and Z" for another name of the leaders.
  const aside = ends.flatMap((t) => childrenOf(doc, t, "appos")).filter((c) => first !== undefined && c > first && doc.upos[c] === "PROPN");
  const all =
    first === undefined
      ? []
      : [first, ...listedWith(doc, first, index), ...aside.flatMap((c) => [c, ...childrenOf(doc, c, "conj")])]
          .flatMap((c) => index.get(c) ?? [])
          .filter((m) => m.rule !== "group");
  return new Set(all.map((m) => m.actor)).size > 1 ? all : null;
}

/** The last token of a mention that begins at or before `token`. */
function lastToken(doc: Doc, token: number, mention: Mention): number {
  let last = token;
  while (last + 1 < doc.length && doc.end[last + 1]! <= mention.end) last++;
  return last;
}

/** "positions held by X", "tariffs imposed by X": the phrase is X's. */
const HELD = new Set(["hold", "control", "occupy", "man", "defend", "impose", "run", "own", "back", "set"]);

/** "members of X", "officials from X": the phrase belongs to X; "the fall of imports from X", "a road from X to Y" does not. */
function belongs(doc: Doc, token: number, depth = 0): boolean {
  return casesOf(doc, token).some((c) => c === "of" || (c === "from" && depth === 0 && !isStretch(doc, token) && !isAcross(doc, token)));
}

/** "engineers from across X": they come from anywhere in it and act for nobody. */
const isAcross = (doc: Doc, token: number): boolean =>
  casesOf(doc, token).some((c) => c === "across" || c === "around" || c === "throughout");

/** What is coordinated with a token. "X, Y and Z" is one list, also where a parser takes "Y and Z" for another name of X. */
function listedWith(doc: Doc, token: number, index: MentionIndex): readonly number[] {
  // "the chair A and the minister B": a parser may join the second to a part of the first.
  const parts = [...childrenOf(doc, token, "flat"), ...namesOf(doc, token, index)].flatMap((c) => childrenOf(doc, c, "conj"));
  const joined = [...childrenOf(doc, token, "conj"), ...parts]
    // "with X and at Y": where it is done is nobody more.
    .filter((c) => !casesOf(doc, c).some((k) => WHERE.has(k)) || casesOf(doc, token).some((k) => WHERE.has(k)))
    // "X and Y, though not part of Z's talks": an aside is nobody more.
    .filter((c) => !isOfApposition(doc, token, c) && childOf(doc, c, "mark") < 0 && !isOfOwner(doc, token, c) && !isOfAll(doc, token, c))
    .flatMap((c) => [c, ...(doc.upos[c] === "PROPN" ? chainOf(doc, c) : [])]);
  const own = index.get(token)?.[0];
  if (!own) return joined;
  const later = datedWith(doc, token, index);
  if (later.length > 0) return [...joined, ...later];
  const second = secondSubject(doc, token);
  if (joined.length === 0 && second >= 0 && index.get(second)?.every((m) => m.actor !== own.actor && m.start > own.end))
    return [second, ...childrenOf(doc, second, "conj")];
  const aside = childrenOf(doc, token, "appos", "nmod:unmarked").find(
    (c) => index.get(c)?.some((m) => m.actor !== own.actor && m.form === "name") || isListed(doc, token, c),
  );
  if (joined.length > 0) return aside !== undefined && own.form === "name" && aside < joined[0]! ? [aside, ...joined] : joined;
  // "the Chile - Peru talks"
  const hyphen = [token + 1, token - 1].find((t) => /^[-–—/]$/.test(doc.text.slice(doc.start[t], doc.end[t])));
  const beside = hyphen === undefined ? -1 : 2 * hyphen - token;
  const paired = hasRelation(doc, token, "compound") && (doc.head[beside] === doc.head[token] || doc.head[beside] === token);
  if (paired && index.has(beside)) return [beside];
  const more = aside === undefined || own.form !== "name" ? [] : childrenOf(doc, aside, "conj").filter((c) => index.has(c));
  return aside !== undefined && more.length > 0 ? [aside, ...more] : joined;
}

/** "Secretary of State X": the name that a parser hung on the title, which is one mention more of the same. */
function namesOf(doc: Doc, token: number, index: MentionIndex): readonly number[] {
  const title = index.get(token)?.[0];
  if (title?.form !== "description") return [];
  return childrenOf(doc, token, "nmod", "appos").filter((c) => index.get(c)?.some((m) => m.form === "name" && m.actor === title.actor));
}

/** "X, Y and Z met", "X and the Y-backed rebels met": what a parser took for a second subject of the verb, with nothing between but "and" or the comma of a list; or -1. */
function secondSubject(doc: Doc, token: number): number {
  if (!hasRelation(doc, token, "nsubj")) return -1;
  const second = childrenOf(doc, doc.head[token] ?? -1, "nsubj").find((t) => t > token) ?? -1;
  const first = second < 0 ? -1 : Math.min(...subtreeOf(doc, second));
  const own = subtreeOf(doc, token).filter((t) => doc.upos[t] !== "PUNCT");
  // "The men taken by X return and Y is beaten": a clause behind the first may have run on.
  if (own.some((t) => t > token && doc.upos[t] === "VERB")) return -1;
  const between =
    first < 0 ? [] : [...Array(Math.max(0, first - Math.max(...own) - 1)).keys()].map((i) => lowerAt(doc, Math.max(...own) + 1 + i));
  const and = first >= 0 && (between.includes("and") || lowerAt(doc, first) === "and");
  const goesOn = between.join() === "," && childrenOf(doc, second, "conj").some((c) => childOf(doc, c, "cc") >= 0);
  return (and && between.length < 2) || goesOn ? second : -1;
}

/** "X, the wider bloc and the Y government are": a parser takes "the wider bloc" for another name of X; such a one ends with a comma. */
function isListed(doc: Doc, name: number, other: number): boolean {
  const last = childrenOf(doc, other, "conj").find((c) => childOf(doc, c, "cc") >= 0);
  const phrase = last === undefined ? [] : subtreeOf(doc, last);
  const next = Math.max(-1, ...phrase) + 1;
  const verb = doc.head[name] ?? -1;
  return (
    last !== undefined && hasRelation(doc, name, "nsubj") && next < verb && doc.upos[next] !== "PUNCT" && next > name && isMany(doc, verb)
  );
}

/** True for "are", "have" and "agree" with a subject of several. */
function isMany(doc: Doc, verb: number): boolean {
  return [verb, ...childrenOf(doc, verb, "aux", "cop")].some((t) => doc.xpos[t] === "VBP" || lowerAt(doc, t) === "were");
}

const WHERE = new Set(["at", "in", "near"]);

/** "visited X on 4 May and Y on 6 May", "travels to X on May 4 and to Y": parsers join the second to the first day. */
function datedWith(doc: Doc, token: number, index: MentionIndex): readonly number[] {
  if (!hasRelation(doc, token, "obj", "obl", "nmod")) return [];
  const cases = casesOf(doc, token).join();
  return [...childrenOf(doc, doc.head[token] ?? -1, "obl"), ...childrenOf(doc, token, "nmod")]
    .filter((day) => day > token && isDate(doc, day))
    .flatMap((day) => childrenOf(doc, day, "conj"))
    .filter((c) => index.get(c)?.[0]?.form === "name" && (casesOf(doc, c).join() || cases) === cases);
}

/** What hangs on a token as its next in a list, one on the other: "X, Y, Z and W". */
function chainOf(doc: Doc, token: number): readonly number[] {
  return childrenOf(doc, token, "conj").flatMap((c) => [c, ...(c > token ? chainOf(doc, c) : [])]);
}

/** "A, the leader of X and the only politician of Y": a second description of A, whatever the parser joined it to. */
function isOfApposition(doc: Doc, token: number, other: number): boolean {
  const and = childOf(doc, other, "cc");
  const described = childrenOf(doc, token, "appos").some((a) => doc.upos[a] === "NOUN" && a < other);
  return described && doc.upos[other] === "NOUN" && and > 0 && doc.upos[and - 1] !== "PUNCT";
}

/** "the mayors of X and Y", "critics of X and Y": a parser may join Y to those who are apart from X. */
function isOfOwner(doc: Doc, token: number, other: number): boolean {
  const plural = doc.xpos[token] === "NNS" && APART.has(doc.lemma[token] ?? "");
  return plural && doc.upos[other] === "PROPN" && childrenOf(doc, token, "nmod").some((c) => c < other && doc.upos[c] === "PROPN");
}

/** "X and Y, allies of Z": behind the last of a list of names, a noun without "and" describes them. */
function isOfAll(doc: Doc, token: number, other: number): boolean {
  if (doc.upos[token] !== "PROPN" || doc.xpos[other] !== "NNS" || childOf(doc, other, "cc") >= 0) return false;
  if (childOf(doc, other, "punct") < 0) return false;
  return childrenOf(doc, token, "conj").some((c) => c < other && doc.upos[c] === "PROPN" && childOf(doc, c, "cc") >= 0);
}

/** "Danish and Norwegian officials": those of the second are told by its adjective. */
function sharedWith(doc: Doc, token: number, index: MentionIndex): readonly number[] {
  const own = index.get(token)?.[0];
  if (!own?.rule.startsWith("shared.")) return [];
  const adjectives = childrenOf(doc, token, "amod", "compound").flatMap((c) => childrenOf(doc, c, "conj"));
  return adjectives.filter((c) => index.get(c)?.[0]?.end === own.end);
}

/** Everyone a role token names, coordination included: "X and Y" gives both. Empty where the words name nobody known. */
export function participantsAt(doc: Doc, token: number, index: MentionIndex): readonly Participant[] {
  if (token < 0) return [];
  const examples = examplesOf(doc, token, index);
  if (examples.length > 0) return participantsOn(doc, examples, index);
  const joined = [...listedWith(doc, token, index), ...sharedWith(doc, token, index)];
  return participantsOn(doc, [token, ...joined], index);
}

/** Words for parties of one kind, whose names may follow them. */
const KINDS = /^(?:state|country|nation|government|member|ally|power|neighbour|neighbor|capital)$/;
const EXAMPLES = new Set(["such as", "including", "like"]);
const PICKING = new Set(["notably", "including", "namely", "especially", "particularly"]);

/** "states such as X and Y", "allies, notably X": the names that follow say who of them is known. */
function examplesOf(doc: Doc, token: number, index: MentionIndex): readonly number[] {
  if (doc.xpos[token] !== "NNS" || !KINDS.test(doc.lemma[token] ?? "")) return [];
  const picked = childrenOf(doc, token, "nmod", "conj", "appos").find(
    (c) =>
      c > token &&
      index.get(c)?.[0]?.form === "name" &&
      (casesOf(doc, c).some((k) => EXAMPLES.has(k)) || childrenOf(doc, c, "advmod", "case").some((a) => PICKING.has(lowerAt(doc, a)))),
  );
  return picked === undefined
    ? []
    : [picked, ...conjunctsBelow(doc, picked), ...(hasRelation(doc, picked, "conj") ? after(doc, token, picked) : [])];
}

const conjunctsBelow = (doc: Doc, token: number): readonly number[] =>
  childrenOf(doc, token, "conj").flatMap((c) => [c, ...conjunctsBelow(doc, c)]);

/** What is coordinated with a token behind one of its conjuncts. */
const after = (doc: Doc, token: number, first: number): readonly number[] =>
  childrenOf(doc, token, "conj")
    .filter((c) => c > first)
    .flatMap((c) => [c, ...conjunctsBelow(doc, c)]);

function participantsOn(doc: Doc, tokens: readonly number[], index: MentionIndex): readonly Participant[] {
  const seen = new Set<string>();
  const found: Participant[] = [];
  for (const mention of tokens.flatMap((t) => within(doc, t, index, 0))) {
    if (seen.has(mention.actor)) continue;
    seen.add(mention.actor);
    found.push({ actor: mention.actor, start: mention.start, end: mention.end });
  }
  return found;
}
