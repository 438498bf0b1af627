import type { Actor } from "../../src/model/actor.ts";
import type { AnalysedPage, Analysis } from "../../src/model/analysis.ts";
import type { Article, Published, Segment } from "../../src/model/article.ts";
import type { Discrepancy, Event } from "../../src/model/event.ts";
import type { EntryKind, LedgerEntry, LedgerRow } from "../../src/model/ledger.ts";
import type { Notice } from "../../src/model/page.ts";
import type { Span } from "../../src/model/span.ts";
import type { Attribution, Leader, Statement } from "../../src/model/statement.ts";
import { hashBytes, makeId } from "../../src/text/hash.ts";

/** An actor as [id, the words that name it]. */
type Words = readonly [string, string];

/** A statement by its words: places are found, not counted. */
export interface Reading {
  readonly quote: string;
  readonly trigger: string;
  readonly eventType: Statement["eventType"];
  readonly modality: Statement["modality"];
  readonly from: readonly Words[];
  readonly to: readonly Words[];
  readonly via?: readonly Words[];
  readonly leaders?: readonly (readonly [string, string, string, boolean])[];
  readonly issue: string;
  readonly says?: readonly [Attribution["kind"], string | null, string, Attribution["form"]?];
  readonly condition?: string;
  readonly sure?: Statement["factuality"]["value"];
  readonly cue?: string;
  readonly when?: string;
}

/** Builds an Analysis by hand for tests: text goes in, every offset is computed, `checkAnalysis` must pass on what comes out. */
export function makeBuilder() {
  const pages: (Omit<AnalysedPage, "articles"> & { articles: string[]; text: string })[] = [];
  const articles: Article[] = [];
  const actors: Actor[] = [];
  const statements: Statement[] = [];
  const events: Event[] = [];
  const discrepancies: Discrepancy[] = [];
  const ledger: LedgerRow[] = [];
  const notices: Notice[] = [];

  const place = (text: string, words: string, within: Span = { start: 0, end: text.length }): Span => {
    const near = text.slice(within.start, within.end).indexOf(words);
    const start = near >= 0 ? within.start + near : text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" does not stand in the text`);
    return { start, end: start + words.length };
  };

  return {
    page(path: string, text: string): string {
      const sha256 = hashBytes(new TextEncoder().encode(text));
      const id = makeId("page", sha256);
      const mediaType = path.endsWith(".html") ? "text/html" : "text/plain";
      pages.push({
        id,
        path,
        sha256,
        mediaType,
        url: null,
        retrievedAt: null,
        observed: null,
        length: text.length,
        articles: [],
        leftovers: [],
        text,
      });
      return id;
    },
    article(
      page: string,
      given: Partial<Article> & { readonly headline: string; readonly lines: readonly string[]; readonly published: Published },
    ): string {
      const home = pages.find((p) => p.id === page)!;
      const { lines, ...rest } = given;
      const segments: Segment[] = [];
      let text = "";
      let at = 0;
      for (const line of lines) {
        const pageStart = home.text.indexOf(line, at);
        if (pageStart < 0) throw new Error(`"${line.slice(0, 40)}" does not stand in ${home.path}`);
        at = pageStart + line.length;
        if (text !== "") text += "\n";
        segments.push({ start: text.length, end: text.length + line.length, pageStart });
        text += line;
      }
      const id = makeId("article", page, given.headline, text);
      const blank = { standfirst: null, publisher: null, agency: null, byline: null, section: null, url: null, modified: null };
      articles.push({
        kind: "article",
        language: "en",
        headlineSpan: null,
        captions: [],
        copies: [],
        ...blank,
        ...rest,
        id,
        page,
        text,
        segments,
      });
      home.articles.push(id);
      return id;
    },
    copies(article: string, lines: readonly string[], of: string): void {
      const at = articles.findIndex((a) => a.id === article);
      const found = articles[at]!;
      articles[at] = { ...found, copies: lines.map((line) => ({ ...place(found.text, line), of })) };
    },
    actor(id: string, name: string, more: Partial<Actor> = {}): string {
      actors.push({ kind: "person", country: null, sector: null, partyOf: null, aliases: [name], roles: [], ...more, id, name });
      return id;
    },
    role(actor: string, article: string, title: string, of: string, standing: "current" | "former"): void {
      const at = actors.findIndex((a) => a.id === actor);
      actors[at] = { ...actors[at]!, roles: [...actors[at]!.roles, { title, of, from: null, to: null, article, standing }] };
    },
    statement(article: string, r: Reading): string {
      const { text } = articles.find((a) => a.id === article)!;
      const evidence = place(text, r.quote);
      const people = (list: readonly Words[] = []) => list.map(([actor, words]) => ({ actor, ...place(text, words, evidence) }));
      const leaders: Leader[] = (r.leaders ?? []).map(([actor, words, side, denied]) => ({
        actor,
        side,
        denied,
        ...place(text, words, evidence),
      }));
      const attribution: Attribution[] = r.says
        ? [
            {
              kind: r.says[0],
              actor: r.says[1],
              source: place(text, r.says[2], evidence),
              cue: null,
              content: evidence,
              form: r.says[3] ?? "indirect",
            },
          ]
        : [];
      attribution.push({ kind: "author", actor: null, source: null, cue: null, content: evidence, form: "indirect" });
      const id = makeId(article, evidence.start, evidence.end, r.trigger, r.modality);
      statements.push({
        id,
        article,
        evidence,
        trigger: place(text, r.trigger, evidence),
        quote: text.slice(evidence.start, evidence.end),
        eventType: r.eventType,
        mode: null,
        contexts: [],
        plover: r.eventType,
        modality: r.modality,
        polarity: "positive",
        condition: r.condition === undefined ? null : { ...place(text, r.condition, evidence), statement: null },
        actors: people(r.from),
        recipients: people(r.to),
        mediators: people(r.via),
        leaders,
        objects: [],
        issues: [r.issue],
        attribution,
        factuality: {
          holder: r.says?.[1] ?? "author",
          value: r.sure ?? "CT+",
          cues: r.cue === undefined ? [] : [place(text, r.cue, evidence)],
        },
        time: r.when === undefined ? null : { value: r.when, basis: "explicit", start: null, end: null },
        place: null,
        quantities: [],
        confidence: 0.8,
        rules: ["by-hand"],
      });
      return id;
    },
    entry(
      kind: EntryKind,
      from: string,
      to: string,
      date: string | null,
      told: readonly string[],
      more: { answers?: string; soft?: boolean } = {},
    ): LedgerEntry {
      return {
        id: makeId("entry", kind, ...told),
        from,
        to,
        kind,
        date,
        statements: told,
        answers: more.answers ?? null,
        soft: more.soft ?? false,
      };
    },
    row: (row: LedgerRow) => void ledger.push(row),
    event: (event: Event) => void events.push(event),
    discrepancy: (discrepancy: Discrepancy) => void discrepancies.push(discrepancy),
    notice: (notice: Notice) => void notices.push(notice),
    done(): Analysis {
      const bare = pages.map(({ text: _text, ...page }) => page);
      return {
        schema: "demarche/analysis@1",
        pages: bare,
        articles,
        actors,
        statements,
        times: [],
        quantities: [],
        events,
        discrepancies,
        ledger,
        issues: [...new Set(ledger.map((row) => row.issue))].map((id) => ({
          id,
          name: id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " "),
        })),
        notices,
      };
    },
  };
}
