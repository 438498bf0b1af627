import { foldName } from "../../text/name-words.ts";
import { meet, type Party } from "./cast.ts";
import { type Composed, composeBare, composeOwned } from "./compose.ts";
import { resolveDefinite } from "./definite.ts";
import { chooseEntry } from "./known.ts";
import { leaderGovernment } from "./leaders.ts";
import { isPast } from "./past.ts";
import type { Owner, Phrase } from "./phrases.ts";
import { onePerson, tellRole } from "./roles.ts";
import { mention, partyAt, type Scene } from "./scene.ts";
import { runText } from "./words.ts";

/** Who an owner was resolved to, or null. */
export function ownerOf(scene: Scene, owner: Owner | null): Party | null {
  if (owner === null) return null;
  if (owner.type === "name") {
    const entry = chooseEntry(scene, owner);
    return entry.use === "place" ? null : partyAt(scene.cast, entry.key);
  }
  if (owner.type === "run")
    return (
      scene.named.runs.get(owner.first) ?? scene.cast.parties.get(`name:${foldName(runText(scene.words, owner.first, owner.end))}`) ?? null
    );
  return scene.resolved.get(owner.type === "phrase" ? owner.head : owner.first) ?? null;
}

/** Who a phrase stands for and the rule that says so; null where that is unclear. */
function decide(scene: Scene, phrase: Phrase, owner: Party | null, surface: string): Composed {
  const { cast } = scene;
  const person = (of: Party | null): Composed => {
    const one = onePerson(scene, phrase, of, surface);
    return one === null ? null : { party: one, rule: "person.described" };
  };
  if (owner === null && phrase.owner?.type === "run" && !phrase.reading.plural) {
    const learned = learnOwner(scene, phrase, phrase.owner);
    if (learned !== null) return { party: learned, rule: "learned" };
  }
  if (owner !== null) {
    const led =
      owner.kind === "person" && phrase.reading.class === "government" ? leaderGovernment(cast, owner, phrase.reading.word) : null;
    if (led !== null) return { party: led, rule: "government.leader" };
    return composeOwned(cast, phrase, owner, isPast(scene, phrase, owner), surface) ?? person(owner);
  }
  const definite = resolveDefinite(scene, phrase);
  if (definite !== null) return { party: definite, rule: "definite" };
  return composeBare(cast, phrase, surface) ?? (phrase.determiner === "the" ? null : person(null));
}

/** Writes down who a phrase describes; says nothing where that is unclear. */
export function resolvePhrase(scene: Scene, phrase: Phrase): void {
  if (phrase.reading.class === "act" || isModifying(scene, phrase)) return;
  const role = scene.named.roles.get(phrase.head);
  const owner = ownerOf(scene, phrase.owner);
  if (role !== undefined) {
    tellRole(scene, phrase, role, owner);
    return;
  }
  const found = decide(scene, phrase, owner, runText(scene.words, phrase.first, phrase.end));
  if (found === null) return;
  scene.resolved.set(phrase.head, found.party);
  mention(scene, found.party, phrase.first, phrase.end, phrase.head, "description", found.rule);
}

/** "Army base", "government shutdown": the role only says what kind of thing the next noun is. */
function isModifying(scene: Scene, phrase: Phrase): boolean {
  const next = scene.words.list[phrase.end];
  const same = next !== undefined && next.sentence === scene.words.list[phrase.head]!.sentence && next.kind === "word";
  if (!same || next.upos !== "NOUN" || next.start - scene.words.list[phrase.end - 1]!.end > 1) return false;
  return !scene.named.roles.has(phrase.head) && !phrase.reading.plural;
}

/** "The Red Valley militia", "the Assad regime", "the Blue party": an actor learned under the name before its kind. */
function learnOwner(scene: Scene, phrase: Phrase, run: { first: number; end: number }): Party | null {
  const { cast } = scene;
  const { reading } = phrase;
  const text = runText(scene.words, run.first, run.end);
  if (reading.class === "government") return leaderGovernment(cast, { name: text }, reading.word);
  const armed =
    reading.class === "armed" || phrase.qualifiers.some((word) => cast.lexicon.roles.words.get(word)?.some((r) => r.class === "armed"));
  if (reading.class === "armed" || reading.class === "movement")
    return meet(cast, {
      key: `name:${foldName(text)}`,
      name: text,
      kind: armed ? "movement" : "organisation",
      sector: armed ? "REB" : null,
      plural: armed,
    });
  if (reading.class === "party")
    return meet(cast, { key: `name:${foldName(text)}`, name: `${text} ${reading.word}`, kind: "organisation", sector: "PTY" });
  return null;
}
