/** Cells of a tab-separated table, one list a row; lines that are empty or begin with "#" are left out, cells are trimmed. */
export function readRows(table: string): string[][] {
  const rows: string[][] = [];
  for (const line of table.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    rows.push(line.split("\t").map((cell) => cell.trim()));
  }
  return rows;
}
