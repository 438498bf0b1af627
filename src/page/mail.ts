import PostalMime from "postal-mime";
import type { PageLexicon } from "../lexicon/pages.ts";
import { type Clue, NO_METADATA, type PageMetadata, type PageReading } from "../model/reading.ts";
import { readHtml } from "./html.ts";
import { capText, makePage, type PageInput, type PageReadings, pageNotice } from "./input.ts";
import { toIsoDate } from "./isodate.ts";
import type { Limits } from "./limits.ts";

/** Reads a mail or a page saved as MHTML: its markup where it has any, else its text. Subject, sender and date become metadata of a mail. */
export async function readMail(input: PageInput, limits: Limits, lexicon: PageLexicon): Promise<PageReadings> {
  const mail = await PostalMime.parse(input.bytes, { maxNestingDepth: 50 });
  const header = (name: string) => mail.headers?.find((h) => h.key.toLowerCase() === name)?.value;
  const saved = header("snapshot-content-location") ?? (/saved by/i.test(header("from") ?? "") ? header("content-location") : undefined);
  const date = mail.date ? toIsoDate(mail.date, lexicon) : null;
  if (saved !== undefined || /\.mht(?:ml)?$/i.test(input.path)) {
    const from: PageInput = { ...input, url: input.url ?? saved ?? null, retrievedAt: input.retrievedAt ?? date };
    return mail.html
      ? readHtml(from, mail.html, lexicon, limits)
      : { pages: [], notices: [pageNotice(input.path, "no-html", `${input.path} holds no page.`)] };
  }
  const clue = (value: string | undefined | null, cue: string): Clue | null =>
    value ? { value, cue: `mail:${cue}`, confidence: 0.8 } : null;
  const metadata: PageMetadata = {
    ...NO_METADATA,
    headline: clue(mail.subject, "subject"),
    publisher: clue(mail.from?.name || mail.from?.address, "from"),
    published: clue(date, "date"),
  };
  if (mail.html) {
    const read = readHtml(input, mail.html, lexicon, limits);
    return { pages: read.pages.map((page): PageReading => ({ ...page, metadata: merge(page.metadata, metadata) })), notices: read.notices };
  }
  const capped = capText(input, mail.text ?? "", limits.textLength);
  if (capped.text.trim() === "")
    return { pages: [], notices: [pageNotice(input.path, "no-text", `${input.path} is a mail without text.`)] };
  return { pages: [{ page: makePage(input, "message/rfc822", capped.text), metadata }], notices: capped.notices };
}

/** The mail's own word stands before the markup's: a newsletter's title tag names the newsletter. */
function merge(markup: PageMetadata, mail: PageMetadata): PageMetadata {
  return {
    ...markup,
    headline: mail.headline ?? markup.headline,
    publisher: mail.publisher ?? markup.publisher,
    published: mail.published ?? markup.published,
  };
}
