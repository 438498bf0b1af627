import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { splitPage } from "./src/article/index.ts";
import { loadPageLexicon } from "./src/lexicon/pages.ts";
import { readPage } from "./src/page/index.ts";
const gold = "/work/shared/data/pages";
const truth = JSON.parse(readFileSync(`${gold}/ground-truth.json`, "utf8"));
const lexicon = loadPageLexicon();
const norm = (s: string) => (s.match(/[\p{L}\p{N}_]+/gu) ?? []).join(" ");
let n = 0;
for (const id of Object.keys(truth).sort()) {
  const bytes = gunzipSync(readFileSync(`${gold}/html/${id}.html.gz`));
  const { pages } = await readPage({ path: id + ".html", bytes, mediaType: "text/html", url: truth[id].url }, lexicon);
  const a = splitPage(pages[0]!, lexicon).articles[0];
  const want = norm(truth[id].articleBody); const got = norm(a?.text ?? "");
  if (want === got) continue;
  console.log(`\n=== ${id.slice(0, 8)} ${truth[id].url.slice(0, 90)} want ${want.length} got ${got.length}`);
  for (const line of (a?.text ?? "").split("\n")) { const l = norm(line); if (l && !want.includes(l)) console.log("  + " + line.slice(0, 160)); }
  for (const line of truth[id].articleBody.split("\n")) { const l = norm(line); if (l && !got.includes(l)) { const r = splitPage(pages[0]!, lexicon).leftovers.find((r: any) => norm(pages[0]!.page.text.slice(r.start, r.end)).includes(l)); console.log("  - " + line.slice(0, 160) + (r ? "   <" + r.rule + ">" : norm(pages[0]!.page.text).includes(l) ? "" : "  <not in text>")); } }
}
