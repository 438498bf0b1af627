import { z } from "zod";
import { EVENT_TYPES } from "../model/statement.ts";

const offset = z.number().int().min(0);
const span = z.object({ start: offset, end: offset });
const id = z.string().min(1);
const text = z.string();
const maybe = z.string().nullable();
const ids = z.array(id);

const leftover = span.extend({ kind: z.enum(["teaser", "boilerplate", "caption", "credit"]), rule: text });

const page = z.object({
  id,
  path: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: text,
  url: maybe,
  retrievedAt: maybe,
  observed: maybe,
  length: offset,
  articles: ids,
  leftovers: z.array(leftover),
});

const article = z.object({
  id,
  page: id,
  kind: z.enum(["article", "teaser"]),
  headline: text,
  headlineSpan: span.nullable(),
  standfirst: maybe,
  publisher: maybe,
  agency: maybe,
  byline: z.object({ name: text, role: maybe }).nullable(),
  section: maybe,
  language: text,
  url: maybe,
  published: z.object({
    value: maybe,
    basis: z.enum(["meta", "dateline", "list-item", "relative", "constraint", "none"]),
    evidence: z.array(span),
  }),
  modified: maybe,
  text,
  segments: z.array(span.extend({ pageStart: offset })),
  captions: z.array(span.extend({ pageStart: offset, text })),
  copies: z.array(span.extend({ of: id })),
});

const actor = z.object({
  id,
  name: text,
  kind: z.enum(["state", "government", "movement", "organisation", "person", "group"]),
  country: maybe,
  sector: maybe,
  partyOf: maybe,
  aliases: z.array(text),
  roles: z.array(
    z.object({ title: text, of: maybe, from: maybe, to: maybe, article: id, standing: z.enum(["current", "former", "acting"]) }),
  ),
});

const eventType = z.enum(EVENT_TYPES);
const timeBasis = z.enum(["explicit", "publication", "narrative", "event", "era", "unresolved"]);
const participant = span.extend({ actor: id });

const statement = z.object({
  id,
  article: id,
  evidence: span,
  trigger: span,
  quote: text,
  eventType,
  mode: maybe,
  contexts: z.array(text),
  plover: eventType,
  modality: z.enum(["done", "ongoing", "planned", "asked", "offered", "promised", "threatened", "refused", "denied", "hypothetical"]),
  polarity: z.enum(["positive", "negative"]),
  condition: span.extend({ statement: id.nullable() }).nullable(),
  actors: z.array(participant),
  recipients: z.array(participant),
  mediators: z.array(participant),
  leaders: z.array(participant.extend({ side: id.nullable(), denied: z.boolean() })),
  objects: z.array(span),
  issues: z.array(text),
  attribution: z.array(
    z.object({
      kind: z.enum(["named", "unnamed", "document", "author"]),
      actor: id.nullable(),
      source: span.nullable(),
      cue: span.nullable(),
      content: span,
      form: z.enum(["direct", "mixed", "indirect"]),
    }),
  ),
  factuality: z.object({
    holder: text,
    value: z.enum(["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]),
    cues: z.array(span),
  }),
  time: z.object({ value: maybe, basis: timeBasis, start: offset.nullable(), end: offset.nullable() }).nullable(),
  place: span.nullable(),
  quantities: z.array(offset),
  confidence: z.number().min(0).max(1),
  rules: z.array(text),
});

const time = span.extend({
  article: id,
  type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
  value: maybe,
  mod: maybe,
  basis: timeBasis,
  rule: text,
});

const quantity = span.extend({
  article: id,
  kind: z.enum(["money", "area", "mass", "length", "volume", "percent", "duration", "count", "other"]),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: maybe,
  mod: z.enum(["about", "at-least", "at-most", "more-than", "less-than", "almost"]).nullable(),
  comparedTo: offset.nullable(),
  rule: text,
});

const slot = z.object({ slot: text, value: text, statements: ids, side: id.exactOptional(), voices: ids.exactOptional() });

const event = z.object({
  id,
  statements: ids,
  eventType,
  actors: ids,
  recipients: ids,
  time: maybe,
  story: text,
  links: z.array(z.object({ kind: z.enum(["plan-of", "fulfils", "cancels", "part-of", "answers"]), event: id })),
  accounts: z.array(z.object({ publisher: text, articles: ids, copies: ids.exactOptional(), slots: z.array(slot) })),
});

const discrepancy = z.object({
  event: id,
  slot: text,
  side: id.exactOptional(),
  verdict: z.enum(["=", "≈", "≠", "✕", "·", "∅"]),
  rule: text,
  accounts: z.array(z.object({ publisher: text, value: text, statements: ids })),
});

const ledgerRow = z.object({
  dyad: z.tuple([id, id]),
  issue: text,
  state: z.enum(["open", "unanswered", "partly met", "met", "refused", "deadlocked", "moving", "lapsed"]),
  rule: text,
  upTo: maybe,
  entries: z.array(
    z.object({
      id,
      from: id,
      to: id,
      kind: z.enum(["asked", "offered", "conditional", "threatened", "given", "refused", "promised", "said", "did"]),
      date: maybe,
      statements: ids,
      answers: id.nullable(),
      soft: z.boolean(),
      implied: z.enum(["from", "to"]).exactOptional(),
    }),
  ),
});

const notice = z.object({ page: text, rule: text, reason: text, start: offset.nullable(), end: offset.nullable() });

/** The shape of `demarche/analysis@1`. Keys that are not named here are allowed and kept out of sight: the contract only grows. */
export const analysisSchema = z.object({
  schema: z.literal("demarche/analysis@1"),
  pages: z.array(page),
  articles: z.array(article),
  actors: z.array(actor),
  statements: z.array(statement),
  times: z.array(time),
  quantities: z.array(quantity),
  events: z.array(event),
  discrepancies: z.array(discrepancy),
  ledger: z.array(ledgerRow),
  issues: z.array(z.object({ id: text, name: text })),
  notices: z.array(notice),
});

/** The contract as JSON Schema (draft 2020-12), as `demarche schema analysis` prints it. */
export function analysisJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(analysisSchema, { io: "input", reused: "ref" });
  return { $schema, $id: "demarche/analysis@1", title: "What Demarche found in a set of pages", ...rest };
}
