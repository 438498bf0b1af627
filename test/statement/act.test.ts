import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadActLexicon } from "../../src/lexicon/acts.ts";
import { readActs } from "../../src/statement/act/read.ts";
import { plant } from "./tree.ts";

const lexicon = loadActLexicon();

/** "TYPE/mode word_word" of each reading, with "<modality" where something governs it and "!" where it ends another act. */
function acts(source: string): string[] {
  const doc = plant(source);
  return readActs(doc, lexicon).map((one) => {
    const words = one.words.map((w) => doc.text.slice(doc.start[w], doc.end[w])).join("_");
    return `${one.eventType}${one.mode ? `/${one.mode}` : ""} ${words}${one.governor ? ` <${one.governor.modality}` : ""}${one.reversed ? " !" : ""}${one.control ? " ?" : ""}`;
  });
}

const IMPOSED =
  "Freedonia/Freedonia/PROPN/NNP/2/nsubj imposed/impose/VERB/VBD/0/root sanctions/sanction/NOUN/NNS/2/obj on/on/ADP/IN/5/case Sylvania/Sylvania/PROPN/NNP/3/nmod";

describe("readActs", () => {
  it("reads a plain verb with its frame", () => {
    const doc = plant("Freedonia/Freedonia/PROPN/NNP/2/nsubj condemned/condemn/VERB/VBD/0/root Sylvania/Sylvania/PROPN/NNP/2/obj");
    const [reading] = readActs(doc, lexicon);
    expect(reading).toMatchObject({ trigger: 1, eventType: "ACCUSE", nominal: false, reversed: false, control: false, governor: null });
    expect(reading!.frame.actor[0]).toBe("subj");
    expect(reading!.frame.recipient[0]).toBe("obj");
    expect(reading!.rules).toHaveLength(1);
  });

  it("reads an act carried by a verb and its noun as one", () => {
    expect(acts(IMPOSED)).toEqual(["SANCTION imposed_sanctions"]);
  });

  it("turns an act that is ended into its opposite", () => {
    expect(acts(IMPOSED.replace("imposed/impose", "lifted/lift"))).toEqual(["RETREAT/access lifted_sanctions"]);
    expect(
      acts(
        "Freedonia/Freedonia/PROPN/NNP/2/nsubj interrupted/interrupt/VERB/VBD/0/root cooperation/cooperation/NOUN/NN/2/obj with/with/ADP/IN/5/case Sylvania/Sylvania/PROPN/NNP/3/nmod",
      ),
    ).toEqual(["SANCTION/discontinue interrupted_cooperation !"]);
  });

  it("gives the act below a control word, not the control word", () => {
    expect(
      acts(
        "Freedonia/Freedonia/PROPN/NNP/2/nsubj agreed/agree/VERB/VBD/0/root to/to/PART/TO/4/mark release/release/VERB/VB/2/xcomp two/two/NUM/CD/6/nummod prisoners/prisoner/NOUN/NNS/4/obj",
      ),
    ).toEqual(["RETREAT/release release <promised"]);
  });

  it("keeps a control word that has no act below it, and marks it", () => {
    expect(
      acts("Freedonia/Freedonia/PROPN/NNP/2/nsubj agreed/agree/VERB/VBD/0/root to/to/PART/TO/4/mark sing/sing/VERB/VB/2/xcomp"),
    ).toEqual(["AGREE agreed ?"]);
  });

  it("reads a noun only where a role stands beside it", () => {
    expect(acts("The/the/DET/DT/2/det attack/attack/NOUN/NN/0/root on/on/ADP/IN/4/case Sylvania/Sylvania/PROPN/NNP/2/nmod")).toEqual([
      "ASSAULT attack",
    ]);
    expect(acts("The/the/DET/DT/2/det aid/aid/NOUN/NN/3/nsubj mattered/matter/VERB/VBD/0/root")).toEqual([]);
  });

  it.each([
    [
      "a deal is struck",
      "They/they/PRON/PRP/2/nsubj struck/strike/VERB/VBD/0/root a/a/DET/DT/4/det deal/deal/NOUN/NN/2/obj",
      ["AGREE/agreement struck_deal"],
    ],
    ["a target is met", "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root the/the/DET/DT/4/det target/target/NOUN/NN/2/obj", []],
    ["a man is dismissed", "They/they/PRON/PRP/2/nsubj fired/fire/VERB/VBD/0/root quickly/quickly/ADV/RB/2/advmod", []],
    [
      "drugs are fought",
      "They/they/PRON/PRP/2/nsubj fight/fight/VERB/VBP/0/root against/against/ADP/IN/4/case drugs/drug/NOUN/NNS/2/obl",
      [],
    ],
    [
      "fighting threatens a deal",
      "Fighting/fighting/NOUN/NN/2/nsubj threatened/threaten/VERB/VBD/0/root the/the/DET/DT/4/det deal/deal/NOUN/NN/2/obj",
      [],
    ],
    [
      "an opinion is attacked",
      "He/he/PRON/PRP/2/nsubj attacked/attack/VERB/VBD/0/root the/the/DET/DT/4/det decision/decision/NOUN/NN/2/obj",
      ["ACCUSE/disapprove attacked"],
    ],
    [
      "a storm kills",
      "The/the/DET/DT/2/det storm/storm/NOUN/NN/3/nsubj killed/kill/VERB/VBD/0/root nine/nine/NUM/CD/5/nummod people/people/NOUN/NNS/3/obj",
      [],
    ],
  ])("is not misled where %s", (_, source, expected) => expect(acts(source)).toEqual(expected));

  it("passes over sentences about matches", () => {
    expect(
      acts(
        "The/the/DET/DT/2/det striker/striker/NOUN/NN/3/nsubj attacked/attack/VERB/VBD/0/root Madrid/Madrid/PROPN/NNP/3/obj before/before/ADP/IN/7/case the/the/DET/DT/7/det match/match/NOUN/NN/3/obl",
      ),
    ).toEqual([]);
  });

  it("reads nothing in a sentence that was not parsed", () => {
    const doc = plant(IMPOSED);
    expect(readActs({ ...doc, sentences: doc.sentences.map((one) => ({ ...one, parsed: false })) }, lexicon)).toEqual([]);
  });

  it("gives readings in order, inside their sentence, each word once", () => {
    const doc = plant(`${IMPOSED}\n\n${IMPOSED}`);
    const readings = readActs(doc, lexicon);
    expect(readings.map((one) => one.trigger)).toEqual([1, 6]);
    for (const one of readings) {
      expect(one.words).toContain(one.trigger);
      expect(new Set(one.words).size).toBe(one.words.length);
      expect(one.confidence).toBeGreaterThan(0);
      expect(one.confidence).toBeLessThanOrEqual(1);
    }
  });

  it("leads a badly cut lemma back to a word it knows", () => {
    expect(acts("They/they/PRON/PRP/2/nsubj blamed/blam/VERB/VBD/0/root Sylvania/Sylvania/PROPN/NNP/2/obj")).toEqual([
      "ACCUSE/allege blamed",
    ]);
  });

  it("sees the roles of a carried noun past a weekday", () => {
    const [reading] = readActs(
      plant(
        "Freedonia/Freedonia/PROPN/NNP/2/nsubj held/hold/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj Friday/Friday/PROPN/NNP/2/obl with/with/ADP/IN/6/case Sylvania/Sylvania/PROPN/NNP/4/nmod",
      ),
      lexicon,
    );
    expect(reading).toMatchObject({ eventType: "CONSULT", words: [1, 2], nominal: false, contexts: ["diplomatic"] });
  });

  it("counts an exercise held by several as theirs together", () => {
    expect(acts("Freedonia/Freedonia/PROPN/NNP/2/nsubj staged/stage/VERB/VBD/0/root exercises/exercise/NOUN/NNS/2/obj")).toEqual([
      "MOBILIZE/troops staged_exercises",
    ]);
    expect(
      acts(
        "Freedonia/Freedonia/PROPN/NNP/4/nsubj and/and/CCONJ/CC/3/cc Sylvania/Sylvania/PROPN/NNP/1/conj staged/stage/VERB/VBD/0/root exercises/exercise/NOUN/NNS/4/obj",
      ),
    ).toEqual(["COOPERATE staged_exercises"]);
  });

  it("takes a question for no request", () => {
    expect(
      acts(
        "He/he/PRON/PRP/2/nsubj asked/ask/VERB/VBD/0/root why/why/ADV/WRB/5/advmod they/they/PRON/PRP/5/nsubj left/leave/VERB/VBD/2/ccomp",
      ),
    ).toEqual([]);
  });

  it("tells who undergoes from who does", () => {
    const source =
      "Freedonia/Freedonia/PROPN/NNP/2/nsubj received/receive/VERB/VBD/0/root assistance/assistance/NOUN/NN/2/obj from/from/ADP/IN/5/case Sylvania/Sylvania/PROPN/NNP/2/obl";
    const [reading] = readActs(plant(source), lexicon);
    expect(reading!.eventType).toBe("AID");
    expect(reading!.frame.recipient).toEqual(["subj"]);
    expect(reading!.frame.actor).toContain("from");
  });

  it("reads any Doc without failing, hostile trees included", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.nat(40), fc.constantFrom(...RELATIONS)), { minLength: 1, maxLength: 40 }),
        (tokens) => {
          // heads only point left, so the tree has no cycle
          const doc = plant(
            tokens.map(([word, head, relation], t) => `${word}/${t === 0 ? 0 : 1 + (head % t)}/${t === 0 ? "root" : relation}`).join(" "),
          );
          for (const one of readActs(doc, lexicon)) {
            expect(one.words).toContain(one.trigger);
            for (const word of one.words) expect(word).toBeLessThan(doc.length);
          }
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});

const WORDS = [
  "attack/attack/NOUN/NN",
  "attacked/attack/VERB/VBD",
  "lifted/lift/VERB/VBD",
  "sanctions/sanction/NOUN/NNS",
  "on/on/ADP/IN",
  "to/to/PART/TO",
  "agreed/agree/VERB/VBD",
  "Sylvania/Sylvania/PROPN/NNP",
  "that/that/PRON/WDT",
  "talks/talk/NOUN/NNS",
  "called/call/VERB/VBD",
  "for/for/ADP/IN",
];
const RELATIONS = [
  "nsubj",
  "obj",
  "obl",
  "nmod",
  "case",
  "mark",
  "xcomp",
  "ccomp",
  "acl",
  "acl:relcl",
  "conj",
  "compound",
  "nsubj:pass",
  "aux:pass",
  "advcl",
];
