import type { ActorLexicon, KnownActor } from "../../lexicon/actors.ts";
import type { ActorKind } from "../../model/actor.ts";

/** A role as one article tells it. `of` is the key of a party, or null. */
export interface RoleDraft {
  readonly title: string;
  readonly of: string | null;
  readonly standing: "current" | "former" | "acting";
}

/** Who someone is, as far as one article tells. Keys that begin with `person:` or `unnamed:` are of this article only. */
export interface Party {
  readonly key: string;
  name: string;
  kind: ActorKind;
  country: string | null;
  sector: string | null;
  partyOf: string | null;
  /** Surface forms and how often each was seen. */
  readonly names: Map<string, number>;
  readonly roles: RoleDraft[];
  gender: "m" | "f" | "u";
  plural: boolean;
}

/** The actors of one article by key, and the lexicon and date they are read with. */
export interface Cast {
  readonly article: string;
  /** EDTF date of the article, or null. */
  readonly date: string | null;
  readonly lexicon: ActorLexicon;
  readonly parties: Map<string, Party>;
}

/** Facts of a party that is met for the first time. */
export type NewParty = Pick<Party, "key" | "name" | "kind"> & Partial<Pick<Party, "country" | "sector" | "partyOf" | "gender" | "plural">>;

/** The party with that key, added where it is new. What an earlier place told stands. */
export function meet(cast: Cast, facts: NewParty): Party {
  const listed = cast.lexicon.composed.get(facts.key);
  if (listed !== undefined) return meetKnown(cast, listed);
  const old = cast.parties.get(facts.key);
  if (old !== undefined) return old;
  const party: Party = { country: null, sector: null, partyOf: null, gender: "u", plural: false, names: new Map(), roles: [], ...facts };
  cast.parties.set(facts.key, party);
  return party;
}

/** Notes a surface form that names a party, without a leading "the". */
export function addName(party: Party, name: string): void {
  const bare = name.replace(/^the\s+/i, "");
  party.names.set(bare, (party.names.get(bare) ?? 0) + 1);
}

/** The party of the lexicon with that key, and those it belongs to. */
export function meetKnown(cast: Cast, key: string): Party {
  const known = cast.lexicon.known.get(key) as KnownActor;
  if (known.partyOf !== null) meetKnown(cast, known.partyOf);
  const plural = known.kind === "movement";
  return meet(cast, {
    key,
    name: known.name,
    kind: known.kind,
    country: known.country,
    sector: known.sector,
    partyOf: known.partyOf,
    plural,
  });
}

/** The key of the state a party belongs to, or null. Follows what it is part of. */
export function stateOf(cast: Cast, key: string | null): string | null {
  for (let at = key, steps = 0; at !== null && steps < 8; steps++) {
    if (at.startsWith("state:")) return at;
    at = cast.parties.get(at)?.partyOf ?? null;
  }
  return null;
}

/** The key at the top of what a party belongs to; its own where it belongs to nobody. */
export function rootOf(cast: Cast, key: string): string {
  let at = key;
  for (let steps = 0; steps < 8; steps++) {
    const up = cast.parties.get(at)?.partyOf ?? null;
    if (up === null) return at;
    at = up;
  }
  return at;
}

/** The movement that governs a state at a date (EDTF, compared as text), or null. */
export function rulerAt(lexicon: ActorLexicon, state: string, date: string | null): string | null {
  if (date === null) return null;
  const day = date.slice(0, 10);
  const ruler = lexicon.rulers.find((r) => r.state === state && r.from <= day && (r.until === null || day < r.until));
  return ruler?.movement ?? null;
}

/** The name the lexicon gives, in the shape a phrase needs: "Syrian" for "state:SYR". */
export function adjectiveOf(lexicon: ActorLexicon, key: string): string {
  return lexicon.adjectives.get(key) ?? lexicon.known.get(key)?.name ?? "";
}
