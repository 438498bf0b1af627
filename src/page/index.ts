export type { Columns, PageInput } from "./input.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export { readPage } from "./read.ts";
