import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadCore, readDoc } from "../../src/sentence/index.ts";

const PYTHON = "/usr/bin/python3";
const hasTorch = spawnSync(PYTHON, ["-c", "import torch"]).status === 0;
if (!hasTorch) console.warn(`training: skipped: ${PYTHON} has no torch (apt-get install python3-torch)`);

describe.skipIf(!hasTorch)("training", () => {
  it("learns a small grammar from trees and writes a model that reads it", () => {
    const folder = mkdtempSync(join(tmpdir(), "demarche-toy-"));
    const out = join(folder, "toy.bin");
    try {
      const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", PYTHONDONTWRITEBYTECODE: "1" };
      const run = spawnSync(PYTHON, [fileURLToPath(new URL("../../training/toy.py", import.meta.url)), out], { env, encoding: "utf8" });
      expect(run.stderr).not.toContain("Traceback");
      const figures = JSON.parse(run.stdout.trim()) as Record<string, number>;
      expect(figures["las"]).toBeGreaterThan(97);
      const text = "The army of Peru was warned by Novak.";
      const doc = readDoc(text, loadCore(readFileSync(out)));
      const form = (i: number) => text.slice(doc.start[i], doc.end[i]);
      expect(doc.relation.map((relation, i) => `${relation} ${form(i)} < ${doc.head[i]! < 0 ? "" : form(doc.head[i]!)}`)).toEqual(
        expect.arrayContaining(["nsubj:pass army < warned", "nmod Peru < army", "obl:agent Novak < warned"]),
      );
      expect(doc.names.map(({ first, kind }) => `${form(first)} ${kind}`)).toEqual(["Peru place", "Novak person"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
