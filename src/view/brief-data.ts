import { titleOf } from "./accounts.ts";
import { directionOf, openAsks } from "./direction.ts";
import type { Dossier, Note } from "./dossier.ts";
import { ledgerData, moveData } from "./moves.ts";

/** The dossier of two parties as plain data: what `writeBrief` says, with ids in place of footnotes. */
export function briefData(dossier: Dossier): Readonly<Record<string, unknown>> {
  const { word, sentence, rule, parts } = directionOf(dossier);
  return {
    parties: dossier.parties.map(({ id, name }) => ({ id, name })),
    upTo: dossier.upTo,
    direction: { word, sentence, rule, parts: parts.map(({ label, moves }) => ({ label, moves: moves.map((move) => move.entry.id) })) },
    openAsks: openAsks(dossier).map((move) => move.entry.id),
    discrepancies: dossier.quarrels.map(({ discrepancy, event }) => ({ ...discrepancy, title: titleOf(dossier.index, event) })),
    ledger: ledgerData(dossier, {}),
    timeline: dossier.moves.map(moveData),
    notes: dossier.notes.map(noteData),
  };
}

function noteData({ number, statement, article, outlet, origin, voice }: Note): Readonly<Record<string, unknown>> {
  const { start, end } = statement.evidence;
  return {
    number,
    statement: statement.id,
    article: article.id,
    outlet,
    origin,
    published: article.published,
    start,
    end,
    quote: statement.quote,
    voice,
  };
}
