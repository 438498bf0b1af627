import type { PageLexicon } from "../lexicon/pages.ts";
import type { Clue, PageMetadata } from "../model/reading.ts";
import type { Dom } from "./clean.ts";
import { type Linked, nameOf, typesOf } from "./linked.ts";
import type { Metas } from "./metadata.ts";

const META_AUTHORS = [
  "author",
  "byl",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "article:author_name",
  "cxenseparse:author",
];

/** Who wrote an article, and the agency it came from. A publisher's name is no author. */
export function readAuthors(
  document: Dom,
  metas: Metas,
  article: Linked | null,
  publisher: string | null,
  lexicon: PageLexicon,
): { readonly byline: PageMetadata["byline"]; readonly agency: Clue | null } {
  // Marked elements are looked for last and only where nothing else speaks: it is the dearest cue.
  const cues: (readonly [() => readonly string[], string, number])[] = [
    [() => linkedAuthors(article), "json-ld:author", 0.9],
    [() => META_AUTHORS.flatMap((key) => metas.get(key) ?? []).slice(0, 1), "meta:author", 0.8],
    [() => [metas.get("article:author") ?? ""].filter((name) => name !== "" && !/^https?:/.test(name)), "meta:article:author", 0.7],
    [() => marked(document), "marked:author", 0.6],
  ];
  let agency: Clue | null = null;
  for (const [given, cue, confidence] of cues) {
    const names = given().flatMap((name) => cleanName(name, publisher, lexicon));
    const found = names.find((name) => lexicon.agencies.has(name.toLowerCase()));
    if (found && !agency) agency = { value: lexicon.agencies.get(found.toLowerCase()) ?? found, cue, confidence };
    const people = [...new Set(names.filter((name) => !lexicon.agencies.has(name.toLowerCase())))];
    if (people.length > 0) return { byline: { name: people.slice(0, 6).join(", "), role: null, confidence }, agency };
  }
  return { byline: null, agency };
}

function linkedAuthors(article: Linked | null): readonly string[] {
  return [article?.["author"] ?? []]
    .flat()
    .filter(
      (one) => typeof one === "string" || (typeof one === "object" && one !== null && !typesOf(one as Linked).includes("Organization")),
    )
    .flatMap((one) => nameOf(one) ?? []);
}

/** The text of elements marked as an author's, outside cards and comments. */
function marked(document: Dom): readonly string[] {
  for (const query of [
    '[rel="author"]',
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"]',
    ".byline-name",
    ".author-name",
    ".byline",
    ".author",
  ]) {
    const found: string[] = [...document.querySelectorAll(query)]
      .slice(0, 8)
      .filter((element: Dom) => !element.closest("aside,footer,nav,li"))
      .map((element: Dom) =>
        String(element.textContent ?? "")
          .replace(/\s+/g, " ")
          .trim(),
      )
      .filter((text) => text !== "" && text.length < 120);
    if (found.length > 0) return found.slice(0, 3);
  }
  return [];
}

/** "By Ada Quill and Ben Reed, Correspondents | The Quay" into names. What is no name is left out. */
function cleanName(text: string, publisher: string | null, lexicon: PageLexicon): readonly string[] {
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/\(.*?\)/g, " ")
    .trim();
  const cue = lexicon.bylines.find((word) => plain.toLowerCase().startsWith(word.endsWith(":") ? word : `${word} `));
  return (cue ? plain.slice(cue.length) : plain)
    .split(/\s*(?:,|;|\||•|·|\/|\band\b|\bund\b|\bet\b|&)\s*/)
    .map((name) =>
      name
        .replace(/^(?:by|dr\.?|prof\.?)\s+/i, "")
        .replace(/[\s.]+$/, "")
        .trim(),
    )
    .filter((name) => isPerson(name, publisher, lexicon) || lexicon.agencies.has(name.toLowerCase()));
}

function isPerson(name: string, publisher: string | null, lexicon: PageLexicon): boolean {
  const words = name.split(" ");
  if (name.length < 3 || name.length > 60 || words.length > 6 || /\d|@|https?:|www\.|\.com/i.test(name)) return false;
  const lower = name.toLowerCase();
  if (
    publisher &&
    (lower === publisher.toLowerCase() || publisher.toLowerCase().includes(lower) || lower.includes(publisher.toLowerCase()))
  )
    return false;
  if (
    words.some((word) => lexicon.roles.has(word.toLowerCase())) ||
    /\b(?:staff|desk|newsroom|admin|team|news|editorial|bureau|magazine|press|agency|agencies)\b/i.test(name)
  )
    return false;
  return /\p{L}/u.test(name);
}
