import { describe, expect, it } from "vitest";
import type { Mention, Participant } from "../../src/model/index.ts";
import { dropDoubted } from "../../src/statement/doubt.ts";
import type { Draft } from "../../src/statement/draft.ts";
import { plant } from "./tree.ts";

const DOC = plant(`
Peru/Peru/PROPN/NNP/2/nsubj
left/leave/VERB/VBD/0/root
,/,/PUNCT/,/5/punct
and/and/CCONJ/CC/5/cc
sued/sue/VERB/VBD/2/conj
Chile/Chile/PROPN/NNP/5/obj
`);

/** What is left of "Peru sued Chile" where the verb hangs on the first one, and its object on it, as surely as told. */
function left(verb: number, object: number, actors: readonly string[] = ["Peru"], recipients: readonly string[] = ["Chile"]) {
  const party = (name: string): Participant => ({ actor: name, start: DOC.text.indexOf(name), end: DOC.text.indexOf(name) + name.length });
  const mentions = ["Peru", "Chile"].map((name, i) => ({ ...party(name), head: i * 5 }) as unknown as Mention);
  const statement = { actors: actors.map(party), recipients: recipients.map(party), mediators: [] };
  const draft = { act: { trigger: 4 }, statement } as unknown as Draft;
  const headProbability = Float32Array.from([1, 1, 1, 1, verb, object]);
  return dropDoubted({ doc: { ...DOC, headProbability }, mentions }, [draft]).map(({ statement: s }) => [
    s.actors.map((p) => p.actor).join(),
    s.recipients.map((p) => p.actor).join(),
  ]);
}

describe("parties that an act has only by hanging where it may not hang", () => {
  it("are left out where the arc above the act is doubted", () => {
    expect(left(0.9, 0.9)).toEqual([["Peru", "Chile"]]);
    expect(left(0.2, 0.9)).toEqual([["", "Chile"]]);
  });
  it("stay where only the arc down to them is", () => expect(left(0.9, 0.1)).toEqual([["Peru", "Chile"]]));
  it("stay where a relative clause stands right behind them", () => {
    const doc = plant(`
Peru/Peru/PROPN/NNP/6/nsubj
,/,/PUNCT/,/4/punct
which/which/PRON/WDT/4/nsubj
sued/sue/VERB/VBD/1/acl:relcl
Chile/Chile/PROPN/NNP/4/obj
left/leave/VERB/VBD/0/root
`);
    const headProbability = Float32Array.from([1, 1, 1, 0.2, 1, 1]);
    const peru = { actor: "Peru", start: 0, end: 4 };
    const draft = { act: { trigger: 3 }, statement: { actors: [peru], recipients: [], mediators: [] } } as unknown as Draft;
    const mentions = [{ ...peru, head: 0 } as unknown as Mention];
    expect(dropDoubted({ doc: { ...doc, headProbability }, mentions }, [draft])).toEqual([draft]);
  });
  it("take the reading with them where nobody else is in it, but a reading that had nobody stays", () => {
    expect(left(0.2, 0.9, ["Peru"], [])).toEqual([]);
    expect(left(0.2, 0.9, [], [])).toEqual([["", ""]]);
  });
});
