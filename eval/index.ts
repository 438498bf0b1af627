import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkFloors, type Floors } from "./gate.ts";
import type { Score, Scorer } from "./score.ts";

const here = (path: string) => new URL(path, import.meta.url);

/** Where each task's gold stands when no `--gold` is given. */
const GOLD: Readonly<Record<string, string>> = JSON.parse(readFileSync(here("gold.json"), "utf8"));

const FRAME = new Set(["index", "gate", "score"]);
const tasks = () =>
  readdirSync(here("."))
    .filter((f) => f.endsWith(".ts"))
    .map((f) => f.slice(0, -3))
    .filter((t) => !FRAME.has(t))
    .sort();

async function score(task: string, gold: string | undefined): Promise<Score | null> {
  const path = gold ?? (GOLD[task] ? decodeURIComponent(here(GOLD[task]).pathname) : "");
  if (!existsSync(path)) {
    console.error(`${task}: skipped: no data at ${path || "(no default; give --gold PATH)"}`);
    return null;
  }
  const { run }: Scorer = await import(here(`${task}.ts`).href);
  try {
    return await run(path);
  } catch (error) {
    // What a user gave and cannot be read is told in a line; anything else is a defect and keeps its stack.
    if (!(error instanceof RangeError)) throw error;
    console.error(`${task}: ${error.message}`);
    process.exitCode = 1;
    return null;
  }
}

function print(score: Score): void {
  console.log(`\n${score.task}`);
  for (const [name, value] of Object.entries(score.figures)) {
    console.log(`  ${name.padEnd(44)} ${Number.isInteger(value) ? value : value.toFixed(3)}`);
  }
  for (const note of score.notes ?? []) console.log(`  ${note}`);
}

/** Runs every task that has a floor and fails where one has fallen. A task without its data is skipped, and said to be. */
async function gate(): Promise<boolean> {
  const floors: Floors = JSON.parse(readFileSync(here("floors.json"), "utf8"));
  let good = true;
  for (const task of Object.keys(floors)) {
    const got = await score(task, undefined);
    if (!got) continue;
    print(got);
    for (const fallen of checkFloors(got, floors[task] ?? {})) {
      console.error(`  FALLEN ${fallen}`);
      good = false;
    }
  }
  return good;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gold: { type: "string" }, json: { type: "boolean", default: false } },
});
const task = positionals[0];
if (task === "gate") {
  if (!(await gate())) process.exitCode = 1;
} else if (task && tasks().includes(task)) {
  const got = await score(task, values.gold);
  if (got && values.json) console.log(JSON.stringify({ task: got.task, figures: got.figures }));
  else if (got) print(got);
} else {
  console.error(`Usage: npm run eval -- TASK [--gold PATH] [--json]\nTasks: ${tasks().join(", ")}, gate (all that have a floor)`);
  process.exitCode = 2;
}
