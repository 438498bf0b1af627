import type { Article } from "../model/article.ts";
import type { Event } from "../model/event.ts";
import type { EntryKind } from "../model/ledger.ts";
import type { Parties } from "../model/party.ts";
import type { Span } from "../model/span.ts";
import type { EventType, Statement } from "../model/statement.ts";
import { wordsOf } from "../text/words.ts";

/** What names in a text can be looked up by. */
export interface Names {
  readonly parties: Parties;
  /** Actor ids by each lower-case form of their names. */
  readonly forms: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, Article>;
  /** The event of each statement, where it has one. */
  readonly eventOf: ReadonlyMap<string, Event>;
  /** The two parties an article is about, by article id. */
  readonly pairs: ReadonlyMap<string, readonly [string, string]>;
}

/** A foreigner who belongs to no party stands for his state: who frees an American moves towards the United States. */
export function standFor(id: string, against: string, parties: Parties): string {
  const actor = parties.actor(id);
  if (!actor || (actor.kind !== "person" && actor.kind !== "group")) return id;
  const country = parties.country(id);
  const state = country === null ? null : parties.stateOf(country);
  return state !== null && country !== parties.country(against) ? state : id;
}

/** The other parties named in stretches of an article, in order of first naming. */
export function partiesNamed(article: string, spans: readonly Span[], from: string, names: Names): string[] {
  const text = names.articles.get(article)?.text;
  if (text === undefined) return [];
  const found = new Set<string>();
  for (const span of spans) {
    const words = wordsOf(text.slice(span.start, span.end)).map((word) => word.replace(/['’]s?$/, ""));
    for (let i = 0; i < words.length; i++)
      for (let n = Math.min(4, words.length - i); n >= 1; n--) {
        const id = names.forms.get(words.slice(i, i + n).join(" "));
        if (id === undefined) continue;
        const stands = standFor(names.parties.party(id), from, names.parties);
        if (stands !== from && isParty(stands, names.parties)) found.add(stands);
        i += n - 1;
        break;
      }
  }
  return [...found];
}

/** True where the actor is a state, a government, a movement or an organisation. */
export function isParty(id: string, parties: Parties): boolean {
  const kind = parties.actor(id)?.kind;
  return kind === "state" || kind === "movement" || kind === "organisation" || kind === "government";
}

// What a party says it wants or will do is meant for someone; what it did may have been meant for no one.
const MEANT: ReadonlySet<EntryKind> = new Set(["asked", "offered", "conditional", "promised", "threatened", "refused"]);

const GIVEN: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT"]);

// A threat that is only supposed is meant for someone too.
const ADDRESSED: ReadonlySet<EventType> = new Set(["THREATEN", "REQUEST", "REJECT"]);

/**
 * Whom a move without a recipient was meant for: the one other party its objects name, or its sentence, or, for words that are always meant for someone,
 * the other of the two parties its article is about. Null where none of them tells.
 */
export function impliedRecipient(statement: Statement, kind: EntryKind, from: string, names: Names): string | null {
  const supposed = kind === "said" && (statement.modality === "hypothetical" || statement.modality === "planned");
  const meant = MEANT.has(kind) || (supposed && ADDRESSED.has(statement.eventType));
  if (!meant && kind !== "given" && !supposed) return null;
  const inObjects = partiesNamed(statement.article, statement.objects, from, names);
  if (inObjects.length === 1) return inObjects[0]!;
  const pair = names.pairs.get(statement.article);
  const other = pair?.includes(from) ? (pair[0] === from ? pair[1] : pair[0]) : null;
  const inSentence = partiesNamed(statement.article, [statement.evidence], from, names);
  if (inSentence.length === 1 && (meant || inSentence[0] === other)) return inSentence[0]!;
  // "X will withdraw its tariff": a gift announced is meant for whom the article deals with beside X.
  const announced = supposed && statement.modality === "planned" && GIVEN.has(statement.eventType);
  if (!meant && !announced) return null;
  return other !== null && (inSentence.length === 0 || inSentence.includes(other)) ? other : null;
}

/** The one other party of the statement's event, as its other tellings name it; null where there is none or several. */
export function otherOfEvent(statement: Statement, one: string, names: Names): string | null {
  const event = names.eventOf.get(statement.id);
  if (!event || event.statements.length < 2) return null;
  const others = [...new Set([...event.actors, ...event.recipients])].filter((id) => id !== one && isParty(id, names.parties));
  return others.length === 1 ? others[0]! : null;
}

/** Who asked or offered where the words leave it out ("the X were told to …"): the other of the two parties the article is about. */
export function impliedActor(statement: Statement, kind: EntryKind, to: string, names: Names): string | null {
  if (kind !== "asked" && kind !== "offered" && kind !== "conditional" && kind !== "given") return null;
  const pair = names.pairs.get(statement.article);
  if (!pair?.includes(to)) return null;
  const other = pair[0] === to ? pair[1] : pair[0];
  const named = partiesNamed(statement.article, [statement.evidence], to, names);
  // Who gave is told by the sentence or not at all.
  return (named.length === 0 && kind !== "given") || named.includes(other) ? other : null;
}

/** The two parties an article is about: named together in its headline, or those of two fifths of its moves, two at the least. */
export function findPairs(
  articles: readonly Article[],
  told: ReadonlyMap<string, readonly (readonly [string, string])[]>,
  names: Omit<Names, "pairs">,
): ReadonlyMap<string, readonly [string, string]> {
  const pairs = new Map<string, readonly [string, string]>();
  for (const article of articles) {
    const counts = new Map<string, number>();
    let total = 0;
    for (const [one, other] of told.get(article.id) ?? []) {
      const key = [one, other].sort().join("|");
      counts.set(key, (counts.get(key) ?? 0) + 1);
      total++;
    }
    const headline = namedInHeadline(article, names);
    if (headline) {
      pairs.set(article.id, headline);
      continue;
    }
    const [best, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (!best || best[1] < 2 || best[1] * 5 < total * 2 || best[1] === second?.[1]) continue;
    const [one = "", other = ""] = best[0].split("|");
    pairs.set(article.id, [one, other]);
  }
  return pairs;
}

function namedInHeadline(article: Article, names: Omit<Names, "pairs">): readonly [string, string] | null {
  const headline = { ...article, text: article.headline };
  const lookup = { ...names, pairs: new Map(), articles: new Map([[article.id, headline]]) };
  const found = partiesNamed(article.id, [{ start: 0, end: article.headline.length }], "", lookup);
  const [one, other, ...more] = found.sort();
  return one !== undefined && other !== undefined && more.length === 0 ? [one, other] : null;
}
