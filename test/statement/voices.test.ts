import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCueLexicon, readCueLexicon } from "../../src/lexicon/cues.ts";
import { loadCore } from "../../src/sentence/core.ts";
import { readDoc } from "../../src/sentence/read.ts";
import type { Voice } from "../../src/statement/voice/voice.ts";
import { readVoices } from "../../src/statement/voice/voices.ts";

const core = loadCore(readFileSync(new URL("../../data/core.bin", import.meta.url)));
const lexicon = loadCueLexicon();

interface Told {
  readonly source: string | null;
  readonly content: string;
  readonly voice: Voice;
}

function read(text: string): Told[] {
  return readVoices(readDoc(text, core), lexicon).map((voice) => ({
    source: voice.source === null ? null : text.slice(voice.source.span.start, voice.source.span.end),
    content: voice.content.map(({ start, end }) => text.slice(start, end)).join(" … "),
    voice,
  }));
}

const outer = (text: string) => read(text).filter(({ voice }) => voice.nestedIn === null);

describe("who says what", () => {
  it.each([
    [
      "The Maltese government said that it would reopen the embassy in Tunis.",
      "The Maltese government",
      "it would reopen the embassy in Tunis",
    ],
    ["In a statement, the Danish navy said the ship had been searched.", "the Danish navy", "the ship had been searched"],
    ["A report by Amnesty found that the prison was empty.", "A report by Amnesty", "the prison was empty"],
    ["Oman accused Yemen of shelling its coast.", "Oman", "Yemen of shelling its coast"],
    ["Lisbon denied that it had sent the letter.", "Lisbon", "it had sent the letter"],
    ["Lisbon denied sending the letter.", "Lisbon", "sending the letter"],
    ["The envoy warned Ruritania against closing the strait.", "The envoy", "Ruritania against closing the strait"],
    ["The envoy urged Ruritania to open the strait.", "The envoy", "Ruritania to open the strait"],
    ["The party issued a statement saying it would boycott the vote.", "The party", "it would boycott the vote"],
    [
      "According to the Kenyan foreign ministry, two drivers were freed on Monday.",
      "the Kenyan foreign ministry",
      "two drivers were freed on Monday",
    ],
    [
      "Two drivers were freed on Monday, according to three people familiar with the matter.",
      "three people familiar with the matter",
      "Two drivers were freed on Monday",
    ],
    [
      "The talks will resume in May, an official close to the Swiss delegation said.",
      "an official close to the Swiss delegation",
      "The talks will resume in May",
    ],
    ["Brandt: we will never sign this treaty", "Brandt", "we will never sign this treaty"],
    ["Brandt believes that the treaty is dead.", "Brandt", "the treaty is dead"],
  ])("%s", (text, source, content) => {
    const [first] = outer(text);
    expect(first?.source).toContain(source);
    expect(first?.content).toContain(content);
    expect(first?.voice.form).toBe("indirect");
  });

  it("gives the words after a passive to nobody", () => {
    const [told] = outer("'You need to leave by noon,' the consul was told.");
    expect(told?.voice.source).toBeNull();
    expect(told?.voice.kind).toBe("unnamed");
    expect(outer("The colonel is said to have left the country.")[0]?.voice.source).toBeNull();
  });

  it("puts a voice inside the voice that reports it", () => {
    const told = read("Norway said that Iceland had promised to cut its quota.");
    expect(told.map(({ source }) => source)).toEqual(["Norway", "Iceland"]);
    expect(told.map(({ voice }) => voice.nestedIn)).toEqual([null, 0]);
  });

  it("leaves the author's own analysis to the author", () => {
    expect(outer("The deal is likely to fail. Both sides have little to gain, and the winter is near.")).toEqual([]);
    expect(outer("“The harbour is ours,” Brandt said. The fishermen left on Sunday.").map(({ content }) => content)).toEqual([
      "“The harbour is ours,”",
    ]);
  });
});

describe("direct speech", () => {
  it.each([
    ["“We will not pay,” said Mara Lindt, the port's director.", "Mara Lindt"],
    ["'We will not pay,' she told reporters on Friday.", "she"],
    ["Mayor Brandt said: “We will not pay for it.”", "Brandt"],
    ["“We will not pay,” the minister thundered.", "the minister"],
  ])("%s", (text, source) => {
    const [told] = outer(text);
    expect(told?.source).toContain(source);
    expect(told?.voice.form).toBe("direct");
    expect(told?.content).toContain("We will not pay");
  });

  it("keeps the speaker for the next quote of the paragraph", () => {
    expect(outer("“We will not pay,” said Mara Lindt. “They know that.”")[0]?.content).toBe("“We will not pay,” … “They know that.”");
  });

  it("keeps the speaker for paragraphs that reopen", () => {
    const told = outer(
      "Mayor Brandt said:\n\n“We built this harbour.\n\n“We paid for it.\n\n“Nobody will take it from us.”\n\nThe crowd left.",
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.voice.content).toHaveLength(3);
  });

  it("calls a reported clause with quoted words mixed", () => {
    expect(outer("Damascus said it would answer “in kind”.")[0]?.voice.form).toBe("mixed");
  });
});

describe("the kind of a source", () => {
  it.each([
    ["The Syrian foreign ministry said the road was open.", "named"],
    ["Damascus said the road was open.", "named"],
    ["An American official said the road was open.", "unnamed"],
    ["Local sources said the road was open.", "unnamed"],
    ["The document states that the road is open.", "document"],
    ["The ministry's statement said the road was open.", "named"],
  ])("%s", (text, kind) => expect(outer(text)[0]?.voice.kind).toBe(kind));
});

describe("the cue lexicon", () => {
  it("names the row it cannot read", () => {
    expect(() => readCueLexicon("say\tV\tspeech\tthat", "", "")).toThrow(/say/);
    expect(() => readCueLexicon("", "clause/negated\tmany\t1\t2", "")).toThrow(/negated/);
  });
});

describe("whatever the text", () => {
  const words = fc.constantFrom(
    "Oman",
    "said",
    "the",
    "“",
    "”",
    '"',
    "'",
    ",",
    ".",
    ":",
    "denied",
    "that",
    "it",
    "left",
    "\n",
    "according to",
    "who",
  );
  it("spans lie in the text, nesting points to a voice, chances are chances", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join(" ");
        const doc = readDoc(text, core, { parse: () => true });
        const voices = readVoices(doc, lexicon);
        for (const [i, voice] of voices.entries()) {
          const spans = [...voice.content, ...(voice.cue ? [voice.cue] : []), ...(voice.source ? [voice.source.span] : [])];
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(start).toBeLessThan(end);
          }
          expect(voice.probability).toBeGreaterThan(0);
          expect(voice.probability).toBeLessThanOrEqual(1);
          if (voice.nestedIn !== null) expect(voices[voice.nestedIn]).toBeDefined();
          expect(voice.nestedIn).not.toBe(i);
          if (voice.source) expect(voice.source.head).toBeLessThan(doc.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
