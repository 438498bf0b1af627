import { judgeCourse } from "../model/ledger.ts";
import { sayDate } from "./dates.ts";
import type { Dossier, Move } from "./dossier.ts";
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

/** The asks of a dossier that were neither met nor refused; a condition or an offer in return leaves an ask open. */
export function openAsks(dossier: Dossier): readonly Move[] {
  const all = dossier.rows.flatMap((row) => row.moves);
  const kindOf = new Map(all.map((move) => [move.entry.id, move.kind]));
  const closed = (move: Move) => move.answeredBy.some((id) => kindOf.get(id) === "given" || kindOf.get(id) === "refused");
  const met = new Set(dossier.rows.filter((row) => row.row.state === "met").map((row) => row.issue));
  return dossier.moves.filter((move) => move.kind === "asked" && !closed(move) && !move.issues.some((issue) => met.has(issue)));
}

const WORDS = { warming: "Warming", cooling: "Cooling", mixed: "Mixed", steady: "Steady" } as const;

/** The direction by the ledger's own rule (`judgeCourse`). A count of what these sources tell, no forecast. */
export function directionOf(dossier: Dossier): Direction {
  const of = (...kinds: readonly string[]) => dossier.moves.filter((move) => kinds.includes(move.kind));
  const given = of("given");
  const warm = of("given", "offered", "promised").length;
  const hard = of("threatened", "refused").length;
  const parts: DirectionPart[] = [
    { label: count(given.length, "step given", "steps given"), moves: given },
    { label: count(of("offered").length, "offer"), moves: of("offered") },
    { label: count(of("promised").length, "promise"), moves: of("promised") },
    { label: count(of("conditional").length, "condition"), moves: of("conditional") },
    { label: count(of("threatened").length, "threat"), moves: of("threatened") },
    { label: count(of("refused").length, "refusal"), moves: of("refused") },
    { label: `${count(openAsks(dossier).length, "ask")} neither met nor refused`, moves: openAsks(dossier) },
  ].filter((part) => part.moves.length > 0);
  const word = WORDS[judgeCourse(warm, hard)];
  const arrow = ({ Warming: "↗", Cooling: "↘", Mixed: "↕", Steady: "→" } as const)[word];
  const told = parts.length > 0 ? list(parts.map((part) => part.label)) : "no move found";
  const scope = dossier.upTo ? ` in these sources up to ${sayDate(dossier.upTo)}` : " in these sources";
  return {
    word,
    arrow,
    parts,
    sentence: `${word}: ${told}${scope}.`,
    rule: "Warming where steps given, offers and promises outnumber threats and refusals by half or more; cooling the other way round; mixed between.",
  };
}
