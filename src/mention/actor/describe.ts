import type { Party } from "./cast.ts";
import { type Composed, composeBare, composeOwned } from "./compose.ts";
import { resolveDefinite } from "./definite.ts";
import { chooseEntry } from "./known.ts";
import { leaderGovernment } from "./leaders.ts";
import { apposed, learnedOwner } from "./learned.ts";
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
  if (owner.type === "run") return scene.named.runs.get(owner.first) ?? scene.resolved.get(owner.end - 1) ?? learnedOwner(scene, owner);
  return scene.resolved.get(owner.type === "phrase" ? owner.head : owner.first) ?? null;
}

/** Who a phrase stands for and the rule that says so; null where that is unclear. */
function decide(scene: Scene, phrase: Phrase, owner: Party | null, surface: string): Composed {
  const { cast } = scene;
  const person = (of: Party | null): Composed => {
    const one = onePerson(scene, phrase, of, surface);
    return one === null ? null : { party: one, rule: "person.described" };
  };
  const same = apposed(scene, phrase);
  if (same !== null) return { party: same, rule: "apposition" };
  if (owner === null && phrase.owner?.type === "run" && !phrase.reading.plural) {
    const { reading } = phrase;
    if (reading.class === "government") {
      const led = leaderGovernment(cast, { name: runText(scene.words, phrase.owner.first, phrase.owner.end) }, reading.word);
      if (led !== null) return { party: led, rule: "government.leader" };
    }
  }
  if (owner !== null) {
    const led =
      owner.kind === "person" && phrase.reading.class === "government" ? leaderGovernment(cast, owner, phrase.reading.word) : null;
    if (led !== null) return { party: led, rule: "government.leader" };
    return composeOwned(cast, phrase, owner, isPast(scene, phrase, owner), surface) ?? person(owner);
  }
  const definite = resolveDefinite(scene, phrase);
  if (definite !== null) return { party: definite, rule: "definite" };
  const one = /^(?:an?|another|one|first|second|third)$/.test(phrase.determiner) || phrase.topic !== null;
  return composeBare(cast, phrase, surface) ?? (one ? person(null) : null);
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
  return !scene.named.roles.has(phrase.head) && !phrase.reading.plural && !scene.owning.has(phrase.head);
}
