import type { UnitLexicon } from "../../lexicon/units.ts";
import type { Doc } from "../../model/doc.ts";
import type { Quantity } from "../../model/values.ts";

const REACH = 60;

/** Links a quantity to the one it is compared to ("12 (compared to 20 in 2022)", "45%, up from 30%", "from 30 to 45"). */
export function compareQuantities(doc: Doc, quantities: readonly Quantity[], lexicon: UnitLexicon): readonly Quantity[] {
  const phrases = [...lexicon.comparisons.keys()];
  const linked = quantities.map((q) => ({ ...q }));
  for (let i = 0; i + 1 < linked.length; i += 1) {
    const [a, b] = [linked[i]!, linked[i + 1]!];
    if (b.start - a.end > REACH || !mayCompare(a, b)) continue;
    const between = doc.text.slice(a.end, b.start).toLowerCase();
    if (/[.;!?\n]/.test(between)) continue;
    if (phrases.some((p) => between.trimEnd().endsWith(p) && (p !== "from" || !between.trim().startsWith("to"))))
      linked[i] = withUnits(a, b, i + 1);
    else if (/^\s+to\s+$/.test(between) && /\bfrom\s+$/.test(doc.text.slice(Math.max(0, a.start - 12), a.start).toLowerCase()))
      linked[i + 1] = withUnits(b, a, i);
    if (linked[i]!.unit !== null && b.unit === null && linked[i]!.comparedTo === i + 1)
      linked[i + 1] = { ...b, kind: a.kind, unit: a.unit };
  }
  return linked;
}

function mayCompare(a: Quantity, b: Quantity): boolean {
  if (a.unit === null || b.unit === null) return a.kind !== "duration" && b.kind !== "duration";
  return a.kind === b.kind && (a.kind === "count" ? a.unit === b.unit || b.unit === "year" : true);
}

// "from 30 to 45 percent": the unit is said once.
function withUnits(of: Quantity, other: Quantity, index: number): Quantity {
  return of.unit === null ? { ...of, kind: other.kind, unit: other.unit, comparedTo: index } : { ...of, comparedTo: index };
}
