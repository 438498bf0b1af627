import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SURE } from "../../src/model/statement.ts";
import { makeDossier } from "../../src/view/dossier.ts";
import { escapeHtml, html } from "../../src/view/html/escape.ts";
import { fragmentOf } from "../../src/view/html/evidence.ts";
import { writePage } from "../../src/view/html/page.ts";
import { domainOf, ticksOf } from "../../src/view/html/scale.ts";
import { STYLE } from "../../src/view/html/style.ts";
import { sampleAnalysis } from "./sample.ts";

const analysis = sampleAnalysis();
const page = writePage(makeDossier(analysis, "bol", "pry"));

describe("the page", () => {
  it("is the same bytes every time", () => {
    expect(writePage(makeDossier(sampleAnalysis(), "bol", "pry"))).toBe(page);
  });

  it("has no id twice and no link to an id that is not there", () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((found) => found[1]!);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
    const links = [...page.matchAll(/ href="#([^"]*)"/g)].map((found) => found[1]!);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  it("lights every piece of evidence in its article, and shows every article's text whole", () => {
    const text = page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "");
    for (const article of makeDossier(analysis, "bol", "pry").articles) {
      const body = new RegExp(`<article id="a-${article.id}"[\\s\\S]*?</article>`).exec(text)![0];
      const paragraphs = [...body.matchAll(/<div class="para[^"]*"><p>([\s\S]*?)<\/p>/g)].map((found) => found[1]!);
      const bare = paragraphs.map((one) => one.replace(/<sup>.*?<\/sup>/g, "").replace(/<[^>]+>/g, ""));
      expect(bare.join("\n")).toBe(escapeHtml(article.text));
    }
    for (const note of makeDossier(analysis, "bol", "pry").notes) expect(text).toContain(`id="s-${note.statement.id}"`);
  });

  it("marks what is unsure in words, and nothing else", () => {
    const statements = analysis.statements.map((s) => ({ ...s, confidence: SURE - 0.01 }));
    const doubted = writePage(makeDossier({ ...analysis, statements }, "bol", "pry"));
    const chips = (of: string) => of.match(/<span class="chip /g)!.length;
    expect(doubted.match(/<span class="unsure">\? unsure<\/span>/g)!.length).toBeGreaterThanOrEqual(chips(doubted));
    expect(doubted).toContain("are unsure (?): read the words before you use one.");
    expect(page).not.toContain("? unsure");
  });

  it("stays readable with nothing to show", () => {
    const empty = writePage(makeDossier(analysis, "bol", "ury"));
    expect(empty).toContain("No move found between these two parties");
    expect(empty).toContain("No move has a date");
  });
});

describe("escaping", () => {
  it("lets no sign of markup through, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => !/[<>"']/.test(escapeHtml(text)) && !/&(?!(amp|lt|gt|quot|#39);)/.test(escapeHtml(text)),
      ),
    );
    expect(html`<b>${"<i>"}</b>${[html`<u>${1}</u>`]}`.markup).toBe("<b>&lt;i&gt;</b><u>1</u>");
  });
});

describe("a text fragment", () => {
  it("names a long quote by its ends, and what stands before it where those are not alone", () => {
    const article = analysis.articles[0]!;
    const quote = "Arandia asked Paraguay to reopen the dam before the sowing season.";
    const start = article.text.indexOf(quote);
    expect(fragmentOf(article, { start, end: start + quote.length })).toBe(
      ":~:text=Arandia%20asked%20Paraguay%20to%20reopen,dam%20before%20the%20sowing%20season.",
    );
    const twice = { ...article, text: "At first, no - yes. Then, no - yes." };
    expect(fragmentOf(twice, { start: 26, end: 35 })).toBe(":~:text=no%20%2D%20yes.%20Then%2C-,no%20%2D%20yes.");
  });
});

describe("the time axis", () => {
  it("has between one and a dozen ticks inside its span, in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: 6, max: 40_000 }), (low, span) => {
        const ticks = ticksOf([low, low + span]).map((tick) => tick.day);
        return (
          ticks.length >= 1 &&
          ticks.length <= 13 &&
          ticks.every((day, n) => day >= low && day <= low + span && (n === 0 || day > ticks[n - 1]!))
        );
      }),
    );
    expect(domainOf([null])).toBeNull();
    expect(ticksOf(domainOf(["2026-02", "2026-04-30"])!).map((tick) => tick.label)).toEqual(["Feb 2026", "Mar", "Apr", "May"]);
  });
});

describe("the palette", () => {
  const colours = new Map([...STYLE.matchAll(/--(\w+):light-dark\(#(\w+),#(\w+)\)/g)].map((found) => [found[1]!, [found[2]!, found[3]!]]));
  const luminance = (hex: string) => {
    const full = hex.length === 3 ? [...hex].map((c) => c + c).join("") : hex;
    const [r, g, b] = [0, 2, 4].map((at) => {
      const c = Number.parseInt(full.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string, theme: number) => {
    const [x, y] = [luminance(colours.get(a)![theme]!), luminance(colours.get(b)![theme]!)].toSorted((p, q) => q - p);
    return (x! + 0.05) / (y! + 0.05);
  };

  it.each([
    ["light", 0],
    ["dark", 1],
  ] as const)("has 4.5 : 1 for every ink on every ground, %s", (_name, theme) => {
    for (const ink of ["ink", "soft", "link", "asked", "offered", "if", "threat", "given", "refused", "said"])
      for (const ground of ["bg", "card", "band"]) expect(contrast(ink, ground, theme), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const ground of ["lit", "litstrong", "gravebg"])
      expect(contrast("ink", ground, theme), `ink on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});
