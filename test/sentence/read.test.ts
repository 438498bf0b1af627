import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Doc } from "../../src/model/index.ts";
import { learnedRule } from "../../src/sentence/boundary.ts";
import { loadCore, readDoc } from "../../src/sentence/index.ts";
import { scan } from "../../src/sentence/scanner.ts";
import { splitSentences } from "../../src/sentence/splitter.ts";
import { growsLinearly } from "../support/growth.ts";

const core = loadCore(readFileSync(fileURLToPath(new URL("../../data/core.bin", import.meta.url))));
const form = (doc: Doc, i: number) => doc.text.slice(doc.start[i], doc.end[i]);
const relations = (doc: Doc) =>
  Array.from(doc.relation, (relation, i) => `${form(doc, i)}←${relation}←${doc.head[i]! < 0 ? "" : form(doc, doc.head[i]!)}`);

function checkLaws(doc: Doc): void {
  let last = 0;
  for (let i = 0; i < doc.length; i++) {
    expect(doc.text.slice(last, doc.start[i])).toMatch(/^\s*$/u);
    expect(doc.end[i]!).toBeGreaterThan(doc.start[i]!);
    last = doc.end[i]!;
  }
  expect(doc.text.slice(last)).toMatch(/^\s*$/u);
  let first = 0;
  doc.sentences.forEach((sentence, s) => {
    expect(sentence.first).toBe(first);
    first = sentence.end;
    const roots: number[] = [];
    for (let i = sentence.first; i < sentence.end; i++) {
      expect(doc.sentenceOf[i]).toBe(s);
      const head = doc.head[i]!;
      if (head < 0) roots.push(i);
      else expect(head >= sentence.first && head < sentence.end).toBe(true);
      let steps = 0;
      for (let up = head; up >= 0; up = doc.head[up]!) expect(++steps).toBeLessThan(200);
      expect(doc.headProbability[i]! >= 0 && doc.headProbability[i]! <= 1).toBe(true);
    }
    expect(roots.length).toBe(sentence.parsed ? 1 : sentence.end - sentence.first);
  });
  expect(first).toBe(doc.length);
  let named = 0;
  for (const name of doc.names) {
    expect(name.first).toBeGreaterThanOrEqual(named);
    expect(name.end).toBeGreaterThan(name.first);
    named = name.end;
  }
  expect(named).toBeLessThanOrEqual(doc.length);
}

it.each([
  ["Ferry Talks Collapse in Port Lena", "The council of Port Lena rejected the plan."],
  ["FERRY TALKS COLLAPSE IN PORT LENA", "The council rejected the plan."],
  ["Norway Warns Iceland Over Boats", "Norway warned Iceland on Monday."],
])("%s – a headline over a text is a sentence of its own", (headline, sentence) => {
  const doc = readDoc(`${headline}\n${sentence}`, core);
  expect(doc.sentences.map((s) => doc.text.slice(doc.start[s.first], doc.end[s.end - 1]))).toEqual([headline, sentence]);
});

it.each(["PORT LENA, Chile (AP)_ ", "PORT LENA (AP) _ ", "PORT LENA, May 3 - "])(
  "%s – a dateline is no part of the sentence",
  (dateline) => {
    const sentence = "Rebels kept their promise to leave.";
    const doc = readDoc(dateline + sentence, core);
    expect(doc.sentences.map((s) => doc.text.slice(doc.start[s.first], doc.end[s.end - 1]))).toEqual([dateline.trim(), sentence]);
  },
);

describe("readDoc", () => {
  it("says who does what to whom", () => {
    const doc = readDoc("The minister rejected the offer, and the rebels were warned by Kenya.", core);
    expect(relations(doc)).toEqual(expect.arrayContaining(["minister←nsubj←rejected", "offer←obj←rejected", "rebels←nsubj:pass←warned"]));
    expect(doc.lemma).toEqual(expect.arrayContaining(["reject", "be", "warn", "rebel"]));
  });

  it("finds names and their kinds", () => {
    const doc = readDoc("Anna Keller of the Health Ministry flew to Nairobi on Monday.", core);
    const names = doc.names.map(({ first, end, kind }) => `${kind}: ${doc.text.slice(doc.start[first], doc.end[end - 1])}`);
    expect(names).toEqual(expect.arrayContaining(["person: Anna Keller", "place: Nairobi"]));
    expect(names.join()).not.toContain("Monday");
  });

  it("ends a sentence at every line break and reads a headline without a full stop", () => {
    const doc = readDoc("Kenya warns rebels\nThe army moved north. Talks ended", core);
    expect(doc.sentences.map(({ first, end }) => doc.text.slice(doc.start[first], doc.end[end - 1]))).toEqual([
      "Kenya warns rebels",
      "The army moved north.",
      "Talks ended",
    ]);
  });

  it("parses only what the caller asks for", () => {
    const doc = readDoc("Kenya warned the rebels. Rain fell.", core, { parse: ({ forms }) => forms.includes("rebels") });
    expect(doc.sentences.map(({ parsed }) => parsed)).toEqual([true, false]);
    expect(Array.from(doc.head.slice(doc.sentences[1]!.first))).toEqual([-1, -1, -1]);
    expect(doc.relation.slice(doc.sentences[1]!.first)).toEqual(["", "", ""]);
  });

  it("gives the same Doc for every batch size", () => {
    const text = Array.from(
      { length: 70 },
      (_, i) => `Envoy ${i} of Kenya ${i % 3 ? "met" : "refused to meet"} the rebels${", again".repeat(i % 11)}.`,
    ).join(" ");
    const [one, sixteen, many] = [1, 16, 32].map((batch) => readDoc(text, core, { batch }));
    expect(sixteen).toEqual(one);
    expect(many).toEqual(one);
  });

  it("keeps the laws of a Doc on any text", () => {
    const piece = fc.constantFrom(
      "Kenya ",
      "'",
      '"',
      "won't ",
      "U.S. ",
      "\n",
      "- ",
      "—",
      "(",
      ") ",
      "said ",
      ". ",
      "...",
      "é",
      "😀",
      "\u00a0",
      "a.b",
      "1,000 ",
      "’s ",
      "\ud83d",
      "!?",
      "@x ",
      "http://a.b/c ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (parts) =>
        checkLaws(readDoc(parts.join(""), core, { parse: () => true })),
      ),
      { numRuns: 150 },
    );
  });

  it("reads the empty text and white space", () => {
    for (const text of ["", " \n\t "]) expect(readDoc(text, core)).toMatchObject({ length: 0, sentences: [], names: [] });
  });

  it("takes time in proportion to the text, whatever the text", async () => {
    const split = (text: string): void => {
      const tokens = scan(text, core.tokens);
      splitSentences(text, tokens, learnedRule(text, tokens, core.tokens, core.splitter!));
    };
    for (const unit of ["a", ".", "'", "a.", "a-", "1,", "[1]", "«", "http://a.", "@", "a'", "A.B", ". ", "x\n", "No. ", "' ", "A "])
      expect(await growsLinearly((n) => split(unit.repeat(n)), 20_000), JSON.stringify(unit)).toBe(true);
  });

  it("reads hostile text", () => {
    for (const unit of [".", "'", "a-", "[1]", "http://a.", "A.B", "\ud83d", "\u0000", "😀"]) checkLaws(readDoc(unit.repeat(400), core));
  });
});

describe("loadCore", () => {
  it("refuses what is no model file, and a damaged one", () => {
    expect(() => loadCore(new Uint8Array(100))).toThrow(RangeError);
    const bytes = new Uint8Array(readFileSync(fileURLToPath(new URL("../../data/core.bin", import.meta.url))));
    bytes[bytes.length - 40_000]! ^= 1;
    expect(() => loadCore(bytes)).toThrow(/damaged/);
  });
});
