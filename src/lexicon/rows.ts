/** The rows of a tab-separated table; lines that are empty or begin with `#` are left out. */
export function readRows(table: string): readonly (readonly string[])[] {
  return table
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
