import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyzeFiles } from "../../src/pipeline/index.ts";
import { makeDossier } from "../../src/view/dossier.ts";
import { writePage } from "../../src/view/html/page.ts";
import { busiestPair } from "../../src/view/index-of.ts";
import { sampleAnalysis } from "../view/sample.ts";
import { CHROMIUM, keepPage, openBrowser } from "./browser.ts";

const url = keepPage(writePage(makeDossier(sampleAnalysis(), "bol", "pry")));
let browser: Browser;

async function open(options: BrowserContextOptions = {}, address = url): Promise<{ page: Page; complaints: string[]; asked: string[] }> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  return { page, complaints, asked };
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }).axe.run({
      rules: { "target-size": { enabled: true } },
    });
    return (await run).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ""}`).join("\n")}`,
    );
  });
  return found;
}

describe.skipIf(CHROMIUM === null)("the dossier in a real browser (skipped: no Chromium, where there is none)", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("asks for nothing but itself, and its own policy has no complaint", async () => {
    const { page, complaints, asked } = await open();
    expect(asked).toEqual([url]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("has no violation that axe knows, %s", async (colorScheme) => {
    const { page } = await open({ colorScheme, viewport: { width: 1280, height: 900 } });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("has no violation on the sample pages as they are read today, and every link in it leads somewhere", async () => {
    const samples = ["chaco-ledger.txt", "newsgather.txt", "pampa-courier.html", "altiplano-monitor.html"];
    const analysis = await analyzeFiles(samples.map((name) => new URL(`../../samples/${name}`, import.meta.url).pathname));
    const [a, b] = busiestPair(analysis)!;
    const html = writePage(makeDossier(analysis, a, b));
    const { page, complaints } = await open({ viewport: { width: 1280, height: 900 } }, keepPage(html));
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const lost =
      "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))";
    expect(await page.evaluate(lost)).toEqual([]);
    await page.context().close();
  });

  it("has no violation at 360 px, and nothing runs out of the page there or at 200 % zoom", async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    expect(await violations(page)).toEqual([]);
    for (const width of [320, 360, 640, 820, 1100]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });

  it("leads from a chip to its exact words and back", async () => {
    const { page } = await open({ viewport: { width: 1280, height: 900 } });
    const chip = page.locator(".ledger .chip a.words").first();
    const home = await chip.evaluate((el) => el.closest("li")?.id);
    await chip.click();
    const target = new URL(page.url()).hash.slice(1);
    const lit = page.locator(`[id="${target}"] + mark`);
    expect(await lit.isVisible()).toBe(true);
    const number = (await lit.getAttribute("data-n"))!.split(" ")[0]!;
    const box = (await lit.boundingBox())!;
    expect(box.y).toBeGreaterThan(40);
    expect(box.y).toBeLessThan(900);
    const note = page.locator(`#n-${number}`);
    expect(Math.abs((await note.boundingBox())!.y - box.y)).toBeLessThan(60);
    await note.locator("a.back").first().click();
    expect(new URL(page.url()).hash).toBe(`#${home}`);
    await page.goBack();
    expect(new URL(page.url()).hash).toBe(`#${target}`);
    await page.context().close();
  });

  it("answers the keyboard: skip link, evidence, lanes, and single letters can be switched off", async () => {
    const { page } = await open({ viewport: { width: 1280, height: 900 } });
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.keyboard.press("j");
    const first = new URL(page.url()).hash;
    await page.keyboard.press("j");
    expect(new URL(page.url()).hash).not.toBe(first);
    await page.keyboard.press("k");
    expect(new URL(page.url()).hash).toBe(first);
    await page.locator("a.token").first().focus();
    await page.keyboard.press("ArrowRight");
    const label = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    expect(label).not.toBe(await page.locator("a.token").first().getAttribute("aria-label"));
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate('document.activeElement.closest("g").getAttribute("data-lane")')).not.toBe("0");
    await page.keyboard.press("?");
    await page.locator("#single").uncheck();
    await page.keyboard.press("Escape");
    const before = page.url();
    await page.keyboard.press("l");
    expect(page.url()).toBe(before);
    await page.context().close();
  });

  it("copies a citation: quote, speaker, outlet, date, place", async () => {
    const { page } = await open({ viewport: { width: 1280, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
    await page.keyboard.press("j");
    await page.keyboard.press("y");
    await page.waitForFunction("document.getElementById('told').textContent !== ''");
    const cited = String(await page.evaluate("navigator.clipboard.readText()"));
    expect(cited).toMatch(/^“?Bolivia released a Paraguayan surveyor.*Paraguay, certain · The Pampa Courier, 23 Mar 2026.*char=/);
    await page.context().close();
  });

  it("opens its list of keys and closes it", async () => {
    const { page, complaints } = await open();
    await page.locator("#help").click();
    expect(await page.locator("#keys").isVisible()).toBe(true);
    await page.locator("#keys button").click();
    expect(await page.locator("#keys").isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("hides a kind of move in ledger and lanes when its button is let go", async () => {
    const { page } = await open();
    const threats = page.locator('.ledger li[data-kind="threatened"]');
    expect(await threats.first().isVisible()).toBe(true);
    await page.locator('.legend button[data-kind="threatened"]').click();
    expect(await threats.first().isVisible()).toBe(false);
    expect(await page.locator("a.token.k-threatened").first().isVisible()).toBe(false);
    await page.context().close();
  });

  it("is all there without script", async () => {
    const { page } = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    for (const id of ["overview", "lanes", "ledger", "accounts", "articles", "evidence"])
      expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    expect(await page.locator(".note").first().isVisible()).toBe(true);
    expect(await page.locator("#theme").isVisible()).toBe(false);
    await page.context().close();
  });

  it("prints: no navigation, all evidence, notes beside their paragraph, several pages", async () => {
    const { page } = await open();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".bar0").isVisible()).toBe(false);
    expect(await page.locator("#evidence li").last().isVisible()).toBe(true);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(3);
    await page.context().close();
  });

  it("shows hostile text as text: no element, no script, no link comes of it", async () => {
    const evil = `</script><img src=x onerror=alert(1)><svg onload=alert(2)>"'><a href="javascript:alert(3)">`;
    const analysis = sampleAnalysis();
    const [first, ...rest] = analysis.articles;
    const [bolivia, ...others] = analysis.actors;
    const harmed = {
      ...analysis,
      articles: [
        {
          ...first!,
          headline: evil,
          publisher: evil,
          text: first!.text + evil,
          url: "javascript:alert(4)",
          byline: { name: evil, role: evil },
        },
        ...rest,
      ],
      actors: [{ ...bolivia!, name: evil }, ...others],
      ledger: analysis.ledger.map((row) => ({ ...row, rule: evil, issue: evil })),
    };
    const { page, complaints, asked } = await open({}, keepPage(writePage(makeDossier(harmed, "bol", "pry"))));
    expect(complaints).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(await page.locator("img, svg[onload], a[href^='javascript']").count()).toBe(0);
    expect(await page.locator("h1").textContent()).toContain("<img src=x");
    await page.context().close();
  });
});
