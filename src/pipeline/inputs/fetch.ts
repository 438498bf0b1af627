import type { LookupFunction } from "node:net";
import robots from "robots-parser";
import { Agent, request } from "undici";
import type { Notice } from "../../model/page.ts";
import { pinHost } from "./address.ts";
import { conditions, keep, recall } from "./cache.ts";
import { type FetchOptions, type Input, inputNotice } from "./input.ts";

const DEFAULTS = { timeout: 20_000, redirects: 5, userAgent: "demarche (reads single pages on request)" } as const;
/** A robots.txt is read to here, as RFC 9309 asks at least. */
const ROBOTS_BYTES = 500 * 1024;

interface Answer {
  readonly status: number;
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string | undefined;
  readonly cut: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface Robots {
  isAllowed(url: string, agent: string): boolean | undefined;
}
// The package's types declare a default export; Node gives the function itself.
const parseRobots = robots as unknown as (url: string, text: string) => Robots;

/**
 * Fetches one address: http(s) alone, public hosts alone (resolved once, pinned at connect, checked anew at each redirect), robots.txt
 * obeyed, bytes and time capped. Anything refused or failed is a Notice.
 */
export async function* fetchInputs(address: string, options: FetchOptions, most: number): AsyncGenerator<Input | Notice> {
  try {
    const kept = options.cache ? await recall(options.cache, address) : null;
    const answer = await follow(address, options, most, conditions(kept));
    if (answer.status === 304 && kept) {
      const { url, bytes, retrievedAt, mediaType } = kept;
      yield { path: address, url, bytes, retrievedAt, ...(mediaType ? { mediaType } : {}) };
      return;
    }
    if (answer.status < 200 || answer.status > 299) {
      yield inputNotice(address, "http-status", `${address} answered ${answer.status}; nothing was read.`);
      return;
    }
    if (answer.cut) yield inputNotice(address, "too-long", `${address} is longer than ${most} bytes; the rest was not read.`);
    const retrievedAt = new Date().toISOString();
    const { url, bytes, etag, lastModified } = answer;
    if (options.cache && !answer.cut && (etag || lastModified)) {
      await keep(options.cache, address, { url, bytes, etag, lastModified, retrievedAt, mediaType: answer.mediaType ?? null });
    }
    yield {
      path: address,
      url: answer.url,
      bytes: answer.bytes,
      retrievedAt,
      ...(answer.mediaType ? { mediaType: answer.mediaType } : {}),
    };
  } catch (error) {
    yield inputNotice(address, "not-fetched", `${address} was not fetched: ${(error as Error).message}.`);
  }
}

async function follow(address: string, options: FetchOptions, most: number, asked: Record<string, string>): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeout ?? DEFAULTS.timeout);
  const allowedBy = new Map<string, Robots>();
  let url = new URL(address);
  for (let hop = 0; hop <= (options.redirects ?? DEFAULTS.redirects); hop += 1) {
    await checkRobots(url, options, allowedBy, signal);
    const answer = await ask(url, options, most, signal, asked);
    if ("location" in answer) {
      url = new URL(answer.location, url);
      continue;
    }
    return answer;
  }
  throw new RangeError("too many redirects");
}

async function checkRobots(url: URL, options: FetchOptions, known: Map<string, Robots>, signal: AbortSignal): Promise<void> {
  if (!known.has(url.origin)) {
    const place = new URL("/robots.txt", url);
    const answer = await ask(place, options, ROBOTS_BYTES, signal);
    // RFC 9309: a missing robots.txt allows all, a server error forbids all.
    if ("status" in answer && answer.status >= 500)
      throw new RangeError(`${place.href} answered ${answer.status}, so nothing may be fetched`);
    const text = "status" in answer && answer.status === 200 ? new TextDecoder().decode(answer.bytes) : "";
    known.set(url.origin, parseRobots(place.href, text));
  }
  if (known.get(url.origin)?.isAllowed(url.href, "demarche") === false) throw new RangeError("robots.txt forbids it");
}

async function ask(
  url: URL,
  options: FetchOptions,
  most: number,
  signal: AbortSignal,
  asked: Record<string, string> = {},
): Promise<Answer | { readonly location: string }> {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new RangeError(`${url.protocol} is not fetched`);
  if (url.username || url.password) throw new RangeError("an address with a password is not fetched");
  const pinned = await pinHost(url.hostname, options.allowHosts ?? []);
  const lookup: LookupFunction = (_host, asked, done) => {
    if (asked.all) (done as unknown as (e: null, all: unknown[]) => void)(null, [pinned]);
    else done(null, pinned.address, pinned.family);
  };
  const dispatcher = new Agent({ connect: { lookup }, maxHeaderSize: 64 * 1024 });
  try {
    const headers = {
      ...asked,
      "user-agent": options.userAgent ?? DEFAULTS.userAgent,
      accept: "text/html, application/rss+xml, application/atom+xml, */*;q=0.5",
    };
    const answer = await request(url, { dispatcher, signal, headers });
    // A body that is given up ends with an error nobody waits for.
    answer.body.on("error", () => {});
    const location = answer.headers["location"];
    if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === "string") {
      answer.body.destroy();
      return { location };
    }
    const { bytes, cut } = await readBody(answer.body, most);
    const type = answer.headers["content-type"];
    const said = (name: string) => (typeof answer.headers[name] === "string" ? answer.headers[name] : null);
    return {
      status: answer.statusCode,
      url: url.href,
      bytes,
      cut,
      mediaType: typeof type === "string" ? type : undefined,
      etag: said("etag"),
      lastModified: said("last-modified"),
    };
  } finally {
    await dispatcher.destroy();
  }
}

async function readBody(body: AsyncIterable<Uint8Array>, most: number): Promise<{ readonly bytes: Uint8Array; readonly cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let cut = false;
  for await (const chunk of body) {
    const room = most - length;
    chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    length += Math.min(chunk.length, room);
    if (chunk.length > room) {
      cut = true;
      break;
    }
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)), cut };
}
