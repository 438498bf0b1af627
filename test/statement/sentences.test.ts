import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Actor, Analysis, Statement } from "../../src/model/index.ts";
import { analyze, loadTools } from "../../src/pipeline/index.ts";

interface Said {
  readonly who?: string;
  readonly act?: string;
  readonly mode?: string;
  readonly modality?: string;
  readonly whom?: string;
  readonly speaker?: string;
  readonly condition?: boolean;
  readonly polarity?: string;
  /** The time, in EDTF; "none" for none. */
  readonly when?: string;
  /** Who led which party's side: "Ana Ruiz for Chile". */
  readonly led?: readonly string[];
}

interface Case {
  readonly text: string;
  readonly says?: readonly Said[];
  readonly never?: readonly Said[];
  readonly none?: boolean;
}

const cases: Case[] = parse(readFileSync(new URL("sentences.yaml", import.meta.url), "utf8"));
const tools = loadTools();

/** One page that holds the sentence as an article's body, under a headline that names nobody. */
async function analyse(text: string): Promise<Analysis> {
  const page = `News of the day\n\n${text}\n`;
  async function* inputs() {
    yield { path: "case.txt", bytes: new TextEncoder().encode(page) };
  }
  return analyze(inputs(), tools);
}

/** An actor's own name and those of the party it belongs to. */
function namesOf(id: string, actors: readonly Actor[]): readonly string[] {
  const actor = actors.find((a) => a.id === id);
  return actor ? [actor.name, ...(actor.partyOf ? namesOf(actor.partyOf, actors) : [])] : [];
}

function led({ leaders }: Statement, actors: readonly Actor[]): readonly string[] {
  return leaders.map((one) => `${namesOf(one.actor, actors)[0]} for ${one.side === null ? "nobody" : namesOf(one.side, actors).at(-1)}`);
}

function says(statement: Statement, said: Said, actors: readonly Actor[]): boolean {
  const names = (people: Statement["actors"]) => people.flatMap((p) => namesOf(p.actor, actors));
  return (
    (said.who === undefined || names(statement.actors).includes(said.who)) &&
    (said.whom === undefined || names(statement.recipients).includes(said.whom)) &&
    (said.act === undefined || statement.eventType === said.act) &&
    (said.mode === undefined || statement.mode === said.mode) &&
    (said.modality === undefined || statement.modality === said.modality) &&
    (said.polarity === undefined || statement.polarity === said.polarity) &&
    (said.when === undefined || (statement.time?.value ?? "none") === said.when) &&
    (said.condition === undefined || (statement.condition !== null) === said.condition) &&
    (said.led === undefined || said.led.join() === led(statement, actors).join()) &&
    (said.speaker === undefined || statement.attribution[0]?.kind === said.speaker)
  );
}

const show = (s: Statement, actors: readonly Actor[]) =>
  `${s.actors.map((p) => namesOf(p.actor, actors)[0])} ${s.eventType} ${s.modality} ${s.polarity} ${s.recipients.map((p) => namesOf(p.actor, actors)[0])} ${s.attribution[0]?.kind}${s.condition ? " if" : ""}`;

describe("sentences and the statements they make", () => {
  for (const one of cases) {
    test(one.text, async () => {
      const { statements, actors } = await analyse(one.text);
      const told = statements.map((s) => show(s, actors));
      if (one.none) expect(told).toEqual([]);
      for (const said of one.never ?? []) {
        expect(
          statements.filter((s) => says(s, said, actors)).map((s) => show(s, actors)),
          `never ${JSON.stringify(said)}`,
        ).toEqual([]);
      }
      for (const said of one.says ?? []) {
        expect(
          statements.some((s) => says(s, said, actors)),
          `${JSON.stringify(said)} among ${JSON.stringify(told)}`,
        ).toBe(true);
      }
    });
  }
});
