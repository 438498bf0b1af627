import { parseFeed, parseOpml } from "feedsmith";
import type { PageLexicon } from "../lexicon/pages.ts";
import { type Clue, NO_METADATA, type PageMetadata, type PageReading } from "../model/reading.ts";
import { readFragment } from "./fragment.ts";
import { type PageInput, type PageReadings, pageNotice, partOf } from "./input.ts";
import { toIsoDate } from "./isodate.ts";
import type { Limits } from "./limits.ts";

/** One item of any kind of feed. */
interface Item {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  /** The whole article's markup, where the feed carries it. */
  readonly content: string | undefined;
  readonly summary: string | undefined;
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly author: string | undefined;
  readonly section: string | undefined;
}

/** Reads an RSS, Atom, RDF or JSON feed: a page for each item, an excerpt where the feed carries only a summary. */
export function readFeed(input: PageInput, text: string, lexicon: PageLexicon, limits: Limits): PageReadings {
  const { publisher, items } = flatten(parseFeed(text, { maxItems: limits.pages } as never));
  const pages = items.slice(0, limits.pages).flatMap((item, i) => readItem(input, item, i + 1, publisher, lexicon, limits));
  const notices = pages.length === 0 ? [pageNotice(input.path, "empty-feed", `${input.path} is a feed without items that hold text.`)] : [];
  return { pages, notices };
}

/** An OPML file lists feeds and holds no articles: they are named, and fetched only when the user asks for the network. */
export function readOpml(input: PageInput, text: string, _lexicon: PageLexicon, _limits: Limits): PageReadings {
  const feeds = listFeeds(text);
  const reason = `${input.path} lists ${feeds.length} feeds${feeds.length > 0 ? ` (${feeds.slice(0, 3).join(", ")}${feeds.length > 3 ? " …" : ""})` : ""} and holds no article itself. They are fetched only with --fetch.`;
  return { pages: [], notices: [pageNotice(input.path, "opml", reason)] };
}

/** The addresses of the feeds an OPML file lists, in order. */
export function listFeeds(opml: string): readonly string[] {
  const found: string[] = [];
  const visit = (outlines: readonly Outline[] | undefined) => {
    for (const outline of outlines ?? []) {
      if (outline.xmlUrl) found.push(outline.xmlUrl);
      visit(outline.outlines);
    }
  };
  visit((parseOpml(opml) as { body?: { outlines?: readonly Outline[] } }).body?.outlines);
  return found;
}

interface Outline {
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

// biome-ignore lint/suspicious/noExplicitAny: four feed formats, each with its own deep type; only the few fields below are read.
type Loose = any;

function flatten(parsed: Loose): { readonly publisher: string | undefined; readonly items: readonly Item[] } {
  const feed: Loose = parsed.feed;
  const items: readonly Loose[] = feed.items ?? feed.entries ?? [];
  return { publisher: textOf(feed.title), items: items.map((item) => (parsed.format === "json" ? jsonItem(item) : xmlItem(item))) };
}

function jsonItem(item: Loose): Item {
  return {
    id: item.id,
    title: item.title,
    link: item.url ?? item.external_url,
    content: item.content_html ?? item.content_text,
    summary: item.summary,
    published: item.date_published,
    modified: item.date_modified,
    author: item.authors?.[0]?.name,
    section: item.tags?.[0],
  };
}

function xmlItem(item: Loose): Item {
  const author = item.dc?.creators?.[0] ?? item.dc?.creator ?? item.authors?.[0] ?? item.author;
  return {
    id: textOf(item.id) ?? textOf(item.guid),
    title: textOf(item.title),
    link: item.link ?? item.links?.find((link: Loose) => !link.rel || link.rel === "alternate")?.href,
    content: textOf(item.content?.encoded) ?? textOf(item.content),
    summary: textOf(item.description) ?? textOf(item.summary),
    published: item.pubDate ?? item.published ?? item.dc?.dates?.[0] ?? item.dc?.date,
    modified: item.updated,
    author: typeof author === "string" ? author : author?.name,
    section: textOf(item.categories?.[0]?.name ?? item.categories?.[0]?.term ?? item.categories?.[0]),
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const inner = value && typeof value === "object" ? (value as Loose).value : undefined;
  return typeof inner === "string" ? inner : undefined;
}

function readItem(
  input: PageInput,
  item: Item,
  n: number,
  publisher: string | undefined,
  lexicon: PageLexicon,
  limits: Limits,
): readonly PageReading[] {
  const long = (item.content?.length ?? 0) >= (item.summary?.length ?? 0) ? item.content : item.summary;
  const html = long ?? item.title;
  if (!html) return [];
  const clue = (value: string | undefined, cue: string): Clue | null =>
    value?.trim() ? { value: value.trim(), cue: `feed:${cue}`, confidence: 0.9 } : null;
  const date = (value: string | undefined) => (value ? (toIsoDate(String(value), lexicon) ?? undefined) : undefined);
  const name = item.author?.replace(/^\S+@\S+\s+\((.+)\)$/, "$1");
  const metadata: PageMetadata = {
    ...NO_METADATA,
    headline: clue(item.title?.replace(/<[^>]{0,200}>/g, ""), "title"),
    standfirst:
      item.content && item.summary && item.summary.length < 600 ? clue(item.summary.replace(/<[^>]{0,200}>/g, ""), "summary") : null,
    byline: name && name !== publisher && !name.includes("@") ? { name, role: null, confidence: 0.8 } : null,
    publisher: clue(publisher, "channel"),
    section: clue(item.section, "category"),
    published: clue(date(item.published ?? item.modified), "published"),
    modified: clue(date(item.modified), "updated"),
    url: clue(item.link, "link"),
  };
  const part = partOf(input, n, [item.id, item.link, item.title, html].join("\n"), { url: item.link ?? null });
  return [readFragment(part, html, metadata, limits, !item.content)];
}
