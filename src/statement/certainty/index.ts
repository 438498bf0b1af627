export { type FactualityReading, readFactuality, valueOfScore } from "./read.ts";
