import type { Silence } from "./silence.ts";

/** "NEWS OF THE DAY: SUSPECTS ARRESTED He …": a line in capitals, or a label in title case, that ran into the text. */
export const inLabel: Silence = ({ doc }, { trigger, words }) => {
  const form = doc.text.slice(doc.start[trigger], doc.end[trigger]);
  if (form.length > 3 && form === form.toUpperCase() && /\p{Lu}/u.test(form)) return true;
  const first = doc.sentences[doc.sentenceOf[trigger] ?? 0]?.first ?? 0;
  const inside = trigger > first && doc.upos[trigger - 1] !== "PUNCT" && words[0] === trigger;
  return inside && doc.upos[trigger] === "VERB" && /^\p{Lu}\p{Ll}/u.test(form);
};

/** Whoever stands in a run of capitals stands in a heading: "NEW LAND SHAKEN". */
export const amongCapitals: Silence = ({ doc }, _act, _move, { actors, recipients }) =>
  [...actors, ...recipients].some((p) => {
    const before = doc.text.slice(Math.max(0, p.start - 12), p.start);
    const after = doc.text.slice(p.end, p.end + 12);
    const name = doc.text.slice(p.start, p.end);
    if (name.length < 4 || name !== name.toUpperCase()) return false;
    return /\p{Lu}{3,}[\s'’]*$/u.test(before) || /^\s+\p{Lu}{4,}/u.test(after);
  });
