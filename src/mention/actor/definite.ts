import { foldName } from "../../text/name-words.ts";
import { type Party, stateOf } from "./cast.ts";
import { governmentOf } from "./compose.ts";
import { mostSalient } from "./memory.ts";
import type { Phrase } from "./phrases.ts";
import type { Scene } from "./scene.ts";

/** "The group", "the regime", "the party", "the official": the most salient of its kind, or null. */
export function resolveDefinite(scene: Scene, phrase: Phrase): Party | null {
  const { cast, memory, words } = scene;
  const { reading, determiner } = phrase;
  if (!/^(?:the|this|that)$/.test(determiner)) return null;
  const search = { sentence: words.list[phrase.head]!.sentence, window: 12, lead: 0.2 };
  const find = (fits: (party: Party) => boolean, window = search.window) => mostSalient(memory, fits, { ...search, window });
  const ends = (party: Party) =>
    [party.name, ...party.names.keys()].some((name) => foldName(name).split(" ").includes(foldName(reading.word)));
  if (phrase.qualifiers.some((word) => /^(?:other|rival|opposing|two|three|local|same)$/.test(word))) return null;
  switch (reading.class) {
    case "armed":
      return find((party) => party.kind === "movement");
    case "movement":
      return find((party) => party.kind === "movement") ?? find((party) => party.kind === "organisation" && party.sector !== "MED");
    case "government": {
      if (/^(?:kingdom|monarchy|sultanate|emirate)$/.test(reading.word))
        return find((party) => party.kind === "state" && cast.lexicon.kingdoms.has(party.key));
      const governs = (party: Party) =>
        party.kind === "government" || (party.kind === "movement" && cast.lexicon.rulers.some((r) => r.movement === party.key));
      const told = find(governs, 20);
      if (told !== null) return told;
      const state = find((party) => party.kind === "state" || (party.kind === "person" && stateOf(cast, party.partyOf) !== null), 20);
      const key = state === null ? null : stateOf(cast, state.key);
      return key === null || reading.word === "state" ? null : governmentOf(cast, key, false);
    }
    case "party":
      return find((party) => party.sector === "PTY");
    case "office":
    case "person": {
      if (reading.plural) return null;
      const last = foldName(reading.word).split(" ").at(-1)!;
      const bears = (party: Party) =>
        party.kind === "person" &&
        [...party.roles.map((role) => role.title), party.name].some((title) => foldName(title).split(" ").includes(last));
      return (
        find(bears) ??
        (reading.word === "official"
          ? find((party) => party.kind === "person" && party.roles.length > 0 && party.key.startsWith("unnamed:"), 4)
          : null)
      );
    }
    case "ministry":
    case "court":
    case "institution":
    case "legislature":
    case "body":
    case "forces":
    case "police":
      return find((party) => party.kind === "organisation" && ends(party));
    default:
      return null;
  }
}
