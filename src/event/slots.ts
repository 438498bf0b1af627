import type { EventTables } from "../lexicon/events.ts";
import type { Parties } from "../model/party.ts";
import type { Span } from "../model/span.ts";
import type { Quantity } from "../model/values.ts";
import type { Interval } from "../text/interval.ts";
import { stem, wordsOf } from "../text/words.ts";
import type { Place } from "./places.ts";
import { sentenceAfter } from "./sequel.ts";
import { isCrowd, type Telling } from "./telling.ts";

/** What one telling puts into one slot. */
export interface Filler {
  readonly slot: string;
  /** Party id of the side the slot is about, or null. */
  readonly side: string | null;
  /** For people an actor id, for times EDTF, else words of the text. */
  readonly value: string;
  readonly statement: string;
  /** The party in whose words alone this is told, or null for the publisher's own voice or a third one. */
  readonly voice: string | null;
  /** The party of the innermost speaker known by name, whoever it is, or null. */
  readonly source: string | null;
  readonly published: Interval | null;
  readonly content: Content;
}

/** The comparable side of a filler. */
export type Content =
  | { readonly kind: "actor"; readonly denied: boolean }
  | { readonly kind: "time"; readonly interval: Interval }
  | { readonly kind: "number"; readonly quantity: Quantity; readonly unit: string; readonly near: boolean; readonly inside: boolean }
  | { readonly kind: "words"; readonly words: ReadonlySet<string> }
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "nothing" }
  | { readonly kind: "certainty"; readonly level: "stated" | "uncertain" | "denied" };

interface Making {
  readonly telling: Telling;
  readonly parties: Parties;
  readonly tables: EventTables;
  readonly voice: string | null;
  readonly source: string | null;
}

/** Reads what a telling says of its event, slot by slot. `sides` are the parties of the event. */
export function readFillers(telling: Telling, sides: ReadonlySet<string>, parties: Parties, tables: EventTables): Filler[] {
  const source = sourceOf(telling, parties);
  const making = { telling, parties, tables, source, voice: isParty(source, telling, sides, parties) ? source : null };
  return [
    ...(telling.mutual
      ? people("participants", [...telling.statement.actors, ...telling.statement.recipients], making)
      : [
          ...people(
            "actors",
            telling.statement.actors.filter((one) => !telling.named.has(one.actor)),
            making,
          ),
          ...people("recipients", telling.statement.recipients, making),
        ]),
    ...people("mediator", telling.statement.mediators, making),
    ...leaders(making, sides),
    ...[...telling.named].map((id) => fill("whom", id, { kind: "actor", denied: false }, making)),
    ...time(making),
    ...where(making),
    ...things(making),
    ...numbers(making),
    ...cued(making),
    certainty(making),
  ];
}

function fill(slot: string, value: string, content: Content, making: Making, side: string | null = null): Filler {
  const { telling, voice, source } = making;
  return { slot, side, value, statement: telling.statement.id, voice, source, published: telling.published, content };
}

function sourceOf(telling: Telling, parties: Parties): string | null {
  const speaker = telling.statement.attribution.find((one) => one.kind !== "author");
  return speaker?.actor ? parties.party(speaker.actor) : null;
}

/** True where a source takes part in the event, or can be taking part: "four fighters were killed, according to the rebels" does not say whose fighters. */
function isParty(source: string | null, telling: Telling, sides: ReadonlySet<string>, parties: Parties): boolean {
  if (source === null) return false;
  return sides.has(source) || [...telling.statement.actors, ...telling.statement.recipients].some((one) => isCrowd(one.actor, parties));
}

function people(slot: string, who: readonly { readonly actor: string }[], making: Making): Filler[] {
  return [...new Set(who.map((one) => one.actor))].map((id) => fill(slot, id, { kind: "actor", denied: false }, making));
}

function leaders(making: Making, sides: ReadonlySet<string>): Filler[] {
  const { telling, parties } = making;
  return telling.statement.leaders.map((one) => {
    const own = parties.party(one.actor);
    const country = parties.country(one.actor);
    const home = country === null ? null : parties.stateOf(country);
    const alone = telling.from.size === 1 ? [...telling.from][0]! : null;
    const side = one.side ? parties.party(one.side) : sides.has(own) ? own : home !== null && sides.has(home) ? home : alone;
    return fill("leader", one.actor, { kind: "actor", denied: one.denied }, making, side);
  });
}

function time(making: Making): Filler[] {
  const { statement, when } = making.telling;
  const value = statement.time?.value;
  return when && value ? [fill("when", value, { kind: "time", interval: when }, making)] : [];
}

function where(making: Making): Filler[] {
  const { place } = making.telling;
  return place ? [fill("where", place.words, { kind: "place", place }, making)] : [];
}

const PREPOSITION = /^(?:of|for|to|over|on|with|from|in|at|about|against)\s+/i;

function things(making: Making): Filler[] {
  const { telling, tables } = making;
  // Who met is said by the participants; the words around it are no object.
  if (telling.family === "meet") return [];
  const slot = telling.family === "AGREE" ? "agreed" : "object";
  const all = telling.statement.objects.map((span) => {
    const text = telling.article.text.slice(span.start, span.end).replace(PREPOSITION, "");
    return fill(slot, text, { kind: "words", words: namesOfThings(text, tables) }, making);
  });
  // "on Wednesday" is no object.
  return all.filter((one) => one.content.kind === "words" && one.content.words.size > 0);
}

function namesOfThings(text: string, tables: EventTables): Set<string> {
  const words = wordsOf(text).map((word) => stem(word));
  return new Set(words.map((word) => tables.things.get(word)?.name ?? word).filter((word) => word.length >= 4 && !tables.stop.has(word)));
}

const COUNTED: ReadonlySet<string> = new Set(["money", "count", "percent", "area", "mass", "volume"]);
// A number farther from its act, in characters, may belong to another act of the sentence.
const REACH = 90;

function numbers(making: Making): Filler[] {
  const { telling, tables } = making;
  const { trigger, objects } = telling.statement;
  return telling.quantities
    .filter((one) => COUNTED.has(one.kind) && (one.low !== null || one.high !== null))
    .map((quantity) => {
      const word = stem((quantity.unit ?? "").toLowerCase());
      const unit = quantity.kind === "count" ? (tables.things.get(word)?.name ?? word) : `${quantity.kind} ${quantity.unit ?? ""}`;
      const inside =
        objects.some((span) => quantity.start >= span.start && quantity.end <= span.end) ||
        isOwnNumber(quantity, trigger, telling.article.text);
      const near =
        inside || (quantity.start >= trigger.start ? quantity.start - trigger.end <= REACH : trigger.start - quantity.end <= REACH);
      return fill(
        "number",
        telling.article.text.slice(quantity.start, quantity.end),
        { kind: "number", quantity, unit, near, inside },
        making,
        unit,
      );
    });
}

/** "a 20 per cent tariff", "a tariff of 20 per cent": the number is the act's own. */
function isOwnNumber(quantity: Span, trigger: Span, text: string): boolean {
  if (quantity.start >= trigger.start && quantity.end <= trigger.end) return true;
  if (quantity.end <= trigger.start) return text.slice(quantity.end, trigger.start).trim() === "";
  return text.slice(trigger.end, quantity.start).trim() === "of";
}

/** Slots opened by a cue: what was got in return (or nothing), and why. */
function cued(making: Making): Filler[] {
  const { telling, tables } = making;
  const { quote } = telling.statement;
  const lower = quote.toLowerCase();
  const found = [...exchanged(quote, making)];
  const after = found.length === 0 && telling.family === "give" ? sentenceAfter(telling.article.text, telling.statement.evidence) : null;
  // "X freed Y. It received no one in return.": what was given back is often told in the next sentence.
  if (after) found.push(...exchanged(telling.article.text.slice(after.start, after.end), making));
  const reason = firstCue(lower, tables.reason);
  if (reason)
    found.push(
      fill(
        "reason",
        phraseFrom(quote, reason.start),
        { kind: "words", words: namesOfThings(phraseFrom(quote, reason.end), tables) },
        making,
      ),
    );
  return found.filter((one) => one.value !== "");
}

function exchanged(words: string, making: Making): Filler[] {
  const { tables } = making;
  const lower = words.toLowerCase();
  const nothing = firstCue(lower, tables.nothing);
  if (nothing) return [fill("exchange", words.slice(nothing.start, nothing.end), { kind: "nothing" }, making)];
  const exchange = firstCue(lower, tables.exchange);
  if (!exchange) return [];
  const phrase = phraseFrom(words, exchange.end);
  return [fill("exchange", phrase, { kind: "words", words: namesOfThings(phrase, tables) }, making)];
}

function firstCue(lower: string, cues: readonly string[]): { start: number; end: number } | null {
  for (const cue of cues) {
    const at = lower.indexOf(cue);
    if (at < 0) continue;
    const before = lower[at - 1] ?? " ";
    const after = lower[at + cue.length] ?? " ";
    if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after)) return { start: at, end: at + cue.length };
  }
  return null;
}

// The phrase goes on to the next mark of punctuation, fourteen words at most.
function phraseFrom(quote: string, start: number): string {
  const rest = quote.slice(start);
  const end = rest.search(/[,.;:!?)–—"”]/u);
  const words = (end < 0 ? rest : rest.slice(0, end)).trim().split(/\s+/);
  return words.slice(0, 14).join(" ");
}

function certainty(making: Making): Filler {
  const { statement } = making.telling;
  if (statement.modality === "denied") return fill("confirmed", "denied", { kind: "certainty", level: "denied" }, making);
  const sure = statement.factuality.value === "CT+" || statement.factuality.value === "CT-";
  return fill("confirmed", sure ? "stated" : "uncertain", { kind: "certainty", level: sure ? "stated" : "uncertain" }, making);
}
