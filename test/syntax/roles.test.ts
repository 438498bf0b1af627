import { describe, expect, test } from "vitest";
import { agentOf } from "../../src/syntax/agent.ts";
import { objectOf } from "../../src/syntax/object.ts";
import { isPassive } from "../../src/syntax/passive.ts";
import { subjectOf } from "../../src/syntax/subject.ts";
import { docOf } from "../support/doc.ts";

const form = (doc: ReturnType<typeof docOf>, token: number) => (token < 0 ? null : doc.text.slice(doc.start[token], doc.end[token]));
const roles = (doc: ReturnType<typeof docOf>, trigger: string) => {
  const token = [...Array(doc.length).keys()].find((i) => form(doc, i) === trigger)!;
  return [form(doc, subjectOf(doc, token)), form(doc, objectOf(doc, token))];
};

describe("who does it and to whom", () => {
  test("an active verb has its subject and object", () => {
    const doc = docOf(`
      Malta PROPN NNP 2 nsubj
      freed VERB VBD 0 root free
      sailors NOUN NNS 2 obj sailor`);
    expect(roles(doc, "freed")).toEqual(["Malta", "sailors"]);
  });

  test("a passive verb turns them round", () => {
    const doc = docOf(`
      Sailors NOUN NNS 3 nsubj:pass sailor
      were AUX VBD 3 aux:pass be
      freed VERB VBN 0 root free
      by ADP IN 5 case
      Malta PROPN NNP 3 obl:agent`);
    expect(isPassive(doc, 2)).toBe(true);
    expect(roles(doc, "freed")).toEqual(["Malta", "Sailors"]);
  });

  test("a passive without an agent leaves the actor unsaid", () => {
    const doc = docOf(`
      Sailors NOUN NNS 3 nsubj:pass sailor
      were AUX VBD 3 aux:pass be
      freed VERB VBN 0 root free`);
    expect(roles(doc, "freed")).toEqual([null, "Sailors"]);
    expect(agentOf(doc, 2)).toBe(-1);
  });

  test("an infinitive shares the subject of the verb above it, or its object where that is asked", () => {
    const agreed = docOf(`
      Malta PROPN NNP 2 nsubj
      agreed VERB VBD 0 root agree
      to PART TO 4 mark
      leave VERB VB 2 xcomp`);
    expect(roles(agreed, "leave")).toEqual(["Malta", null]);
    const urged = docOf(`
      Malta PROPN NNP 2 nsubj
      urged VERB VBD 0 root urge
      Cyprus PROPN NNP 2 obj
      to PART TO 5 mark
      leave VERB VB 2 xcomp`);
    expect(roles(urged, "leave")).toEqual(["Cyprus", null]);
  });

  test("a relative pronoun stands for its noun, and a gapped relative gives the object", () => {
    const who = docOf(`
      soldiers NOUN NNS 0 root soldier
      who PRON WP 3 nsubj
      left VERB VBD 1 acl:relcl leave`);
    expect(roles(who, "left")).toEqual(["soldiers", null]);
    const gap = docOf(`
      sailors NOUN NNS 0 root sailor
      Malta PROPN NNP 3 nsubj
      freed VERB VBD 1 acl:relcl free`);
    expect(roles(gap, "freed")).toEqual(["Malta", "sailors"]);
  });

  test("a coordinated verb shares the subject, a finite subordinate clause does not", () => {
    const joined = docOf(`
      Malta PROPN NNP 2 nsubj
      met VERB VBD 0 root meet
      and CCONJ CC 4 cc
      freed VERB VBD 2 conj free
      sailors NOUN NNS 4 obj sailor`);
    expect(roles(joined, "freed")).toEqual(["Malta", "sailors"]);
    const apart = docOf(`
      Malta PROPN NNP 2 nsubj
      waited VERB VBD 0 root wait
      as SCONJ IN 4 mark
      rained VERB VBD 2 advcl rain`);
    expect(roles(apart, "rained")).toEqual([null, null]);
  });

  test("a noun has its possessor and its of-phrase", () => {
    const doc = docOf(`
      Malta PROPN NNP 3 nmod:poss
      's PART POS 1 case
      release NOUN NN 0 root
      of ADP IN 5 case
      sailors NOUN NNS 3 nmod sailor`);
    expect(roles(doc, "release")).toEqual(["Malta", "sailors"]);
  });
});
