import type { Statement } from "../model/index.ts";
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
    const asked = before.find((d) => d.statement.issues.length > 0 && near(scene, d, draft) && samePair(scene, d, draft));
    if (!asked) return draft;
    return {
      ...draft,
      statement: { ...draft.statement, issues: asked.statement.issues, rules: [...draft.statement.rules, "issue:carried"] },
    };
  });
}

function near(scene: Scene, a: Draft, b: Draft): boolean {
  const gap = (scene.doc.sentenceOf[b.act.trigger] ?? 0) - (scene.doc.sentenceOf[a.act.trigger] ?? 0);
  const between = scene.doc.text.slice(a.statement.trigger.end, b.statement.trigger.start);
  // What only points back may stand in a paragraph of its own.
  return gap <= 1 && (!between.includes("\n") || takesUp(scene.doc, b));
}

function samePair(scene: Scene, a: Draft, b: Draft): boolean {
  const sides = ({ statement }: Draft) =>
    new Set([...statement.actors, ...statement.recipients].map((p) => partyOf(scene.actors, p.actor)));
  const one = sides(a);
  return [...sides(b)].every((party) => one.has(party));
}
