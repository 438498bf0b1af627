import type { RoleWord } from "../../lexicon/actor-tables.ts";
import type { Party } from "./cast.ts";
import { definiteGovernment, ofDominantState } from "./definite.ts";
import { mostSalient } from "./memory.ts";
import type { Phrase } from "./phrases.ts";
import type { Scene } from "./scene.ts";

/** What makes an official one of a town or a part of the country. */
const LOCAL = /^(?:local|regional|provincial|municipal|city|state|town|village|district|county|tribal|foreign|western|allied)$/;

/**
 * Whose a person or office is where only a word of its own says so: "a government delegate" of the one that "the government" is there, "the army
 * spokesman" of that army's state, "rebel commanders" of the one movement told of. Null where nothing tells.
 */
export function sideBefore(scene: Scene, phrase: Phrase): Party | null {
  const { reading, qualifiers } = phrase;
  if (phrase.owner !== null || reading.class !== "office" || qualifiers.some((word) => LOCAL.test(word))) return null;
  const side = qualifiers.at(-1) ?? reading.word.split(" ")[0];
  const as = (read: Omit<RoleWord, "plural">): Phrase => ({ ...phrase, qualifiers: [], topic: null, reading: { ...read, plural: false } });
  if (/^(?:rebel|guerrilla|insurgent)$/.test(side ?? "")) return theMovement(scene, phrase);
  if (qualifiers.includes("administration"))
    return definiteGovernment(scene, as({ class: "government", sector: "GOV", word: "administration" }));
  // "Government officials", "seven military experts": any government's.
  if (reading.plural) return null;
  if (side === "government") return definiteGovernment(scene, as({ class: "government", sector: "GOV", word: "government" }));
  if (side === "army" || side === "military") return ofDominantState(scene, as({ class: "forces", sector: "MIL", word: side }));
  return null;
}

/** The movement that "the rebels" would be: lately told of, and no other beside it. */
export function theMovement({ memory, words }: Scene, phrase: Phrase): Party | null {
  const search = { sentence: words.list[phrase.head]!.sentence, window: 12, lead: 0.6, often: 0.3 };
  return mostSalient(memory, (party) => party.kind === "movement" && !party.key.startsWith("group:"), search);
}
