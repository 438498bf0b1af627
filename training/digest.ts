// Writes test/sentence/digest.txt: the hash of what the shipped core reads out of fixture.txt.
import { readFileSync, writeFileSync } from "node:fs";
import { loadCore } from "../src/sentence/index.ts";
import { digestDoc } from "../test/support/digest.ts";

const here = (path: string) => new URL(path, import.meta.url);
const core = loadCore(readFileSync(here("../data/core.bin")));
const hash = digestDoc(readFileSync(here("../test/sentence/fixture.txt"), "utf8"), core, 16);
writeFileSync(here("../test/sentence/digest.txt"), `# SHA-256 of the Doc of fixture.txt, read with the shipped data/core.bin.\n${hash}\n`);
console.log(process.version, hash);
