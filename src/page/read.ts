import type { PageLexicon } from "../lexicon/pages.ts";
import type { Notice } from "../model/page.ts";
import type { PageReading } from "../model/reading.ts";
import { detectLanguage } from "../text/language.ts";
import { decodeText, isBinary } from "./charset.ts";
import { type PageInput, type PageReadings, pageNotice } from "./input.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { type Format, sniffFormat } from "./sniff.ts";

type Reader = (input: PageInput, text: string, lexicon: PageLexicon, limits: Limits) => PageReadings | Promise<PageReadings>;

/** Readers of text formats; each loads its library when it is first needed. */
const TEXT_READERS: Partial<Record<Format, () => Promise<Reader>>> = {
  html: async () => (await import("./html.ts")).readHtml,
  text: async () => (await import("./plain.ts")).readPlain,
  markdown: async () => (await import("./markdown.ts")).readMarkdown,
  csv: async () => (await import("./table.ts")).readTable,
  tsv: async () => (await import("./table.ts")).readTable,
  jsonl: async () => (await import("./table.ts")).readJson,
  json: async () => (await import("./table.ts")).readJson,
  feed: async () => (await import("./feed.ts")).readFeed,
  opml: async () => (await import("./feed.ts")).readOpml,
};

type ByteReader = (input: PageInput, limits: Limits, lexicon: PageLexicon) => Promise<PageReadings>;

/** Readers of bytes. */
const BYTE_READERS: Partial<Record<Format, () => Promise<ByteReader>>> = {
  mail: async () => (await import("./mail.ts")).readMail,
  pdf: async () => (await import("./pdf.ts")).readPdf,
  docx: async () => (await import("./docx.ts")).readDocx,
  warc: async () => (await import("./warc.ts")).readWarc,
};

/**
 * Reads one input into its pages: one for a file that is a page, several for an archive, a table or a feed. An input that cannot be
 * read gives a Notice that says what to do, never an exception.
 */
export async function readPage(input: PageInput, lexicon: PageLexicon, limits: Limits = DEFAULT_LIMITS): Promise<PageReadings> {
  if (input.bytes.length === 0) return refuse(input, "empty", "The input is empty.");
  const over = input.bytes.length > limits.inputBytes;
  const held = over ? { ...input, bytes: input.bytes.subarray(0, limits.inputBytes) } : input;
  const cut = over
    ? [
        pageNotice(
          input.path,
          "too-long",
          `${input.path} is longer than ${limits.inputBytes} bytes; the rest was not read. Raise the limit "inputBytes".`,
        ),
      ]
    : [];
  try {
    const read = await readFormat(held, sniffFormat(held), lexicon, limits);
    return { pages: await tellLanguages(read.pages, lexicon), notices: [...cut, ...read.notices] };
  } catch (error) {
    const reason = `${input.path} cannot be read: ${(error as Error).message}. Check that the file is whole.`;
    return { pages: [], notices: [...cut, pageNotice(input.path, "unreadable", reason)] };
  }
}

/** Letters a detector needs before it is asked. */
const LEAST_LETTERS = 120;

/** Asks the detector about pages whose language neither their metadata nor letters and function words tell. It knows 60 languages, not those of Central Asia. */
async function tellLanguages(pages: readonly PageReading[], lexicon: PageLexicon): Promise<readonly PageReading[]> {
  const unknown = (reading: PageReading) =>
    reading.metadata.language === null &&
    reading.page.text.length >= LEAST_LETTERS &&
    detectLanguage(reading.page.text, lexicon.functionWords) === "und";
  if (!pages.some(unknown)) return pages;
  const { eld } = await import("eld/small");
  return pages.map((reading) => {
    const found = unknown(reading) ? eld.detect(reading.page.text.slice(0, 4000)) : null;
    if (!found?.language || !found.isReliable()) return reading;
    return { ...reading, metadata: { ...reading.metadata, language: { value: found.language, cue: "eld", confidence: 0.6 } } };
  });
}

async function readFormat(input: PageInput, format: Format, lexicon: PageLexicon, limits: Limits): Promise<PageReadings> {
  if (format === "gzip") return readGzip(input, lexicon, limits);
  const bytes = BYTE_READERS[format];
  if (bytes) return (await bytes())(input, limits, lexicon);
  const load = TEXT_READERS[format];
  if (!load || isBinary(input.bytes)) {
    return refuse(
      input,
      "binary",
      `${input.path} holds no text that can be read (it looks like ${format === "zip" ? "an archive" : "binary data"}). Give the page itself.`,
    );
  }
  const decoded = decodeText(input.bytes, /charset\s*=\s*["']?([\w-]+)/i.exec(input.mediaType ?? "")?.[1] ?? null);
  const notices: Notice[] = [];
  if (decoded.broken > 0) {
    notices.push(
      pageNotice(
        input.path,
        "charset",
        `${decoded.broken} characters of ${input.path} could not be decoded as ${decoded.charset} (${decoded.basis}). Save the page as UTF-8.`,
      ),
    );
  }
  const read = await (await load())(input, decoded.text, lexicon, limits);
  return { pages: read.pages, notices: [...notices, ...read.notices] };
}

/** A WARC is compressed record by record and unpacked by its own reader; any other file as a whole. */
async function readGzip(input: PageInput, lexicon: PageLexicon, limits: Limits): Promise<PageReadings> {
  const { gunzip } = await import("./inflate.ts");
  if (new TextDecoder("latin1").decode(gunzip(input.bytes.subarray(0, 65_536), 16).bytes).startsWith("WARC/"))
    return readFormat(input, "warc", lexicon, limits);
  const { bytes, cut } = gunzip(input.bytes, limits.unpackedBytes);
  const inner = { ...input, bytes, path: input.path };
  const format = sniffFormat(inner);
  if (format === "gzip") return refuse(input, "nested-gzip", `${input.path} is compressed twice and was not read.`);
  const read = await readFormat(inner, format, lexicon, limits);
  const notice = pageNotice(
    input.path,
    "unpacked-limit",
    `${input.path} unpacks to more than ${limits.unpackedBytes} bytes; the rest was not read. Raise the limit "unpackedBytes".`,
  );
  return cut ? { pages: read.pages, notices: [notice, ...read.notices] } : read;
}

function refuse(input: PageInput, rule: string, reason: string): PageReadings {
  return { pages: [], notices: [pageNotice(input.path, rule, reason)] };
}
