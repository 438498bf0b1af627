import type { EntryKind } from "../model/ledger.ts";
import type { Parties } from "../model/party.ts";
import { overlaps } from "../model/span.ts";
import type { EventType, Statement } from "../model/statement.ts";
import { findPairs, impliedActor, impliedRecipient, isParty, type Names, otherOfEvent, standFor } from "./implied.ts";

/** A statement read as a move of one party towards another. */
export interface Move {
  readonly statement: Statement;
  readonly from: string;
  readonly to: string;
  readonly kind: EntryKind;
  /** Both did it alike (an agreement, a meeting): it can answer either side's ask. */
  readonly mutual: boolean;
  /** The side that the words leave unsaid and its article tells, or null. */
  readonly implied: "from" | "to" | null;
  readonly soft: boolean;
}

const GIFTS: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT", "AID", "COOPERATE", "AGREE"]);
const VERBAL: ReadonlySet<EventType> = new Set(["SAY", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"]);

/** What kind of ledger entry a statement makes. The order of the rules matters: what is done with the act speaks before the act. */
export function kindOf(statement: Statement): EntryKind {
  const { modality, eventType, polarity, condition } = statement;
  if (modality === "refused" || (eventType === "REJECT" && isReal(modality) && polarity === "positive")) return "refused";
  if (modality === "denied") return "said";
  // A gift that a party says it will not give is refused.
  if (polarity === "negative" && (modality === "offered" || modality === "promised") && GIFTS.has(eventType) && eventType !== "AGREE")
    return "refused";
  if (polarity === "negative") return modality === "threatened" ? "threatened" : "said";
  if (modality === "threatened" || (eventType === "THREATEN" && isReal(modality))) return "threatened";
  if (modality === "asked" || (eventType === "REQUEST" && isReal(modality))) return "asked";
  if (modality === "offered") return condition ? "conditional" : "offered";
  if (modality === "promised") return condition ? "conditional" : "promised";
  if (modality === "planned") return statement.plover === "THREATEN" ? "threatened" : "said";
  if (modality === "hypothetical") return "said";
  if (GIFTS.has(eventType)) return "given";
  return VERBAL.has(eventType) ? "said" : "did";
}

function isReal(modality: Statement["modality"]): boolean {
  return modality === "done" || modality === "ongoing";
}

// More sides than this in one statement is a list of states, not a relation of two.
const MOST_SIDES = 8;

/** The moves a statement tells, one for each pair of parties; none where it has no second party. */
export function readMoves(statement: Statement, names: Names): Move[] {
  const { parties } = names;
  const from = lift(statement.actors, statement, parties);
  const to = lift(statement.recipients, statement, parties);
  const mutual = isMutual(statement);
  const kind = kindOf(statement);
  const soft = isSoft(statement, parties);
  const pairs = new Map<string, readonly [string, string]>();
  for (const one of from.slice(0, MOST_SIDES))
    for (const other of to.slice(0, MOST_SIDES)) {
      const stands = standFor(other, one, parties);
      if (stands !== one) pairs.set(`${one}|${stands}`, [one, stands]);
    }
  if (pairs.size === 0 && mutual)
    for (const [i, one] of from.slice(0, MOST_SIDES).entries())
      for (const other of from.slice(i + 1, MOST_SIDES)) pairs.set(`${one}|${other}`, [one, other]);
  let implied: "from" | "to" | null = null;
  if (pairs.size === 0 && to.length === 0)
    for (const one of from.slice(0, MOST_SIDES)) {
      const other = impliedRecipient(statement, kind, one, names) ?? otherOfEvent(statement, one, names);
      if (other) pairs.set(`${one}|${other}`, [one, other]);
      implied = "to";
    }
  if (pairs.size === 0 && from.length === 0)
    for (const one of to.slice(0, MOST_SIDES)) {
      const other = impliedActor(statement, kind, one, names) ?? otherOfEvent(statement, one, names);
      if (other) pairs.set(`${other}|${one}`, [other, one]);
      implied = "from";
    }
  // A relation is between parties: a person or a crowd nobody stands behind has none.
  return [...pairs.values()]
    .filter((pair) => pair.every((id) => isParty(id, parties)))
    .map(([one, other]) => ({ statement, from: one, to: other, kind, mutual, implied, soft }));
}

function isMutual({ eventType, modality }: Statement): boolean {
  return (eventType === "CONSULT" || eventType === "AGREE") && modality !== "asked" && modality !== "refused";
}

/** The moves of all statements, what is left unsaid read from what each article is about. */
export function readAllMoves(statements: readonly Statement[], names: Omit<Names, "pairs">): Move[] {
  const told = new Map<string, (readonly [string, string])[]>();
  const bare = { ...names, pairs: new Map() };
  for (const statement of statements)
    for (const move of readMoves(statement, bare)) {
      const list = told.get(statement.article);
      if (list) list.push([move.from, move.to]);
      else told.set(statement.article, [[move.from, move.to]]);
    }
  const full = { ...names, pairs: findPairs([...names.articles.values()], told, names) };
  const moves = statements.map((one) => readMoves(one, full));
  const pairOf = pairsOfEvents(moves.flat(), names);
  return withoutEchoes(moves.flatMap((own, i) => (own.length > 0 ? own : retold(statements[i]!, pairOf, names))));
}

const WORDED: ReadonlySet<EventType> = new Set(["REQUEST", "THREATEN", "REJECT"]);

/** "If you stay, the port closes, X warned": the warning is the threat it words, not a second one. */
function withoutEchoes(moves: readonly Move[]): Move[] {
  const told = new Map<string, Move[]>();
  const key = ({ statement, from, to, kind }: Move): string => [statement.article, from, to, kind].join("|");
  for (const move of moves) if (!WORDED.has(move.statement.eventType)) told.set(key(move), [...(told.get(key(move)) ?? []), move]);
  return moves.filter(
    ({ statement, ...move }) =>
      !WORDED.has(statement.eventType) || !(told.get(key({ statement, ...move })) ?? []).some((other) => words(statement, other.statement)),
  );
}

/** True where what a verb of asking, threatening or refusing has as its object is an act told beside it, or it has none of its own. */
function words(verbal: Statement, act: Statement): boolean {
  return overlaps(verbal.evidence, act.evidence) && verbal.objects.every((one) => overlaps(one, act.trigger));
}

/** The mover and the other side of each event whose tellings all agree on them, by event id. */
function pairsOfEvents(moves: readonly Move[], names: Omit<Names, "pairs">): ReadonlyMap<string, readonly [string, string]> {
  const pairs = new Map<string, readonly [string, string] | null>();
  for (const { statement, from, to } of moves) {
    const event = names.eventOf.get(statement.id)?.id;
    if (event === undefined) continue;
    const known = pairs.get(event);
    pairs.set(event, known === undefined || (known?.[0] === from && known[1] === to) ? [from, to] : null);
  }
  return new Map([...pairs].flatMap(([event, pair]) => (pair ? [[event, pair] as const] : [])));
}

/** "X dropped the duty": towards whom, another telling of the same event says. */
function retold(statement: Statement, pairOf: ReadonlyMap<string, readonly [string, string]>, names: Omit<Names, "pairs">): Move[] {
  const [from, to] = pairOf.get(names.eventOf.get(statement.id)?.id ?? "") ?? [];
  if (from === undefined || to === undefined || statement.recipients.length > 0) return [];
  if (!lift(statement.actors, statement, names.parties).includes(from)) return [];
  return [
    { statement, from, to, kind: kindOf(statement), mutual: isMutual(statement), implied: "to", soft: isSoft(statement, names.parties) },
  ];
}

/** The parties behind those named; a leader stands for the side he led, and a person without a party only where nobody else is named. */
function lift(who: readonly { readonly actor: string }[], statement: Statement, parties: Parties): string[] {
  const led = new Map(statement.leaders.filter((one) => one.side !== null).map((one) => [one.actor, one.side!]));
  const sides = [...new Set(who.map((one) => parties.party(led.get(one.actor) ?? one.actor)))];
  const real = sides.filter((id) => !isNobody(id, parties));
  const known = real.filter((id) => parties.actor(id)?.kind !== "person" || statement.recipients.some((one) => one.actor === id));
  return known.length > 0 ? known : real;
}

// Prisoners, minorities, reporters: described, of no party and no country; nobody's relation is with them.
function isNobody(id: string, parties: Parties): boolean {
  const actor = parties.actor(id);
  if (!actor || actor.country !== null) return false;
  return actor.kind === "group" || (actor.kind === "person" && !/\p{Lu}/u.test(actor.name));
}

/** True where the words rest on an unnamed or former voice, or are the author's own guess. A fact the author states is not soft. */
function isSoft(statement: Statement, parties: Parties): boolean {
  const speaker = statement.attribution.find((one) => one.kind !== "author");
  if (!speaker) return statement.modality === "hypothetical" || !statement.factuality.value.startsWith("CT");
  if (speaker.kind === "unnamed") return true;
  const roles = speaker.actor ? (parties.actor(speaker.actor)?.roles ?? []) : [];
  return roles.length > 0 && roles.every((role) => role.standing === "former");
}
