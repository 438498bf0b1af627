import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { loadTimeLexicon } from "../src/lexicon/times.ts";
import { findTimes } from "../src/mention/time/find.ts";
import type { Doc } from "../src/model/doc.ts";
import type { Time } from "../src/model/values.ts";
import { readDoc } from "../src/sentence/read.ts";
import { readTar } from "./corpus/tar.ts";
import { type GoldTime, readTimeMl, type TimeDocument, toTimeMl } from "./corpus/timeml.ts";
import { shippedCore } from "./parse.ts";
import type { Score } from "./score.ts";

/** Strict / relaxed / value F1 measured on the other half of TempEval-3's corpus. */
const PEERS =
  "peers, on another half of TempEval-3 (strict / relaxed / value F1): 52-line tagger .824 / .919 / .755; Microsoft recognizers .793 / .880 / .664; chrono-node .728 / .828 / .602; compromise-dates .728 / .887 / .428";

export interface TimeScore {
  readonly figures: Record<string, number>;
  readonly misses: readonly string[];
}

const share = (hits: number, of: number): number => (of === 0 ? 0 : hits / of);
const f1 = (hits: number, got: number, gold: number): number => share(2 * hits, got + gold);

/** Scores a reader of documents as TempEval-3 does: spans equal (strict), spans that overlap (relaxed), and of those the values that are equal. */
export function scoreTimes(documents: readonly TimeDocument[], read: (text: string) => Doc): TimeScore {
  const lexicon = loadTimeLexicon();
  const sum = { strict: 0, relaxed: 0, value: 0, type: 0, got: 0, gold: 0 };
  const misses: string[] = [];
  for (const document of documents) {
    const times = findTimes(read(document.text), { id: document.name, published: document.created }, lexicon);
    sum.got += times.length;
    sum.gold += document.times.length;
    const used = new Set<Time>();
    for (const gold of document.times) {
      const found = match(gold, times, used);
      const said = document.text.slice(gold.start, gold.end).replaceAll("\n", " ");
      if (found === undefined) {
        misses.push(`missed\t${said}\t${gold.value}`);
        continue;
      }
      used.add(found);
      const ours = document.text.slice(found.start, found.end).replaceAll("\n", " ");
      const value = toTimeMl(found, ours);
      sum.relaxed += 1;
      if (found.start === gold.start && found.end === gold.end) sum.strict += 1;
      else misses.push(`span\t${said}\t${ours}\t${found.rule}`);
      if (value === gold.value) sum.value += 1;
      else misses.push(`value\t${ours}\t${gold.value}\t${value}\t${found.rule}\t${document.created}`);
      if (found.type === gold.type) sum.type += 1;
    }
    for (const time of times)
      if (!used.has(time)) misses.push(`spurious\t${document.text.slice(time.start, time.end).replaceAll("\n", " ")}\t${time.rule}`);
  }
  return { figures: summarise(sum), misses };
}

function match(gold: GoldTime, times: readonly Time[], used: ReadonlySet<Time>): Time | undefined {
  const free = times.filter((t) => !used.has(t) && t.start < gold.end && gold.start < t.end);
  return free.find((t) => t.start === gold.start && t.end === gold.end) ?? free[0];
}

function summarise(sum: Record<"strict" | "relaxed" | "value" | "type" | "got" | "gold", number>): Record<string, number> {
  return {
    strict: f1(sum.strict, sum.got, sum.gold),
    relaxed: f1(sum.relaxed, sum.got, sum.gold),
    value: f1(sum.value, sum.got, sum.gold),
    type: f1(sum.type, sum.got, sum.gold),
    precision: share(sum.relaxed, sum.got),
    recall: share(sum.relaxed, sum.gold),
    expressions: sum.gold,
  };
}

/** The documents of a TimeML archive, or of a folder of archives and .tml files, in the order of their names. */
export function readTimeDocuments(path: string): readonly TimeDocument[] {
  if (!statSync(path).isDirectory()) {
    const files = path.endsWith(".tml") ? [[path, readFileSync(path, "utf8")] as const] : [...readTar(path)];
    return files.filter(([name]) => name.endsWith(".tml")).map(([name, xml]) => readTimeMl(name, xml));
  }
  const names = readdirSync(path).filter((name) => /\.(?:tml|tar\.gz|tgz)$/.test(name));
  if (names.length === 0) throw new RangeError(`${path} holds no TimeML: no .tar.gz and no .tml file`);
  return names.sort().flatMap((name) => readTimeDocuments(join(path, name)));
}

/** Scores the time tagger on a TimeML archive, documents dated by their creation time. */
export async function run(goldPath: string): Promise<Score> {
  const core = shippedCore();
  const { figures } = scoreTimes(readTimeDocuments(goldPath), (text) => readDoc(text, core, { parse: () => true }));
  return { task: "time", figures, notes: [PEERS] };
}
