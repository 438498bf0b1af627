import { readFileSync } from "node:fs";
import countries from "i18n-iso-countries";
import { describe, expect, it } from "vitest";
import { readActorRows, readList } from "../../src/lexicon/actor-tables.ts";
import { loadActorLexicon } from "../../src/lexicon/actors.ts";
import { type TrieNode, writtenAs } from "../../src/lexicon/name-trie.ts";
import { foldWord, splitName } from "../../src/text/name-words.ts";

const lexicon = loadActorLexicon();
const data = (file: string) => readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8");

function keysOf(name: string): readonly string[] {
  let node: TrieNode | undefined = lexicon.names;
  for (const word of splitName(name)) node = node?.next.get(foldWord(word));
  return node?.entries.map((entry) => entry.key) ?? [];
}

describe("the tables of actors", () => {
  it("know every state of ISO 3166, by its code", () => {
    const former = new Set([
      "ATF",
      "BVT",
      "HMD",
      "IOT",
      "CCK",
      "CXR",
      "NFK",
      "PCN",
      "SGS",
      "SJM",
      "SPM",
      "TKL",
      "UMI",
      "BES",
      "ALA",
      "MAF",
      "XKK",
    ]);
    const missing = Object.keys(countries.getAlpha3Codes()).filter((code) => !former.has(code) && !lexicon.known.has(`state:${code}`));
    expect(missing).toEqual([]);
  });

  it("name no state twice, and every row has all its cells", () => {
    for (const [file, cells] of [
      ["states.tsv", 5],
      ["capitals.tsv", 3],
      ["organisations.tsv", 8],
    ] as const) {
      const rows = readActorRows(data(file));
      expect(rows.filter((row) => row.length !== cells)).toEqual([]);
    }
    const codes = readActorRows(data("states.tsv")).map(([code]) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("let every seat, part and rule point at something known", () => {
    for (const [name, party] of readActorRows(data("capitals.tsv"))) {
      expect(lexicon.known.has(`state:${party}`) || lexicon.known.has(`org:${party}`), name).toBe(true);
    }
    for (const actor of lexicon.known.values()) if (actor.partyOf !== null) expect(lexicon.known.has(actor.partyOf), actor.key).toBe(true);
    for (const ruler of lexicon.rulers) expect(lexicon.known.has(ruler.state) && lexicon.known.has(ruler.movement)).toBe(true);
  });

  it.each([
    ["U.S.", "state:USA"],
    ["UAE", "state:ARE"],
    ["Burma", "state:MMR"],
    ["Kyiv", "state:UKR"],
    ["Downing Street", "state:GBR"],
    ["Ansar Allah", "org:houthis"],
    ["Al Shabaab", "org:alshabaab"],
    ["Médecins Sans Frontières", "org:msf"],
    ["Brussels", "org:eu"],
  ])("find %s", (name, key) => {
    expect(keysOf(name)).toContain(key);
  });

  it("list no word twice in a class", () => {
    for (const [kind, , cell] of readActorRows(data("role-words.tsv"))) {
      const words = readList(cell);
      expect(
        words.filter((word, i) => words.indexOf(word) !== i),
        kind,
      ).toEqual([]);
    }
  });
});

describe("capitals of a listed form", () => {
  it.each([
    ["US", "US", true],
    ["US", "us", false],
    ["WHO", "who", false],
    ["LeT", "Let", false],
    ["ASEAN", "Asean", true],
    ["network", "Network", true],
    ["Fatah", "fatah", false],
  ])("%s written %s: %s", (listed, seen, expected) => {
    expect(writtenAs(listed, seen)).toBe(expected);
  });
});
