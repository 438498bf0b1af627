import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { splitPage } from "./src/article/index.ts";
import { loadPageLexicon } from "./src/lexicon/pages.ts";
import { readPage } from "./src/page/index.ts";
const gold = "/work/shared/data/pages";
const truth = JSON.parse(readFileSync(`${gold}/ground-truth.json`, "utf8"));
const lexicon = loadPageLexicon();
const pages = Object.keys(truth).sort().map((id) => [id, gunzipSync(readFileSync(`${gold}/html/${id}.html.gz`))] as const);
const b = process.cpuUsage();
for (const [id, bytes] of pages) { const r = await readPage({ path: id + ".html", bytes, mediaType: "text/html", url: truth[id].url }, lexicon); splitPage(r.pages[0]!, lexicon); }
const s = process.cpuUsage(b); console.log(pages.length / ((s.user + s.system) / 1e6));
