import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/page/index.ts";

test("every limit stands in docs/pages.md with its default, and no other", () => {
  const text = readFileSync(new URL("../../docs/pages.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| (\w+) \| .* \| ([\d,]+) \|$/gm)].map((m) => [m[1], Number(m[2]!.replaceAll(",", ""))]);
  expect(Object.fromEntries(rows)).toEqual({ ...DEFAULT_LIMITS });
});
