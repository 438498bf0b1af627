import type { EventTables } from "../lexicon/events.ts";
import type { Actor } from "../model/actor.ts";
import type { Article } from "../model/article.ts";
import type { Parties } from "../model/party.ts";
import { contains } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import type { Quantity } from "../model/values.ts";
import { type Interval, lengthOf, readInterval } from "../text/interval.ts";
import { wordsOf } from "../text/words.ts";
import { behindTrigger, familyOf, readStage, type Stage, typeFamily } from "./family.ts";
import { findPlace, type Place, readPlace } from "./places.ts";
import { sequelQuantities } from "./sequel.ts";
import { contentWords, readThings, type Thing } from "./things.ts";

export { stageOf } from "./family.ts";

/** A statement made ready to be compared with others. */
export interface Telling {
  readonly statement: Statement;
  readonly article: Article;
  readonly stage: Stage;
  /** Acts of one family can be the same happening in other words. */
  readonly family: string;
  /** Both sides did it alike: from and to hold everyone. */
  readonly mutual: boolean;
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  /** Everyone of either side. */
  readonly sides: ReadonlySet<string>;
  /** Persons the act fell on: freed, arrested, killed. */
  readonly named: ReadonlySet<string>;
  /** The persons who took part on either side, with their parties. */
  readonly persons: ReadonlyMap<string, string>;
  readonly things: ReadonlyMap<string, Thing>;
  readonly words: ReadonlySet<string>;
  /** Those of its words that few articles use. */
  rare: ReadonlySet<string>;
  readonly when: Interval | null;
  /** The day the article was published, or null. */
  readonly published: Interval | null;
  readonly place: Place | null;
  /** The step of a series it is said to be ("round" → 2). */
  readonly steps: ReadonlyMap<string, number>;
  readonly quantities: readonly Quantity[];
  /** Each number with its unit, for a quick comparison. */
  readonly numbers: ReadonlySet<string>;
  /** True where the words say that it is another one: "separately", "again", "another". */
  readonly apart: boolean;
  /** True where the words say that it was done before: "again", "repeated". */
  readonly again: boolean;
  /** True where its doers are a crowd of states ("several nations"), so that it is no act of one of them. */
  readonly several: boolean;
  /** The day of the week it is told of where nothing tells the date (0 Sunday), or null. */
  readonly weekday: number | null;
  /** True where it goes on for long or happens again and again: no happening of one day. */
  readonly lasting: boolean;
  /** Place of the paragraph in its article. */
  readonly paragraph: number;
}

// Acts whose person concerned tells one happening from another.
const PERSONAL: ReadonlySet<string> = new Set(["give", "COERCE", "ASSAULT", "SANCTION"]);

/** Everything the reading of one statement into a telling needs. */
export interface Frame {
  readonly parties: Parties;
  readonly tables: EventTables;
  readonly quantities: readonly Quantity[];
  /** Person ids by each lower-case form of their names. */
  readonly persons: ReadonlyMap<string, string>;
  /** Actor ids by each lower-case form of their names. */
  readonly forms: ReadonlyMap<string, string>;
  /** Offsets at which the article's lines begin. */
  readonly lines: (article: Article) => readonly number[];
}

/** Reads a statement into what it can be compared by. */
export function readTelling(statement: Statement, article: Article, frame: Frame): Telling {
  const { parties, tables } = frame;
  const stage = readStage(statement, article, tables);
  const family = familyOf(statement, article, stage, tables);
  const type = typeFamily(statement.eventType);
  // "X's release" has no actor: X is whom it fell on.
  const freed =
    statement.eventType === "RETREAT" && statement.recipients.length === 0
      ? statement.actors.filter((one) => isLonePerson(one.actor, parties))
      : [];
  const from = sidesOf(
    statement.actors.filter((one) => !freed.includes(one)),
    statement,
    parties,
  );
  const to = sidesOf(statement.recipients, statement, parties);
  const mutual = type === "meet" || type === "AGREE";
  const bare = statement.objects.every((span) => contentWords(article.text, span, [], tables.stop).size === 0);
  // What was struck is told behind the word for it, where no object is; "60 days" are offered without what follows.
  const behind = (type === "ASSAULT" && statement.objects.length === 0) || (stage !== "real" && bare && statement.objects.length > 0);
  const struck = behind ? [{ start: statement.trigger.end, end: statement.evidence.end }] : [];
  const objectText = [...statement.objects, ...struck].map((span) => article.text.slice(span.start, span.end));
  const named = PERSONAL.has(type) ? personsConcerned(statement, objectText, frame) : new Set<string>();
  for (const one of freed) named.add(one.actor);
  // What is asked, offered or threatened is its object; the rest of the sentence would make two asks of one breath alike.
  const told = stage !== "real" && !bare ? statement.objects : [statement.evidence];
  // An implied party can be given the whole sentence as its words.
  const spoken = [...statement.actors, ...statement.recipients, ...statement.mediators].filter((one) => !contains(one, statement.trigger));
  const own = statement.quantities.map((i) => frame.quantities[i]).filter((one): one is Quantity => one?.article === article.id);
  const quantities = [...own, ...(stage === "real" ? sequelQuantities(type, article, statement.evidence, frame.quantities) : [])];
  return {
    statement,
    article,
    stage,
    family,
    mutual,
    from,
    to,
    sides: new Set([...from, ...to]),
    named,
    persons: personsIn(statement, parties),
    things: readThings(
      [...objectText, article.text.slice(statement.trigger.start, statement.trigger.end)],
      family === "break" ? [behindTrigger(statement, article)] : type === "AGREE" ? [statement.quote] : [],
      tables,
    ),
    words: new Set(told.flatMap((span) => [...contentWords(article.text, span, spoken, tables.stop)])),
    rare: NO_WORDS,
    when: timeOf(statement, article),
    published: readInterval(article.published.value),
    place: readPlaceOf(statement, article, frame),
    steps: readSteps(statement.quote, tables),
    quantities,
    numbers: new Set(
      quantities
        .filter((one) => one.low !== null && (one.kind !== "duration" || stage !== "real"))
        .map((one) => `${one.kind}|${one.unit}|${one.low}`),
    ),
    apart: saysNear(statement, article, tables.apart),
    again: saysNear(statement, article, tables.again),
    several: from.size === 0 && isSeveral(statement, frame),
    weekday: weekdayOf(statement, article),
    lasting: saysLasting(statement, article, tables),
    paragraph: frame.lines(article).findLastIndex((start) => start <= statement.evidence.start),
  };
}

function isLonePerson(id: string, parties: Parties): boolean {
  return isNamedPerson(parties.actor(id)) && parties.party(id) === id;
}

/** The parties behind those named; a person whose party is unknown counts for a side only where nobody else does. */
function sidesOf(who: readonly { readonly actor: string }[], statement: Statement, parties: Parties): Set<string> {
  const led = new Map(statement.leaders.filter((one) => one.side !== null).map((one) => [one.actor, one.side!]));
  const sides = new Set(who.map((one) => parties.party(led.get(one.actor) ?? one.actor)));
  const known = [...sides].filter((id) => parties.actor(id)?.kind !== "person" && !isCrowd(id, parties));
  if (known.length === 0) for (const id of sides) if (isCrowd(id, parties)) sides.delete(id);
  return known.length > 0 ? new Set(known) : sides;
}

/** "20 guerrillas", "protesters": people of no party and no country are other actors in every article, and tell no two happenings apart. */
export function isCrowd(id: string, parties: Parties): boolean {
  const actor = parties.actor(id);
  return actor?.kind === "group" && actor.partyOf === null && actor.country === null;
}

const NO_WORDS: ReadonlySet<string> = new Set();
// Words more articles tell with are the talk of the day.
const FEW = 8;

/** Fills in which words of each telling are told in few articles. */
export function markRare(tellings: readonly Telling[]): void {
  const told = new Map<string, Set<string>>();
  for (const { words, article } of tellings) for (const word of words) told.set(word, (told.get(word) ?? new Set()).add(article.id));
  for (const one of tellings) one.rare = new Set([...one.words].filter((word) => told.get(word)!.size <= FEW));
}

const WEEKDAYS: readonly string[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function weekdayOf({ time }: Statement, article: Article): number | null {
  if (time?.basis !== "unresolved" || time.start === null || time.end === null) return null;
  const words = wordsOf(article.text.slice(time.start, time.end));
  const day = WEEKDAYS.findIndex((one) => words.includes(one));
  return day < 0 ? null : day;
}

function isSeveral({ actors }: Statement, { parties, tables }: Frame): boolean {
  return actors.some((one) => wordsOf(parties.actor(one.actor)?.name ?? "").some((word) => tables.several.has(word)));
}

/** The days a statement's happening can lie in; a time that only follows from the article's date is left to the comparison. */
function timeOf(statement: Statement, article: Article): Interval | null {
  const time = statement.time;
  if (!time || (time.basis === "publication" && time.start === null)) return null;
  const interval = readInterval(time.value);
  if (!interval || isOfContent(statement, article)) return null;
  const published = readInterval(article.published.value);
  const done = statement.modality === "done" || statement.modality === "ongoing";
  // What is told as done was done before it was told: "2025" in an article of March is January to March.
  if (published && done && interval.low <= published.high && interval.high > published.high)
    return { low: interval.low, high: published.high };
  return interval;
}

// "an agreement which foresees a withdrawal in May": May is when it is due, not when it was agreed.
function isOfContent(statement: Statement, article: Article): boolean {
  const start = statement.time?.start ?? null;
  if (statement.eventType !== "AGREE" || start === null || start < statement.trigger.end) return false;
  return /\s(?:which|that|whereby)\s/.test(article.text.slice(statement.trigger.end, start));
}

/** True where a time names a day or a few, so that it tells apart. */
export function isNarrow(interval: Interval | null): interval is Interval {
  return interval !== null && lengthOf(interval) <= 62;
}

/** The place the statement gives, else the capitalised words after "in", "at" or "near" in its sentence. */
function readPlaceOf(statement: Statement, article: Article, frame: Frame): Place | null {
  const span = statement.place ?? findPlace(article.text, statement.evidence, statement.trigger, frame.tables.stop);
  return span ? readPlace(article.text, span, frame.forms, frame.parties) : null;
}

// "an American prisoner" is a person without a name: two of them may be one or two.
function isNamedPerson(actor: Actor | undefined): boolean {
  return actor?.kind === "person" && /^(?:[ae]l-)?\p{Lu}/u.test(actor.name.split(/\s+/).at(-1) ?? "");
}

function personsIn(statement: Statement, parties: Parties): Map<string, string> {
  const named = [...statement.actors, ...statement.recipients].filter((one) => isNamedPerson(parties.actor(one.actor)));
  return new Map(named.map((one) => [one.actor, parties.party(one.actor)]));
}

function personsConcerned(statement: Statement, objectText: readonly string[], frame: Frame): Set<string> {
  const found = new Set<string>();
  for (const one of statement.recipients) if (isNamedPerson(frame.parties.actor(one.actor))) found.add(one.actor);
  for (const text of objectText) {
    const words = wordsOf(text);
    for (let i = 0; i < words.length; i++)
      for (let n = Math.min(5, words.length - i); n >= 1; n--) {
        const person = frame.persons.get(words.slice(i, i + n).join(" "));
        if (person) found.add(person);
      }
  }
  for (const one of [...statement.actors, ...statement.leaders]) found.delete(one.actor);
  return found;
}

// The cue stands at the trigger, a few words before or after: "separately met", "held another meeting".
function saysNear(statement: Statement, article: Article, cues: ReadonlySet<string>): boolean {
  return wordsAround(statement, article, 25).some((word) => cues.has(word));
}

// What is told in the course of it ("while he was meeting X", "is accusing Y") is told as done elsewhere.
const BRIEF: ReadonlySet<string> = new Set(["ACCUSE", "REQUEST", "REJECT", "THREATEN"]);

function goesOn({ eventType, trigger }: Statement, article: Article, tables: EventTables): boolean {
  return eventType === "CONSULT" && tables.brief.has(article.text.slice(trigger.start, trigger.end).toLowerCase());
}

// Only beside the trigger: "for years" in a relative clause is about something else.
function saysLasting(statement: Statement, article: Article, tables: EventTables): boolean {
  const around = ` ${wordsAround(statement, article, 30).join(" ")} `;
  const lasts =
    statement.modality === "ongoing" && statement.time === null && !BRIEF.has(statement.eventType) && !goesOn(statement, article, tables);
  return lasts || tables.lasting.some((cue) => around.includes(` ${cue} `));
}

function wordsAround(statement: Statement, article: Article, after: number): string[] {
  const { start, end } = statement.trigger;
  return wordsOf(article.text.slice(Math.max(statement.evidence.start, start - 40), Math.min(statement.evidence.end, end + after)));
}

// "the third round", "a second phase": the ordinal stands at most two words before its noun.
function readSteps(quote: string, tables: EventTables): Map<string, number> {
  const words = quote.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  const steps = new Map<string, number>();
  words.forEach((word, i) => {
    const noun = tables.step.has(word) ? word : word.replace(/s$/, "");
    if (!tables.step.has(noun) || steps.has(noun)) return;
    for (const before of words.slice(Math.max(0, i - 3), i)) {
      const value = tables.ordinals.get(before) ?? (/^\d+(?:st|nd|rd|th)$/.test(before) ? Number.parseInt(before, 10) : undefined);
      if (value !== undefined) steps.set(noun, value);
    }
  });
  return steps;
}
