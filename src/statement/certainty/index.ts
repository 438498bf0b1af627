export { type FactualityReading, readFactuality } from "./read.ts";
