import type { Actor, Analysis, Article, Statement } from "../../src/model/index.ts";
import type { GoldActor, GoldRow } from "./rows.ts";

/** What a row tells, each judged by itself. */
export const SLOTS = ["who", "whom", "type", "modality", "condition", "speaker"] as const;
type Slot = (typeof SLOTS)[number];

/** Which slots a statement fills as the row does. */
type Judgement = Readonly<Record<Slot, boolean>>;

/** One article: its rows that are asked for, each with the judgement of the statement that answers it (null where none does) and the slots that are due; how many statements it has, and how many of them some row bears out. */
export interface Matched {
  readonly asked: readonly { readonly judged: Judgement | null; readonly due: ReadonlySet<Slot> }[];
  readonly statements: number;
  readonly standing: number;
}

const plain = (name: string): string =>
  name.normalize("NFKC").replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim().toLowerCase().replace(/^the /, "").replace(/'s?$/, "");

/** Kinds that a coder may take for each other. */
const kinds = (type: string): readonly string[] => (type === "CONCEDE" || type === "RETREAT" ? ["CONCEDE", "RETREAT"] : [type]);

/** The names of someone of the gold, of those it belongs to and of those who belong to it. */
function familyOf(gold: ReadonlyMap<string, GoldActor>, id: string): readonly GoldActor[] {
  const up: GoldActor[] = [];
  for (let one = gold.get(id); one && !up.includes(one); one = gold.get(one.parent)) up.push(one);
  const down = [...gold.values()].filter((a) => a.parent === id);
  return [...up, ...down, ...[...gold.values()].filter((a) => down.some((d) => d.id === a.parent))];
}

/** Tells whether an actor of the analysis, or the party it belongs to, is someone of the gold. */
function isSame(actors: ReadonlyMap<string, Actor>, gold: ReadonlyMap<string, GoldActor>, actor: string, id: string): boolean {
  const names = new Set<string>();
  const seen = new Set<string>();
  for (let one = actors.get(actor); one && !seen.has(one.id); one = actors.get(one.partyOf ?? "")) {
    seen.add(one.id);
    for (const name of [one.name, ...one.aliases]) names.add(plain(name));
  }
  return familyOf(gold, id).some((a) =>
    a.names.map(plain).some((n) => names.has(n) || (a.kind === "person" && n.includes(" ") && [...names].some((x) => x.endsWith(` ${n}`)))),
  );
}

/** A statement, told where it stands in the page. */
interface Placed {
  readonly statement: Statement;
  readonly start: number;
  readonly end: number;
  readonly trigger: number;
}

function place(articles: ReadonlyMap<string, Article>, statement: Statement): Placed | null {
  const article = articles.get(statement.article);
  const toPage = (offset: number): number | null => {
    const segment = article?.segments.find((s) => offset >= s.start && offset <= s.end);
    return segment ? segment.pageStart + (offset - segment.start) : null;
  };
  const [start, end] = [toPage(statement.evidence.start), toPage(statement.evidence.end)];
  return start === null || end === null ? null : { statement, start, end, trigger: toPage(statement.trigger.start) ?? start };
}

/**
 * Finds for each row the statement of its sentence that tells most of it. A statement answers one row; rows alike in sides and modality may share it. The measure is that of the seed
 * pages' scorer: an actor counts for its party and its party for it, CONCEDE and RETREAT for each other, and a side the sentence leaves unsaid is counted apart.
 */
export function matchRows(analysis: Analysis, rows: readonly GoldRow[], gold: ReadonlyMap<string, GoldActor>): Matched {
  const actors = new Map(analysis.actors.map((a) => [a.id, a]));
  const articles = new Map(analysis.articles.map((a) => [a.id, a]));
  const placed = analysis.statements.flatMap((s) => place(articles, s) ?? []);
  const named = (ids: readonly string[]) => ids.filter((id) => familyOf(gold, id).some((a) => a.names.length > 0));
  const anyOf = (some: readonly { readonly actor: string }[], ids: readonly string[]) =>
    named(ids).length === 0 || ids.some((id) => some.some((m) => isSame(actors, gold, m.actor, id)));
  const judge = (row: GoldRow, s: Statement): Judgement => {
    const everyone = [...s.actors, ...s.recipients];
    const negative = s.polarity === "negative";
    const isRefusal = s.modality === "refused" || s.modality === "denied" || row.modalities.includes("refused");
    return {
      who: anyOf(row.mutual ? everyone : s.actors, row.from),
      whom: anyOf(row.mutual || s.eventType === "CONSULT" || s.eventType === "AGREE" ? everyone : s.recipients, row.to),
      type: row.types.length === 0 || row.types.some((t) => kinds(t).includes(s.eventType) || kinds(s.eventType).includes(t)),
      modality:
        row.modalities.length === 0 ||
        (negative && row.modalities.includes("negated")) ||
        (row.modalities.includes(s.modality) && (!negative || isRefusal)),
      condition: !row.conditional || Boolean(s.condition),
      speaker:
        row.speakers.length === 0 ||
        row.speakers.some((kind) =>
          kind === "author"
            ? s.attribution.every((a) => a.kind === "author")
            : s.attribution.some((a) => a.kind === kind || (kind === "named" && a.kind === "document")),
        ),
    };
  };
  const pairs = rows.flatMap((row) =>
    placed
      .filter((p) => Math.min(p.end, row.end) - Math.max(p.start, row.start) > 0)
      .map((p) => {
        const judged = judge(row, p.statement);
        const sided = row.from.length + row.to.length > 0 && judged.who && judged.whom ? 0.5 : 0;
        return { row, p, judged, told: Object.values(judged).filter(Boolean).length + sided, far: Math.abs(p.trigger - row.at) };
      }),
  );
  pairs.sort((a, b) => Number(b.row.asked) - Number(a.row.asked) || b.told - a.told || a.far - b.far);
  const alike = (a: GoldRow, b: GoldRow) =>
    [a.from, a.to, a.modalities].every((some, i) => some.join() === [b.from, b.to, b.modalities][i]?.join());
  const answers = new Map<GoldRow, Judgement>();
  const taken = new Map<Statement, readonly GoldRow[]>();
  for (const { row, p, judged } of pairs) {
    const before = taken.get(p.statement) ?? [];
    if (answers.has(row) || !before.every((r) => alike(r, row))) continue;
    answers.set(row, judged);
    taken.set(p.statement, [...before, row]);
  }
  const stands = (p: Placed) =>
    pairs.some(
      ({ row, p: other, judged }) =>
        other === p &&
        judged.type &&
        judged.modality &&
        (row.from.length + row.to.length === 0 || (row.from.length > 0 && judged.who) || (row.to.length > 0 && judged.whom)),
    );
  const due = (row: GoldRow) =>
    new Set(
      SLOTS.filter((slot) => {
        if (slot === "who") return named(row.from).length > 0 && !row.implied.has("from");
        if (slot === "whom") return named(row.to).length > 0 && !row.implied.has("to");
        return slot === "condition" ? row.conditional : slot !== "speaker" || row.speakers.length > 0;
      }),
    );
  return {
    asked: rows.filter((row) => row.asked).map((row) => ({ judged: answers.get(row) ?? null, due: due(row) })),
    statements: placed.length,
    standing: placed.filter(stands).length,
  };
}
