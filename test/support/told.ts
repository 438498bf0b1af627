import { buildReading, type HandActor, type HandArticle, type HandStatement, type Reading } from "../../eval/events/hand.ts";

/** One telling: its words, and what is told of it where it differs from a meeting of 2024-05-20 in a paper of its own. */
export type Told = Partial<HandStatement> & { readonly text: string; readonly told?: string | null; readonly paper?: string };

/** The tellings as read from their papers: statement `s0` is the first line's; a paper that several lines name holds them below each other. */
export function readTold(actors: readonly HandActor[], lines: readonly Told[]): Reading {
  const papers = new Map<string, HandArticle>();
  lines.forEach(({ text, told = "2024-05-20", paper }, i) => {
    const id = paper ?? `p${i}`;
    const known = papers.get(id);
    papers.set(id, { id, publisher: `Paper ${id}`, published: told, text: known ? `${known.text}\n${text}` : text });
  });
  const statements = lines.map(({ text, told: _told, paper, ...one }, i) => ({
    id: `s${i}`,
    article: paper ?? `p${i}`,
    in: text,
    on: text.split(" ")[1] ?? text,
    act: "CONSULT",
    ...one,
  }));
  return buildReading(actors, [...papers.values()], statements);
}
