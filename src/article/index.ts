export { findCopies } from "./copies.ts";
export type { PageSplit } from "./glued.ts";
export { splitPage } from "./split.ts";
