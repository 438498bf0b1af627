import type { Actor } from "./actor.ts";
import type { Statement } from "./statement.ts";

/** Who stands for whom: the `partyOf` chains of an analysis, ready to be asked. */
export interface Parties {
  readonly actor: (id: string) => Actor | undefined;
  /** Ids from the actor up to its party, itself first; a cycle ends where it would begin again. */
  readonly chain: (id: string) => readonly string[];
  /** The top of the chain: the state, movement or organisation that acts through it. */
  readonly party: (id: string) => string;
  /** True where one stands somewhere above the other, or they are one. */
  readonly kin: (a: string, b: string) => boolean;
  /** ISO 3166-1 alpha-3 of the actor or of the nearest party above that has one, or null. */
  readonly country: (id: string) => string | null;
  /** The state of that country among the actors, or null. */
  readonly stateOf: (country: string) => string | null;
}

/** The sides that persons led, as statements tell it: leader → ids of the sides. A part that is denied counts for none. */
export function ledSides(statements: readonly Pick<Statement, "leaders">[]): ReadonlyMap<string, ReadonlySet<string>> {
  const led = new Map<string, Set<string>>();
  for (const { leaders } of statements)
    for (const { actor, side, denied } of leaders) if (side !== null && !denied) led.set(actor, (led.get(actor) ?? new Set()).add(side));
  return led;
}

/**
 * Reads the `partyOf` chains; who belongs to nobody belongs to the one party whose side it led. Ids that name no actor are parties of their own.
 */
export function readParties(actors: readonly Actor[], led: ReadonlyMap<string, ReadonlySet<string>> = new Map()): Parties {
  const byId = new Map(actors.map((one) => [one.id, one]));
  const top = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (let up = byId.get(at)?.partyOf ?? null; up && !seen.has(up); up = byId.get(at)?.partyOf ?? null) {
      seen.add(up);
      at = up;
    }
    return at;
  };
  const above = (id: string): string | null => {
    const own = byId.get(id)?.partyOf ?? null;
    const sides = own === null ? led.get(id) : undefined;
    // A delegation and a team of one party are one side.
    const tops = new Set([...(sides ?? [])].map((side) => top(side)));
    return tops.size === 1 ? [...tops][0]! : own;
  };
  const states = new Map<string, string>();
  for (const one of actors)
    if (one.kind === "state" && one.country && !one.partyOf) {
      const known = states.get(one.country);
      if (known === undefined || one.id < known) states.set(one.country, one.id);
    }
  const chains = new Map<string, readonly string[]>();
  const chain = (id: string): readonly string[] => {
    const known = chains.get(id);
    if (known) return known;
    const up: string[] = [];
    for (let at: string | null = id; at && !up.includes(at); at = above(at)) up.push(at);
    chains.set(id, up);
    return up;
  };
  return {
    actor: (id) => byId.get(id),
    chain,
    party: (id) => chain(id).at(-1) ?? id,
    kin: (a, b) => chain(a).includes(b) || chain(b).includes(a),
    country: (id) =>
      chain(id)
        .map((one) => byId.get(one)?.country)
        .find(Boolean) ?? null,
    stateOf: (country) => states.get(country) ?? null,
  };
}
