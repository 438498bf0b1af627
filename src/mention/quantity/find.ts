import type { UnitLexicon } from "../../lexicon/units.ts";
import type { Doc } from "../../model/doc.ts";
import { overlaps } from "../../model/span.ts";
import type { Quantity, QuantityMod, Time } from "../../model/values.ts";
import { type Amount, looksLikeYear, readAmount, unitAt } from "./amount.ts";
import { type Atom, nameAt, readAtoms } from "./atoms.ts";
import { compareQuantities } from "./compare.ts";
import { countedNoun } from "./counted.ts";
import { readPhrase } from "./number.ts";

interface Scene {
  readonly doc: Doc;
  readonly atoms: readonly Atom[];
  readonly lexicon: UnitLexicon;
  readonly article: string;
}

interface Found {
  readonly quantity: Quantity;
  /** First atom after it. */
  readonly end: number;
}

/**
 * Numbers with their units in the order of the text, disjoint. A time keeps its numbers (a date is no quantity); a counted length of
 * time is one of kind `duration`. Bounds are in the unit given; names ("Article 5", "C-17") and plain years are none.
 */
export function findQuantities(doc: Doc, articleId: string, times: readonly Time[], lexicon: UnitLexicon): readonly Quantity[] {
  const scene: Scene = { doc, atoms: readAtoms(doc), lexicon, article: articleId };
  const found: Quantity[] = [];
  let next = 0;
  for (let at = 0; at < scene.atoms.length; ) {
    while (next < times.length && times[next]!.end <= scene.atoms[at]!.start) next += 1;
    const reading = readAt(scene, at, times[next]);
    if (reading !== null) found.push(reading.quantity);
    at = reading?.end ?? at + 1;
  }
  return compareQuantities(doc, found, lexicon);
}

function readAt(scene: Scene, at: number, time: Time | undefined): Found | null {
  const { atoms, lexicon } = scene;
  const amount = readAmount(atoms, at, lexicon);
  if (amount === null || isName(scene, at, amount)) return null;
  const found =
    readDuration(scene, at, amount) ??
    readAge(scene, at, amount) ??
    readMetres(scene, at, amount) ??
    readMeasure(scene, at, amount) ??
    readCounted(scene, at, amount);
  if (found === null || time === undefined || !overlaps(found.quantity, time)) return found;
  // "40,000 barrels a day" holds a length of time, but begins before it.
  const holds = found.quantity.start < time.start && found.quantity.kind !== "count";
  return (time.type === "DURATION" && found.quantity.kind === "duration") || holds ? found : null;
}

// "Article 5", "C-17", "G7", "M23", "Boeing 737", "555-1234".
function isName({ atoms, doc, lexicon }: Scene, at: number, amount: Amount): boolean {
  const [first, before, after] = [atoms[at]!, atoms[at - 1], atoms[amount.end]];
  if (amount.sign !== null) return false;
  if (lexicon.labels.has(before?.text ?? "")) return true;
  if (first.kind !== "number") return false;
  if (first.glued && before?.kind === "word") return true;
  if (first.glued && before?.text === "-" && before.glued && (atoms[at - 2]?.kind === "word" || atoms[at - 2]?.kind === "number"))
    return true;
  if (first.glued && ["/", ":", "#", "@", "."].includes(before?.text ?? "")) return true;
  if (
    after?.glued &&
    (after.text === ":" || after.text === "/") &&
    atoms[amount.end + 1]?.kind === "number" &&
    atoms[amount.end + 1]!.glued
  )
    return true;
  // "6-3", "555-1234": what is no range is no quantity.
  if (after?.glued && after.text === "-" && atoms[amount.end + 1]?.kind === "number" && atoms[amount.end + 1]!.glued) return true;
  if (after?.glued && after.kind === "word" && !lexicon.units.has(after.text)) return true;
  const name = nameAt(doc, first.token);
  return name !== null && name.first < first.token;
}

// A length of time that is no date: "three days", "for more than two years".
function readDuration(scene: Scene, at: number, amount: Amount): Found | null {
  const { atoms, lexicon } = scene;
  let end = amount.end;
  if (atoms[end]?.text === "-" || atoms[end]?.text === "of" || atoms[end]?.text === "more") end += 1;
  const unit = lexicon.times.get(atoms[end]?.text ?? "");
  if (unit === undefined || (unit === "second" && !atoms[end]!.text.endsWith("s"))) return null;
  const aged = atoms[end + 1]?.text === "old" || (atoms[end + 1]?.text === "-" && atoms[end + 2]?.text === "old");
  const factor = unit === "decade" ? 10 : unit === "century" ? 100 : unit === "fortnight" ? 2 : 1;
  const name = unit === "decade" || unit === "century" ? "year" : unit === "fortnight" ? "week" : unit;
  return finish(scene, at, end + 1, amount, {
    kind: aged ? "other" : "duration",
    unit: name,
    factor,
    rule: aged ? "quantity/age" : "quantity/duration",
  });
}

// "Ana Silva, 51, said": an age.
function readAge(scene: Scene, at: number, amount: Amount): Found | null {
  const { atoms, doc } = scene;
  const [name, comma, after] = [atoms[at - 2], atoms[at - 1], atoms[amount.end]];
  const { low } = amount;
  if (comma?.text !== "," || name === undefined || doc.upos[name.token] !== "PROPN" || amount.mod !== null) return null;
  if (!amount.figures || low === null || !Number.isInteger(low) || low > 120 || (after !== undefined && ![",", "."].includes(after.text)))
    return null;
  return finish(scene, at, amount.end, amount, { kind: "other", unit: "year", factor: 1, rule: "quantity/age" });
}

// "a 50m race" is of metres; "50m people" and "$50m" are of millions.
function readMetres(scene: Scene, at: number, amount: Amount): Found | null {
  const { atoms, doc } = scene;
  const [letter, after] = [atoms[amount.end - 1]!, atoms[amount.end]];
  if (letter.text !== "m" || !letter.glued || amount.sign !== null || amount.rule !== "number/figures") return null;
  const noun = after === undefined || after.kind === "mark" ? -1 : countedNoun(doc, letter.token, after.token);
  if (noun >= 0 && /^NNP?S$/.test(doc.xpos[noun]!)) return null;
  return finish(scene, at, amount.end, amount, { kind: "length", unit: "m", factor: 1e-6, rule: "quantity/metres" });
}

// "$10 million", "12.8 thousand hectares", "30%", "millions of dollars".
function readMeasure(scene: Scene, at: number, amount: Amount): Found | null {
  const { atoms, lexicon } = scene;
  if (amount.sign !== null) {
    // "$10 US dollars" never; but a code may follow the sign.
    return finish(scene, at, amount.end, amount, { kind: "money", unit: amount.sign.unit, factor: 1, rule: "quantity/money" });
  }
  const after = readPhrase(atoms, amount.end, lexicon.signs);
  const unit = unitAt(atoms, amount.end, lexicon) ?? (after === null ? null : { end: after.end, entry: after.value });
  if (unit === null) return null;
  const entry =
    unit.entry.kind === "mass" && unit.entry.unit === "lb" && isMoneyPound(scene, unit.end)
      ? { kind: "money" as const, unit: "GBP", factor: 1 }
      : unit.entry;
  return finish(scene, at, unit.end, amount, { ...entry, rule: `quantity/${entry.kind}` });
}

// Pounds are money unless something is weighed: "of", a comparison of size, a body.
function isMoneyPound({ atoms }: Scene, end: number): boolean {
  return ["in", "for", "a", "to", "on"].includes(atoms[end]?.text ?? "") && atoms[end + 1]?.text !== "bag";
}

function readCounted(scene: Scene, at: number, amount: Amount): Found | null {
  const { atoms, doc, lexicon } = scene;
  const last = atoms[amount.end - 1]!;
  let next = amount.end;
  if (atoms[next]?.text === "of" && (amount.open || lexicon.numbers.fractions.has(last.text))) next += 1;
  if (atoms[next]?.text === "-" && atoms[next]!.glued) next += 1;
  const beyond = atoms[next];
  // "12-member jury": the members are counted.
  if (next > amount.end && atoms[next - 1]!.text === "-" && beyond?.kind === "word" && beyond.glued) {
    // "one-off", "one-sided": no count.
    if (amount.low === 1) return null;
    return finish(scene, at, next + 1, amount, { kind: "count", unit: beyond.text, factor: 1, rule: "quantity/compound" });
  }
  const noun = beyond === undefined || beyond.kind === "mark" ? -1 : countedNoun(doc, last.token, beyond.token);
  if (noun >= 0 && isPhrase(scene, at, amount)) {
    const end = atomAfter(scene, next, noun);
    return finish(scene, at, end, amount, { kind: "count", unit: doc.lemma[noun]!.toLowerCase(), factor: 1, rule: "quantity/count" });
  }
  // A bare number: only figures, or with an approximator; a bare year is a date.
  const bare = amount.figures ? !looksLikeYear(last) && !isListed(scene, at, amount) : amount.mod !== null && amount.low !== null;
  return bare ? finish(scene, at, amount.end, amount, { kind: "count", unit: null, factor: 1, rule: "quantity/bare" }) : null;
}

// "one" and "two" as pronouns, a year before a plural, a lone "many".
function isPhrase({ atoms }: Scene, at: number, amount: Amount): boolean {
  return !(
    looksLikeYear(atoms[at]) &&
    amount.mod === null &&
    atoms[at - 1]?.text !== undefined &&
    /^(?:in|since|of|by|from|the|early|late)$/.test(atoms[at - 1]!.text)
  );
}

// "1.", "(3)", and numbers after a capitalised name.
function isListed({ atoms, doc }: Scene, at: number, amount: Amount): boolean {
  const before = atoms[at - 1];
  if (before?.text === "(" && atoms[amount.end]?.text === ")") return true;
  return before !== undefined && before.kind === "word" && doc.upos[before.token] === "PROPN" && amount.mod === null;
}

function atomAfter({ atoms }: Scene, from: number, token: number): number {
  let i = from;
  while (i < atoms.length && atoms[i]!.token <= token) i += 1;
  return i;
}

interface Unit {
  readonly kind: Quantity["kind"];
  readonly unit: string | null;
  readonly factor: number;
  readonly rule: string;
}

function finish(scene: Scene, at: number, end: number, amount: Amount, unit: Unit): Found {
  const tail = readPhrase(scene.atoms, end, scene.lexicon.numbers.after);
  const mod = amount.mod ?? ((tail?.value ?? null) as QuantityMod);
  const last = tail !== null && amount.mod === null ? tail.end : end;
  const times = (n: number | null): number | null => (n === null ? null : Number((n * unit.factor).toPrecision(15)));
  const quantity: Quantity = {
    article: scene.article,
    start: scene.atoms[at]!.start,
    end: scene.atoms[last - 1]!.end,
    kind: unit.kind,
    low: mod === "at-most" || mod === "less-than" ? null : times(amount.low),
    high: mod === "at-least" || mod === "more-than" || amount.open ? null : times(amount.high),
    unit: unit.unit,
    mod,
    comparedTo: null,
    rule: unit.rule,
  };
  return { quantity, end: last };
}
