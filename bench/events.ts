import { buildReading, type HandActor, type HandArticle, type HandStatement, type Reading } from "../eval/events/hand.ts";
import { joinEvents } from "../src/event/index.ts";
import { keepLedger } from "../src/ledger/index.ts";
import { loadEventTables } from "../src/lexicon/events.ts";
import { formatDay } from "../src/text/civil.ts";
import { cpuSeconds, type Measure } from "./clock/cpu.ts";

// A seeded generator: the same articles on every machine.
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const ACTS = ["CONSULT", "RETREAT/release", "ASSAULT", "SANCTION", "AGREE", "CONCEDE", "AID"] as const;
const THINGS = "prisoners sanctions embassy tariff aid ceasefire uranium border visas fishing gas recognition assets drones".split(" ");
const FIRST_DAY = 19358;

/** A made-up year of news: 40 states with five officials each, every happening told by about three of 200 papers, eight statements an article. */
export function makeNews(articles: number): Reading {
  const random = makeRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const states = Array.from({ length: 40 }, (_, i) => `state${i}`);
  const actors: HandActor[] = states.flatMap((id, i): HandActor[] => [
    { id, name: `Country${i}`, kind: "state", country: `C${String(i).padStart(2, "0")}` },
    ...Array.from({ length: 5 }, (_, j): HandActor => ({ id: `${id}p${j}`, name: `Envoy${i} Name${j}`, kind: "person", partyOf: id })),
  ]);
  const happenings = Array.from({ length: Math.ceil((articles * 8) / 3) }, () => ({
    act: pick(ACTS),
    from: pick(states),
    to: pick(states),
    day: FIRST_DAY + Math.floor(random() * 365),
    thing: pick(THINGS),
    count: 2 + Math.floor(random() * 40),
  }));
  happenings.sort((a, b) => a.day - b.day);
  const papers: HandArticle[] = [];
  const statements: HandStatement[] = [];
  for (let i = 0; i < articles; i++) {
    const middle = Math.floor((i / articles) * happenings.length);
    const told = Array.from(
      { length: 8 },
      () => happenings[Math.min(happenings.length - 1, Math.max(0, middle + Math.floor((random() - 0.5) * 16)))]!,
    );
    const lines = told.map(
      (one, j) =>
        `${one.from} ${one.act.split("/")[0]!.toLowerCase()} ${one.to} over ${one.count} ${one.thing} in line ${j} of text ${Math.floor(random() * 1e6)}.`,
    );
    const published = formatDay(Math.max(...told.map((one) => one.day)) + 1);
    papers.push({
      id: `a${i}`,
      publisher: `Paper ${i % 200}`,
      published,
      text: lines.join("\n"),
      headline: `${told[0]!.from} and ${told[0]!.to}: ${told[0]!.thing}`,
    });
    told.forEach((one, j) => {
      statements.push({
        id: `s${i}-${j}`,
        article: `a${i}`,
        in: lines[j]!,
        on: one.act.split("/")[0]!.toLowerCase(),
        act: one.act,
        from: [`${random() < 0.5 ? one.from : `${one.from}p${Math.floor(random() * 5)}`}=${one.from}`],
        to: [`${one.to}=${one.to}`],
        objects: [`${one.count} ${one.thing}`],
        numbers: [`${one.count} ${one.thing}|count|${one.count}|${one.count}|${one.thing}`],
        ...(random() < 0.7 ? { when: formatDay(one.day) } : {}),
        issues: [one.thing],
      });
    });
  }
  return buildReading(actors, papers, statements);
}

/** CPU seconds of joining and of the ledger for 1,000, 3,000 and 10,000 made-up articles, and the exponents of growth. */
export async function measure(): Promise<Measure> {
  const tables = loadEventTables();
  const figures: Record<string, number> = {};
  joinEvents(makeNews(200), tables);
  let before: { articles: number; seconds: number } | null = null;
  for (const articles of [1000, 3000, 10_000]) {
    const reading = makeNews(articles);
    const seconds = await cpuSeconds(() => keepLedger({ ...reading, events: joinEvents(reading, tables).events }));
    figures[`${articles} articles, CPU seconds`] = seconds;
    if (before)
      figures[`${before.articles} to ${articles}, exponent`] = Math.log(seconds / before.seconds) / Math.log(articles / before.articles);
    figures[`${articles} articles, MB in memory`] = process.memoryUsage().rss / 2 ** 20;
    before = { articles, seconds };
  }
  return { name: "events and ledger", figures };
}
