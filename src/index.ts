export { settlePages, splitPage } from "./article/index.ts";
export { joinEvents } from "./event/index.ts";
export { keepLedger } from "./ledger/index.ts";
export type * from "./model/index.ts";
export { type Limits, readPage } from "./page/index.ts";
export { type AnalyzeOptions, analyze, analyzeFiles, loadTools, type Progress, type Tools, type UserFiles } from "./pipeline/index.ts";
export { type Core, loadCore, readDoc } from "./sentence/index.ts";
export { checkAnalysis } from "./view/check.ts";
export { analysisJsonSchema } from "./view/schema.ts";
