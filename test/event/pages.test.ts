import { describe, expect, it } from "vitest";
import { readPages } from "../../eval/events/endtoend.ts";
import { readRelations } from "../../eval/events/hand.ts";
import { scoreCase } from "../../eval/events/scoring.ts";

const folder = new URL("../cases/relations/", import.meta.url);

describe("relations told by several outlets, from their pages", () => {
  for (const one of readRelations(folder))
    it(`${one.name}: events are joined, near misses kept apart, verdicts given, none false, the ledger kept`, async () => {
      const pages = await readPages(one, folder);
      const { misses, hard, pairs, apart } = scoreCase(one.expected, pages.events, pages.discrepancies, pages.rows);
      expect(hard.shown - hard.right, "false contradictions").toBe(0);
      expect(hard.right, "contradictions").toBe(hard.wanted);
      expect(pairs.right, "pairs joined").toBe(pairs.wanted);
      expect(pairs.shown, "pairs shown").toBe(pairs.right);
      expect(apart.hit, "near misses kept apart").toBe(apart.of);
      expect(misses).toEqual([]);
    });
});
