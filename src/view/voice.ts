import type { Article } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import type { Attribution, Statement } from "../model/statement.ts";
import type { Indexed } from "./index-of.ts";
import { CERTAINTY, clean, shorten } from "./words.ts";

/** Who says a statement, and how surely. */
export interface Voice {
  /** "Teresa Arandia", "a Bolivian diplomat", or the outlet itself. */
  readonly who: string;
  readonly kind: Attribution["kind"];
  /** "according to" chain behind the first voice, nearest first. */
  readonly via: readonly string[];
  readonly certainty: string;
  /** True for a voice that is unnamed or former, or the author's own reading: shown in italics. */
  readonly soft: boolean;
}

/** The words of a source; a clause of his that breaks off before a quote ("an official, who called it '…'") is left out. */
function describe(text: string, { start, end }: Span): string {
  const words = text.slice(start, end);
  return /^\s*["'“‘«]/.test(text.slice(end, end + 3)) ? words.replace(/,?\s+who\b.*$/s, "") : words;
}

/** The name readers know an article's source by: publisher, agency, or the beginning of its headline. */
export function outletOf(article: Article): string {
  return article.publisher ?? article.agency ?? `“${shorten(article.headline, 40)}”`;
}

/** Reads the attribution chain of a statement into words; the outlet speaks where no one else does. */
export function voiceOf(index: Indexed, statement: Statement): Voice {
  const links = statement.attribution.filter((link) => link.kind !== "author");
  const names = links.map((link) => nameLink(index, statement, link));
  const first = links[0];
  return {
    who: names[0] ?? outletOf(index.article(statement.article)),
    kind: first?.kind ?? "author",
    via: names.slice(1),
    certainty: CERTAINTY[statement.factuality.value],
    soft: first ? isSoft(index, statement, first) : statement.factuality.value !== "CT+" && statement.factuality.value !== "CT-",
  };
}

function nameLink(index: Indexed, statement: Statement, link: Attribution): string {
  const words = link.source ? clean(describe(index.article(statement.article).text, link.source)) : "";
  if (link.kind === "named" && link.actor !== null) return index.actor(link.actor).name;
  return words || (link.actor === null ? "an unnamed source" : `a voice of ${index.actor(link.actor).name}`);
}

function isSoft(index: Indexed, statement: Statement, link: Attribution): boolean {
  if (link.kind === "unnamed") return true;
  if (link.actor === null) return false;
  const roles = index.actor(link.actor).roles.filter((role) => role.article === statement.article);
  return roles.length > 0 && roles.every((role) => role.standing === "former");
}
