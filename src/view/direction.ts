import { countCourse, partsOf, sayCourse } from "../model/course.ts";
import type { Direction as Counted } from "../model/ledger.ts";
import { sayDate } from "./dates.ts";
import type { Dossier, Move } from "./dossier.ts";

/** One counted part of the direction, with the moves it counts. */
export interface DirectionPart {
  readonly label: string;
  readonly moves: readonly Move[];
}

/** Where a relation is heading, in words that open to their evidence; never a bare score. */
export interface Direction {
  readonly word: string;
  readonly arrow: string;
  readonly parts: readonly DirectionPart[];
  /** The whole in one sentence. */
  readonly sentence: string;
  /** The rule that gave the word. */
  readonly rule: string;
}

/** The asks of a dossier that were neither met nor refused; a condition or an offer in return leaves an ask open. */
export function openAsks(dossier: Dossier): readonly Move[] {
  return movesOf(dossier, countCourse(dossier.rows.map((row) => row.row)).counted.unmet);
}

function movesOf(dossier: Dossier, entries: readonly string[]): readonly Move[] {
  return dossier.moves.filter((move) => entries.includes(move.entry.id));
}

const SIGNS: Readonly<Record<Counted["course"], readonly [string, string]>> = {
  warming: ["Warming", "↗"],
  cooling: ["Cooling", "↘"],
  mixed: ["Mixed", "↕"],
  steady: ["Steady", "→"],
  unknown: ["Unknown", "–"],
};

/** The direction as the ledger counts it (`countCourse`). A count of what these sources tell, no forecast. */
export function directionOf(dossier: Dossier): Direction {
  const counted = countCourse(dossier.rows.map((row) => row.row));
  const [word, arrow] = SIGNS[counted.course];
  const scope = dossier.upTo ? ` in these sources up to ${sayDate(dossier.upTo)}` : " in these sources";
  return {
    word,
    arrow,
    parts: partsOf(counted.counted).map((part) => ({ label: part.label, moves: movesOf(dossier, part.entries) })),
    sentence: `${sayCourse(counted)}${scope}.`,
    rule: "Warming where steps given, offers and promises outnumber threats and refusals by half or more; cooling the other way round; mixed between.",
  };
}
