export { type Core, loadCore } from "./core.ts";
export { readDoc, readTokens } from "./read.ts";
