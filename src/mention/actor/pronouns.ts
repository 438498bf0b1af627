import { childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import { mostSalient } from "./memory.ts";
import { mention, type Scene, wordAfter } from "./scene.ts";

const singular: Record<string, "m" | "f"> = { he: "m", him: "m", his: "m", himself: "m", she: "f", her: "f", hers: "f", herself: "f" };
const thing = new Set(["it", "its", "itself"]);
const plural = new Set(["they", "them", "their", "theirs", "themselves"]);
const owning = new Set(["his", "her", "its", "their"]);

/** True when the word is a pronoun this resolver reads. */
export function isPronoun(fold: string): boolean {
  return fold in singular || thing.has(fold) || plural.has(fold);
}

/** Who a pronoun stands for, by number, gender and salience; silent where two are as likely. */
export function resolvePronoun(scene: Scene, at: number): void {
  const { words, memory } = scene;
  const word = words.list[at]!;
  const { doc } = words;
  const possessive =
    owning.has(word.fold) && (word.fold !== "her" || /^(?:NOUN|ADJ|PROPN|VERB|NUM)$/.test(wordAfter(words.list, at + 1)?.upos ?? ""));
  const search = { sentence: word.sentence, lead: 0.4 };
  const barred = subjectBeside(scene, word.token);
  let found: Party | null = null;
  const gender = singular[word.fold];
  if (gender !== undefined) {
    const fits = (party: Party) =>
      party.key !== barred && party.kind === "person" && !party.plural && (party.gender === "u" || party.gender === gender);
    found = mostSalient(memory, fits, { ...search, window: 3 });
    if (found !== null && found.gender === "u") found.gender = gender;
  } else if (thing.has(word.fold)) {
    if (hasRelation(doc, word.token, "expl") || isExpletive(scene, at)) return;
    const fits = (party: Party) => party.key !== barred && party.kind !== "person" && party.kind !== "group" && party.sector !== "MED";
    found = mostSalient(memory, fits, { ...search, window: 1, lead: possessive ? 0.6 : 0.8 });
  } else {
    const fits = (party: Party) => party.key !== barred && (party.plural || party.kind === "group" || party.kind === "movement");
    found = mostSalient(memory, fits, { ...search, window: 1, lead: 0.8 });
  }
  if (found === null) return;
  scene.resolved.set(at, found);
  mention(
    scene,
    found,
    at,
    at + 1,
    at,
    possessive ? "possessive" : "pronoun",
    `pronoun.${gender === undefined ? (thing.has(word.fold) ? "it" : "they") : "person"}`,
  );
}

/** "X met him": the subject of the verb whose object the pronoun is, and so not who it stands for; null where it is no object. */
function subjectBeside(scene: Scene, token: number): string | null {
  const { words, mentions } = scene;
  const { doc } = words;
  if (!hasRelation(doc, token, "obj", "iobj", "obl")) return null;
  const subjects = childrenOf(doc, doc.head[token] ?? -1, "nsubj");
  for (let i = mentions.length - 1; i >= 0 && doc.sentenceOf[mentions[i]!.head] === doc.sentenceOf[token]; i--) {
    const { first, last, actor } = mentions[i]!;
    if (subjects.some((subject) => subject >= first && subject <= last)) return actor;
  }
  return null;
}

/** "It is clear that", "it was not known whether": an "it" that stands for nobody. */
function isExpletive(scene: Scene, at: number): boolean {
  const { list } = scene.words;
  if (list[at]!.fold !== "it") return false;
  let i = at + 1;
  while (
    /^(?:is|was|s|has|had|been|will|would|be|not|also|may|might|could|still|remains|remained|seems|seemed|appears|appeared)$/.test(
      list[i]?.fold ?? "",
    ) &&
    i < at + 6
  )
    i++;
  if (i === at + 1) return false;
  return (
    /^(?:ADJ|NUM|ADP|SCONJ|ADV|DET)$/.test(list[i]?.upos ?? "") ||
    /^(?:unclear|known|believed|reported|expected|understood|that|to)$/.test(list[i]?.fold ?? "")
  );
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
    if (antecedent < 0 || antecedent >= word.token) return;
    const actor = byToken.get(antecedent);
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
