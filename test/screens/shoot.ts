import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { makeDossier } from "../../src/view/dossier.ts";
import { writePage } from "../../src/view/html/page.ts";
import { sampleAnalysis } from "../view/sample.ts";
import { keepPage, openBrowser } from "./browser.ts";

// Pictures of the dossier to look at: `npm run screens [dossier.html]` writes them to screens/.
const given = process.argv[2];
const url = given ? pathToFileURL(given).href : keepPage(writePage(makeDossier(sampleAnalysis(), "bol", "pry")));
const browser = await openBrowser();
mkdirSync("screens", { recursive: true });
for (const [name, width, height, colorScheme] of [
  ["light", 1280, 900, "light"],
  ["dark", 1280, 900, "dark"],
  ["narrow", 360, 740, "light"],
] as const) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  await page.goto(url);
  for (const id of ["overview", "lanes", "ledger", "accounts", "articles", "evidence"]) {
    await page.goto(`${url}#${id}`);
    await page.waitForTimeout(120);
    await page.screenshot({ path: `screens/${name}-${id}.png` });
  }
  await page.screenshot({ path: `screens/${name}-whole.png`, fullPage: true });
  if (name === "light") await page.pdf({ path: "screens/print.pdf", format: "A4" });
  await page.close();
}
await browser.close();
console.log(`screens/ holds the pictures of ${url}`);
