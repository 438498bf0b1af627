import { foldName } from "../../text/name-words.ts";
import { type Cast, meet, meetKnown, type Party, stateOf } from "./cast.ts";

/** The state a leader of that surname led at the date, by the article's own words or the table of leaders; null where neither tells. */
function countryOfLeader(cast: Cast, surname: string): string | null {
  for (const party of cast.parties.values()) {
    if (party.kind === "person" && foldName(party.name).split(" ").at(-1) === surname) {
      const state = stateOf(cast, party.partyOf);
      if (state !== null) return state;
    }
  }
  const day = cast.date ?? "9999";
  const known = cast.lexicon.leaders.filter((leader) => leader.surname === surname);
  const now = known.filter((leader) => leader.from <= day && (leader.until === null || day <= leader.until));
  const countries = new Set((now.length > 0 ? now : known).map((leader) => leader.country));
  return countries.size === 1 ? `state:${[...countries][0]}` : null;
}

/** The state a person led at the date, by the table of leaders: full names only, and only while in office. Null where it does not know him. */
export function leadsAt(cast: Cast, name: string, office?: string): string | null {
  const day = cast.date ?? "";
  const folded = foldName(name);
  const found = cast.lexicon.leaders.find(
    (leader) =>
      foldName(leader.name) === folded &&
      (office === undefined || foldName(leader.office) === office) &&
      (office !== undefined || (leader.from <= day && (leader.until === null || day <= leader.until))),
  );
  return found === undefined ? null : `state:${found.country}`;
}

/** True for who holds that office at the date by the table of leaders; of an undated article, who holds it in the last row. */
export function holdsOffice(cast: Cast, name: string, office: string): boolean {
  const folded = foldName(name);
  const day = cast.date ?? "9999";
  return cast.lexicon.leaders.some(
    (leader) =>
      leader.office === office && foldName(leader.name) === folded && leader.from <= day && (leader.until === null || day <= leader.until),
  );
}

/** True for who held that office by the table of leaders, but not at the date: "the president" is not a former one. */
export function leftOffice(cast: Cast, name: string, office: string): boolean {
  const folded = foldName(name);
  const held = cast.lexicon.leaders.filter((leader) => leader.office === office && foldName(leader.name) === folded);
  const day = cast.date ?? "";
  return day !== "" && held.length > 0 && held.every((leader) => leader.until !== null && leader.until < day);
}

/** The surname of who held an office of a state at the date, by the table of leaders, or null; of an undated article, who holds it in the last row. */
export function holderAt(cast: Cast, state: string, office: string): string | null {
  const day = cast.date ?? "9999";
  const held = cast.lexicon.leaders.filter(
    (leader) =>
      `state:${leader.country}` === state &&
      leader.office === office &&
      leader.from <= day &&
      (leader.until === null || day <= leader.until),
  );
  return held.length === 1 ? held[0]!.surname : null;
}

/** Offices that a state has one of at a time, as a title before a name: a club and a company have presidents, too. */
const STATE_OFFICE = /^(?:President|Premier|Chancellor|(?:\p{Lu}\p{L}*\s)*Minister)$/u;

/**
 * Persons whose party no role told: leaders in office belong to their state; those with a role for a person, to what that person belongs to; a president
 * or minister of whom nothing says whose, to the state the article deals with above all (`home`).
 */
export function placePersons(cast: Cast, home: string | null): void {
  for (const party of cast.parties.values()) {
    if (party.kind !== "person" || party.partyOf !== null || !party.key.startsWith("person:")) continue;
    const state = leadsAt(cast, party.name);
    if (state !== null) {
      party.partyOf = meetKnown(cast, state).key;
      party.country ??= state.slice("state:".length);
    }
  }
  for (const party of cast.parties.values()) {
    if (party.kind !== "person" || party.partyOf !== null) continue;
    const chief = party.roles.map((role) => (role.of === null ? undefined : cast.parties.get(role.of))).find((of) => of?.kind === "person");
    if (chief !== undefined && chief.key !== party.key) party.partyOf = chief.partyOf === party.key ? null : (chief.partyOf ?? chief.key);
  }
  for (const party of cast.parties.values()) {
    if (home === null || party.kind !== "person" || party.partyOf !== null || party.country !== null) continue;
    const [role] = party.roles;
    if (role === undefined || !party.roles.every(({ of }) => of === null) || !STATE_OFFICE.test(role.title)) continue;
    // A leader of another state, or one beside the known holder of the office.
    const surname = foldName(party.name).split(" ").at(-1) ?? "";
    const holder = holderAt(cast, home, foldName(role.title));
    if ((countryOfLeader(cast, surname) ?? home) !== home || (holder !== null && holder !== surname)) continue;
    party.partyOf = home;
    party.country = home.slice("state:".length);
    party.sector ??= "GOV";
  }
}

/**
 * "The Macron government", "the Marcos administration": a government named after who leads it, part of the state he leads.
 * Null where the state is not known; "administration" alone says United States, as the word is used in English news.
 */
export function leaderGovernment(cast: Cast, leader: Pick<Party, "name"> & Partial<Party>, word: string): Party | null {
  const surname = foldName(leader.name).split(" ").at(-1) ?? "";
  const own = leader.partyOf === undefined ? null : stateOf(cast, leader.partyOf);
  const state = own ?? countryOfLeader(cast, surname) ?? (word === "administration" ? "state:USA" : null);
  if (state === null) return null;
  meetKnown(cast, state);
  const country = state.slice("state:".length);
  const shown = leader.name.split(/\s+/).at(-1) ?? leader.name;
  return meet(cast, {
    key: `gov:${country}:${surname}`,
    name: `${shown} ${word}`,
    kind: "government",
    country,
    sector: "GOV",
    partyOf: state,
  });
}
