import type { Scene } from "./scene.ts";

function isPerson(scene: Scene, key: string | undefined): boolean {
  const party = key === undefined ? undefined : scene.cast.parties.get(key);
  return party?.kind === "person" || party?.kind === "group";
}

/** "who", "which", "whose", "that": the noun that the relative clause hangs on, where that noun is an actor. */
export function resolveRelatives(scene: Scene): void {
  const { words, mentions, cast } = scene;
  const { doc, list } = words;
  const byToken = new Map<number, string>();
  for (const draft of mentions) {
    if (draft.form === "pronoun" || draft.form === "possessive") continue;
    // A name and the role before it are two mentions of one person: the clause may hang on either.
    if (cast.parties.get(draft.actor)?.kind === "person") {
      for (let token = draft.first; token <= draft.last; token++) if (!byToken.has(token)) byToken.set(token, draft.actor);
    }
    byToken.set(draft.head, draft.actor);
  }
  const found: { at: number; actor: string }[] = [];
  list.forEach((word, at) => {
    if (!/^(?:who|whom|which|whose|that)$/.test(word.fold) || !/^W/.test(doc.xpos[word.token] ?? "")) return;
    let token = word.token;
    for (let steps = 0; steps < 6 && token >= 0; steps++) {
      if (doc.relation[token] === "acl:relcl") break;
      token = doc.head[token] ?? -1;
    }
    const antecedent = token < 0 ? -1 : (doc.head[token] ?? -1);
    // "By the side of X, whom": a person right before "who" is meant, wherever the tree hangs the clause.
    const personal = /^who/.test(word.fold);
    const near = personal ? [word.token - 1, word.token - 2].map((t) => byToken.get(t)).find((key) => isPerson(scene, key)) : undefined;
    if (near === undefined && (antecedent < 0 || antecedent >= word.token)) return;
    // Where the reader of trees is at a loss (under 0.3: in trials its far antecedents were wrong there), the name right before is meant.
    const lost = token >= 0 && (doc.headProbability[token] ?? 1) < 0.3;
    const beside = lost ? [word.token - 1, word.token - 2].map((t) => byToken.get(t)).find((key) => key !== undefined) : undefined;
    const actor = near ?? byToken.get(antecedent) ?? beside;
    if (personal && actor !== undefined && cast.parties.get(actor)?.kind === "state") return;
    if (actor !== undefined) found.push({ at, actor });
  });
  for (const { at, actor } of found) {
    const word = list[at]!;
    const party = cast.parties.get(actor);
    if (party !== undefined)
      mentions.push({
        start: word.start,
        end: word.end,
        actor,
        head: word.token,
        form: word.fold === "whose" ? "possessive" : "pronoun",
        rule: "pronoun.relative",
        first: word.token,
        last: word.token,
      });
  }
}
