import type { Article } from "../../src/model/article.ts";

/** An article made by hand: its text as one piece at the head of a page of its own, and nothing known of it but what is told. */
export function makeArticle(told: Pick<Article, "id" | "text"> & { readonly date: string | null } & Partial<Article>): Article {
  const { date, ...rest } = told;
  return {
    page: told.id,
    kind: "article",
    headline: "",
    headlineSpan: null,
    standfirst: null,
    publisher: null,
    agency: null,
    byline: null,
    section: null,
    language: "en",
    url: null,
    published: { value: date, basis: date ? "meta" : "none", evidence: [] },
    modified: null,
    segments: [{ start: 0, end: told.text.length, pageStart: 0 }],
    captions: [],
    copies: [],
    ...rest,
  };
}
