// Prints the closing line of CI from vitest's JSON report; fails where there is none or no test ran.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(`tests: ${report.numPassedTests} passed, ${report.numFailedTests} failed`);
if (report.numPassedTests === 0 || report.numFailedTests > 0) process.exit(1);
