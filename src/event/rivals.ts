import type { EventTables } from "../lexicon/events.ts";
import type { Span } from "../model/span.ts";
import { gapBetween, lengthOf } from "../text/interval.ts";
import { meets } from "../text/words.ts";
import { addTelling, type Cluster } from "./cluster.ts";
import { BROKEN } from "./family.ts";
import type { Telling } from "./telling.ts";
import { contentWords } from "./things.ts";

// Two papers that date a break this exactly, in days, speak of one.
const LONGEST = 31;
// So many words of its sentence, beside the talks and the parties, tell that the occasion is one.
const ALIKE = 3;

/**
 * Talks are broken off once: where one paper says that a party left them and another, of the same days and the same occasion,
 * that the other party did, the two tellings are one event, and contradict each other. A paper that tells of both leaving tells of two.
 */
export function joinRivals(
  clusters: readonly Cluster[],
  tellings: readonly Telling[],
  storyOf: ReadonlyMap<string, string>,
  tables: EventTables,
): readonly Cluster[] {
  const breaks = clusters.filter((one) => one.family === "break");
  if (breaks.length < 2) return clusters;
  const sidesIn = new Map<string, Set<string>>();
  for (const { article, sides } of tellings) {
    const known = sidesIn.get(article.id) ?? new Set();
    for (const one of sides) known.add(one);
    sidesIn.set(article.id, known);
  }
  const gone = new Set<Cluster>();
  for (const [i, one] of breaks.entries())
    for (const other of breaks.slice(i + 1)) {
      if (gone.has(one) || gone.has(other) || !areRivals(one, other, sidesIn, tables)) continue;
      for (const telling of other.tellings) addTelling(one, telling, storyOf.get(telling.article.id) ?? telling.article.id);
      gone.add(other);
    }
  return clusters.filter((one) => !gone.has(one));
}

function areRivals(a: Cluster, b: Cluster, sidesIn: ReadonlyMap<string, ReadonlySet<string>>, tables: EventTables): boolean {
  if (a.from.size !== 1 || b.from.size !== 1 || meets(a.from, b.from) || a.polarity !== b.polarity) return false;
  if (!a.when || !b.when || lengthOf(a.when) > LONGEST || lengthOf(b.when) > LONGEST || gapBetween(a.when, b.when) > 0) return false;
  if (meets(a.byArticle.keys(), b.byArticle)) return false;
  if (![...a.things.values()].some((thing) => !thing.common && b.things.has(thing.name))) return false;
  const present = (from: ReadonlySet<string>, cluster: Cluster): boolean =>
    [...cluster.byArticle.keys()].every((id) => meets(from, sidesIn.get(id) ?? new Set()));
  if (!present(a.from, b) || !present(b.from, a)) return false;
  return a.tellings.some((one) => b.tellings.some((other) => isOneOccasion(one, other, tables)));
}

function isOneOccasion(a: Telling, b: Telling, tables: EventTables): boolean {
  const [own, theirs] = [a, b].map((one) => contentWords(one.article.text, sentenceOf(one), [one.statement.trigger], tables.stop));
  return [...own!].filter((word) => theirs!.has(word) && !BROKEN.has(tables.things.get(word)?.name ?? "")).length >= ALIKE;
}

function sentenceOf({ article, statement }: Telling): Span {
  const before = article.text.slice(0, statement.evidence.start);
  const start = Math.max(before.lastIndexOf("\n") + 1, before.search(/[.!?]["”')]*\s+(?!.*[.!?]["”')]*\s)/s) + 2);
  const stop = /[.!?]["”')]*(?=\s|$)|\n/u.exec(article.text.slice(statement.evidence.end - 1));
  return { start, end: stop ? statement.evidence.end + stop.index : article.text.length };
}
