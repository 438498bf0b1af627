import type { PageLexicon } from "../lexicon/pages.ts";
import type { Byline } from "../model/article.ts";
import type { Line } from "./lines.ts";

const NAME =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)?\p{Lu}[\p{L}'’ʼʻ.-]+(?:\s+(?:\p{Lu}[\p{L}'’ʼʻ.-]*|van|von|de|del|der|al|bin|ibn|el|da|di|la)){1,4}$/u;

export interface FoundByline {
  readonly byline: Byline;
  /** Indices of the lines it was read from. */
  readonly lines: readonly number[];
}

/** Finds who wrote an article: a line "By …" anywhere around the body, or a name of its own under or over the body with a role beside it. */
export function findByline(
  lines: readonly Line[],
  header: readonly [number, number],
  footer: readonly [number, number],
  lexicon: PageLexicon,
): FoundByline | null {
  for (const [from, to] of [header, footer]) {
    for (let i = from; i < to; i += 1) {
      const line = lines[i]!;
      if (line.kind === "byline") return { byline: readCued(line.text, lexicon), lines: [i] };
    }
  }
  for (const [from, to] of [footer, header]) {
    for (let i = from; i < to; i += 1) {
      const found = readNamed(lines, i, to, lexicon);
      if (found) return found;
    }
  }
  return null;
}

/** True where a line is nothing but a person's name, as far as its letters say. */
export function isName(text: string): boolean {
  return text.length <= 60 && NAME.test(text.trim());
}

/** True where a line names a job: a role word, no sentence. */
export function isRole(text: string, lexicon: PageLexicon): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length <= 16 && !/[.!?]$/.test(text) && words.some((word) => lexicon.roles.has(word));
}

function readCued(text: string, lexicon: PageLexicon): Byline {
  const lower = text.toLowerCase();
  const cue = lexicon.bylines.find((word) => lower.startsWith(`${word} `) || (word.endsWith(":") && lower.startsWith(word))) ?? "";
  return splitRole(text.slice(cue.length).trim(), lexicon);
}

/** "Name, role" and "Name | Outlet" into name and role. */
export function splitRole(text: string, lexicon: PageLexicon): Byline {
  const at = /\s*[,|–—]\s*|\s-\s|\s+in\s+(?=\p{Lu})/u.exec(text);
  if (!at) return { name: text, role: null };
  const [name, rest] = [text.slice(0, at.index).trim(), text.slice(at.index + at[0].length).trim()];
  return { name, role: isRole(rest, lexicon) ? rest : null };
}

function readNamed(lines: readonly Line[], i: number, to: number, lexicon: PageLexicon): FoundByline | null {
  const line = lines[i]!;
  if (line.kind !== "label" && line.kind !== "short") return null;
  const comma = /^([^,]{5,50}),\s*(.+)$/.exec(line.text);
  if (comma && isName(comma[1]!) && isRole(comma[2]!, lexicon))
    return { byline: { name: comma[1]!.trim(), role: comma[2]!.trim() }, lines: [i] };
  if (!isName(line.text)) return null;
  const next = i + 1 < to ? lines[i + 1] : undefined;
  const role = next && (next.kind === "short" || next.kind === "label") && isRole(next.text, lexicon) ? next.text : null;
  return role ? { byline: { name: line.text, role: role.replace(/[\s\u00a0]+/g, " ") }, lines: [i, i + 1] } : null;
}
