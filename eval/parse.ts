import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Doc } from "../src/model/doc.ts";
import { type Core, loadCore, readDoc, readTokens } from "../src/sentence/index.ts";
import { type GoldDocument, readGold } from "./corpus/conllu.ts";

const UPOS = 3;
const XPOS = 4;
const LEMMA = 2;
const RELATION = 7;

/** The shipped language core. */
export function shippedCore(): Core {
  return loadCore(readFileSync(fileURLToPath(new URL("../data/core.bin", import.meta.url))));
}

/** Scores tokens, sentences and trees against a CoNLL-U file. LAS counts relations without their subtypes. */
export async function run(goldPath: string): Promise<{ task: string; figures: Record<string, number> }> {
  const documents = readGold(goldPath);
  const core = shippedCore();
  readDoc(documents[0]?.text ?? "", core);
  const gold = new Tally();
  for (const document of documents)
    gold.addGiven(document, readTokens(document.text, { tokens: document, firsts: document.firsts }, core, { parse: () => true }));
  const raw = new Tally();
  for (const document of documents) raw.addRaw(document, readDoc(document.text, core, { parse: () => true }));
  const before = process.cpuUsage();
  let tokens = 0;
  for (const document of documents) tokens += readDoc(document.text, core).length;
  const { user, system } = process.cpuUsage(before);
  const percent = (key: string): number => gold.share(key);
  return {
    task: "parse",
    figures: {
      tokenF1: raw.f1("token"),
      sentenceF1: raw.f1("sentence"),
      upos: percent("upos"),
      xpos: percent("xpos"),
      lemma: percent("lemma"),
      uas: percent("uas"),
      las: percent("las"),
      lasRaw: raw.f1("las"),
      tokensPerCpuSecond: Math.round((tokens / (user + system)) * 1e6),
    },
  };
}

const base = (relation: string): string => relation.split(":")[0] as string;

/** Counts of what was right, of gold and of system items. */
class Tally {
  private readonly right = new Map<string, number>();
  private readonly gold = new Map<string, number>();
  private readonly system = new Map<string, number>();

  private count(map: Map<string, number>, key: string, by = 1): void {
    map.set(key, (map.get(key) ?? 0) + by);
  }

  share(key: string): number {
    return round((100 * (this.right.get(key) ?? 0)) / (this.gold.get("token") ?? 1));
  }

  f1(key: string): number {
    return round((200 * (this.right.get(key) ?? 0)) / ((this.gold.get(key) ?? 0) + (this.system.get(key) ?? 0)));
  }

  addGiven(gold: GoldDocument, doc: Doc): void {
    for (let i = 0; i < doc.length; i++) {
      const columns = gold.columns[i]!;
      const headed = doc.head[i] === gold.head[i];
      this.count(this.gold, "token");
      if (doc.upos[i] === columns[UPOS]) this.count(this.right, "upos");
      if (doc.xpos[i] === columns[XPOS]) this.count(this.right, "xpos");
      if (doc.lemma[i] === columns[LEMMA]) this.count(this.right, "lemma");
      if (headed) this.count(this.right, "uas");
      if (headed && base(doc.relation[i]!) === base(columns[RELATION]!)) this.count(this.right, "las");
    }
  }

  addRaw(gold: GoldDocument, doc: Doc): void {
    const places = new Map(gold.start.map((start, i) => [`${start} ${gold.end[i]}`, i]));
    const goldOf = Array.from(doc.start, (start, i) => places.get(`${start} ${doc.end[i]}`) ?? -1);
    for (const key of ["token", "las"]) {
      this.count(this.gold, key, gold.start.length);
      this.count(this.system, key, doc.length);
    }
    goldOf.forEach((g, i) => {
      if (g < 0) return;
      this.count(this.right, "token");
      const head = doc.head[i]!;
      const same = head < 0 ? gold.head[g] === -1 : goldOf[head] === gold.head[g] && goldOf[head] !== -1;
      if (same && base(doc.relation[i]!) === base(gold.columns[g]![RELATION]!)) this.count(this.right, "las");
    });
    const spans = new Set(gold.firsts.map((first, s) => `${gold.start[first]} ${gold.end[(gold.firsts[s + 1] ?? gold.end.length) - 1]}`));
    this.count(this.gold, "sentence", spans.size);
    this.count(this.system, "sentence", doc.sentences.length);
    for (const { first, end } of doc.sentences)
      if (spans.has(`${doc.start[first]} ${doc.end[end - 1]}`)) this.count(this.right, "sentence");
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
