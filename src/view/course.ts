import type { Analysis, Direction, DirectionMove, MovedDemand } from "../model/index.ts";
import type { Dossier } from "./dossier.ts";
import { type Ink, PLAIN } from "./ink.ts";
import { sayScope } from "./lines.ts";
import { outletOf } from "./voice.ts";
import { clean, count, shorten } from "./words.ts";

/** What the direction of a relation is shown from. */
export interface CourseView {
  readonly direction: Direction;
  readonly demands: readonly MovedDemand[];
}

const QUOTE = 110;
/** A bar of this many signs stands for the strongest month. */
const WIDEST = 20;

/** The course of a relation as text: the sentence, the months with every move behind their figure in its own words, the demands that moved. */
export function writeCourse(dossier: Dossier, analysis: Analysis, view: CourseView, ink: Ink = PLAIN): string {
  const { direction, demands } = view;
  const [one, other] = dossier.parties;
  const name = (id: string) => clean(dossier.parties.find((p) => p.id === id)?.name ?? id);
  const months =
    direction.points.length === 0
      ? [`No dated move found; ${count(analysis.articles.length, "article")} searched.`]
      : writeMonths(analysis, direction, name, ink);
  const moved = demands.map(
    (d) =>
      `  ${d.how}: ${name(d.from)} → ${name(d.to)}, ${d.issue}\n    “${shorten(clean(d.words[0]), QUOTE)}”\n    “${shorten(clean(d.words[1]), QUOTE)}”`,
  );
  return [
    ink.strong(`${clean(one.name)} ⇄ ${clean(other.name)}`),
    `${clean(direction.sentence)} ${ink.faint(sayScope(dossier))}`,
    "",
    "Month by month: PLOVER scores of what was done and said, each event once, weighted by certainty and by independent accounts.",
    ...months,
    "",
    ink.strong("Demands that moved"),
    ...(moved.length > 0 ? moved : ["  No demand is told twice in different terms in these sources."]),
    "",
  ].join("\n");
}

function writeMonths(analysis: Analysis, direction: Direction, name: (id: string) => string, ink: Ink): readonly string[] {
  const most = Math.max(...direction.points.map((p) => Math.abs(p.value)), 1);
  return direction.points.flatMap((point) => {
    const bar = (point.value < 0 ? "−" : "+").repeat(Math.max(1, Math.round((Math.abs(point.value) / most) * WIDEST)));
    return [
      `  ${point.month.padEnd(7)} ${point.value.toFixed(1).padStart(6)} ${ink.faint(bar)}`,
      ...point.moves.map((move) => `    ${writeMove(analysis, move, name, ink)}`),
    ];
  });
}

/** One move with its weight, and the words that carry it. */
function writeMove(analysis: Analysis, move: DirectionMove, name: (id: string) => string, ink: Ink): string {
  const statement = analysis.statements.find((s) => s.id === move.statements[0]);
  const article = analysis.articles.find((a) => a.id === statement?.article);
  const quote = statement ? shorten(clean(statement.quote), QUOTE) : "";
  const outlet = article ? outletOf(article) : "";
  return `${move.value.toFixed(1).padStart(5)}  ${name(move.from)} → ${name(move.to)}: “${quote}” ${ink.faint(`[${outlet}]`)}`;
}
