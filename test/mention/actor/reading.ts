import { readFileSync } from "node:fs";
import { loadActorLexicon } from "../../../src/lexicon/actors.ts";
import { type ReadActors, readMentions } from "../../../src/mention/actor/read.ts";
import type { Actor } from "../../../src/model/actor.ts";
import { loadCore } from "../../../src/sentence/core.ts";
import { readDoc } from "../../../src/sentence/read.ts";

export const core = loadCore(readFileSync(new URL("../../../data/core.bin", import.meta.url)));
export const lexicon = loadActorLexicon();

/** An article of a test: its text, and its day where it matters. */
export interface Told {
  readonly text: string;
  readonly published?: string;
  readonly id?: string;
}

export interface Read extends ReadActors {
  /** The actor of the n-th mention with these words in an article; undefined where there is none. */
  readonly at: (words: string, article?: string, n?: number) => Actor | undefined;
  /** The actor whose name or alias this is. */
  readonly called: (name: string) => Actor | undefined;
  readonly byId: ReadonlyMap<string, Actor>;
  /** Names of what an actor belongs to, nearest first. */
  readonly above: (actor: Actor | undefined) => readonly string[];
}

/** Reads articles with the trained core and the lexicon that ship. */
export function read(...articles: readonly (string | Told)[]): Read {
  const told = articles.map((article, i) => (typeof article === "string" ? { text: article, id: `a${i}` } : { id: `a${i}`, ...article }));
  const texts = new Map(told.map((article) => [article.id, article.text]));
  const found = readMentions(
    told.map((article) => ({
      id: article.id,
      headline: "",
      published: article.published ?? "2025-06-01",
      doc: readDoc(article.text, core),
    })),
    lexicon,
  );
  const byId = new Map(found.actors.map((actor) => [actor.id, actor]));
  const at = (words: string, article = "a0", n = 0) => {
    const here = (found.mentions.get(article) ?? []).filter((mention) => texts.get(article)!.slice(mention.start, mention.end) === words);
    return byId.get(here[n]?.actor ?? "");
  };
  const called = (name: string) => found.actors.find((actor) => actor.name === name || actor.aliases.includes(name));
  const above = (actor: Actor | undefined): readonly string[] => {
    const up = actor?.partyOf == null ? undefined : byId.get(actor.partyOf);
    return up === undefined ? [] : [up.name, ...above(up)];
  };
  return { ...found, at, called, byId, above };
}
