import { splitInputs } from "./src/pipeline/inputs/split.ts";
const t = process.cpuUsage();
const { pages, notices } = await splitInputs(["/work/shared/data/stream/2025-05-21.jsonl.gz"]);
const s = process.cpuUsage(t);
console.log(pages.length, pages.flatMap((p) => p.articles).length, "cpu", (s.user + s.system) / 1e6);
const rules = new Map<string, number>(); for (const n of notices) rules.set(n.rule, (rules.get(n.rule) ?? 0) + 1); console.log(rules);
for (const n of notices.slice(0, 12)) console.log(n.page, n.rule, n.reason.slice(0, 200));
const kinds = new Map<string, number>(); for (const p of pages) { const k = p.articles.map((a) => a.kind).sort().join("+"); kinds.set(k, (kinds.get(k) ?? 0) + 1); } console.log(kinds);
const langs = new Map<string, number>(); for (const p of pages) for (const a of p.articles) langs.set(a.language, (langs.get(a.language) ?? 0) + 1); console.log(langs);
console.log("undated", pages.flatMap((p) => p.articles).filter((a) => !a.published.value).length, "copies", pages.flatMap((p) => p.articles).filter((a) => a.copies.length).length);
const step = Math.floor(pages.length / 42);
for (let i = 0; i < pages.length; i += step) { const p = pages[i]!; console.log(`\n#### ${p.page.path} len ${p.page.text.length}`); for (const a of p.articles) console.log(`[${a.kind}] ${a.headline} | ${a.publisher} | ${a.byline?.name} | ${a.published.value} ${a.published.basis} | ${a.language} | copies ${a.copies.length}\n   START ${a.text.slice(0, 260)}\n   END ${a.text.slice(-260)}`); for (const l of p.leftovers) console.log("   CUT", l.rule, JSON.stringify(p.page.text.slice(l.start, l.end).slice(0, 150))); }
