import type { Quantity, Statement } from "../model/index.ts";
import { contains } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { partyOf } from "./kin.ts";
import type { Scene } from "./read.ts";
import { takesUp } from "./refer.ts";

/** Answers and moves that may leave what they are about to the sentence before: "X asked for Y. Z has refused." */
const ANSWERING = new Set<Statement["modality"]>(["refused", "denied", "asked", "offered", "promised", "threatened"]);

/** Gives a move that names no issue those of the last move between the same two in its sentence or the one before. */
export function carryIssues(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const ordered = [...drafts].sort((a, b) => a.statement.trigger.start - b.statement.trigger.start);
  return drafts.map((draft) => {
    if (draft.statement.issues.length > 0 || !ANSWERING.has(draft.statement.modality)) return draft;
    const before = ordered.slice(0, ordered.indexOf(draft)).reverse();
    const told = before.filter((d) => d.statement.issues.length > 0);
    const asked = told.find((d) => near(scene, d, draft) && samePair(scene, d, draft)) ?? sameMoney(scene, told, draft);
    if (!asked) return draft;
    return {
      ...draft,
      statement: { ...draft.statement, issues: asked.statement.issues, rules: [...draft.statement.rules, "issue:carried"] },
    };
  });
}

/** "all of the $6 billion": a sum that the words take as known is that of the last move about money by one of the two. */
function sameMoney(scene: Scene, told: readonly Draft[], draft: Draft): Draft | undefined {
  if (!moneyOf(scene, draft).some((sum) => /\bthe\s*$/i.test(scene.doc.text.slice(0, sum.start).slice(-8)))) return undefined;
  const last = told.find((d) => moneyOf(scene, d).length > 0);
  const sides = last ? sidesOf(scene, last) : new Set<string>();
  return [...sidesOf(scene, draft)].some((party) => sides.has(party)) ? last : undefined;
}

/** The sums of money that a move is about: those of its objects, or of its words where it has none. */
function moneyOf({ quantities }: Scene, { statement }: Draft): readonly Quantity[] {
  return statement.quantities
    .flatMap((i) => quantities[i] ?? [])
    .filter((one) => one.kind === "money" && (statement.objects.length === 0 || statement.objects.some((object) => contains(object, one))));
}

function near(scene: Scene, a: Draft, b: Draft): boolean {
  const gap = (scene.doc.sentenceOf[b.act.trigger] ?? 0) - (scene.doc.sentenceOf[a.act.trigger] ?? 0);
  const between = scene.doc.text.slice(a.statement.trigger.end, b.statement.trigger.start);
  // What only points back may stand in a paragraph of its own.
  return gap <= 1 && (!between.includes("\n") || takesUp(scene.doc, b));
}

function samePair(scene: Scene, a: Draft, b: Draft): boolean {
  const one = sidesOf(scene, a);
  return [...sidesOf(scene, b)].every((party) => one.has(party));
}

function sidesOf(scene: Scene, { statement }: Draft): ReadonlySet<string> {
  return new Set([...statement.actors, ...statement.recipients].map((p) => partyOf(scene.actors, p.actor)));
}
