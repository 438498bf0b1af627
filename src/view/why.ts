import type { Analysis } from "../model/analysis.ts";
import type { Span } from "../model/span.ts";
import { isSure, type Participant, type Statement } from "../model/statement.ts";
import { sayDate } from "./dates.ts";
import { type Indexed, indexOf } from "./index-of.ts";
import { type Ink, PLAIN } from "./ink.ts";
import { sayRule } from "./rules.ts";
import { outletOf, voiceOf } from "./voice.ts";
import { CERTAINTY, clean } from "./words.ts";

/** The statement of that id, or of the one id that begins so; null where none or several do. */
export function findStatement(analysis: Analysis, id: string): Statement | null {
  const exact = analysis.statements.find((statement) => statement.id === id);
  if (exact) return exact;
  const near = id.length < 4 ? [] : analysis.statements.filter((statement) => statement.id.startsWith(id));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** Why a statement was read so: its words in their paragraph, who is who, who says so, the rules that fired, its neighbours. */
export function whyData(analysis: Analysis, statement: Statement): Readonly<Record<string, unknown>> {
  const index = indexOf(analysis);
  const article = index.article(statement.article);
  const around = paragraphOf(article.text, statement.evidence);
  return {
    statement,
    outlet: outletOf(article),
    headline: article.headline,
    published: article.published,
    paragraph: { ...around, text: article.text.slice(around.start, around.end) },
    voice: voiceOf(index, statement),
    rules: statement.rules.map((rule) => ({ rule, says: sayRule(rule) })),
    ledger: analysis.ledger.flatMap((row) =>
      row.entries
        .filter((entry) => entry.statements.includes(statement.id))
        .map((entry) => ({ issue: row.issue, state: row.state, entry: entry.id, kind: entry.kind })),
    ),
    events: analysis.events.filter((event) => event.statements.includes(statement.id)).map((event) => event.id),
    neighbours: neighboursOf(analysis, statement).map(({ id, quote }) => ({ id, quote })),
  };
}

/** The same as text. */
export function writeWhy(analysis: Analysis, statement: Statement, ink: Ink = PLAIN): string {
  const index = indexOf(analysis);
  const article = index.article(statement.article);
  const { start, end } = paragraphOf(article.text, statement.evidence);
  const part = (from: number, to: number) => article.text.slice(from, to).replace(/\s+/g, " ");
  const { evidence, trigger, factuality } = statement;
  const lit = ink.strong(`[${clean(part(evidence.start, evidence.end))}]`);
  const voice = voiceOf(index, statement);
  const rows: readonly (readonly [string, string])[] = [
    [
      "what",
      `${statement.eventType} ${statement.modality}${statement.polarity === "negative" ? " (negated)" : ""} → PLOVER ${statement.plover}`,
    ],
    ["trigger", `“${clean(part(trigger.start, trigger.end))}”`],
    ["who", names(index, article.text, statement.actors)],
    ["whom", names(index, article.text, statement.recipients)],
    ["through", names(index, article.text, statement.mediators)],
    ["led by", names(index, article.text, statement.leaders)],
    ["issues", statement.issues.join(", ")],
    ["condition", statement.condition ? `“${clean(part(statement.condition.start, statement.condition.end))}”` : ""],
    ["when", statement.time ? `${sayDate(statement.time.value)} (${statement.time.basis})` : ""],
    ["says who", `${[voice.who, ...voice.via].join(", through ")} (${voice.kind})`],
    ["how sure", CERTAINTY[factuality.value] + factuality.cues.map((cue) => ` “${clean(part(cue.start, cue.end))}”`).join("")],
    ["confidence", `${statement.confidence.toFixed(2)}${isSure(statement) ? "" : " (unsure)"}`],
  ];
  const rules = statement.rules.map((rule) => {
    const said = sayRule(rule);
    return said ? `  ${said}  ${ink.faint(rule)}` : `  ${rule}`;
  });
  const near = neighboursOf(analysis, statement).map((other) => `  ${ink.faint(other.id)} ${other.modality}: “${clean(other.quote)}”`);
  return [
    ink.strong(`Statement ${statement.id}`),
    ink.faint(
      `${outletOf(article)}, ${sayDate(article.published.value)} · ${clean(article.headline)} · ${article.id} ${evidence.start}–${evidence.end}`,
    ),
    "",
    `${clean(part(start, evidence.start))} ${lit} ${clean(part(evidence.end, end))}`.trim(),
    "",
    ...rows.filter(([, value]) => value !== "").map(([name, value]) => `${ink.faint(name.padEnd(11))}${value}`),
    ...(rules.length > 0 ? ["", "Read so by these rules:", ...rules] : []),
    ...(near.length > 0 ? ["", "In the same paragraph:", ...near] : []),
    "",
  ].join("\n");
}

function names(index: Indexed, text: string, people: readonly Participant[]): string {
  return people.map((p) => `${index.actor(p.actor).name} (“${clean(text.slice(p.start, p.end))}”)`).join(", ");
}

/** The paragraph of an article's text that holds the start of a span. */
export function paragraphOf(text: string, span: Span): Span {
  const start = text.lastIndexOf("\n", Math.max(0, span.start - 1)) + 1;
  const end = text.indexOf("\n", span.end);
  return { start: Math.min(start, span.start), end: end < 0 ? text.length : end };
}

function neighboursOf(analysis: Analysis, statement: Statement): readonly Statement[] {
  const text = analysis.articles.find((article) => article.id === statement.article)?.text ?? "";
  const around = paragraphOf(text, statement.evidence);
  return analysis.statements.filter(
    (other) =>
      other.id !== statement.id &&
      other.article === statement.article &&
      other.evidence.start >= around.start &&
      other.evidence.end <= around.end,
  );
}
