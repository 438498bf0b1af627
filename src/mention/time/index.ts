export { findTimes } from "./find.ts";
