import { lstat, open, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Notice } from "../../model/page.ts";
import { INPUT_LIMITS, type Input, type InputOptions, inputNotice } from "./input.ts";

/** Endings of files taken from a folder; a file named by itself is read whatever its name. */
const READABLE = "html htm xhtml mhtml mht eml txt text md markdown pdf docx warc gz csv tsv jsonl ndjson json rss atom xml opml".split(
  " ",
);

/**
 * Opens files, folders, globs, `-` (stdin) and, only with `options.fetch`, addresses. Folders are read in the order of their names,
 * hidden files left out, links that lead out of the folder not followed. Whatever cannot be opened is a Notice and the rest goes on.
 */
export async function* openInputs(paths: readonly string[], options: InputOptions = {}): AsyncGenerator<Input | Notice> {
  for (const path of paths) {
    options.signal?.throwIfAborted();
    for await (const one of openOne(path, options)) {
      if (options.fetch && !("rule" in one) && isFeedList(one)) yield* readFeeds(one, options);
      else yield one;
    }
  }
}

async function* openOne(path: string, options: InputOptions): AsyncGenerator<Input | Notice> {
  if (path === "-") yield* readStdin(options);
  else if (/^https?:\/\//i.test(path)) yield* readAddress(path, options);
  else yield* readPath(path, options);
}

function isFeedList(input: Input): boolean {
  return /<opml[\s>]/i.test(new TextDecoder("latin1").decode(input.bytes.subarray(0, 2048)));
}

/** An OPML file is a list of feeds: with the network allowed, the feeds stand for it. */
async function* readFeeds(list: Input, options: InputOptions): AsyncGenerator<Input | Notice> {
  const { listFeeds } = await import("../../page/feed.ts");
  let feeds: readonly string[] = [];
  try {
    feeds = listFeeds(new TextDecoder().decode(list.bytes));
  } catch (error) {
    yield inputNotice(list.path, "unreadable", `${list.path} is no OPML file: ${(error as Error).message}`);
  }
  for (const feed of feeds.slice(0, INPUT_LIMITS.feeds)) {
    options.signal?.throwIfAborted();
    if (/^https?:\/\//i.test(feed)) yield* readAddress(feed, options);
  }
  if (feeds.length > INPUT_LIMITS.feeds)
    yield inputNotice(list.path, "too-many", `${list.path} lists ${feeds.length} feeds; the first ${INPUT_LIMITS.feeds} were fetched.`);
}

async function* readPath(path: string, options: InputOptions): AsyncGenerator<Input | Notice> {
  try {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) yield* readMany(await listFolder(path, options), path, options);
    else if (found) yield* readFile(path, options);
    else if (isDynamicPattern(path)) {
      const files = (await glob(path, { dot: false, followSymbolicLinks: false, deep: options.depth ?? INPUT_LIMITS.depth })).sort();
      if (files.length === 0) yield inputNotice(path, "no-match", `No file matches ${path}.`);
      if (files.length > 0) yield* readMany(files, path, options);
    } else yield inputNotice(path, "not-found", `${path} does not exist. Check the path; a pattern needs quotes in some shells.`);
  } catch (error) {
    yield inputNotice(path, "unreadable", `${path} cannot be read: ${(error as Error).message}`);
  }
}

async function listFolder(folder: string, options: InputOptions): Promise<readonly string[]> {
  const root = await realpath(folder);
  const patterns = `**/*.{${READABLE.join(",")}}`;
  const names = await glob(patterns, {
    cwd: folder,
    dot: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    deep: options.depth ?? INPUT_LIMITS.depth,
  });
  const kept: string[] = [];
  for (const name of names.sort()) {
    const path = `${folder.replace(/[/\\]+$/, "")}/${name}`;
    // A link may lead anywhere: only what lies in the folder itself is the user's choice.
    const inside = (await lstat(path)).isSymbolicLink() ? (await realpath(path).catch(() => "")).startsWith(root + sep) : true;
    if (inside) kept.push(path);
  }
  return kept;
}

async function* readMany(files: readonly string[], from: string, options: InputOptions): AsyncGenerator<Input | Notice> {
  const most = options.files ?? INPUT_LIMITS.files;
  if (files.length === 0) yield inputNotice(from, "empty-folder", `${from} holds no file of a kind that is read (${READABLE.join(", ")}).`);
  if (files.length > most)
    yield inputNotice(
      from,
      "too-many",
      `${from} holds ${files.length} files; the first ${most} are read. Raise the limit "files" for more.`,
    );
  for (const file of files.slice(0, most)) {
    options.signal?.throwIfAborted();
    yield* readFile(file, options);
  }
}

async function* readFile(path: string, options: InputOptions): AsyncGenerator<Input | Notice> {
  const most = options.inputBytes ?? INPUT_LIMITS.inputBytes;
  try {
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      const length = Math.min(size, most);
      const bytes = new Uint8Array(length);
      let read = 0;
      while (read < length) {
        const { bytesRead } = await handle.read(bytes, read, length - read, read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      if (size > most) yield tooLong(path, size, most);
      yield { path, bytes: bytes.subarray(0, read) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    yield inputNotice(path, "unreadable", `${path} cannot be read: ${(error as Error).message}`);
  }
}

async function* readStdin(options: InputOptions): AsyncGenerator<Input | Notice> {
  const most = options.inputBytes ?? INPUT_LIMITS.inputBytes;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    if (length + chunk.length > most) {
      chunks.push(chunk.subarray(0, most - length));
      yield tooLong("-", null, most);
      break;
    }
    chunks.push(chunk);
    length += chunk.length;
  }
  yield { path: "-", bytes: new Uint8Array(Buffer.concat(chunks)) };
}

function tooLong(path: string, size: number | null, most: number): Notice {
  const holds = size === null ? "more" : `${size} bytes`;
  return inputNotice(path, "too-long", `${path} holds ${holds}; the first ${most} bytes are read. Raise the limit "inputBytes" for more.`);
}

async function* readAddress(path: string, options: InputOptions): AsyncGenerator<Input | Notice> {
  if (!options.fetch) {
    yield inputNotice(path, "no-network", `${path} was not fetched: nothing is, unless asked for with --fetch.`);
    return;
  }
  const { fetchInputs } = await import("./fetch.ts");
  yield* fetchInputs(path, options.fetch, options.inputBytes ?? INPUT_LIMITS.inputBytes);
}
