import { boundsOf, sayDate, sayWhen } from "../dates.ts";
import type { Dossier, Move } from "../dossier.ts";
import { quoteOf } from "../lines.ts";
import { KINDS, shorten } from "../words.ts";
import { doubtMark, kindClass, kindMark, moveAnchor, timeMark, wordsAnchor } from "./chip.ts";
import { html, join, type Markup, NOTHING } from "./escape.ts";
import { domainOf, ticksOf } from "./scale.ts";

const WIDTH = 1120;
const LEFT = 132;
const UNDATED = 112;
const STEP = 30;
const TOP = 34;

/** A move with its place in the picture. */
interface Token {
  readonly move: Move;
  readonly x: number;
  readonly y: number;
  /** The bar of a date that is no day, or null. */
  readonly bar: readonly [number, number] | null;
}

interface Lane {
  readonly name: string;
  readonly y: number;
  readonly height: number;
  readonly tokens: readonly Token[];
}

/** The lane of those who stood between: its ground lies under the arrows, its labels over them. */
interface Between {
  readonly ground: Markup;
  readonly tokens: Markup;
}

/** Moves over time: a lane a party, a token a move, thin arrows from asks to their answers; the same as a list below. */
export function writeLanesSection(dossier: Dossier): Markup {
  const domain = domainOf(dossier.moves.map((move) => move.entry.date));
  const picture = domain ? writePicture(dossier, domain) : html`<p class="empty">No move has a date.</p>`;
  const items = dossier.moves.map(
    (move) =>
      html`<li>${timeMark(move.when)} ${kindMark(move)} <span class="way">${move.from.name} → ${move.to.name}</span>: <a class="words${move.entry.soft ? " soft" : ""}" href="#${moveAnchor(move)}">${quoteOf(move.notes[0], 110)}</a>${doubtMark(move)}</li>`,
  );
  return html`<section id="lanes" aria-labelledby="lanes-h"><h2 id="lanes-h">Moves over time</h2>
<p class="lede">Each lane holds the moves its party made. A pale bar is a date known only roughly; a thin line leads from an ask to its answer; a dashed ring hangs on a condition.</p>
${picture}
<details class="aslist"><summary>The same as a list</summary><ol class="plain">${items}</ol></details></section>`;
}

function writePicture(dossier: Dossier, domain: readonly [number, number]): Markup {
  const undated = dossier.moves.some((move) => !boundsOf(move.entry.date));
  const right = WIDTH - (undated ? UNDATED : 0) - 16;
  const scale = (day: number) => Math.round((LEFT + 20 + ((day - domain[0]) / (domain[1] - domain[0])) * (right - LEFT - 20)) * 10) / 10;
  const lanes: Lane[] = [];
  let y = TOP;
  let between: Between | null = null;
  for (const [n, party] of dossier.parties.entries()) {
    if (n === 1) {
      between = writeMediators(dossier, y, scale);
      if (between) y += STEP + 6;
    }
    const lane = layLane(
      party.name,
      dossier.moves.filter((move) => move.entry.from === party.id),
      y,
      scale,
    );
    lanes.push(lane);
    y += lane.height;
  }
  const height = y + 8;
  const ticks = ticksOf(domain)
    .filter((tick) => !undated || scale(tick.day) < right - 24)
    .map(
      (tick) =>
        html`<line class="tick" x1="${scale(tick.day)}" x2="${scale(tick.day)}" y1="${TOP - 6}" y2="${height - 8}"/><text class="ticklabel" x="${scale(tick.day)}" y="${TOP - 14}">${tick.label}</text>`,
    );
  const label = undated ? html`<text class="ticklabel" x="${WIDTH - UNDATED / 2 - 8}" y="${TOP - 14}">no date</text>` : NOTHING;
  const byId = new Map(lanes.flatMap((lane) => lane.tokens).map((token) => [token.move.entry.id, token]));
  const [first, second] = lanes.map((lane, n) => html`<g data-lane="${n * 2}">${lane.tokens.map(writeToken)}</g>`);
  const groups = [first ?? NOTHING, between?.tokens ?? NOTHING, second ?? NOTHING];
  return html`<div class="scroll" role="region" aria-label="Picture of the lanes" tabindex="0"><svg class="lanes" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-label="Lanes of moves, oldest first">
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>
${lanes.map(writeLane)}${between?.ground ?? NOTHING}${ticks}${label}${join([...byId.values()].map((token) => writeArrow(token, byId)))}${groups}</svg></div>`;
}

function layLane(name: string, moves: readonly Move[], top: number, scale: (day: number) => number): Lane {
  const rows: (readonly [number, number])[][] = [];
  const laid = moves.map((move) => {
    const bounds = boundsOf(move.entry.date);
    const bar = bounds && bounds.high > bounds.low ? ([scale(bounds.low), scale(bounds.high)] as const) : null;
    const places = bounds ? [(scale(bounds.low) + scale(bounds.high)) / 2] : [-1, 0, 1].map((n) => WIDTH - UNDATED / 2 - 8 + n * STEP);
    for (let row = 0; ; row++) {
      const x = places.find((at) => !rows[row]?.some((other) => other[0] < roomOf(at, bar)[1] && roomOf(at, bar)[0] < other[1]));
      if (x === undefined) continue;
      rows[row] = [...(rows[row] ?? []), roomOf(x, bar)];
      return { move, x: Math.round(x * 10) / 10, bar, row };
    }
  });
  // Past ten rows they draw together, so that a busy month still fits a screen.
  const step = rows.length > 10 ? Math.max(13, (10 * STEP) / rows.length) : STEP;
  const height = Math.max(2 * STEP, rows.length * step) + 22;
  const first = top + 9 + (height - 22 - rows.length * step) / 2 + step / 2;
  return {
    name,
    y: top,
    height,
    tokens: laid.map(({ move, x, bar, row }) => ({ move, x, bar, y: Math.round((first + row * step) * 10) / 10 })),
  };
}

function roomOf(x: number, bar: readonly [number, number] | null): readonly [number, number] {
  return [Math.min(x - STEP / 2, bar?.[0] ?? x) + 1, Math.max(x + STEP / 2, bar?.[1] ?? x) - 1];
}

/** Who stood between the two, where a move's words name a mediator: a label at the day of the move. */
function writeMediators(dossier: Dossier, y: number, scale: (day: number) => number): Between | null {
  const told = new Map<string, Markup>();
  for (const move of dossier.moves) {
    const bounds = boundsOf(move.entry.date);
    for (const note of move.notes)
      for (const mediator of note.statement.mediators) {
        const name = dossier.index.actor(mediator.actor).name;
        const key = `${name}${move.entry.date}`;
        if (!bounds || told.has(key)) continue;
        const x = (scale(bounds.low) + scale(bounds.high)) / 2;
        const label = `${sayDate(move.entry.date)}: ${name} mediates, ${move.from.name} → ${move.to.name}`;
        told.set(
          key,
          html`<a class="token" href="#${wordsAnchor(note)}" aria-label="${label}"><title>${label}</title><path class="disc" d="M${x} ${y + 8}l8 8-8 8-8-8z"/><text class="mediator" x="${x + 14}" y="${y + 21}">${shorten(name, 24)}</text></a>`,
        );
      }
  }
  if (told.size === 0) return null;
  return {
    ground: html`<rect class="lane1" x="0" y="${y}" width="${WIDTH}" height="${STEP + 2}" rx="6"/><text class="lanename" x="16" y="${y + 21}">Mediators</text>`,
    tokens: html`<g data-lane="1">${[...told.values()]}</g>`,
  };
}

function writeLane(lane: Lane, n: number): Markup {
  return html`<rect class="lane${n % 2}" x="0" y="${lane.y}" width="${WIDTH}" height="${lane.height - 4}" rx="6"/><text class="lanename" x="16" y="${lane.y + lane.height / 2 + 3}">${shorten(lane.name, 17)}</text>`;
}

function writeToken({ move, x, y, bar }: Token): Markup {
  const { glyph, word } = KINDS[move.kind];
  const name = `${sayWhen(move.when)}: ${move.from.name} → ${move.to.name}, ${word}: ${quoteOf(move.notes[0], 100)}`;
  const line = bar ? html`<line class="bar" x1="${bar[0]}" x2="${bar[1]}" y1="${y}" y2="${y}"/>` : NOTHING;
  const ring = move.disputed ? html`<circle class="ring" cx="${x}" cy="${y}" r="15.5"/>` : NOTHING;
  return html`<a class="token ${kindClass(move)}" href="#${moveAnchor(move)}" aria-label="${name}"><title>${name}</title>${line}${ring}<circle class="disc" cx="${x}" cy="${y}" r="11.5"/><text x="${x}" y="${y + 5}" aria-hidden="true">${glyph}</text></a>`;
}

function writeArrow(token: Token, byId: ReadonlyMap<string, Token>): Markup {
  const ask = token.move.answers === null ? undefined : byId.get(token.move.answers);
  if (!ask) return NOTHING;
  const [dx, dy] = [token.x - ask.x, token.y - ask.y];
  const far = Math.max(1, Math.hypot(dx, dy));
  const [ux, uy] = [dx / far, dy / far];
  const round = (n: number) => Math.round(n * 10) / 10;
  const [x1, y1, x2, y2] = [ask.x + ux * 13, ask.y + uy * 13, token.x - ux * 14, token.y - uy * 14];
  const bend = Math.abs(dx) < 40 ? 26 : 0;
  return html`<path class="arrow" marker-end="url(#tip)" d="M${round(x1)} ${round(y1)}Q${round((x1 + x2) / 2 + bend)} ${round((y1 + y2) / 2)} ${round(x2)} ${round(y2)}"/>`;
}
