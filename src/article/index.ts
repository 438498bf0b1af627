export { splitPage } from "./page.ts";
export type { PageSplit } from "./split.ts";
