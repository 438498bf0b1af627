export { type Core, loadCore } from "./core.ts";
export { canMatter, type SentenceView } from "./matter.ts";
export { type GivenTokens, type ReadOptions, readDoc, readTokens } from "./read.ts";
