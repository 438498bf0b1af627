import type { PageLexicon } from "../lexicon/pages.ts";
import type { Removed } from "../model/reading.ts";
import type { VisibleText } from "./visible.ts";

/** An element as linkedom gives it; only what is used here. */
// biome-ignore lint/suspicious/noExplicitAny: linkedom's types need the DOM library, which this package is not compiled with.
export type Dom = any;

/** Nothing longer is taken by a class name alone, nor anything with so many paragraphs (swept on 181 public pages). */
const LONGEST = 1200;
const MOST_PARAGRAPHS = 3;
const NEVER: ReadonlySet<string> = new Set(["html", "body", "article", "main"]);
const BY_NAME: Readonly<Record<string, Removed["kind"]>> = {
  figcaption: "caption",
  form: "boilerplate",
  nav: "boilerplate",
  button: "boilerplate",
  iframe: "boilerplate",
};

/**
 * Takes out of the document what names and classes mark as furniture, before the body is looked for. Each removal is guarded:
 * never a long block, never several paragraphs, never a paragraph of prose. What was taken is told with its place.
 */
export function preClean(document: Dom, visible: VisibleText, lexicon: PageLexicon): readonly Removed[] {
  const removed: Removed[] = [];
  const elements: Dom[] = [...document.querySelectorAll("figcaption,form,nav,button,iframe,[class],[id]")];
  for (const element of elements) {
    const found = reasonFor(element, lexicon);
    if (!found || !document.contains(element) || isGuarded(element)) continue;
    removed.push(...takeOut(element, visible, found.kind, found.rule));
  }
  return removed;
}

/** Removes an element and says what text went with it. */
export function takeOut(element: Dom, visible: VisibleText, kind: Removed["kind"], rule: string): readonly Removed[] {
  const spans = textNodes(element).flatMap((node) => visible.spans.get(node) ?? []);
  element.remove();
  if (spans.length === 0) return [];
  return [{ start: spans[0]!.start, end: spans[spans.length - 1]!.end, kind, rule }];
}

/** All text nodes under an element, in order. */
export function textNodes(element: Dom): Dom[] {
  const found: Dom[] = [];
  let node: Dom = element;
  // The document's own links instead of recursion: depth is the page's to choose.
  const end = nextOutside(element);
  while (node && node !== end) {
    if (node.nodeType === 3) found.push(node);
    node = node.firstChild ?? nextOutside(node);
  }
  return found;
}

function nextOutside(node: Dom): Dom {
  let at = node;
  while (at && !at.nextSibling) at = at.parentNode;
  return at?.nextSibling ?? null;
}

function reasonFor(element: Dom, lexicon: PageLexicon): { readonly kind: Removed["kind"]; readonly rule: string } | null {
  const name: string = element.localName;
  const kind = BY_NAME[name];
  if (kind) return { kind, rule: `clean/${name}` };
  if (NEVER.has(name)) return null;
  const words = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  for (const word of classWords(words)) {
    const found = lexicon.clean.get(word);
    if (found) return { kind: found, rule: `clean/${word}` };
  }
  return null;
}

/** Class names and ids in words: cut at white space, dashes, underscores and capitals. */
function classWords(names: string): readonly string[] {
  return names
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}

/** A block that must not go whole: long, of several paragraphs, or a paragraph of prose itself. */
function isGuarded(element: Dom): boolean {
  const name: string = element.localName;
  if (name === "iframe" || name === "nav" || name === "button") return false;
  const size = measure(element);
  if (size.length >= LONGEST || size.paragraphs >= MOST_PARAGRAPHS) return true;
  // A post quoted in the article stands in a block quote, whatever its box is called.
  if (size.quoted) return true;
  return name === "p" && size.length > 200 && /[.!?]["'”’)]*\s*$/.test(element.textContent);
}

/** An element's characters, paragraphs and quotes, counted no further than a guard needs: boxes inside boxes stay cheap. */
function measure(element: Dom): { readonly length: number; readonly paragraphs: number; readonly quoted: boolean } {
  let [length, paragraphs, seen] = [0, 0, 0];
  const end = nextOutside(element);
  let node: Dom = element.firstChild;
  while (node && node !== end) {
    seen += 1;
    if (node.nodeType === 3) length += node.data.length;
    else if (node.localName === "p") paragraphs += 1;
    else if (node.localName === "blockquote") return { length, paragraphs, quoted: true };
    if (length >= LONGEST || paragraphs >= MOST_PARAGRAPHS || seen > 2000) return { length: LONGEST, paragraphs, quoted: false };
    node = node.firstChild ?? nextOutside(node);
  }
  return { length, paragraphs, quoted: false };
}
