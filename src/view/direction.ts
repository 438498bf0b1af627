import type { RowState } from "../model/ledger.ts";
import { sayDate } from "./dates.ts";
import type { Dossier, DossierRow, Move } from "./dossier.ts";
import { count, list } from "./words.ts";

/** One counted part of the direction, with the moves it counts. */
export interface DirectionPart {
  readonly label: string;
  readonly moves: readonly Move[];
}

/** Where a relation is heading, in words that open to their evidence; never a bare score. */
export interface Direction {
  readonly word: "Warming" | "Cooling" | "Mixed" | "Steady";
  readonly arrow: "↗" | "↘" | "↕" | "→";
  readonly parts: readonly DirectionPart[];
  /** The whole in one sentence. */
  readonly sentence: string;
  /** The rule that gave the word. */
  readonly rule: string;
}

const UNMET: readonly RowState[] = ["open", "unanswered", "refused", "deadlocked"];

/** The asks of a dossier that no move answers, in rows that are not met. */
export function openAsks(dossier: Dossier): readonly Move[] {
  return dossier.rows
    .filter((row) => row.row.state !== "met")
    .flatMap((row) => row.moves.filter((move) => move.kind === "asked" && move.answeredBy.length === 0));
}

/** Rows whose state says that nothing came of an ask. */
export function openRows(dossier: Dossier): readonly DossierRow[] {
  return dossier.rows.filter((row) => UNMET.includes(row.row.state));
}

/**
 * Direction after the idea of CrisisWatch's arrows: steps given against threats and refusals.
 * A count of what these sources tell, no forecast.
 */
export function directionOf(dossier: Dossier): Direction {
  const of = (...kinds: readonly string[]) => dossier.moves.filter((move) => kinds.includes(move.kind));
  const given = of("given");
  const offered = of("offered", "promised", "conditional");
  const hard = of("threatened", "refused");
  const parts: DirectionPart[] = [
    { label: count(given.length, "step given", "steps given"), moves: given },
    { label: count(offered.length, "offer, promise or condition", "offers, promises and conditions"), moves: offered },
    { label: count(of("threatened").length, "threat"), moves: of("threatened") },
    { label: count(of("refused").length, "refusal"), moves: of("refused") },
    { label: `${count(openAsks(dossier).length, "ask")} not met`, moves: openAsks(dossier) },
  ].filter((part) => part.moves.length > 0);
  const word = given.length > hard.length ? "Warming" : given.length < hard.length ? "Cooling" : hard.length > 0 ? "Mixed" : "Steady";
  const arrow = ({ Warming: "↗", Cooling: "↘", Mixed: "↕", Steady: "→" } as const)[word];
  const told = parts.length > 0 ? list(parts.map((part) => part.label)) : "no move found";
  const scope = dossier.upTo ? ` in these sources up to ${sayDate(dossier.upTo)}` : " in these sources";
  return {
    word,
    arrow,
    parts,
    sentence: `${word}: ${told}${scope}.`,
    rule: "Warming where more steps were given than threats and refusals made, cooling where fewer, mixed where as many.",
  };
}
