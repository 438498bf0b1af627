import type { TimeLexicon } from "../../lexicon/times.ts";
import type { Doc } from "../../model/doc.ts";
import type { Time } from "../../model/values.ts";
import { readAtoms } from "../quantity/atoms.ts";
import type { Interval } from "./calendar.ts";
import { readEdtf } from "./edtf.ts";
import { type Frame, isCapital, type Reading, type Recogniser, type Resolved, type Scene } from "./reading.ts";
import { OUTER, RECOGNISERS } from "./recognisers.ts";
import { tenseAt } from "./tense.ts";

// What was told further back than this is no anchor any more.
const REACH = 6;

interface Told {
  readonly interval: Interval;
  readonly sentence: number;
}

/** What later expressions may hang on. */
interface Anchors {
  told: Told | null;
  period: Told | null;
  opening: Told | null;
}

/**
 * Time expressions of an article in the order of its text, disjoint. Values are EDTF (an open side where only a direction is said:
 * `../2025-08-12`) or ISO 8601 durations; what hangs on an event that is not told is `unresolved`, never dated by publication.
 * After TimeML (TIMEX3); the spans follow its guidelines.
 */
export function findTimes(
  doc: Doc,
  article: { readonly id: string; readonly published: string | null },
  lexicon: TimeLexicon,
): readonly Time[] {
  const scene = sceneOf(doc, lexicon);
  const { atoms } = scene;
  const published = readEdtf(article.published);
  const times: Time[] = [];
  const anchors: Anchors = { told: null, period: null, opening: null };
  for (let at = 0; at < atoms.length; ) {
    const reading = readAt(scene, at);
    if (reading === null) {
      at += 1;
      continue;
    }
    const token = atoms[at]!.token;
    const sentence = doc.sentenceOf[token]!;
    const frame: Frame = {
      published,
      narrative: within(anchors.told, sentence),
      near: isNear(doc, anchors.opening, sentence) ? anchors.opening!.interval : null,
      period: within(anchors.period, sentence),
      tense: tenseAt(doc, token, lexicon.ahead),
    };
    const resolved = reading.resolve(frame);
    times.push(toTime(scene, at, reading, resolved, article.id));
    if (resolved.interval !== null) anchor(anchors, scene, at, reading, { interval: resolved.interval, sentence });
    if (anchors.opening !== null && frame.near !== null && resolved.basis === "narrative")
      anchors.opening = { ...anchors.opening, sentence };
    at = reading.end;
  }
  return times;
}

function anchor(anchors: Anchors, scene: Scene, at: number, reading: Reading, told: Told): void {
  if (isTold(reading, told.interval)) anchors.told = told;
  if (isPeriod(reading)) anchors.period = told;
  if (opens(scene, at, reading)) anchors.opening = told;
}

// An expression may hold another, so they are read from the last atom to the first: what is held is there already.
function sceneOf(doc: Doc, lexicon: TimeLexicon): Scene {
  const atoms = readAtoms(doc);
  const readings: (Reading | null)[] = new Array(atoms.length).fill(null);
  const scene: Scene = { doc, atoms, lexicon, read: (at) => readings[at] ?? null };
  for (let at = atoms.length - 1; at >= 0; at -= 1) {
    if (!mayBegin(scene, at)) continue;
    const reading = longest(RECOGNISERS, scene, at);
    if (reading !== null && reading.end - at <= LONGEST) readings[at] = reading;
  }
  return scene;
}

// No one writes a date of more words; a chain of "two days after two days after …" ends here.
const LONGEST = 24;

// An expression begins where a token does, or after a mark inside one ("mid-1996", "(1989)").
function mayBegin(scene: Scene, at: number): boolean {
  const atom = scene.atoms[at]!;
  if (atom.kind === "number") return true;
  if (atom.kind === "mark") return atom.text === "'" || atom.text === "‘";
  return isCapital(scene, at) || openers(scene.lexicon).has(atom.text);
}

function readAt(scene: Scene, at: number): Reading | null {
  if (!mayBegin(scene, at)) return null;
  const inner = scene.read(at);
  const outer = longest(OUTER, scene, at);
  return outer !== null && (inner === null || outer.end >= inner.end) ? outer : inner;
}

// Small words no table lists.
const SMALL =
  "the a an this that these those its his her their last every each all same fiscal two first year month week today tonight tomorrow yesterday overnight day recent latest most comparable corresponding".split(
    " ",
  );
const OPENERS = new WeakMap<TimeLexicon, ReadonlySet<string>>();

// Most words begin no expression, so most atoms are passed over at once.
function openers(lexicon: TimeLexicon): ReadonlySet<string> {
  const known = OPENERS.get(lexicon);
  if (known) return known;
  const { numbers, ...tables } = lexicon;
  const keys = [...Object.values(tables), ...Object.values(numbers)].flatMap(
    (table: ReadonlyMap<string, unknown> | ReadonlySet<string>) => [...table.keys()],
  );
  const made = new Set([...SMALL, ...keys.map((key) => key.split(/[ -]/)[0]!)]);
  OPENERS.set(lexicon, made);
  return made;
}

function longest(recognisers: readonly Recogniser[], scene: Scene, at: number): Reading | null {
  let best: Reading | null = null;
  for (const recognise of recognisers) {
    const reading = recognise(scene, at);
    if (reading !== null && (best === null || reading.end > best.end)) best = reading;
  }
  return best;
}

const within = (told: Told | null, sentence: number): Interval | null =>
  told !== null && sentence - told.sentence <= REACH ? told.interval : null;

function isNear(doc: Doc, told: Told | null, sentence: number): boolean {
  if (told === null || sentence - told.sentence > 1) return false;
  const from = doc.start[doc.sentences[told.sentence]!.first]!;
  return told.sentence === sentence || !doc.text.slice(from, doc.start[doc.sentences[sentence]!.first]!).includes("\n");
}

// "In 2011, …" at the head of a sentence: what follows is told of that year.
function opens({ doc, atoms }: Scene, at: number, reading: Reading): boolean {
  const first = doc.sentences[doc.sentenceOf[atoms[at]!.token]!]!.first;
  return reading.rule === "time/year" && atoms[at]!.token - first <= 2 && atoms[at - 1]?.text === "in";
}

// Years are told too; a decade or "now" places no event.
function isTold(reading: Reading, { lo, hi }: Interval): boolean {
  return hi - lo <= 800 && reading.type !== "SET" && !reading.rule.startsWith("time/reference") && reading.rule !== "time/since";
}

const isPeriod = (reading: Reading): boolean => reading.rule === "time/quarter" || reading.rule === "time/part-of";

function toTime({ atoms }: Scene, at: number, reading: Reading, resolved: Resolved, article: string): Time {
  return {
    article,
    start: atoms[at]!.start,
    end: atoms[reading.end - 1]!.end,
    type: reading.type,
    value: resolved.value,
    mod: reading.mod,
    basis: resolved.basis,
    rule: reading.rule,
  };
}
