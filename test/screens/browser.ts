import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";

/** Debian's Chromium, or what CHROMIUM names; null where there is none. */
export const CHROMIUM: string | null = [process.env["CHROMIUM"], "/usr/bin/chromium"].find((path) => path && existsSync(path)) ?? null;

// Without these the browser looks up its maker's hosts at every start.
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser. As root it needs to go without its own sandbox; the pages shown are ours. */
export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === null) throw new RangeError("No Chromium: install it, or name it in CHROMIUM.");
  const args = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** Writes a page to a fresh folder and returns its address. */
export function keepPage(html: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "demarche-page-")), "dossier.html");
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}
