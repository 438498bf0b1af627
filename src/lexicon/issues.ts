import { parse } from "yaml";
import { z } from "zod";
import type { Issue } from "../model/index.ts";
import { parseTable, readData } from "./table.ts";

/** An issue with the words that raise it. */
export interface IssueEntry extends Issue {
  /** PLOVER context the issue belongs to, or null. */
  readonly context: string | null;
}

/** Phrases by their last word, each with the issues it raises; "near" asks for another word in the same span. */
export interface IssueLexicon {
  readonly issues: readonly IssueEntry[];
  readonly phrases: ReadonlyMap<string, readonly IssuePhrase[]>;
}

/** Lemmas or forms in order, the issue they raise, and words one of which must stand near (null: none needed). */
export interface IssuePhrase {
  readonly words: readonly string[];
  readonly issue: string;
  readonly near: ReadonlySet<string> | null;
  /** True for a phrase that only keeps a shorter one from speaking. */
  readonly silent: boolean;
}

const entry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  context: z.string().optional(),
  words: z.array(z.string()).default([]),
  near: z.record(z.string(), z.array(z.string())).default({}),
  not: z.array(z.string()).default([]),
});
const file = z.strictObject({ issues: z.array(entry) });

/** The taxonomy of data/; the texts of user files of the same shape may follow and add to an issue or make new ones. */
export function loadIssueLexicon(userFiles: readonly string[] = []): IssueLexicon {
  return buildIssueLexicon([readData("issues.yaml"), ...userFiles]);
}

/** The issue an act is about by itself, by `type/mode`; `alone`: only where its words raise none. */
export type ActIssues = ReadonlyMap<string, { readonly issue: string; readonly alone: boolean }>;

/** The rows of data/acts-issues.tsv. */
export function loadActIssues(): ActIssues {
  return new Map(
    parseTable(readData("acts-issues.tsv"), "acts-issues.tsv").map((row) => [
      row["act"] ?? "",
      { issue: row["issue"] ?? "", alone: row["alone"] === "alone" },
    ]),
  );
}

/** Builds the taxonomy from YAML texts. Throws a RangeError that says which part of the text is wrong. */
export function buildIssueLexicon(texts: readonly string[]): IssueLexicon {
  const issues = new Map<string, IssueEntry>();
  const phrases = new Map<string, IssuePhrase[]>();
  for (const text of texts) {
    const read = file.safeParse(readYaml(text));
    if (!read.success)
      throw new RangeError(`issue file: ${read.error.issues.map((one) => `${one.path.join(".")}: ${one.message}`).join("; ")}`);
    for (const one of read.data.issues) {
      const before = issues.get(one.id);
      issues.set(one.id, { id: one.id, name: one.name, context: one.context ?? before?.context ?? null });
      for (const phrase of one.words) add(phrases, phrase, one.id, null, false);
      for (const [phrase, near] of Object.entries(one.near)) add(phrases, phrase, one.id, new Set(near), false);
      for (const phrase of one.not) add(phrases, phrase, one.id, null, true);
    }
  }

  return { issues: [...issues.values()], phrases };
}

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new RangeError(`issue file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function add(phrases: Map<string, IssuePhrase[]>, phrase: string, issue: string, near: ReadonlySet<string> | null, silent: boolean): void {
  const words = phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean);
  const last = words.at(-1);
  if (last === undefined) return;
  phrases.set(last, [...(phrases.get(last) ?? []), { words, issue, near, silent }]);
}
