import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SURE } from "../../src/model/statement.ts";
import { gridsOf, writeAccounts } from "../../src/view/accounts.ts";
import { escapeMarkdown, writeBrief } from "../../src/view/brief.ts";
import { sayDate, sayWhen } from "../../src/view/dates.ts";
import { compareDays, diffData, writeDiff } from "../../src/view/diff.ts";
import { directionOf, openAsks } from "../../src/view/direction.ts";
import { makeDossier } from "../../src/view/dossier.ts";
import { busiestPair, findActor } from "../../src/view/index-of.ts";
import { sayRule } from "../../src/view/lines.ts";
import { listActors, listSources, writeActors, writeSources } from "../../src/view/lists.ts";
import { filterMoves, moveData, writeLedgerText, writeMoves } from "../../src/view/moves.ts";
import { findStatement, writeWhy } from "../../src/view/why.ts";
import { clean, KIND_ORDER, saySlot, shorten } from "../../src/view/words.ts";
import { sampleAnalysis } from "./sample.ts";

const analysis = sampleAnalysis();
const dossier = makeDossier(analysis, "bol", "pry");
const brief = writeBrief(dossier);

describe("a dossier", () => {
  it("holds every move of the two parties, in order of time, and both ways round alike", () => {
    expect(dossier.moves).toHaveLength(analysis.ledger.flatMap((row) => row.entries).length);
    expect(new Set(dossier.moves.map((move) => move.kind))).toEqual(
      new Set(KIND_ORDER.filter((kind) => kind !== "said" && kind !== "did")),
    );
    expect(makeDossier(analysis, "pry", "bol").moves.map((m) => m.entry.id)).toEqual(dossier.moves.map((m) => m.entry.id));
    expect(makeDossier(analysis, "bol", "ury").moves).toEqual([]);
  });

  it("counts a move once that stands in the rows of two issues", () => {
    const [row, ...rest] = analysis.ledger;
    const twin = {
      ...row!,
      issue: "justice",
      entries: row!.entries.map((entry) => ({ ...entry, id: `${entry.id}x`, answers: entry.answers && `${entry.answers}x` })),
    };
    const twice = makeDossier({ ...analysis, ledger: [row!, ...rest, twin] }, "bol", "pry");
    expect(twice.moves).toHaveLength(dossier.moves.length);
    expect(twice.rows).toHaveLength(dossier.rows.length + 1);
    expect(filterMoves(twice.moves, { issue: "justice" })).toHaveLength(row!.entries.length);
    expect(directionOf(twice).sentence).toBe(directionOf(dossier).sentence);
  });

  it("counts a copied text once, under the outlet that wrote it", () => {
    const given = dossier.moves.find((move) => move.kind === "given" && move.issue === "detainees")!;
    expect(given.notes).toHaveLength(4);
    expect(given.outlets).toEqual(["The Pampa Courier", "Newsgather", "The Chaco Ledger"]);
    // The telling that names both sides, the surest and then the earliest of them, is the one quoted.
    expect(given.notes[0].outlet).toBe("The Pampa Courier");
  });

  it("marks the moves whose event is told in contradicting ways, and nothing else", () => {
    expect(dossier.quarrels[0]?.discrepancy.verdict).toBe("✕");
    expect(dossier.moves.filter((move) => move.disputed)).toEqual([]);
  });

  it("keeps an ask open that met only a condition", () => {
    expect(openAsks(dossier).map((move) => move.issue)).toEqual(["missions", "water", "energy"]);
  });
});

describe("what is unsure", () => {
  const given = dossier.moves.find((move) => move.kind === "given" && move.issue === "detainees")!;
  const told = new Set(given.notes.map((note) => note.statement.id));
  /** The sample with the confidence of some statements lowered. */
  const lowered = (ids: (id: string) => boolean) =>
    makeDossier(
      { ...analysis, statements: analysis.statements.map((s) => (ids(s.id) ? { ...s, confidence: SURE - 0.01 } : s)) },
      "bol",
      "pry",
    );

  it("is marked in every list, and counted", () => {
    const doubted = lowered((id) => told.has(id));
    expect(doubted.moves.filter((move) => !move.sure).map((move) => move.entry.id)).toEqual([given.entry.id]);
    expect(writeMoves(doubted.moves, doubted.moves.length).match(/\? unsure/g)).toHaveLength(1);
    expect(writeLedgerText(doubted, {}).match(/\? unsure/g)).toHaveLength(given.issues.length);
    expect(writeBrief(doubted)).toContain(`1 of ${doubted.moves.length} moves is unsure (?)`);
    expect(moveData(doubted.moves.find((move) => move.entry.id === given.entry.id)!)).toMatchObject({ sure: false });
  });

  it("is no move that one of its tellings makes sure, and nothing where all are sure", () => {
    const [first] = told;
    expect(lowered((id) => id === first).moves.every((move) => move.sure)).toBe(true);
    expect(dossier.moves.every((move) => move.sure)).toBe(true);
    expect(brief).not.toContain("unsure");
  });

  it("is a verdict one side of which rests on unsure words alone", () => {
    const [quarrel] = dossier.quarrels;
    const side = new Set(quarrel!.discrepancy.accounts[0]!.statements);
    const doubted = lowered((id) => side.has(id));
    expect(quarrel!.sure).toBe(true);
    expect(doubted.quarrels.find((q) => q.discrepancy.event === quarrel!.discrepancy.event)?.sure).toBe(false);
    const grids = gridsOf(doubted.analysis, quarrel!.event.id);
    expect(writeAccounts(grids, 1, true)).toContain("? unsure");
    expect(writeAccounts(gridsOf(analysis), 1, true)).not.toContain("? unsure");
    expect(writeWhy(doubted.analysis, findStatement(doubted.analysis, [...side][0]!)!)).toContain(`${(SURE - 0.01).toFixed(2)} (unsure)`);
  });
});

describe("direction", () => {
  it("says a sentence whose numbers are moves", () => {
    const { sentence, parts, word } = directionOf(dossier);
    expect(word).toBe("Mixed");
    expect(sentence).toContain("2 steps given");
    expect(sentence).toContain("in these sources up to 30 Apr 2026");
    for (const part of parts) expect(part.label.startsWith(String(part.moves.length))).toBe(true);
  });

  it("is unknown, and says so, where nothing was found", () => {
    expect(directionOf(makeDossier(analysis, "bol", "ury")).sentence).toMatch(/^Unknown: no step, threat or ask found/);
  });
});

describe("the brief", () => {
  it("footnotes every line to its exact words", () => {
    for (const note of dossier.notes) expect(brief).toContain(`[^${note.number}]: `);
    for (const used of brief.matchAll(/\[\^(\d+)\]/g)) expect(Number(used[1])).toBeLessThanOrEqual(dossier.notes.length);
    for (const note of dossier.notes) expect(brief).toContain(escapeMarkdown(clean(note.statement.quote)));
  });

  it("gives each state its scope and rule, each voice its certainty", () => {
    for (const row of dossier.rows) expect(brief).toContain(`### ${row.title} — ${row.row.state} in these sources up to 30 Apr 2026`);
    expect(brief).toContain("a Bolivian diplomat who attended the talks, in The Chaco Ledger · certain");
    expect(brief).toContain("*“Release the prisoners");
  });

  it("says what was searched where nothing is there", () => {
    expect(writeBrief(makeDossier(analysis, "bol", "ury"))).toContain("No move found between these two parties");
  });

  it("shows the text of pages as text, whatever stands in it", () => {
    expect(escapeMarkdown("<b>*x*</b> [a](b) `c` &lt;")).toBe("\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\&lt;");
    expect(clean("red \u001b[31m\u202eback\u202c\n\tward")).toBe("red [31mback ward");
  });
});

describe("the other views", () => {
  it("narrow the moves by every filter", () => {
    expect(filterMoves(dossier.moves, { from: "bol", kind: "asked" }).every((m) => m.from.name === "Bolivia" && m.kind === "asked")).toBe(
      true,
    );
    expect(filterMoves(dossier.moves, { since: "2026-03-27" }).map((m) => m.kind)).toContain("given");
    expect(filterMoves(dossier.moves, { until: "2026-02" }).map((m) => m.issue)).toEqual(["detainees"]);
    expect(writeMoves([], 15)).toBe("No such move found; 15 moves searched.\n");
    expect(writeLedgerText(dossier, { issue: "tariffs" })).toContain("Tariffs — moving in these sources");
  });

  it("set accounts side by side, contradictions first, agreement hidden", () => {
    const grids = gridsOf(analysis);
    expect(grids[0]?.rows[0]).toMatchObject({
      slot: "leader",
      title: "Who led (Paraguay)",
      verdict: "✕",
      cells: [{ value: "Hugo Zarate" }, { value: "Clara Insfran" }],
    });
    const text = writeAccounts(grids, 2, false);
    expect(text).toContain("✕ Who led (Paraguay): contradict");
    expect(text).not.toContain("= Where");
    expect(writeAccounts(grids, 2, true)).toContain("= Where: agree");
  });

  it("compare two days on both clocks", () => {
    const happened = compareDays(dossier, "2026-03-20", "2026-03-25", "happened");
    expect(happened.added.map((move) => move.kind)).toEqual(["given", "conditional", "threatened", "refused"]);
    expect(happened.answered.map(({ ask }) => ask.issue)).toEqual(["detainees", "water"]);
    const known = compareDays(dossier, "2026-03-20", "2026-03-25", "known");
    expect(known.added.map((move) => move.issue)).toContain("water");
    expect(known.added.every((move) => move.notes.some((note) => note.outlet === "The Pampa Courier"))).toBe(true);
    const changed = { dyad: ["bol", "pry"] as const, issue: "water", before: null, after: "open" as const, added: [], withdrawn: [] };
    const text = writeDiff(dossier, happened, [changed]);
    expect(text).toContain("New (4)");
    expect(text).toContain("Changed (1)\n  Water: nothing known → open");
    expect(diffData(happened, [changed])).toMatchObject({ changed: [{ issue: "water", before: null, after: "open" }] });
    expect(() => compareDays(dossier, "soon", "2026", "known")).toThrow(RangeError);
  });

  it("list actors and sources with their other names and copies", () => {
    expect(
      listActors(analysis)
        .slice(0, 2)
        .map((line) => line.name),
    ).toEqual(["Paraguay", "Bolivia"]);
    expect(writeActors(listActors(analysis), true)).toContain("Ruben Cavallero");
    expect(writeSources(listSources(analysis), false)).toContain("text of The Pampa Courier");
    expect(writeSources(listSources(analysis), false)).toContain("2 teasers not shown");
  });

  it('count, not list, those of whom nothing is told, and say "former" once', () => {
    const idle = { ...analysis.actors[0]!, id: "idle", name: "Idle Bystander", aliases: ["Idle Bystander"] };
    const role = { title: "former envoy", of: null, from: null, to: null, article: "", standing: "former" as const };
    const lines = listActors({ ...analysis, actors: [...analysis.actors, { ...idle, roles: [role, { ...role, title: "minister" }] }] });
    expect(lines.find((line) => line.id === "idle")!.roles).toEqual(["former envoy", "former minister"]);
    expect(writeActors(lines, false)).not.toContain("Idle Bystander");
    expect(writeActors(lines, false)).toMatch(/\d+ more of whom no statement tells \(--all shows them\)/);
    expect(writeActors(lines, true)).toContain("Idle Bystander");
  });

  it("head a number by what it counts", () => {
    const slots = ["number of truck", "number of money USD", "number of percent %", "leader, denied", "agreed"];
    expect(slots.map(saySlot)).toEqual(["How many (truck)", "Sum (USD)", "Share (%)", "Who led, denied", "What was agreed"]);
  });

  it("spell out the day of a rule and quote each move of the timeline", () => {
    const row = {
      ...dossier.rows[0]!,
      row: { ...dossier.rows[0]!.row, rule: "no answer found in these sources, up to 2026-04", upTo: "2026-04" },
    };
    expect(sayRule(row)).toBe("no answer found in these sources, up to Apr 2026");
    const timeline = brief.slice(brief.indexOf("## Timeline"), brief.indexOf("## Footnotes"));
    for (const line of timeline.split("\n").filter((one) => one.startsWith("- "))) expect(line).toMatch(/“.+” \[\^\d+\]/);
  });

  it("place a move without a day at its first telling, and say so", () => {
    const ledger = analysis.ledger.map((row) => ({ ...row, entries: row.entries.map((entry) => ({ ...entry, date: null })) }));
    const undated = makeDossier({ ...analysis, ledger }, "bol", "pry");
    const [first] = undated.moves;
    const told = first!.notes.map((note) => note.article.published.value!.slice(0, 10)).toSorted()[0]!;
    expect(first!.when).toBe(`../${told}`);
    expect(sayWhen(first!.when)).toBe(`by ${sayDate(told)}`);
    const days = undated.moves.map((move) => move.when!.slice(3));
    expect(days).toEqual(days.toSorted());
    expect(writeLedgerText(undated, {})).toContain(`by ${sayDate(told)}`);
  });

  it("tell why a statement was read so", () => {
    const statement = analysis.statements[3]!;
    expect(findStatement(analysis, statement.id.slice(0, 6))).toBe(statement);
    expect(findStatement(analysis, "none")).toBeNull();
    const text = writeWhy(analysis, statement);
    expect(text).toContain("[Arandia asked Paraguay to reopen the dam before the sowing season.]");
    expect(text).toContain("by-hand");
  });

  it("find an actor by any of its names, or say who comes near", () => {
    expect(findActor(analysis, "la paz")).toMatchObject({ actor: { id: "bol" } });
    expect(findActor(analysis, "The Paraguay")).toMatchObject({ actor: { id: "pry" } });
    expect(findActor(analysis, "Paragauy")).toEqual({ actor: null, near: ["Paraguay"] });
    expect(busiestPair(analysis)).toEqual(["pry", "bol"]);
  });
});

describe("shortening", () => {
  it("keeps to its measure, keeps the words it was given, and cuts nothing that fits", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.nat(), fc.integer({ min: 30, max: 120 }), (text, at, most) => {
        const words = [...text.matchAll(/\w+/g)];
        const word = words[at % words.length]!;
        const short = shorten(text, most, word.index, word.index + word[0].length);
        return short.length <= most + 4 && short.includes(word[0]) && (text.length > most || short === clean(text));
      }),
    );
  });
});
