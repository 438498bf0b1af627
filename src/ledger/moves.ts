import type { Article } from "../model/article.ts";
import type { EntryKind } from "../model/ledger.ts";
import type { Parties } from "../model/party.ts";
import type { EventType, Statement } from "../model/statement.ts";
import { wordsOf } from "../text/words.ts";

/** A statement read as a move of one party towards another. */
export interface Move {
  readonly statement: Statement;
  readonly from: string;
  readonly to: string;
  readonly kind: EntryKind;
  /** Both did it alike (an agreement, a meeting): it can answer either side's ask. */
  readonly mutual: boolean;
  readonly soft: boolean;
}

const GIFTS: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT", "AID", "COOPERATE", "AGREE"]);
const VERBAL: ReadonlySet<EventType> = new Set(["SAY", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"]);

/** What kind of ledger entry a statement makes. The order of the rules matters: what is done with the act speaks before the act. */
export function kindOf(statement: Statement): EntryKind {
  const { modality, eventType, polarity, condition } = statement;
  if (modality === "refused" || (eventType === "REJECT" && isReal(modality) && polarity === "positive")) return "refused";
  if (modality === "denied") return "said";
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

/** Everything the reading of moves needs. */
export interface Reading {
  readonly parties: Parties;
  /** Actor ids by each lower-case form, for words that name whom a thing given concerned. */
  readonly forms: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, Article>;
}

// More sides than this in one statement is a list of states, not a relation of two.
const MOST_SIDES = 8;

/** The moves a statement tells, one for each pair of parties; none where it has no second party. */
export function readMoves(statement: Statement, reading: Reading): Move[] {
  const { parties } = reading;
  const from = lift(
    statement.actors.map((one) => one.actor),
    parties,
  );
  const to = lift(
    statement.recipients.map((one) => one.actor),
    parties,
  );
  const mutual =
    (statement.eventType === "CONSULT" || statement.eventType === "AGREE") &&
    statement.modality !== "asked" &&
    statement.modality !== "refused";
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
  if (pairs.size === 0 && to.length === 0)
    for (const one of from.slice(0, MOST_SIDES)) {
      const other = concerned(statement, one, reading);
      if (other) pairs.set(`${one}|${other}`, [one, other]);
    }
  return [...pairs.values()].map(([one, other]) => ({ statement, from: one, to: other, kind, mutual, soft }));
}

function lift(ids: readonly string[], parties: Parties): string[] {
  return [...new Set(ids.map(parties.party))];
}

/** A foreigner who belongs to no party stands for his state: who frees an American moves towards the United States. */
function standFor(id: string, against: string, parties: Parties): string {
  const actor = parties.actor(id);
  if (!actor || (actor.kind !== "person" && actor.kind !== "group")) return id;
  const country = parties.country(id);
  const state = country === null ? null : parties.stateOf(country);
  return state !== null && country !== parties.country(against) ? state : id;
}

const CONCERNING: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT", "AID", "COERCE", "SANCTION"]);

/** Whom an act without a recipient concerned, by the names inside its objects ("the American citizen …"), or null. */
function concerned(statement: Statement, from: string, reading: Reading): string | null {
  const text = reading.articles.get(statement.article)?.text;
  if (text === undefined || !CONCERNING.has(statement.eventType)) return null;
  for (const span of statement.objects) {
    const words = wordsOf(text.slice(span.start, span.end));
    for (let i = 0; i < words.length; i++)
      for (let n = Math.min(4, words.length - i); n >= 1; n--) {
        const id = reading.forms.get(words.slice(i, i + n).join(" "));
        if (id === undefined) continue;
        const stands = standFor(reading.parties.party(id), from, reading.parties);
        if (stands !== from) return stands;
      }
  }
  return null;
}

/** True where the words rest on an unnamed or former voice, or are the author's own guess. A fact the author states is not soft. */
function isSoft(statement: Statement, parties: Parties): boolean {
  const speaker = statement.attribution.find((one) => one.kind !== "author");
  if (!speaker) return statement.modality === "hypothetical" || !statement.factuality.value.startsWith("CT");
  if (speaker.kind === "unnamed") return true;
  const roles = speaker.actor ? (parties.actor(speaker.actor)?.roles ?? []) : [];
  return roles.length > 0 && roles.every((role) => role.standing === "former");
}
