export { findCopies } from "./copies.ts";
export type { PageSplit } from "./glued.ts";
export { settlePages } from "./settle.ts";
export { splitPage } from "./split.ts";
