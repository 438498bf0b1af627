import type { Dom } from "./clean.ts";

/** An object of JSON-LD. */
export type Linked = Readonly<Record<string, unknown>>;

/** Objects taken out of all blocks together. */
const MOST = 500;

/** The objects of all JSON-LD blocks of a page, `@graph` opened; broken blocks are left out. */
export function readLinked(document: Dom): readonly Linked[] {
  const found: Linked[] = [];
  const add = (value: unknown, depth: number) => {
    if (depth > 4 || typeof value !== "object" || value === null || found.length >= MOST) return;
    if (Array.isArray(value)) for (const one of value.slice(0, 200)) add(one, depth + 1);
    else {
      const record = value as Linked;
      found.push(record);
      for (const key of ["@graph", "mainEntity", "mainEntityOfPage"]) add(record[key], depth + 1);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = String(script.textContent ?? "")
      .trim()
      .replace(/^<!--|-->$|^\/\/<!\[CDATA\[|\/\/\]\]>$/g, "");
    // Line breaks inside strings are the usual fault of a block that does not parse.
    add(parse(text) ?? parse(text.replace(/[\n\r\t]+/g, " ")), 0);
  }
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The object that describes the page's article: of an article type, with a headline or a body; null where there is none or are several. */
export function articleOf(linked: readonly Linked[]): Linked | null {
  const articles = linked.filter((one) => typesOf(one).some((type) => /(?:Article|BlogPosting|Report|Review)$/.test(type)));
  const full = articles.filter((one) => one["articleBody"] !== undefined || one["datePublished"] !== undefined);
  return (full.length > 0 ? full : articles)[0] ?? null;
}

/** The article's words as JSON-LD gives them, markup left out; null where it does not. */
export function readClaimed(linked: readonly Linked[]): string | null {
  const bodies = linked.flatMap((one) => (typeof one["articleBody"] === "string" ? [one["articleBody"]] : []));
  return bodies.length === 1 ? bodies[0]!.replace(/<[^>]{0,300}>/g, " ") : null;
}

/** The types of an object. */
export function typesOf(one: Linked): readonly string[] {
  return [one["@type"]].flat().filter((type) => typeof type === "string");
}

/** A value's name: a string itself, an object's `name`, the first of a list. */
export function nameOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (Array.isArray(value)) return nameOf(value[0]);
  if (typeof value === "object" && value !== null) return nameOf((value as Linked)["name"]);
  return null;
}
