import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { shippedCore } from "../eval/parse.ts";
import { readDoc } from "../src/sentence/index.ts";
import { cpuSeconds, type Measure } from "./clock/cpu.ts";

const PARAGRAPHS = 120;

// Our own sentences, varied by number and name so that no cache answers for the reader.
const text = Array.from({ length: PARAGRAPHS }, (_, i) =>
  [
    `Envoys of Ruritania and Freedonia met for day ${i} of talks on the border near Port ${String.fromCharCode(65 + (i % 26))}ville.`,
    `"We will not withdraw ${i + 2} battalions before the sanctions are lifted," said Foreign Minister Anna Keller, who leads the delegation.`,
    "The Freedonian army denied that it had shelled the harbour, but residents reported seeing smoke over the fuel depot at dawn.",
    `According to the Ministry of Trade, exports fell by ${(i % 17) + 1}.5 % in May, and the council urged both sides to honour the truce they had signed.`,
  ].join(" "),
).join("\n");

/** Reading (tokens, sentences, tags, lemmas, names, trees) beside what wink-nlp and compromise do with the same text: tokens and tags only. */
export async function measure(): Promise<Measure> {
  const core = shippedCore();
  const wink = winkNLP(model);
  const words = text.split(/\s+/).length;
  const readers: Readonly<Record<string, () => unknown>> = {
    demarche: () => readDoc(text, core),
    everySentenceParsed: () => readDoc(text, core, { parse: () => true }),
    wink: () => wink.readDoc(text).tokens().out(wink.its.pos),
    compromise: () => nlp(text).json({ terms: { tags: true } }),
  };
  const speed: Record<string, number> = {};
  for (const [name, read] of Object.entries(readers)) {
    await cpuSeconds(read);
    speed[name] = words / Math.min(await cpuSeconds(read), await cpuSeconds(read));
  }
  const of = (name: string): number => speed[name] ?? 0;
  return {
    name: "reading: words a CPU second",
    figures: {
      "demarche, with trees and names": of("demarche"),
      "demarche, every sentence parsed": of("everySentenceParsed"),
      "wink-nlp, tags": of("wink"),
      "compromise, tags": of("compromise"),
      "ratio to wink-nlp": of("demarche") / of("wink"),
      "ratio to compromise": of("demarche") / of("compromise"),
    },
  };
}
