import { type Core, readDoc } from "../../src/sentence/index.ts";
import { hashBytes } from "../../src/text/hash.ts";

/** The hash of every number of a Doc, to the last bit. */
export function digestDoc(text: string, core: Core, batch: number): string {
  const { start, end, upos, xpos, lemma, head, relation, headProbability, sentences, names } = readDoc(text, core, {
    batch,
    parse: () => true,
  });
  const bits = Array.from(new Uint32Array(headProbability.buffer));
  const all = { start: [...start], end: [...end], upos, xpos, lemma, head: [...head], relation, bits, sentences, names };
  return hashBytes(new TextEncoder().encode(JSON.stringify(all)));
}
