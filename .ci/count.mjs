// Prints the closing line of CI from vitest's JSON report. Where there is none, a check before the tests has failed: that counts as one failure.
import { existsSync, readFileSync } from "node:fs";

const file = process.argv[2];
const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { numPassedTests: 0, numFailedTests: 1 };
console.log(`tests: ${report.numPassedTests} passed, ${report.numFailedTests} failed`);
if (report.numPassedTests === 0 || report.numFailedTests > 0) process.exitCode = 1;
