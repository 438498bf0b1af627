import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import type { Dom } from "../../src/page/clean.ts";

/** An article to glue: its title and paragraphs as the gold has them. */
export interface Story {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly outlet: string;
}

/** Lines of sibling elements of a real page that list other articles: one card each. */
export type CardGroup = readonly Card[];

export interface Card {
  readonly lines: readonly string[];
  /** Which line is the title: the card's heading, else its longest link. */
  readonly title: number;
}

/** A deterministic stream of numbers in [0, 1) (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Stories and card groups of the pages with known article text, in the order of their ids. */
export function readPool(goldPath: string): { readonly stories: readonly Story[]; readonly cards: readonly CardGroup[] } {
  const truth = JSON.parse(readFileSync(`${goldPath}/ground-truth.json`, "utf8")) as Record<string, { articleBody: string; url: string }>;
  const stories: Story[] = [];
  const cards: CardGroup[] = [];
  for (const id of Object.keys(truth).sort()) {
    const html = gunzipSync(readFileSync(`${goldPath}/html/${id}.html.gz`)).toString("utf8");
    const document = parseHTML(html).document as Dom;
    cards.push(...findCards(document));
    const title = document.querySelector('meta[property="og:title"]')?.getAttribute("content")?.trim() ?? "";
    const paragraphs = truth[id]!.articleBody.split("\n")
      .map((p) => p.trim())
      .filter((p) => p !== "");
    const words = paragraphs.join(" ").split(/\s+/).length;
    if (title.split(/\s+/).length >= 4 && paragraphs.length >= 4 && words >= 150 && words <= 1500) {
      stories.push({
        title: title.replace(/\s+[|–-]\s+[^|–-]{2,30}$/, ""),
        paragraphs,
        outlet: new URL(truth[id]!.url).hostname.replace(/^www\./, ""),
      });
    }
  }
  return { stories, cards };
}

/** The day's stream beside the pages, where it is there: flattened texts with title and source. */
export function readStream(goldPath: string): readonly Story[] {
  const folder = `${goldPath}/../stream`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl.gz"))
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(`${folder}/${name}`))
        .toString("utf8")
        .split("\n"),
    )
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { title?: string; text?: string; source?: string })
    .filter(
      (row) => (row.text?.split(/\s+/).length ?? 0) > 150 && (row.text?.length ?? 0) < 12_000 && (row.title?.split(/\s+/).length ?? 0) >= 4,
    )
    .map((row) => ({
      title: row.title!.replace(/\s+/g, " ").trim(),
      paragraphs: [row.text!.replace(/\s+/g, " ").trim()],
      outlet: row.source ?? "",
    }));
}

/** Groups of at least three siblings of one tag and class, each with a title and most with something like a date. */
function findCards(document: Dom): readonly CardGroup[] {
  const parents = new Map<unknown, Map<string, unknown[]>>();
  for (const element of document.querySelectorAll("article,li,div,section")) {
    const groups = parents.get(element.parentNode) ?? new Map<string, unknown[]>();
    parents.set(element.parentNode, groups);
    const key = `${element.localName}.${element.getAttribute("class") ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), element]);
  }
  const found: CardGroup[] = [];
  for (const groups of parents.values()) {
    for (const elements of groups.values()) {
      if (elements.length < 3 || elements.length > 40) continue;
      const cards = elements.flatMap((element) => cardOf(element));
      const dated = cards.filter((card) =>
        card.lines.some((line) => line.length < 50 && /\bago\b|\b(?:19|20)\d\d\b|\d{1,2}:\d\d\s?(?:am|pm)/i.test(line)),
      );
      const signature = JSON.stringify(cards);
      const whole = cards.length >= 3 && dated.length === cards.length && cards.length * 5 >= elements.length * 4;
      if (whole && !found.some((group) => JSON.stringify(group) === signature)) found.push(cards);
    }
  }
  return found;
}

function cardOf(element: Dom): readonly Card[] {
  const lines = linesOf(element);
  if (lines.length < 2 || lines.length > 7) return [];
  const links: string[] = [...element.querySelectorAll("a")].map((one) => String(one.textContent).replace(/\s+/g, " ").trim());
  const heading = String(element.querySelector("h1,h2,h3,h4,h5,h6")?.textContent ?? "")
    .replace(/\s+/g, " ")
    .trim();
  const link = links.reduce((best, text) => (text.length > best.length ? text : best), "");
  const title = [heading, link].map((text) => lines.indexOf(text)).find((at) => at >= 0 && lines[at]!.split(" ").length >= 4);
  return title === undefined ? [] : [{ lines, title }];
}

const BREAKS =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|section|table|time|tr|ul)$/;

function linesOf(element: Dom): readonly string[] {
  let text = "";
  const visit = (node: Dom) => {
    if (node.nodeType === 3) text += node.data.replace(/\s+/g, " ");
    else if (node.nodeType === 1 && !/^(?:script|style|noscript|svg)$/.test(node.localName)) {
      const breaks = BREAKS.test(node.localName);
      if (breaks) text += "\n";
      for (const child of node.childNodes) visit(child);
      if (breaks) text += "\n";
    }
  };
  visit(element);
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
