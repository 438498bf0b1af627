import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

interface Room {
  readonly rooms: ReadonlySet<string>;
  readonly packages: readonly string[];
}

/** The table of rooms in ARCHITECTURE.md. */
function readTable(markdown: string): Map<string, Room> {
  const rows = markdown.split("\n").filter((line) => line.startsWith("| `"));
  return new Map(
    rows.map((row) => {
      const [, name = "", , rooms = "", packages = ""] = row.split("|").map((cell) => cell.trim());
      const list = (cell: string) =>
        cell
          .split(",")
          .map((x) => x.trim())
          .filter((x) => x && x !== "–");
      return [name.replaceAll("`", ""), { rooms: new Set(list(rooms)), packages: list(packages) }];
    }),
  );
}

/** Every module a source file imports, statically, lazily or by re-export. */
function importsOf(source: string): string[] {
  const statements = source.matchAll(/^(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/gm);
  const bare = source.matchAll(/^import\s*["']([^"']+)["']/gm);
  const lazy = source.matchAll(/\bimport\(\s*["']([^"']+)["']/g);
  return [...statements, ...bare, ...lazy].map((m) => m[1] ?? "");
}

/** What is wrong with one import of a file in a room, or null. */
function judge(file: string, target: string, table: Map<string, Room>): string | null {
  const room = file.split("/")[1] ?? "";
  const rule = table.get(room);
  if (!rule) return `${file}: room "${room}" is not in ARCHITECTURE.md`;
  if (target.startsWith(".")) {
    const path = new URL(target, `file:///${file}`).pathname.split("/");
    const other = path[1] === "src" ? (path[2] ?? "") : "";
    return other === room || rule.rooms.has(other)
      ? null
      : `${file} imports ${target}: ${room} may not know ${other || "what lies outside src"}`;
  }
  const allowed = rule.packages.some((p) => target === p || target.startsWith(`${p}/`) || (p === "node:*" && target.startsWith("node:")));
  return allowed ? null : `${file} imports ${target}: not among the packages of ${room}`;
}

describe("the rooms of the house", () => {
  const table = readTable(read("ARCHITECTURE.md"));
  const files = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" })
    .map((f) => `src/${f}`)
    .filter((f) => /^src\/[^/]+\/.*\.ts$/.test(f))
    .sort();

  test("each import is allowed by the table in ARCHITECTURE.md", () => {
    expect(files.length).toBeGreaterThan(10);
    const wrong = files.flatMap((file) => importsOf(read(file)).flatMap((target) => judge(file, target, table) ?? []));
    expect(wrong).toEqual([]);
  });

  test("each room of the table has a file", () => {
    const empty = [...table.keys()].filter((room) => !files.some((f) => f.startsWith(`src/${room}/`)));
    expect(empty).toEqual([]);
  });

  test("an import across rooms, an unknown room and an unnamed package are refused", () => {
    expect(judge("src/event/x.ts", "../statement/y.ts", table)).toContain("event may not know statement");
    expect(judge("src/cellar/x.ts", "./y.ts", table)).toContain("not in ARCHITECTURE.md");
    expect(judge("src/statement/x.ts", "node:fs", table)).toContain("not among the packages");
    expect(importsOf('export {\n  c,\n} from "../d.ts";\nimport "./e.ts";\nconst a = await import("./b.ts");')).toEqual([
      "../d.ts",
      "./e.ts",
      "./b.ts",
    ]);
  });

  test("stages, ledger and view have neither clock nor chance", () => {
    const pure = /^src\/(text|syntax|page|article|sentence|mention|statement|event|ledger|view)\//;
    const wrong = files.filter((f) => pure.test(f) && /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/.test(read(f)));
    expect(wrong).toEqual([]);
  });

  test("no file is longer than 500 lines", () => {
    expect(files.filter((f) => read(f).split("\n").length > 500)).toEqual([]);
  });
});
