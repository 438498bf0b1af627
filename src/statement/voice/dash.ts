import type { Doc } from "../../model/doc.ts";
import type { Span } from "../../model/span.ts";
import { lowerAt } from "../../syntax/tree.ts";
import { speakerOf } from "./beside.ts";
import type { Draft } from "./draft.ts";
import type { Quoted } from "./quoted.ts";

// On PolNeAR train 6 of the 8 quotes signed so are attributions; too few to say more.
const CHANCE = 0.75;
const LONGEST_NAME = 14;

/** A quote signed below or after its closing mark: “…” — Ann Lee, teacher. The name runs to the end of its paragraph. */
export function readSigned(doc: Doc, quoted: Quoted, paragraphs: readonly Span[]): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  quoted.runs.forEach((run, index) => {
    const dash = run.end;
    if (dash >= doc.length - 1 || !/^[―—–-]+$/.test(lowerAt(doc, dash))) return;
    while (at < paragraphs.length && paragraphs[at]!.end <= doc.start[dash]!) at++;
    let end = dash + 1;
    while (end < doc.length && doc.start[end]! < paragraphs[at]!.end && end - dash <= LONGEST_NAME) end++;
    while (end > dash + 1 && doc.upos[end - 1] === "PUNCT") end--;
    const closes = end < doc.length ? doc.start[end]! >= paragraphs[at]!.end - 1 : true;
    if (!closes || end === dash + 1 || !/^\p{Lu}/u.test(doc.text.slice(doc.start[dash + 1]!))) return;
    for (let i = dash + 1; i < end; i++) if (/^(?:VERB|AUX)$/.test(doc.upos[i]!)) return;
    const source = speakerOf(doc, { first: dash + 1, end });
    drafts.push({
      cue: { first: dash, end: dash + 1 },
      cueToken: dash,
      source,
      content: [run],
      probability: CHANCE,
      rule: "dash",
      speech: true,
      asserts: true,
      quotes: [index],
    });
  });
  return drafts;
}
