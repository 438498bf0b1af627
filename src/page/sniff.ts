import type { PageInput } from "./input.ts";

const BY_NAME: Readonly<Record<string, string>> = {
  html: "text/html",
  htm: "text/html",
  xhtml: "text/html",
  txt: "text/plain",
  text: "text/plain",
};

/** The media type of an input: as said, else by its name, else by its first bytes. */
export function sniffType(input: PageInput): string {
  const said = input.mediaType?.split(";")[0]?.trim().toLowerCase();
  if (said) return said === "application/xhtml+xml" ? "text/html" : said;
  const named = BY_NAME[/\.([a-z0-9]+)$/i.exec(input.path)?.[1]?.toLowerCase() ?? ""];
  if (named) return named;
  const head = new TextDecoder("latin1").decode(input.bytes.subarray(0, 1024)).trimStart().toLowerCase();
  return /^(?:<!doctype html|<html|<head|<body)/.test(head) ? "text/html" : "text/plain";
}
