import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Analysis } from "../../src/model/analysis.ts";
import { checkAnalysis } from "../../src/view/check.ts";
import { sampleAnalysis } from "../view/sample.ts";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const main = new URL("../../src/cli/main.ts", import.meta.url).pathname;
const samples = new URL("../../samples/", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "demarche-cli-"));
const saved = join(folder, "analysis.json");

function demarche(args: readonly string[], env: Readonly<Record<string, string>> = {}, input = ""): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", main, ...args],
      { env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env }, maxBuffer: 1e8 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

beforeAll(() => writeFileSync(saved, JSON.stringify(sampleAnalysis())));

describe("demarche", () => {
  it("leads its help with examples and exit codes, and suggests a command for a slip", async () => {
    const [help, slip, codes] = await Promise.all([demarche(["--help"]), demarche(["leger"]), demarche(["help", "exit-codes"])]);
    expect(help).toMatchObject({ code: 0, err: "" });
    for (const word of ["Examples:", "analyze", "brief", "ledger", "moves", "accounts", "diff", "why", "check", "demo"])
      expect(help.out).toContain(word);
    expect(slip.code).toBe(2);
    expect(slip.err).toContain("ledger");
    expect(slip.out).toBe("");
    expect(codes.out).toMatch(/3 {4}done, but some inputs/);
  });

  it("prints the brief of a saved analysis, plain where stdout is no terminal", async () => {
    const [plain, coloured, never] = await Promise.all([
      demarche(["brief", saved, "--between", "la paz", "Paraguay"]),
      demarche(["brief", saved], { FORCE_COLOR: "1" }),
      demarche(["brief", saved], { FORCE_COLOR: "1", NO_COLOR: "1" }),
    ]);
    expect(plain).toMatchObject({ code: 0, err: "" });
    expect(plain.out).toContain("# Bolivia ⇄ Paraguay");
    expect(plain.out).not.toContain("\u001b");
    expect(coloured.out).toContain("\u001b[1m# Paraguay");
    expect(never.out).not.toContain("\u001b");
    expect(never.out.length).toBe(plain.out.length);
  });

  it("takes the files behind --between for files", async () => {
    const [before, behind] = await Promise.all([
      demarche(["brief", "--between", "la paz", "Paraguay", saved]),
      demarche(["brief", saved, "-b", "la paz", "Paraguay"]),
    ]);
    expect(before).toMatchObject({ code: 0, err: "" });
    expect(before.out).toBe(behind.out);
  });

  it("prints the brief as data", async () => {
    const { data } = JSON.parse((await demarche(["brief", saved, "--json"])).out) as { data: Readonly<Record<string, unknown>> };
    expect(Object.keys(data)).toEqual(["parties", "upTo", "direction", "openAsks", "discrepancies", "ledger", "timeline", "notes"]);
    const ids = new Set(sampleAnalysis().statements.map((one) => one.id));
    const notes = data["notes"] as { statement: string }[];
    expect(notes.length).toBeGreaterThan(3);
    expect(notes.filter((note) => !ids.has(note.statement))).toEqual([]);
  });

  it("reads a saved analysis through stdin as from its file", async () => {
    const piped = await demarche(["ledger", "-"], {}, readFileSync(saved, "utf8"));
    expect(piped).toEqual(await demarche(["ledger", saved]));
    const broken = await demarche(["ledger", "-"], {}, readFileSync(saved, "utf8").slice(0, 400));
    expect(broken).toMatchObject({ code: 1, out: "" });
    expect(broken.err).toContain("stdin is not JSON");
  });

  it("says which page is in a language it does not read", async () => {
    const page = join(folder, "deutsch.txt");
    writeFileSync(
      page,
      "Die Regierung von Peru hat am Montag die Regierung von Chile aufgefordert, ihre Truppen von der Grenze abzuziehen, und der Minister sagte, dass die Gespräche weitergehen.\n",
    );
    const read = await demarche(["moves", page]);
    expect(read.err).toContain(`${page}: an article is in another language (de)`);
    expect((await demarche(["moves", join(samples, "chaco-ledger.txt")])).err).not.toContain("another language");
  });

  it("does not read its own output in a folder as news", async () => {
    const pages = mkdtempSync(join(folder, "pages-"));
    writeFileSync(join(pages, "page.txt"), readFileSync(join(samples, "chaco-ledger.txt")));
    writeFileSync(join(pages, "analysis.json"), readFileSync(saved));
    for (const name of ["dossier.html", "dossier.md"]) expect((await demarche(["brief", saved, "-o", join(pages, name)])).code).toBe(0);
    const ended = await demarche(["analyze", pages, "--json"]);
    const analysis = JSON.parse(ended.out) as Analysis;
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(analysis.pages.map((page) => page.path)).toEqual([join(pages, "page.txt")]);
    expect(analysis.notices.map((notice) => notice.rule)).toEqual(Array.from({ length: 3 }, () => "input/own-output"));
    const alone = await demarche(["analyze", join(pages, "dossier.html")]);
    expect(alone.code).toBe(1);
    expect(alone.err).toContain("was written by demarche");
  });

  it("takes names and issues of the user's own", async () => {
    const page = join(folder, "own.txt");
    const [actors, issues, bad] = ["actors.yaml", "issues.yaml", "bad.yaml"].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(page, "Harbour talks\n\nBlue Wharf asked Iceland on Monday to repair the zanderweir near the port.\n");
    writeFileSync(actors, "actors:\n  - name: Blue Wharf Council\n    kind: government\n    names: [Blue Wharf]\n");
    writeFileSync(issues, "issues:\n  - id: weirs\n    name: Weirs\n    words: [zanderweir]\n");
    writeFileSync(bad, "actors:\n  - name: Blue Wharf Council\n    kind: quay\n");
    const [own, without, wrong, late, none] = await Promise.all([
      demarche(["analyze", page, "--actors", actors, "--issues", issues, "--json"]),
      demarche(["analyze", page, "--json"]),
      demarche(["analyze", page, "--actors", bad]),
      demarche(["ledger", saved, "--actors", actors]),
      demarche(["ledger", page, "--issues", join(folder, "none.yaml")]),
    ]);
    const names = (ended: Ended) => (JSON.parse(ended.out) as Analysis).actors.map((actor) => actor.name);
    expect(names(own)).toContain("Blue Wharf Council");
    expect(names(without)).not.toContain("Blue Wharf Council");
    expect((JSON.parse(own.out) as Analysis).issues.map((issue) => issue.id)).toContain("weirs");
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toMatch(/bad\.yaml: actors\.0\.kind/);
    expect(late.code).toBe(2);
    expect(none.err).toContain("none.yaml does not exist");
  });

  it("leaves out what is less likely than asked, in every view, and says how much", async () => {
    const analysis = sampleAnalysis();
    const [doubted] = analysis.ledger[0]!.entries[0]!.statements;
    const file = join(folder, "doubted.json");
    writeFileSync(
      file,
      JSON.stringify({ ...analysis, statements: analysis.statements.map((s) => (s.id === doubted ? { ...s, confidence: 0.3 } : s)) }),
    );
    const [some, none, all, wrong] = await Promise.all([
      demarche(["analyze", file, "--least", "0.5", "--json"]),
      demarche(["moves", file, "--least", "0.9", "--json"]),
      demarche(["analyze", file, "--least", "0", "--json"]),
      demarche(["brief", file, "--least", "most"]),
    ]);
    const kept = JSON.parse(some.out) as Analysis;
    expect(kept.statements.map((s) => s.id)).toEqual(analysis.statements.map((s) => s.id).filter((id) => id !== doubted));
    expect(JSON.stringify(kept.ledger) + JSON.stringify(kept.events)).not.toContain(doubted);
    expect(checkAnalysis(kept).findings).toEqual([]);
    expect(some.err).toContain(`1 of ${analysis.statements.length} statements left out: their confidence is below 0.5`);
    expect(JSON.parse(none.out).data).toEqual([]);
    expect(none.code).toBe(0);
    expect((JSON.parse(all.out) as Analysis).statements).toHaveLength(analysis.statements.length);
    expect(wrong).toMatchObject({ code: 2, out: "" });
    expect(wrong.err).toContain("Give a number from 0 to 1");
  });

  it("says which issues there are where one is not", async () => {
    const ended = await demarche(["ledger", saved, "--issue", "nonsense"]);
    expect(ended.code).toBe(0);
    expect(ended.err).toContain(sampleAnalysis().issues[0]!.id);
  });

  it("says which names come near an unknown one", async () => {
    const ended = await demarche(["brief", saved, "--between", "Bolivia", "Paragauy"]);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('Did you mean "Paraguay"?');
  });

  it("wraps the data of a view in a versioned envelope", async () => {
    const ended = await demarche(["moves", saved, "--kind", "threatened", "--json"]);
    const envelope = JSON.parse(ended.out) as { schema: string; data: { kind: string; evidence: { quote: string }[] }[] };
    expect(envelope.schema).toBe("demarche/moves@1");
    expect(envelope.data.map((move) => move.kind)).toEqual(["threatened"]);
    expect(envelope.data[0]?.evidence[0]?.quote).toContain("border closes");
  });

  it("runs every view on a saved analysis", async () => {
    const statement = sampleAnalysis().statements[0]!.id;
    const runs = [["ledger"], ["accounts"], ["actors"], ["sources"], ["diff", "--from", "2026-03", "--to", "2026-04"]];
    const ended = await Promise.all([
      ...runs.map(([name, ...rest]) => demarche([name!, saved, ...rest])),
      demarche(["why", statement, saved]),
    ]);
    for (const one of ended) expect(one).toMatchObject({ code: 0, err: "" });
    for (const one of ended) expect(one.out.length).toBeGreaterThan(100);
  });

  it("verifies a saved analysis: 0 where all holds, 4 where not, 1 where it is none", async () => {
    const broken = join(folder, "broken.json");
    const none = join(folder, "none.json");
    const analysis = sampleAnalysis();
    writeFileSync(
      broken,
      JSON.stringify({ ...analysis, statements: analysis.statements.map((s, n) => (n === 1 ? { ...s, quote: "no" } : s)) }),
    );
    writeFileSync(none, "{");
    const ended = await Promise.all([demarche(["check", saved]), demarche(["check", broken]), demarche(["check", none])]);
    expect(ended.map((one) => one.code)).toEqual([0, 4, 1]);
    expect(ended[1]?.out).toContain("$.statements[1].quote");
  });

  it("ends an empty answer with code 0 in every view, in words and as data", async () => {
    const quiet = join(folder, "quiet.json");
    const analysis = sampleAnalysis();
    const empty: Analysis = { ...analysis, statements: [], events: [], discrepancies: [], ledger: [] };
    writeFileSync(quiet, JSON.stringify(empty));
    const span = ["--from", "2026-03", "--to", "2026-04"];
    const views = [["brief"], ["ledger"], ["moves"], ["accounts"], ["direction"], ["diff", ...span], ["actors"], ["sources"]];
    const ended = await Promise.all(
      views.flatMap(([name, ...rest]) => [demarche([name!, quiet, ...rest]), demarche([name!, quiet, ...rest, "--json"])]),
    );
    expect(ended.map((one) => one.code)).toEqual(ended.map(() => 0));
    for (const [n, one] of ended.entries())
      if (n % 2 === 0) expect(one.out).not.toBe("");
      else expect(JSON.parse(one.out)).toMatchObject({ schema: `demarche/${views[(n - 1) / 2]![0]}@1` });
    expect(ended[4]!.out).toContain("No such move between two parties found; ");
    const full = JSON.parse((await demarche(["brief", saved, "--json"])).out) as { data: object };
    expect(Object.keys((JSON.parse(ended[1]!.out) as { data: object }).data)).toEqual(Object.keys(full.data));
    const file = join(folder, "none.html");
    const wanted = await demarche(["brief", quiet, "-o", file]);
    expect(wanted.code).toBe(1);
    expect(wanted.err).toContain("was not written");
  }, 180_000);

  it("looks for the party it was asked for, under whoever's name, and takes the pair with most moves of its", async () => {
    const analysis = sampleAnalysis();
    const [row] = analysis.ledger;
    const [first, second] = row!.dyad;
    const other = analysis.actors.find((one) => one.partyOf === null && !row!.dyad.includes(one.id))!;
    const member = { ...analysis.actors[0]!, id: "member", name: "Tilda Brunnhild", aliases: ["Tilda Brunnhild"], partyOf: other.id };
    const lone = {
      ...row!,
      dyad: [first, other.id].sort() as [string, string],
      entries: row!.entries.slice(0, 1).map((one) => ({ ...one, id: "lone", from: other.id, to: first, answers: null })),
    };
    const file = join(folder, "pairs.json");
    writeFileSync(file, JSON.stringify({ ...analysis, actors: [...analysis.actors, member], ledger: [...analysis.ledger, lone] }));
    const [busiest, asked, acting] = await Promise.all([
      demarche(["moves", file, "--json"]),
      demarche(["moves", file, "--from", other.id, "--json"]),
      demarche(["moves", file, "--from", "Tilda Brunnhild", "--json"]),
    ]);
    const ends = (ended: Ended) =>
      (JSON.parse(ended.out) as { data: { from: { id: string }; to: { id: string } }[] }).data.map((move) => [move.from.id, move.to.id]);
    expect(new Set(ends(busiest).flat())).toEqual(new Set([first, second]));
    expect(ends(asked)).toEqual([[other.id, first]]);
    expect(ends(acting)).toEqual(ends(asked));
    expect(acting.err).toContain(`Tilda Brunnhild acts for ${other.name}`);
  });

  it("refuses wrong use with code 2, as JSON where JSON was asked for", async () => {
    const wrong = [
      ["brief"],
      ["moves", saved, "--kind", "shouted"],
      ["brief", saved, "-o", "x.docx"],
      ["schema", "none"],
      ["diff", saved, "--from", "soon", "--to", "2026"],
      ["diff", saved, "--from", "2026-04", "--to", "2026-03"],
      ["split", saved, "--limit", "pages=none"],
    ];
    for (const one of await Promise.all(wrong.map((args) => demarche(args)))) expect(one).toMatchObject({ code: 2, out: "" });
    const json = await demarche(["why", "0000", saved, "--json"]);
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: 2 } });
    const option = await demarche(["moves", saved, "--jsom", "--json"]);
    expect(JSON.parse(option.err)).toMatchObject({ error: { code: 2, message: expect.stringContaining("--jsom") } });
  });

  it("publishes the schema", async () => {
    expect(JSON.parse((await demarche(["schema", "analysis"])).out)).toMatchObject({ $id: "demarche/analysis@1" });
  });

  it("writes the brief to a file", async () => {
    const file = join(folder, "brief.md");
    expect(await demarche(["brief", saved, "-o", file], { FORCE_COLOR: "1" })).toMatchObject({ code: 0, out: "" });
    expect(readFileSync(file, "utf8")).toMatch(/^# Paraguay ⇄ Bolivia/);
  });

  it("reads the sample pages into an analysis that check finds sound, the same bytes each time", async () => {
    const pages = ["chaco-ledger.txt", "newsgather.txt", "pampa-courier.html", "altiplano-monitor.html"].map((name) => join(samples, name));
    const [once, again] = await Promise.all([
      demarche(["analyze", ...pages, "--json"]),
      demarche(["analyze", ...pages.toReversed(), "--json"]),
    ]);
    expect(once.code).toBe(0);
    expect(again.out).toBe(once.out);
    expect(checkAnalysis(JSON.parse(once.out)).findings).toEqual([]);
  });

  it("shows what the sample pages were written to show", async () => {
    const analysis = JSON.parse((await demarche(["analyze", samples, "--json"])).out) as Analysis;
    const clashes = analysis.discrepancies.filter((one) => one.verdict === "✕");
    expect(clashes.map((one) => one.slot)).toEqual(["leader"]);
    const nameOf = new Map(analysis.actors.map((actor) => [actor.id, actor.name]));
    expect(clashes[0]?.accounts.map((account) => nameOf.get(account.value)).toSorted()).toEqual(["Clara Insfran", "Hugo Zarate"]);
    expect(analysis.actors.filter((actor) => actor.kind === "person" && /Ca[bv]allero/.test(actor.name))).toHaveLength(1);
    expect(analysis.articles.filter((article) => article.copies.length > 0)).toHaveLength(1);
    expect(analysis.articles.find((article) => article.headline.startsWith("Bolivia sees"))?.published).toMatchObject({
      value: "2026-04",
      basis: "constraint",
    });
    expect(analysis.articles.filter((article) => article.kind === "article")).toHaveLength(7);
    const parties = new Set(
      analysis.ledger
        .filter((row) => row.dyad.some((id) => nameOf.get(id) === "Bolivia"))
        .flatMap((row) => row.dyad.map((id) => nameOf.get(id))),
    );
    for (const other of ["Kenya", "Tanzania", "Norway", "Iceland", "Malawi", "Zambia"]) expect(parties).not.toContain(other);
  });

  it("reads stdin, skips what it cannot read with code 3, and fails with 1 where nothing could be read", async () => {
    const page = readFileSync(join(samples, "chaco-ledger.txt"), "utf8");
    const [stdin, some, none] = await Promise.all([
      demarche(["sources", "-"], {}, page),
      demarche(["sources", join(samples, "chaco-ledger.txt"), join(folder, "nowhere.txt")]),
      demarche(["sources", join(folder, "nowhere.txt")]),
    ]);
    expect(stdin.code).toBe(0);
    expect(stdin.out).toContain("Asuncion and La Paz edge back");
    expect(some.code).toBe(3);
    expect(some.err).toContain("nowhere.txt");
    expect(some.out).toContain("Asuncion and La Paz edge back");
    expect(none.code).toBe(1);
  });

  it("writes the demo's page and prints its overview", async () => {
    const file = join(folder, "demo.html");
    const ended = await demarche(["demo", "--no-open", "-o", file]);
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/^# (Bolivia ⇄ Paraguay|Paraguay ⇄ Bolivia)\n\n## Overview/);
    expect(ended.err).toContain(file);
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/);
  });

  it("compares an analysis with the files it was read from", async () => {
    const page = join(folder, "page.txt");
    const file = join(folder, "page.json");
    writeFileSync(page, readFileSync(join(samples, "chaco-ledger.txt")));
    writeFileSync(file, (await demarche(["analyze", page, "--json"])).out);
    expect(await demarche(["check", file, "--sources"])).toMatchObject({ code: 0, out: "" });
    writeFileSync(page, "changed");
    const ended = await demarche(["check", file, "--sources"]);
    expect(ended).toMatchObject({ code: 4 });
    expect(ended.out).toContain("$.pages[0].sha256");
  });
});
