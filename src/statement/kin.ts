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

/** Sectors of organisations that deal with states and movements; a company, a newspaper or a body of unknown kind does not. */
const PLAYERS = new Set(["GOV", "MIL", "REB", "OPP", "PAR", "PTY", "IGO", "NGO", "COP", "SPY", "JUD", "LEG"]);

/** True for a state, government or movement, several states together, an organisation that deals with such, and whoever belongs to one. */
export function isParty(actors: ReadonlyMap<string, Actor>, id: string): boolean {
  const actor = actors.get(partyOf(actors, id));
  if (!actor) return false;
  if (actor.kind === "group") return actor.sector === "IGO";
  return actor.kind === "organisation" ? PLAYERS.has(actor.sector ?? "") : ["state", "government", "movement"].includes(actor.kind);
}
