import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Upos } from "../../src/model/doc.ts";
import { loadCore } from "../../src/sentence/core.ts";
import { mendSentence } from "../../src/sentence/mend/index.ts";

const { lemmas } = loadCore(readFileSync(fileURLToPath(new URL("../../data/core.bin", import.meta.url))));

/** Words as `form/UPOS/XPOS/relation/head`, heads from 1, 0 the root; gives each word that has another tag, relation or head after the mending. */
function mended(...words: readonly string[]): readonly string[] {
  const columns = words.map((word) => word.split("/") as [string, Upos, string, string, string]);
  const forms = columns.map(([form]) => form);
  const upos = columns.map((c) => c[1]);
  const xpos = columns.map((c) => c[2]);
  const relation = columns.map((c) => c[3]);
  const head = Int32Array.from(columns, (c) => Number(c[4]) - 1);
  const lemma = forms.map((form) => LEMMAS[form] ?? form);
  mendSentence({ forms, upos, xpos, lemma, relation, head }, 0, forms.length, lemmas);
  return words
    .map((word, i) => [[forms[i], upos[i], xpos[i], relation[i], head[i]! + 1].join("/"), word])
    .flatMap(([now, old]) => (now === old ? [] : [now!]));
}

const LEMMAS: Readonly<Record<string, string>> = {
  has: "have",
  having: "have",
  talks: "talk",
  called: "call",
  charged: "charge",
  told: "tell",
  said: "say",
  says: "say",
  wrote: "write",
  letters: "letter",
  seems: "seem",
  weighs: "weigh",
  growing: "grow",
  warning: "warn",
};

describe("slips of the parser that the sentence itself proves", () => {
  it("an -ing form right behind a verb of thought or beginning has the object", () => {
    expect(mended("Oslo/PROPN/NNP/nsubj/2", "weighs/VERB/VBZ/root/0", "easing/VERB/VBG/amod/4", "tariffs/NOUN/NNS/obj/2")).toEqual([
      "easing/VERB/VBG/xcomp/2",
      "tariffs/NOUN/NNS/obj/3",
    ]);
    expect(mended("Oslo/PROPN/NNP/nsubj/2", "tried/VERB/VBD/root/0", "easing/VERB/VBG/xcomp/2", "tariffs/NOUN/NNS/obj/2")).toEqual([
      "tariffs/NOUN/NNS/obj/3",
    ]);
  });

  it("one that tells what a thing is like stays its attribute, and so does one behind another verb", () => {
    expect(mended("Oslo/PROPN/NNP/nsubj/2", "weighs/VERB/VBZ/root/0", "growing/VERB/VBG/amod/4", "risks/NOUN/NNS/obj/2")).toEqual([]);
    expect(mended("Oslo/PROPN/NNP/nsubj/2", "fired/VERB/VBD/root/0", "warning/VERB/VBG/xcomp/2", "shots/NOUN/NNS/obj/2")).toEqual([]);
    expect(mended("Oslo/PROPN/NNP/nsubj/2", "bought/VERB/VBD/root/0", "drilling/VERB/VBG/amod/4", "rights/NOUN/NNS/obj/2")).toEqual([]);
    expect(
      mended("Oslo/PROPN/NNP/nsubj/2", "weighs/VERB/VBZ/root/0", "the/DET/DT/det/5", "easing/VERB/VBG/amod/5", "tariffs/NOUN/NNS/obj/2"),
    ).toEqual([]);
  });

  it("a preposition goes to the noun, not to the word before it", () =>
    expect(
      mended("met/VERB/VBD/root/0", "with/ADP/IN/case/3", "Foreign/ADJ/JJ/amod/4", "Minister/PROPN/NNP/nmod:desc/5", "Paz/PROPN/NNP/obl/1"),
    ).toEqual(["with/ADP/IN/case/5"]));

  it("at least and the like keep theirs", () =>
    expect(mended("lost/VERB/VBD/root/0", "at/ADP/IN/case/3", "least/ADJ/JJS/amod/5", "two/NUM/CD/nummod/5", "men/NOUN/NNS/obj/1")).toEqual(
      [],
    ));

  it("an irregular participle that a modal verb and be carry is a passive; an adjective stays one", () => {
    const will = (word: string) => mended("funds/NOUN/NNS/nsubj/4", "will/AUX/MD/aux/4", "be/AUX/VB/cop/4", `${word}/ADJ/JJ/root/0`);
    expect(will("unfrozen")).toEqual(["funds/NOUN/NNS/nsubj:pass/4", "be/AUX/VB/aux:pass/4", "unfrozen/VERB/VBN/root/0"]);
    for (const word of ["open", "golden", "wooden", "sudden", "set", "good"]) expect(will(word)).toEqual([]);
    expect(mended("funds/NOUN/NNS/nsubj/3", "are/AUX/VBP/cop/3", "frozen/ADJ/JJ/root/0")).toEqual([]);
  });

  it("a participle behind a form of have is the verb, the noun behind it its object", () =>
    expect(
      mended("Peru/PROPN/NNP/nsubj/2", "has/AUX/VBZ/aux/5", "long/ADV/RB/advmod/4", "opposed/VERB/VBN/amod/5", "quotas/NOUN/NNS/root/0"),
    ).toEqual(["Peru/PROPN/NNP/nsubj/4", "has/AUX/VBZ/aux/4", "opposed/VERB/VBN/root/0", "quotas/NOUN/NNS/obj/4"]));

  it("three bare names are a list", () =>
    expect(
      mended("Peru/PROPN/NNP/root/0", ",/PUNCT/,/punct/3", "Chile/PROPN/NNP/appos/1", "and/CCONJ/CC/cc/5", "Kenya/PROPN/NNP/conj/1"),
    ).toEqual(["Chile/PROPN/NNP/conj/1"]));

  it("a second name with words of its own is no list", () =>
    expect(
      mended(
        "Lima/PROPN/NNP/root/0",
        ",/PUNCT/,/punct/5",
        "the/DET/DT/det/5",
        "Peruvian/ADJ/JJ/amod/5",
        "capital/PROPN/NNP/appos/1",
        ",/PUNCT/,/punct/8",
        "and/CCONJ/CC/cc/8",
        "Quito/PROPN/NNP/conj/1",
      ),
    ).toEqual([]));

  it("a bare noun behind an active verb is its object, a time is none", () => {
    expect(
      mended("to/PART/TO/mark/2", "free/ADJ/JJ/xcomp/5", "two/NUM/CD/nummod/4", "pilots/NOUN/NNS/obl/2", "vowed/VERB/VBD/root/0"),
    ).toEqual(["free/VERB/VB/xcomp/5", "pilots/NOUN/NNS/obj/2"]);
    expect(mended("fought/VERB/VBD/root/0", "two/NUM/CD/nummod/3", "weeks/NOUN/NNS/obl/1")).toEqual([]);
  });

  it("Should before a comma opens a condition, before a question mark it does not", () => {
    const [should, chile, attack, rest] = [
      "Should/AUX/MD/aux/7",
      "Chile/PROPN/NNP/compound/3",
      "attack/VERB/VB/nsubj/7",
      [",/PUNCT/,/punct/3", "Peru/PROPN/NNP/nsubj/7", "will/AUX/MD/aux/7", "answer/VERB/VB/root/0"],
    ] as const;
    expect(mended(should, chile, attack, ...rest)).toEqual(["Should/AUX/MD/aux/3", "Chile/PROPN/NNP/nsubj/3", "attack/VERB/VB/advcl/7"]);
    expect(mended(should, chile, attack, ...rest, "?/PUNCT/./punct/7")).toEqual([]);
  });

  it("a that clause behind an object says what the object is, unless somebody is told it", () => {
    const clause = ["that/SCONJ/IN/mark/5", "Peru/PROPN/NNP/nsubj/5", "leave/VERB/VBP/advcl/1"];
    expect(mended("dropped/VERB/VBD/root/0", "demands/NOUN/NNS/obj/1", ...clause)).toEqual(["leave/VERB/VBP/acl/2"]);
    expect(mended("told/VERB/VBD/root/0", "reporters/NOUN/NNS/obj/1", ...clause)).toEqual(["leave/VERB/VBP/ccomp/1"]);
  });

  it("a past tense behind a comma is the verb of a sentence whose root is a name", () =>
    expect(
      mended(
        "Paz/PROPN/NNP/root/0",
        ",/PUNCT/,/punct/3",
        "leader/NOUN/NN/appos/1",
        ",/PUNCT/,/punct/3",
        "accused/VERB/VBD/acl/3",
        "Peru/PROPN/NNP/obj/5",
      ),
    ).toEqual(["Paz/PROPN/NNP/nsubj/5", "accused/VERB/VBD/root/0"]));

  it("of two subjects side by side the first belongs to the verb above", () =>
    expect(
      mended(
        "denied/VERB/VBD/root/0",
        "charges/NOUN/NNS/nsubj/5",
        "its/PRON/PRP$/nmod:poss/4",
        "army/NOUN/NN/nsubj/5",
        "lied/VERB/VBD/ccomp/1",
      ),
    ).toEqual(["charges/NOUN/NNS/obj/1", "lied/VERB/VBD/acl:relcl/2"]));

  it("and joins verbs of one form: a past tense goes to the past tense above, an infinitive to the one before", () => {
    const ran = ["ran/VERB/VBD/root/0", "on/ADP/IN/case/4", "her/PRON/PRP$/nmod:poss/4", "ability/NOUN/NN/obl/1", "to/PART/TO/mark/6"];
    const build = "build/VERB/VB/acl/4";
    const accused = (head: number) => `accused/VERB/VBD/conj/${head}`;
    expect(mended(...ran, build, "and/CCONJ/CC/cc/8", accused(6))).toEqual([accused(1)]);
    const agreed = ["agreed/VERB/VBD/root/0", "to/PART/TO/mark/3", "meet/VERB/VB/xcomp/1", "and/CCONJ/CC/cc/5"];
    expect(mended(...agreed, "talk/VERB/VB/conj/1")).toEqual(["talk/VERB/VB/conj/3"]);
    expect(mended(...agreed, "left/VERB/VBD/conj/1")).toEqual([]);
    // A regular past tense may be a participle, and a question within the sentence keeps its place.
    expect(mended("were/AUX/VBD/aux:pass/2", "seized/VERB/VBN/root/0", "and/CCONJ/CC/cc/4", "burned/VERB/VBD/conj/2")).toEqual([]);
    expect(
      mended(
        "asked/VERB/VBD/root/0",
        "to/PART/TO/mark/3",
        "see/VERB/VB/xcomp/1",
        "and/CCONJ/CC/cc/6",
        "what/PRON/WP/nsubj/6",
        "burned/VERB/VBD/conj/3",
      ),
    ).toEqual([]);
  });

  it("said has a clause for an object, never a party; a day is its time", () => {
    const said = ["aides/NOUN/NNS/nsubj/2", "said/VERB/VBD/root/0"];
    expect(mended(...said, "rebels/NOUN/NNS/obj/2", "attacked/VERB/VBN/acl/3", "Lima/PROPN/NNP/obj/4")).toEqual([
      "rebels/NOUN/NNS/nsubj/4",
      "attacked/VERB/VBD/ccomp/2",
    ]);
    expect(mended(...said, "a/DET/DT/det/4", "prayer/NOUN/NN/obj/2")).toEqual([]);
    expect(mended(...said, "words/NOUN/NNS/obj/2", "written/VERB/VBN/acl/3", "by/ADP/IN/case/6", "Paz/PROPN/NNP/obl:agent/4")).toEqual([]);
    expect(mended(...said, "Tuesday/PROPN/NNP/obj/2")).toEqual(["Tuesday/PROPN/NNP/obl:unmarked/2"]);
  });

  it("what is said in a letter or told to a committee is told, not a trait of the letter", () => {
    const clause = (head: number, by: string) => ["that/SCONJ/IN/mark/6", "Peru/PROPN/NNP/nsubj/6", `left/VERB/VBD/${by}/${head}`];
    const letter = ["wrote/VERB/VBD/root/0", "in/ADP/IN/case/3", "letters/NOUN/NNS/obl/1"];
    expect(mended(...letter, ...clause(3, "acl:relcl"))).toEqual(["left/VERB/VBD/ccomp/1"]);
    // "warned of reports that Peru left", "made the claim that Peru left", "wrote in letters that reached Lima".
    expect(mended("warned/VERB/VBD/root/0", "of/ADP/IN/case/3", "claim/NOUN/NN/obl/1", ...clause(3, "acl"))).toEqual([]);
    expect(mended("made/VERB/VBD/root/0", "the/DET/DT/det/3", "point/NOUN/NN/obj/1", ...clause(3, "acl"))).toEqual([]);
    expect(mended(...letter, "that/PRON/WDT/nsubj/5", "reached/VERB/VBD/acl:relcl/3", "Lima/PROPN/NNP/obj/5")).toEqual([]);
  });

  it("that tells which one of common nouns is meant; a bare name needs no telling", () => {
    const rest = ["brought/VERB/VBN/acl/1", "by/ADP/IN/case/4", "Peru/PROPN/NNP/obl:agent/2"];
    const that = (head: number) => ["that/PRON/WDT/nsubj/6", `harms/VERB/VBZ/acl:relcl/${head}`];
    expect(mended("suit/NOUN/NN/root/0", ...rest, ...that(4))).toEqual(["harms/VERB/VBZ/acl:relcl/1"]);
    const modern = ["vision/NOUN/NN/root/0", "of/ADP/IN/case/4", "a/DET/DT/det/4", "Peru/PROPN/NNP/nmod/1"];
    expect(mended(...modern, ...that(4))).toEqual([]);
  });

  it("a past form before a present tense says what was done to the noun", () => {
    const poll = ["poll/NOUN/NN/nsubj/2", "taken/VERB/VBD/root/0", "in/ADP/IN/case/4", "Lima/PROPN/NNP/obl/2"];
    expect(mended(...poll, "shows/VERB/VBZ/conj/2", "losses/NOUN/NNS/obj/5")).toEqual([
      "poll/NOUN/NN/nsubj/5",
      "taken/VERB/VBN/acl/1",
      "shows/VERB/VBZ/root/0",
    ]);
    // An object shows an active verb, and so does "and".
    expect(mended("Paz/PROPN/NNP/nsubj/2", "left/VERB/VBD/root/0", "Lima/PROPN/NNP/obj/2", "says/VERB/VBZ/conj/2")).toEqual([]);
    expect(mended(...poll, "and/CCONJ/CC/cc/6", "shows/VERB/VBZ/conj/2")).toEqual([]);
  });

  it("the one past tense of a full sentence is its verb, not a trait of its subject", () => {
    const words = ["The/DET/DT/det/2", "win/NOUN/NN/root/0", "in/ADP/IN/case/4", "Lima/PROPN/NNP/nmod/2"];
    expect(mended(...words, "sealed/VERB/VBD/conj/2", "it/PRON/PRP/obj/5", "./PUNCT/./punct/2")).toEqual([
      "win/NOUN/NN/nsubj/5",
      "sealed/VERB/VBD/root/0",
      "./PUNCT/./punct/5",
    ]);
    // A headline may be a noun, and what follows a colon is another sentence.
    expect(mended(...words, "sealed/VERB/VBD/conj/2", "it/PRON/PRP/obj/5")).toEqual([]);
    expect(
      mended("Correction/NOUN/NN/root/0", ":/PUNCT/:/punct/3", "said/VERB/VBD/parataxis/1", "so/ADV/RB/advmod/3", "./PUNCT/./punct/1"),
    ).toEqual([]);
  });

  it("who stands between a comma and said says it", () => {
    const words = ["Peru/PROPN/NNP/nsubj/3", "will/AUX/MD/aux/3", "leave/VERB/VB/root/0", ",/PUNCT/,/punct/6", "envoy/NOUN/NN/nmod:desc/6"];
    expect(mended(...words, "Paz/PROPN/NNP/nsubj/3", "said/VERB/VBD/parataxis/3")).toEqual(["Paz/PROPN/NNP/nsubj/7"]);
    expect(mended(...words, "Paz/PROPN/NNP/nsubj/3", "said/VERB/VBD/parataxis/3", "aides/NOUN/NNS/nsubj/7")).toEqual([]);
  });

  it("a bare participle joined to an infinitive is a past tense", () => {
    const words = ["voiced/VERB/VBD/root/0", "a/DET/DT/det/3", "wish/NOUN/NN/obj/1", "to/PART/TO/mark/5", "help/VERB/VB/acl/3"];
    const called = ["and/CCONJ/CC/cc/7", "called/VERB/VBN/conj/5", "on/ADP/IN/case/9", "donors/NOUN/NNS/obl/7"];
    expect(mended(...words, ...called)).toEqual(["called/VERB/VBD/conj/1"]);
    expect(mended(...words, "and/CCONJ/CC/cc/7", "become/VERB/VBN/conj/5", "strong/ADJ/JJ/xcomp/7")).toEqual([]);
  });

  it("adding something is done by who said the first, an -ing clause may be what is vital", () => {
    const said = ["Paz/PROPN/NNP/nsubj/2", "said/VERB/VBD/root/0", "Peru/PROPN/NNP/nsubj/4", "left/VERB/VBD/ccomp/2", ",/PUNCT/,/punct/6"];
    expect(mended(...said, "adding/VERB/VBG/advcl/4", "it/PRON/PRP/nsubj/8", "won/VERB/VBD/ccomp/6")).toEqual(["adding/VERB/VBG/advcl/2"]);
    expect(mended(...said, "adding/VERB/VBG/advcl/4", "ships/NOUN/NNS/obj/6")).toEqual([]);
    const vital = ["Talking/VERB/VBG/advcl/6", "is/AUX/VBZ/cop/3", "vital/ADJ/JJ/ccomp/6", ",/PUNCT/,/punct/3", "Paz/PROPN/NNP/nsubj/6"];
    expect(mended(...vital, "said/VERB/VBD/root/0")).toEqual(["Talking/VERB/VBG/csubj/3"]);
  });

  it("himself says again who, and is no second subject", () =>
    expect(mended("Paz/PROPN/NNP/nsubj/3", "himself/PRON/PRP/nsubj/3", "left/VERB/VBD/root/0")).toEqual([
      "himself/PRON/PRP/nmod:unmarked/1",
    ]));

  it("by behind a passive of accusing names the accuser", () =>
    expect(
      mended(
        "Paz/PROPN/NNP/nsubj:pass/3",
        "was/AUX/VBD/aux:pass/3",
        "charged/VERB/VBN/root/0",
        "with/ADP/IN/case/5",
        "theft/NOUN/NN/obl/3",
        "by/ADP/IN/case/7",
        "police/NOUN/NNS/nmod/5",
      ),
    ).toEqual(["police/NOUN/NNS/obl:agent/3"]));

  it("of two subjects the one behind and is the second half of the first, a title describes the name behind it", () => {
    expect(mended("Peru/PROPN/NNP/nsubj/4", "and/CCONJ/CC/cc/3", "Chile/PROPN/NNP/nsubj/4", "met/VERB/VBD/root/0")).toEqual([
      "Chile/PROPN/NNP/conj/1",
    ]);
    expect(mended("envoy/NOUN/NN/nsubj/3", "Paz/PROPN/NNP/nsubj/3", "met/VERB/VBD/root/0")).toEqual(["envoy/NOUN/NN/nmod:desc/2"]);
    expect(mended("Hours/NOUN/NNS/nsubj/4", "after/SCONJ/IN/mark/4", "Peru/PROPN/NNP/nsubj/4", "left/VERB/VBD/root/0")).toEqual([
      "Hours/NOUN/NNS/obl:unmarked/4",
    ]);
  });

  it("a bare noun right before a finite verb that has no subject is its subject", () => {
    expect(mended("after/SCONJ/IN/mark/3", "Peru/PROPN/NNP/obl/3", "left/VERB/VBD/advcl/4", "wept/VERB/VBD/root/0")).toEqual([
      "Peru/PROPN/NNP/nsubj/3",
    ]);
    expect(mended("after/SCONJ/IN/mark/3", "weeks/NOUN/NNS/obl/3", "left/VERB/VBD/advcl/4", "wept/VERB/VBD/root/0")).toEqual([]);
  });

  it("what stands before to is the object of the verb above", () =>
    expect(mended("wants/VERB/VBZ/root/0", "Peru/PROPN/NNP/obj/4", "to/PART/TO/mark/4", "help/VERB/VB/xcomp/1")).toEqual([
      "Peru/PROPN/NNP/obj/1",
    ]));

  it("a clause with while and a subject of its own is no relative clause", () => {
    const clause = ["while/SCONJ/IN/mark/6", "Paz/PROPN/NNP/nsubj/6", "left/VERB/VBD/acl:relcl/3"];
    expect(mended("is/AUX/VBZ/cop/3", "in/ADP/IN/case/3", "Lima/PROPN/NNP/root/0", ...clause)).toEqual(["left/VERB/VBD/advcl/3"]);
  });

  it("the noun before a day is the object, the day the time", () =>
    expect(mended("made/VERB/VBD/root/0", "a/DET/DT/det/4", "raid/NOUN/NN/compound/4", "Monday/PROPN/NNP/obl:unmarked/1")).toEqual([
      "a/DET/DT/det/3",
      "raid/NOUN/NN/obj/1",
    ]));

  it("it plans is somebody, it seems is nobody", () => {
    expect(mended("it/PRON/PRP/expl/2", "plans/VERB/VBZ/root/0")).toEqual(["it/PRON/PRP/nsubj/2"]);
    expect(mended("it/PRON/PRP/expl/2", "seems/VERB/VBZ/root/0")).toEqual([]);
  });

  it("have without been makes no passive", () =>
    expect(mended("Peru/PROPN/NNP/nsubj:pass/3", "has/AUX/VBZ/aux/3", "condemned/VERB/VBN/root/0", "Chile/PROPN/NNP/obj/3")).toEqual([
      "Peru/PROPN/NNP/nsubj/3",
    ]));

  it("is due to attend stands on due", () =>
    expect(mended("Paz/PROPN/NNP/nsubj/5", "is/AUX/VBZ/cop/5", "due/ADJ/JJ/mark/5", "to/PART/TO/mark/5", "attend/VERB/VB/root/0")).toEqual([
      "Paz/PROPN/NNP/nsubj/3",
      "is/AUX/VBZ/cop/3",
      "due/ADJ/JJ/root/0",
      "attend/VERB/VB/xcomp/3",
    ]));

  it("a full sentence without a finite verb has its verb in a past tense that is spelt like a noun", () => {
    const words = ["The/DET/DT/det/3", "raid/NOUN/NN/compound/3", "cost/NOUN/NN/root/0", "two/NUM/CD/nummod/5", "men/NOUN/NNS/appos/3"];
    const rest = ["their/PRON/PRP$/nmod:poss/7", "lives/NOUN/NNS/conj/5"];
    expect(mended(...words, ...rest, "./PUNCT/./punct/3")).toEqual([
      "The/DET/DT/det/2",
      "raid/NOUN/NN/nsubj/3",
      "cost/VERB/VBD/root/0",
      "men/NOUN/NNS/iobj/3",
      "lives/NOUN/NNS/obj/3",
    ]);
    // A headline has no full stop and may have no verb.
    expect(mended(...words, ...rest)).toEqual([]);
  });

  it("a month with its preposition is a time, and the noun behind it who the verb tells of", () => {
    const rest = ["Chilean/ADJ/JJ/amod/4", "troops/NOUN/NNS/obl/5", "arrested/VERB/VBD/root/0", "them/PRON/PRP/obj/5"];
    expect(mended("In/ADP/IN/case/4", "May/PROPN/NNP/compound/4", ...rest)).toEqual([
      "In/ADP/IN/case/2",
      "May/PROPN/NNP/obl/5",
      "troops/NOUN/NNS/nsubj/5",
    ]);
    expect(
      mended("In/ADP/IN/case/3", "May/PROPN/NNP/compound/3", "planes/NOUN/NNS/obl/4", "shelled/VERB/VBN/root/0", "it/PRON/PRP/obj/4"),
    ).toEqual(["In/ADP/IN/case/2", "May/PROPN/NNP/obl/4", "planes/NOUN/NNS/nsubj/4", "shelled/VERB/VBD/root/0"]);
    // A street, and a time of which somebody else is told.
    expect(mended("On/ADP/IN/case/4", "March/PROPN/NNP/compound/4", "Street/PROPN/NNP/compound/4", ...rest.slice(1))).toEqual([]);
    expect(
      mended("In/ADP/IN/case/3", "Monday/PROPN/NNP/compound/3", "talks/NOUN/NNS/obl/5", "Oslo/PROPN/NNP/nsubj/5", "agreed/VERB/VBD/root/0"),
    ).toEqual([]);
  });

  it("a present tense behind those that 'and' joins is their verb, never a clause about the noun behind it", () => {
    const side = ["Chile/PROPN/NNP/root/0", ",/PUNCT/,/punct/3", "Oslo/PROPN/NNP/appos/1", "and/CCONJ/CC/cc/6", "rich/ADJ/JJ/amod/6"];
    expect(mended(...side, "states/NOUN/NNS/conj/3", "accuse/VERB/VBP/acl/8", "Peru/PROPN/NNP/conj/1", "./PUNCT/./punct/1")).toEqual([
      "Chile/PROPN/NNP/nsubj/7",
      "Oslo/PROPN/NNP/conj/1",
      "states/NOUN/NNS/conj/1",
      "accuse/VERB/VBP/root/0",
      "Peru/PROPN/NNP/obj/7",
      "./PUNCT/./punct/7",
    ]);
    // A heading has no verb, and one that "who" opens is no sentence's.
    expect(mended(...side, "states/NOUN/NNS/conj/3", "accuse/VERB/VBP/acl/8", "Peru/PROPN/NNP/conj/1")).toEqual([]);
    expect(
      mended(
        ...side,
        "states/NOUN/NNS/conj/3",
        "who/PRON/WP/nsubj/8",
        "accuse/VERB/VBP/acl:relcl/6",
        "Peru/PROPN/NNP/obj/8",
        "./PUNCT/./punct/1",
      ),
    ).toEqual([]);
  });
});
