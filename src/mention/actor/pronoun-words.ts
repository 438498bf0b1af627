/** What a pronoun stands for: a person, a thing or party, or several. */
export type Sort = "person" | "it" | "they";

/** Pronouns of one person, with the gender they tell. */
export const singular: ReadonlyMap<string, "m" | "f"> = new Map([
  ["he", "m"],
  ["him", "m"],
  ["his", "m"],
  ["himself", "m"],
  ["she", "f"],
  ["her", "f"],
  ["hers", "f"],
  ["herself", "f"],
]);

/** Pronouns of a thing, and so of a state or body. */
export const thing = new Set(["it", "its", "itself"]);

const plural = new Set(["they", "them", "their", "theirs", "themselves"]);

/** True when the word is a pronoun this resolver reads. */
export function isPronoun(fold: string): boolean {
  return singular.has(fold) || thing.has(fold) || plural.has(fold);
}
