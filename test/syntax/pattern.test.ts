import { describe, expect, it } from "vitest";
import { findAll, match } from "../../src/syntax/pattern.ts";
import { conjunctsOf, follow, pathBetween, runOf } from "../../src/syntax/reach.ts";
import { docOf } from "../support/doc.ts";

const OFFERS = new Set(["offer", "propose"]);

const doc = docOf(`
  Kenya PROPN NNP 4 nsubj
  and CCONJ CC 3 cc
  Peru PROPN NNP 1 conj
  offered VERB VBD 0 root offer
  rebels NOUN NNS 4 iobj rebel
  a DET DT 7 det
  truce NOUN NN 4 obj
  in ADP IN 10 case
  the DET DT 10 det
  north NOUN NN 7 nmod
  that PRON WDT 12 nsubj
  lasts VERB VBZ 7 acl:relcl last
`);
const sentence = doc.sentences[0]!;
const words = (tokens: readonly number[]) => tokens.map((t) => doc.text.slice(doc.start[t], doc.end[t])).join(" ");

describe("patterns", () => {
  it("capture what hangs on a token", () => {
    const pattern = {
      lemma: OFFERS,
      upos: "VERB",
      has: { nsubj: { as: "who" }, obj: { as: "what", may: { nmod: { as: "where" } } } },
      may: { iobj: { as: "whom" }, advmod: { as: "how" } },
      lacks: ["aux:pass"],
      as: "offer",
    } as const;
    expect(findAll(doc, sentence, pattern)).toEqual([{ token: 3, captures: { who: 0, what: 6, where: 9, whom: 4, offer: 3 } }]);
  });

  it("do not fit another lemma, part of speech, relation or a token with what it must lack", () => {
    expect(match(doc, 3, { lemma: "refuse" })).toBeUndefined();
    expect(match(doc, 3, { upos: ["NOUN", "PROPN"] })).toBeUndefined();
    expect(match(doc, 3, { xpos: "VBZ" })).toBeUndefined();
    expect(match(doc, 3, { relation: "conj" })).toBeUndefined();
    expect(match(doc, 3, { has: { obj: { lemma: "war" } } })).toBeUndefined();
    expect(match(doc, 3, { lacks: ["iobj"] })).toBeUndefined();
  });

  it("take a relation with its subtypes, a subtype only as itself", () => {
    expect(findAll(doc, sentence, { relation: "acl" }).map(({ token }) => token)).toEqual([11]);
    expect(findAll(doc, sentence, { relation: "nsubj:pass" })).toEqual([]);
    expect(findAll(doc, sentence, { relation: ["cc", "det"] }).map(({ token }) => token)).toEqual([1, 5, 8]);
  });
});

describe("ways through a tree", () => {
  it("follow a path of relations down", () => {
    expect(words(follow(doc, 3, "obj", "nmod"))).toBe("north");
    expect(follow(doc, 3, "obj", "nsubj")).toEqual([]);
  });

  it("lead from one token to another over what they share", () => {
    expect(words(pathBetween(doc, 2, 9))).toBe("Peru Kenya offered truce north");
    expect(words(pathBetween(doc, 6, 6))).toBe("truce");
  });

  it("give conjuncts from the first on, whichever is asked", () => {
    expect(words(conjunctsOf(doc, 2))).toBe("Kenya Peru");
    expect(words(conjunctsOf(doc, 3))).toBe("offered");
  });

  it("give the run of a phrase, with or without its clauses", () => {
    expect(runOf(doc, 6)).toEqual({ first: 5, end: 12 });
    expect(runOf(doc, 6, "acl", "nmod")).toEqual({ first: 5, end: 7 });
  });
});
