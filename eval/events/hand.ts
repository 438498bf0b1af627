import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Actor, ActorKind } from "../../src/model/actor.ts";
import type { Article } from "../../src/model/article.ts";
import type { EventType, FactValue, Leader, Modality, Participant, Statement } from "../../src/model/statement.ts";
import type { Quantity, QuantityMod, TimeBasis } from "../../src/model/values.ts";
import { makeArticle } from "../generate/article.ts";

/** An actor as written by hand. */
export interface HandActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country?: string;
  readonly partyOf?: string;
  readonly aliases?: readonly string[];
  readonly former?: boolean;
}

/** An article as written by hand: its text, and what the page says around it. */
export interface HandArticle {
  readonly id: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly headline?: string;
  readonly agency?: string;
  /** Passages (their exact words, or "*" for the whole text) taken from another article. */
  readonly copies?: readonly { readonly words: string; readonly of: string }[];
}

/** A statement as read by hand. People are written `actor=words`, with `@side` for leaders and `!` before a denied one; words stand in `in`. */
export interface HandStatement {
  readonly id: string;
  readonly article: string;
  readonly in: string;
  readonly on: string;
  /** `TYPE` or `TYPE/mode`. */
  readonly act: string;
  readonly modality?: Modality;
  readonly polarity?: "negative";
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly via?: readonly string[];
  readonly led?: readonly string[];
  readonly objects?: readonly string[];
  readonly issues?: readonly string[];
  readonly when?: string;
  readonly basis?: TimeBasis;
  /** Words of `in` that name the place. */
  readonly where?: string;
  /** `named:actor`, `unnamed:actor`, `document:actor`; the author where absent. */
  readonly said?: string;
  readonly sure?: FactValue;
  readonly if?: string;
  /** `words|kind|low|high|unit|mod`, an open bound left empty. */
  readonly numbers?: readonly string[];
}

/** What the stages after reading take in. */
export interface Reading {
  readonly articles: readonly Article[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly quantities: readonly Quantity[];
}

/** Turns a reading by hand into the records the pipeline would make. Throws a RangeError naming words that do not stand where they should. */
export function buildReading(
  actors: readonly HandActor[],
  articles: readonly HandArticle[],
  statements: readonly HandStatement[],
): Reading {
  const made = new Map(articles.map((one) => [one.id, articleOf(one)]));
  const quantities: Quantity[] = [];
  const built = statements.map((one) => {
    const article = made.get(one.article);
    if (!article) throw new RangeError(`${one.id}: no article "${one.article}"`);
    return makeStatement(one, article, quantities);
  });
  return { articles: [...made.values()], actors: actors.map(makeActor), statements: built, quantities };
}

function makeActor(one: HandActor): Actor {
  return {
    id: one.id,
    name: one.name,
    kind: one.kind,
    country: one.country ?? null,
    sector: null,
    partyOf: one.partyOf ?? null,
    aliases: one.aliases ?? [one.name],
    roles: one.former ? [{ title: "official", of: one.partyOf ?? null, from: null, to: null, article: "", standing: "former" }] : [],
  };
}

function articleOf(one: HandArticle): Article {
  const copies = (one.copies ?? []).map(({ words, of }) => {
    const start = words === "*" ? 0 : one.text.indexOf(words);
    if (start < 0) throw new RangeError(`${one.id}: no passage "${words}"`);
    return { start, end: words === "*" ? one.text.length : start + words.length, of };
  });
  const headline = one.headline ?? one.text.slice(0, 60);
  return makeArticle({
    id: one.id,
    text: one.text,
    date: one.published,
    headline,
    publisher: one.publisher,
    agency: one.agency ?? null,
    copies,
  });
}

function makeStatement(one: HandStatement, article: Article, quantities: Quantity[]): Statement {
  const start = article.text.indexOf(one.in);
  if (start < 0) throw new RangeError(`${one.id}: "${one.in}" does not stand in ${article.id}`);
  const evidence = { start, end: start + one.in.length };
  const find = (words: string): { start: number; end: number } => {
    const at = article.text.indexOf(words, start);
    if (at < 0 || at + words.length > evidence.end) throw new RangeError(`${one.id}: "${words}" does not stand in its evidence`);
    return { start: at, end: at + words.length };
  };
  const person = (written: string): Participant => {
    const [actor = "", words] = written.split("=");
    return { actor, ...(words ? find(words) : evidence) };
  };
  const leader = (written: string): Leader => {
    const [who = "", side] = written.replace(/^!/, "").split("@");
    return { ...person(who), side: side ?? null, denied: written.startsWith("!") };
  };
  const [type, mode] = one.act.split("/");
  const [kind, speaker] = (one.said ?? "author").split(":");
  const numbers = (one.numbers ?? []).map((written) => quantities.push(makeQuantity(written, article.id, find)) - 1);
  return {
    id: one.id,
    article: article.id,
    evidence,
    trigger: find(one.on),
    quote: one.in,
    eventType: type as EventType,
    mode: mode ?? null,
    contexts: [],
    plover: type as EventType,
    modality: one.modality ?? "done",
    polarity: one.polarity ?? "positive",
    condition: one.if ? { ...find(one.if), statement: null } : null,
    actors: (one.from ?? []).map(person),
    recipients: (one.to ?? []).map(person),
    mediators: (one.via ?? []).map(person),
    leaders: (one.led ?? []).map(leader),
    objects: (one.objects ?? []).map(find),
    issues: one.issues ?? [],
    attribution: [{ kind: kind as "author", actor: speaker || null, source: null, cue: null, content: evidence, form: "indirect" }],
    factuality: { holder: speaker || "author", value: one.sure ?? (one.modality === "hypothetical" ? "PS+" : "CT+"), cues: [] },
    time: one.when ? { value: one.when, basis: one.basis ?? "explicit", start: evidence.start, end: evidence.end } : null,
    place: one.where ? find(one.where) : null,
    quantities: numbers,
    confidence: 0.9,
    rules: ["hand"],
  };
}

function makeQuantity(written: string, article: string, find: (words: string) => { start: number; end: number }): Quantity {
  const [words = "", kind = "count", low, high, unit, mod] = written.split("|");
  return {
    ...find(words),
    article,
    kind: kind as Quantity["kind"],
    low: low ? Number(low) : null,
    high: high ? Number(high) : null,
    unit: unit || null,
    mod: (mod || null) as QuantityMod,
    comparedTo: null,
    rule: "hand",
  };
}

/** What is expected of a case: statements of one happening, pairs that must stay apart, verdicts, rows of the ledger. */
export interface Expected {
  /** Statement ids of one happening, by a name for people; a statement in none is a happening of its own. */
  readonly events: Readonly<Record<string, readonly string[]>>;
  readonly notSame: readonly (readonly [string, string, string])[];
  /** Verdicts that must be given: the event by its name, slot, verdict, why. Any ✕ that is not listed is false. */
  readonly discrepancies: readonly { readonly event: string; readonly slot: string; readonly verdict: string; readonly why: string }[];
  /** Links between events by their names. */
  readonly links: readonly { readonly event: string; readonly kind: string; readonly to: string }[];
  readonly ledger: readonly {
    readonly dyad: readonly [string, string];
    readonly issue: string;
    readonly state: string;
    /** `kind statement` or `kind statement < statement it answers`, in order of time. */
    readonly entries: readonly string[];
  }[];
}

/** A relation written for the project: pages, a reading by hand, what is expected. */
export interface RelationCase {
  readonly name: string;
  readonly reading: Reading;
  readonly expected: Expected;
}

interface CaseFile {
  readonly actors: readonly HandActor[];
  readonly articles: readonly (Omit<HandArticle, "text"> & {
    readonly file: string;
    readonly from: string;
    readonly to: string;
    readonly without?: readonly string[];
  })[];
  readonly statements: readonly HandStatement[];
  readonly expected: Expected;
}

/** Reads the cases of a folder; none where it is not there. */
export function readRelations(folder: URL): RelationCase[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => one.name)
    .sort()
    .map((name) => {
      const home = new URL(`${name}/`, folder);
      const file = JSON.parse(readFileSync(new URL("case.json", home), "utf8")) as CaseFile;
      const articles = file.articles.map((one) => ({ ...one, text: bodyOf(readFileSync(new URL(one.file, home), "utf8"), one) }));
      return { name, reading: buildReading(file.actors, articles, file.statements), expected: file.expected };
    });
}

/** The article's body in its page: from the first words to the last ones, without captions and credits. */
function bodyOf(page: string, one: CaseFile["articles"][number]): string {
  const start = page.indexOf(one.from);
  const end = page.indexOf(one.to, start) + one.to.length;
  if (start < 0 || end < one.to.length + start) throw new RangeError(`${one.file}: body not found`);
  return (one.without ?? []).reduce((text, line) => text.replace(line, ""), page.slice(start, end)).replaceAll(/\n\s*\n+/g, "\n");
}
