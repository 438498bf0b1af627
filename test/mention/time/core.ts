import { readDataBytes } from "../../../src/lexicon/table.ts";
import type { Doc } from "../../../src/model/index.ts";
import { loadCore, readDoc } from "../../../src/sentence/index.ts";

const core = loadCore(readDataBytes("core.bin"));

/** A text read by the shipped language core, every sentence with its tree unless told otherwise. */
export function docOfText(text: string, parse = true): Doc {
  return readDoc(text, core, { parse: () => parse });
}
