import type { Actor } from "../model/index.ts";

/** The top of who somebody belongs to: the state, movement or organisation behind a person or a body. */
export function partyOf(actors: ReadonlyMap<string, Actor>, id: string): string {
  const seen = new Set<string>();
  for (let at = id; ; ) {
    const up = actors.get(at)?.partyOf;
    if (!up || seen.has(up)) return at;
    seen.add(up);
    at = up;
  }
}

/** True for a state, government, movement or organisation, and for whoever belongs to one. */
export function isParty(actors: ReadonlyMap<string, Actor>, id: string): boolean {
  const actor = actors.get(partyOf(actors, id));
  return actor !== undefined && ["state", "government", "movement", "organisation"].includes(actor.kind);
}
