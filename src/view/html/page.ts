import { hashBytes } from "../../text/hash.ts";
import type { Dossier } from "../dossier.ts";
import { sayScope } from "../lines.ts";
import { clean } from "../words.ts";
import { writeAccountsSection } from "./accounts.ts";
import { escapeHtml, html, type Markup } from "./escape.ts";
import { writeEvidenceSection } from "./evidence.ts";
import { writeLanesSection } from "./lanes.ts";
import { writeLedgerSection } from "./ledger.ts";
import { writeOverviewSection } from "./overview.ts";
import { writeReaderSection } from "./reader.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

const SECTIONS: readonly (readonly [string, string])[] = [
  ["overview", "Overview"],
  ["lanes", "Lanes"],
  ["ledger", "Ledger"],
  ["accounts", "Accounts"],
  ["articles", "Articles"],
  ["evidence", "Evidence"],
];

/**
 * The dossier as one self-contained page: no network, readable without script, text of the sources only as text.
 * Its policy allows the page's own style and script by their hashes and nothing else.
 */
export function writePage(dossier: Dossier): string {
  const [a, b] = dossier.parties;
  const policy = `default-src 'none'; style-src '${integrity(STYLE)}'; script-src '${integrity(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const title = `${clean(a.name)} ⇄ ${clean(b.name)} — Demarche`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="demarche">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${writeBody(dossier).markup}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function writeBody(dossier: Dossier): Markup {
  const [a, b] = dossier.parties;
  return html`<a class="skip" href="#overview">Skip to the dossier</a>
<header class="bar0"><div><span class="brand">Demarche</span> <span class="pair">${a.name} ⇄ ${b.name}</span>
<nav aria-label="Sections"><ul>${SECTIONS.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<span class="tools"><button type="button" id="theme">Light / dark</button><button type="button" id="help" aria-label="Keys">?</button></span></div></header>
<main>
${writeOverviewSection(dossier)}
${writeLanesSection(dossier)}
${writeLedgerSection(dossier)}
${writeAccountsSection(dossier)}
${writeReaderSection(dossier)}
${writeEvidenceSection(dossier)}
</main>
<footer>${sayScope(dossier)}. Every line stands on words in these sources and says whose they are; a state means “in these sources”, silence is not refusal. Written by Demarche from ${dossier.analysis.schema}.</footer>
${writeKeys()}`;
}

function writeKeys(): Markup {
  const keys: readonly (readonly [string, string])[] = [
    ["j / k", "next, previous evidence in the articles"],
    ["y", "copy the citation of the evidence at hand"],
    ["o", "overview"],
    ["l", "ledger"],
    ["c", "accounts compared"],
    ["r", "articles"],
    ["← → ↑ ↓", "from move to move, in the lanes"],
    ["?", "this list"],
  ];
  return html`<dialog id="keys" aria-labelledby="keys-h"><h2 id="keys-h">Keys</h2><dl>${keys.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl><p><label><input type="checkbox" id="single" checked> Single-letter keys are on</label></p><form method="dialog"><button>Close</button></form></dialog><p id="told" class="vh" role="status"></p>`;
}

function integrity(text: string): string {
  const hex = hashBytes(new TextEncoder().encode(text));
  const bytes = hex.match(/../g) ?? [];
  return `sha256-${btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(""))}`;
}
