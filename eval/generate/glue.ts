import type { CardGroup, Story } from "./pool.ts";

/** A page made of known pieces: its text and where each piece's title begins. */
export interface GluedPage {
  readonly style: string;
  readonly text: string;
  /** Offsets of the titles, in order. */
  readonly titles: readonly number[];
  /** Body spans of each piece, in order. */
  readonly bodies: readonly (readonly [number, number])[];
}

type Random = () => number;

// This file writes pages as sites lay them out. It must not look at the splitter's tables: what it writes is what sites write.
const MONTHS = "January February March April May June July August September October November December".split(" ");
const SECTIONS = ["Politics", "World", "Business", "Society", "Sport", "Opinion", "Regions", "Tech", "Economy", "Culture"];
const HEADINGS = [
  "Latest news",
  "Related articles",
  "More stories",
  "You may also like",
  "Most read",
  "Recommended",
  "Read next",
  "Top stories",
  "More from this section",
];
const two = (n: number) => String(n).padStart(2, "0");

interface Moment {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly h: number;
  readonly min: number;
}

const FORMATS: readonly ((t: Moment) => string)[] = [
  (t) => `${two(t.d)}.${two(t.m)}.${t.y}, ${two(t.h)}:${two(t.min)}`,
  (t) => `${MONTHS[t.m - 1]} ${t.d}, ${t.y}`,
  (t) => `${t.d} ${MONTHS[t.m - 1]} ${t.y}`,
  (t) => `${MONTHS[t.m - 1]!.slice(0, 3)} ${t.d}, ${t.y} ${((t.h + 11) % 12) + 1}:${two(t.min)} ${t.h < 12 ? "AM" : "PM"}`,
  (t) => `${t.y}-${two(t.m)}-${two(t.d)} ${two(t.h)}:${two(t.min)}`,
  (t) => `${two(t.d)}/${two(t.m)}/${t.y}`,
  (t) => `Published: ${t.d} ${MONTHS[t.m - 1]!.slice(0, 3)} ${t.y}`,
  (t) => `${t.d} ${MONTHS[t.m - 1]!.slice(0, 3)} ${t.y} | ${two(t.h)}:${two(t.min)} GMT`,
];

/** A page under construction. */
class Sheet {
  private text = "";
  readonly titles: number[] = [];
  readonly bodies: [number, number][] = [];
  line(line: string, blank = 0): void {
    this.text += `${line}\n${"\n".repeat(blank)}`;
  }
  title(line: string, blank = 0): void {
    this.titles.push(this.text.length);
    this.line(line, blank);
  }
  body(paragraphs: readonly string[], blank = 0): void {
    const start = this.text.length;
    for (const p of paragraphs) this.line(p, blank);
    this.bodies.push([start, this.text.trimEnd().length]);
  }
  done(style: string): GluedPage {
    return { style, text: this.text, titles: this.titles, bodies: this.bodies };
  }
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
const some = <T>(list: readonly T[], n: number, random: Random): T[] => {
  const left = [...list];
  return Array.from({ length: Math.min(n, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
};
const moments = (n: number, random: Random): Moment[] => {
  let minutes = Date.UTC(2023 + Math.floor(random() * 3), Math.floor(random() * 12), 1 + Math.floor(random() * 28), 12) / 60_000;
  return Array.from({ length: n }, () => {
    minutes -= 20 + Math.floor(random() * 2000);
    const t = new Date(minutes * 60_000);
    return { y: t.getUTCFullYear(), m: t.getUTCMonth() + 1, d: t.getUTCDate(), h: t.getUTCHours(), min: t.getUTCMinutes() };
  });
};
/** The first sentences of a story, as a listing shows them. */
const dekOf = (story: Story) => {
  const first = story.paragraphs[0]!;
  const cut = /^.{60,320}?[.!?](?=\s|$)/s.exec(first)?.[0] ?? first.slice(0, 200);
  return cut.replace(/\s+/g, " ").trim();
};

/** Articles one after another, each dated under its title. */
export function glueDated(stories: readonly Story[], random: Random): GluedPage {
  const sheet = new Sheet();
  const [format, blank, over] = [pick(FORMATS, random), Math.floor(random() * 2), random() < 0.4];
  const chosen = some(stories, 2 + Math.floor(random() * 4), random);
  for (const [i, t] of moments(chosen.length, random).entries()) {
    if (over) sheet.line(format(t), blank);
    sheet.title(chosen[i]!.title, blank);
    if (!over) sheet.line(format(t), blank);
    sheet.body(chosen[i]!.paragraphs, blank);
    sheet.line("", blank);
  }
  return sheet.done(over ? "stamped: date, title, body" : "stamped: title, date, body");
}

/** A listing, alone or under an article: each item a title, its first sentences, perhaps a section, and a date over or under. */
export function glueList(stories: readonly Story[], random: Random): GluedPage {
  const sheet = new Sheet();
  const [format, blank, over, sectioned, pictured] = [
    pick(FORMATS, random),
    Math.floor(random() * 3),
    random() < 0.5,
    random() < 0.6,
    random() < 0.4,
  ];
  const [main, ...items] = some(stories, 5 + Math.floor(random() * 8), random);
  const headed = random() < 0.6;
  if (headed) {
    sheet.title(main!.title, blank);
    sheet.body(main!.paragraphs, blank);
    sheet.line(pick(HEADINGS, random), blank);
  }
  for (const [i, t] of moments(items.length, random).entries()) {
    const item = items[i]!;
    if (over) sheet.line(format(t), blank);
    if (over && sectioned) sheet.line(pick(SECTIONS, random), blank);
    if (!over && pictured && random() < 0.8) sheet.line(item.title.split(" ").slice(0, 3).join(" "), blank);
    sheet.title(item.title, blank);
    sheet.body([dekOf(item)], blank);
    if (!over && sectioned) sheet.line(pick(SECTIONS, random), blank);
    if (!over) sheet.line(format(t), blank);
  }
  return sheet.done(`stamped: list, date ${over ? "over" : "under"}`);
}

/** An aggregator: whole articles flattened to one line, under an outlet and "n hours ago". */
export function glueRelative(stories: readonly Story[], random: Random): GluedPage {
  const sheet = new Sheet();
  const variant = Math.floor(random() * 3);
  const [main, ...items] = some(stories, 3 + Math.floor(random() * 4), random);
  if (random() < 0.6) {
    sheet.title(main!.title);
    sheet.body(main!.paragraphs);
    sheet.line(pick(HEADINGS, random), 2);
  }
  let hours = 1 + Math.floor(random() * 5);
  for (const item of items) {
    const ago = hours === 1 ? "an hour ago" : `${hours} hours ago`;
    const outlet = `${item.outlet.split(".")[0]!.replace(/^./, (c) => c.toUpperCase())} ${pick(["News", "Times", "Daily", "Post"], random)}`;
    if (variant === 0) for (const line of [outlet, ago, `- ${outlet}`]) sheet.line(line);
    if (variant === 1) sheet.line(`${outlet} · ${ago}`);
    sheet.title(item.title);
    if (variant === 2) sheet.line(ago);
    sheet.body([item.paragraphs.join(" ")], 1 + Math.floor(random() * 2));
    hours += Math.floor(random() * 4);
  }
  return sheet.done(`relative: ${["outlet twice", "one line", "under the title"][variant]}`);
}

/** Articles one after another with nothing but their titles between them. */
export function glueTitled(stories: readonly Story[], random: Random): GluedPage {
  const sheet = new Sheet();
  const blank = Math.floor(random() * 2);
  for (const story of some(stories, 2 + Math.floor(random() * 3), random)) {
    sheet.title(story.title, blank);
    sheet.body(story.paragraphs, blank);
    sheet.line("", blank);
  }
  return sheet.done("titled");
}

/** One article with what single articles have: a date, a byline, subheads. Nothing of it may be cut. */
export function makeSingle(story: Story, random: Random): GluedPage {
  const sheet = new Sheet();
  const blank = Math.floor(random() * 2);
  sheet.title(story.title, blank);
  if (random() < 0.5)
    sheet.line(`By ${pick(["Ann", "Omar", "Li", "Eva"], random)} ${pick(["Stone", "Haddad", "Chen", "Novak"], random)}`, blank);
  if (random() < 0.7) sheet.line(pick(FORMATS, random)(moments(1, random)[0]!), blank);
  sheet.body(story.paragraphs, blank);
  return sheet.done("single");
}

/** An article and the cards of a real page, told as text. */
export function glueCards(story: Story, cards: CardGroup, random: Random): GluedPage {
  const sheet = new Sheet();
  const blank = Math.floor(random() * 2);
  if (random() < 0.5) {
    sheet.title(story.title, blank);
    sheet.body(story.paragraphs, blank);
    sheet.line(pick(HEADINGS, random), blank);
  }
  for (const card of cards) {
    for (const line of card.lines.slice(0, card.title)) sheet.line(line, blank);
    sheet.title(card.lines[card.title]!, blank);
    sheet.body(card.lines.slice(card.title + 1), blank);
    sheet.line("", blank);
  }
  return sheet.done("cards");
}
