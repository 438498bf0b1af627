import { expect, test } from "vitest";
import { splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import { readPage } from "../../src/page/index.ts";

const lexicon = loadPageLexicon();

/** The article of a page whose text stands in one line under its headline. */
async function read(text: string, headline = "Harbour council votes on the ferry") {
  const { pages } = await readPage({ path: "page.txt", bytes: new TextEncoder().encode(`${headline}\n\n${text}\n`) }, lexicon);
  const { articles, leftovers } = splitPage(pages[0]!, lexicon);
  const page = pages[0]!.page.text;
  const cut = leftovers.map((one) => [one.rule, page.slice(one.start, one.end).trim()] as const);
  return { ...articles[0]!, page, of: (rule: string) => cut.filter(([name]) => name === rule).map(([, words]) => words) };
}

const PROSE = [
  "The council of Port Lena voted on the new ferry on Tuesday.",
  "Mayor Orla Brandt said the boat would sail in June.",
  "Its owner asked for more time, and the harbour master refused.",
  "Fishers had feared that the quay would be closed to them for a year.",
];
const BODY = PROSE.join(" ");

test("titles of other stories in capitals between sentences are no prose; the capitals of a sentence's own start stay with it", async () => {
  const title = "QUAY WORKERS WALK OUT AFTER TALKS FAIL, UNION SAYS";
  const one = await read(`${PROSE[0]} ${title} ${PROSE[1]} 3 BOATS LOST IN ONE NIGHT NEAR THE CAPE A storm had sunk them. ${PROSE[2]}`);
  expect(one.of("inlay/capitals")).toEqual([title, "3 BOATS LOST IN ONE NIGHT NEAR THE CAPE"]);
  expect(one.text).toBe([PROSE[0], PROSE[1], `A storm had sunk them. ${PROSE[2]}`].join("\n"));
  const after = await read(`${PROSE[0]} The boats came from the U.S. ${title} ${PROSE[1]}`);
  expect(after.of("inlay/capitals")).toEqual([title]);
  expect(after.text).toBe(`${PROSE[0]} The boats came from the U.S.\n${PROSE[1]}`);
  const office = await read(`${PROSE[0]} The HPA has six boats. ${title} HPA Director Lin Moreau agreed. ${PROSE[2]}`);
  expect(office.of("inlay/capitals")).toEqual([title]);
  expect(office.text).toContain("\nHPA Director Lin Moreau agreed.");
});

test.each([
  ["a quotation", `${PROSE[0]} He wrote: "THE QUAY BELONGS TO ALL OF US AND ALWAYS WILL" and left. ${PROSE[1]}`],
  ["a quoted sentence", `${PROSE[0]} "It ends. WE WILL NOT GIVE UP THE QUAY TO ANYONE," he wrote. ${PROSE[1]}`],
  ["names in capitals", `${PROSE[0]} The UN, EU, AU and NATO sent envoys. ${PROSE[1]}`],
  ["a sentence in capitals", `${PROSE[0]} THE QUAY BELONGS TO ALL OF US AND ALWAYS WILL. ${PROSE[1]}`],
])("%s is prose", async (_, text) => {
  const { text: kept } = await read(text);
  expect(kept).toBe(text);
});

test("a credit in brackets is lifted with the sentence before it as caption", async () => {
  const caption = "Orla Brandt waves from the pier in Port Lena on May 3, 2025.";
  const one = await read(`${PROSE[0]} ${caption} (Ada Quint/Coast Pictures via AP) ${PROSE[1]} ${PROSE[2]}`);
  expect(one.captions.map((c) => c.text)).toEqual([caption]);
  expect(one.of("inlay/credit")).toEqual(["(Ada Quint/Coast Pictures via AP)"]);
  expect(one.text).toBe(`${PROSE[0]}\n${PROSE[1]} ${PROSE[2]}`);
  expect(one.page.slice(one.captions[0]!.pageStart).startsWith(caption)).toBe(true);
  const getty = await read(`${PROSE[0]} Orla Brandt and Lin Moreau (Getty) ${PROSE[1]} ${PROSE[2]}`);
  expect(getty.captions.map((c) => c.text)).toEqual(["Orla Brandt and Lin Moreau"]);
  const bare = await read(`${PROSE[0]} The old pier of Port Lena (credit: ADA QUINT) ${PROSE[1]} ${PROSE[2]}`);
  expect(bare.captions.map((c) => c.text)).toEqual(["The old pier of Port Lena"]);
  const filed = await read(
    `${PROSE[0]} FILE - Divers look for the wreck. Port Lena, May 2024. (Photo by Ada Quint) ${PROSE[1]} ${PROSE[2]}`,
  );
  expect(filed.captions.map((c) => c.text)).toEqual(["FILE - Divers look for the wreck. Port Lena, May 2024."]);
});

test("under a title in capitals a caption begins where the title ends", async () => {
  const one = await read(
    `${PROSE[0]} QUAY WORKERS WALK OUT AFTER TALKS FAIL Workers stand at the quay. (Getty Images) ${PROSE[1]} ${PROSE[2]}`,
  );
  expect(one.captions.map((c) => c.text)).toEqual(["Workers stand at the quay."]);
  expect(one.text).toBe(`${PROSE[0]}\n${PROSE[1]} ${PROSE[2]}`);
});

test.each([
  ["one name in brackets", `${PROSE[0]} The vote was lost by two. (Coast List) ${PROSE[1]} ${PROSE[2]}`],
  ["an agency that signs the last sentence", `${PROSE[0]} ${PROSE[1]} ${PROSE[2]} (Reuters)`],
  ["an abbreviation told in brackets", `${PROSE[0]} The Associated Press (AP) was there. ${PROSE[1]}`],
  ["a pair of places", `${PROSE[0]} The ferry line (Lena/Cape) is old. ${PROSE[1]}`],
])("%s is no credit", async (_, text) => {
  const { text: kept, captions } = await read(text);
  expect([kept, captions]).toEqual([text, []]);
});

test("a sentence that tells of speech is prose, also before a credit", async () => {
  const { text, captions } = await read(`${PROSE[0]} ${PROSE[1]} (Ada Quint/Coast Pictures) ${PROSE[2]}`);
  expect([text, captions]).toEqual([`${PROSE[0]} ${PROSE[1]}\n${PROSE[2]}`, []]);
});

test.each([
  ["By Ada Quint Reporting from Port Lena", "The council voted.", "Ada Quint"],
  ["By Ada Quint and Lin B. Moreau Reporting from Kuala Lumpur, Malaysia", "Fishers fear the vote.", "Ada Quint and Lin B. Moreau"],
  ["By Ada QuintLin Moreau and Sam Ode Reporting from New Delhi", "Security guards were sent.", "Ada Quint, Lin Moreau and Sam Ode"],
  ["By Ada Quint", "For ten years the ferry has sailed.", "Ada Quint"],
  ["By Ada Quint Photographs by Sam Ode", "In Port Lena nobody slept.", "Ada Quint"],
  ["By Ada Quint", "Port Lena’s council voted for the ferry.", "Ada Quint"],
])("%s – byline run into the first sentence", async (byline, sentence, name) => {
  const summary = "A vote on the ferry divides the town.";
  const rest = `${BODY} Port Lena has one quay.`;
  const one = await read(`Harbours Advertisement Supported by ${summary} ${byline} ${sentence} ${rest}`);
  expect(one.byline).toEqual({ name, role: null });
  expect(one.text).toBe(`${summary}\n${sentence} ${rest}`);
});

test("a headline that ends as a sentence is none of the text; a picture's credit may stand over the byline", async () => {
  const caption = "Fishers wait at the quay on Monday.";
  const text = `Advertisement A vote divides the town. ${caption} Credit...Sam Ode for The Coast Supported by By Ada Quint Reporting from Port Lena For ten years the ferry has sailed.`;
  const one = await read(`${text} ${BODY} ${BODY}`, "The ferry sails in June. The quay is closed.");
  expect([one.headline, one.byline?.name]).toEqual(["The ferry sails in June. The quay is closed.", "Ada Quint"]);
  expect(one.captions.map((c) => c.text)).toEqual([caption]);
  expect(one.text).toBe(`A vote divides the town.\nFor ten years the ferry has sailed. ${BODY} ${BODY}`);
  const nameless = await read(`A vote divides the town. Credit... Supported by By Ada Quint For ten years the ferry has sailed. ${BODY}`);
  expect(nameless.text).toBe(`A vote divides the town.\nFor ten years the ferry has sailed. ${BODY}`);
});

test("two paragraphs of prose are no headline and article", async () => {
  const { pages } = await readPage({ path: "page.txt", bytes: new TextEncoder().encode(`${PROSE[0]}\n\n${BODY}\n`) }, lexicon);
  expect(splitPage(pages[0]!, lexicon).articles[0]!.text).toBe(`${PROSE[0]}\n${BODY}`);
});

test("where an author reported from is a sentence of the byline", async () => {
  const own = "Ada Quint reported from Port Lena, and Sam Ode from the Cape.";
  const one = await read(`By Ada Quint and Sam Ode ${own} ${BODY}`);
  expect([one.text, one.byline?.name, one.of("inlay/byline").at(-1)]).toEqual([BODY, "Ada Quint and Sam Ode", own]);
});

test.each([
  ["By Monday Northern forces had left. The Northern army kept its camp."],
  ["By Ada Quint Castle the river bends. Ada Quint Castle is old."],
  ["By then Port Lena had voted."],
])("%s – prose", async (sentence) => {
  const text = `${sentence} ${BODY}`;
  const one = await read(text);
  expect([one.text, one.byline]).toEqual([text, null]);
});

test("calls, notices and the headline over the first sentence are cut, and so is a sentence told twice", async () => {
  expect((await read(`In this article ${BODY}`)).text).toBe(BODY);
  expect((await read(`Harbour council votes on the ferry ${BODY}`)).text).toBe(BODY);
  expect((await read(`${PROSE[0]} ${BODY}`)).text).toBe(BODY);
  const notices = "This material may not be published, broadcast or rewritten. ©2025 Coast News. All rights reserved.";
  expect((await read(`${notices}     ${BODY}`)).text).toBe(BODY);
  const list = `Tuesday, May 6 ${"Ferry sails in June Fishers fear the vote Quay to be closed ".repeat(9)}The owner waits. Nobody sails`;
  expect((await read(`${list}     ${BODY} ${BODY}`)).text).toBe(`${BODY} ${BODY}`);
});

test.each([
  ["Supported by the mayor, the council voted."],
  ["Advertisement is dear in Port Lena."],
  ["Harbour council votes on the ferry were lost."],
  ["In this article of its charter the town names the quay."],
])("%s – a first sentence that begins like a call", async (sentence) => {
  const text = `${sentence} ${BODY}`;
  expect((await read(text)).text).toBe(text);
});

test.each([
  ["Edited by: Sam Ode"],
  ["Ada Quint is a senior reporter covering harbours. She has written on the coast since 2010. Advertisement"],
  ["Sam Ode and Coast Press contributed to this report."],
  ["Read the original article on Coast News. We print forty reports a day. All rights reserved."],
  ["With files from Coast News Audience Relations, Quay Street 4"],
  [
    "Ada Quint is a digital reporter for Coast News. Email tips to ada@coast.example or @quint. All that moves the coast. By submitting above, you agree.",
  ],
  ["Quay Closed for a Year as Fishers Wait Ferry Builders Ask for More Time © 2024 Coast News"],
  ["WATCH: The ferry leaves the quay Got a confidential news tip? We want to hear from you. © 2024 Coast News"],
  ["— Coast Press's Ada Quint contributed to this report Got a confidential news tip? We want to hear from you."],
  ["Copyright 2024 Coast News. All rights reserved."],
  ["More Articles  Copyright Â© 2024 Coast News."],
  ["Get the latest in your inbox. By submitting above, you agree to our terms. Copyright © Coast News"],
])("%s – under the last sentence", async (tail) => {
  const one = await read(`${BODY} ${tail}`);
  expect([one.text, one.of("tail")]).toEqual([BODY, [tail]]);
});

test.each([
  ["a notice in the middle", `${PROSE[0]} By submitting above, you agree to our terms. ${BODY} ${BODY}`],
  ["a reporter the article is about", `${BODY} Lin Moreau was held for a week. Lin Moreau is a reporter covering harbours.`],
  ["somebody's own words", `${BODY} "Sign up for the boats now," she said.`],
  ["a list that nothing of the site follows", `${BODY} Quay Closed for a Year as Fishers Wait Ferry Builders Ask for More Time`],
  ["a right told in a sentence", `${BODY} The town holds the copyright © of the charter.`],
  ["an editor in a sentence", `${BODY} The chronicle was edited by Sam Ode of Port Lena.`],
])("%s stays", async (_, text) => {
  expect((await read(text)).text).toBe(text);
});

test("a call between two sentences is cut word by word", async () => {
  const one = await read(`${PROSE[0]} Story continues below advertisement ${PROSE[1]} ${PROSE[2]}`);
  expect(one.text).toBe(`${PROSE[0]}\n${PROSE[1]} ${PROSE[2]}`);
});

test("what is cut and what is kept together hold the whole text, and every segment is the page's own", async () => {
  const one = await read(
    `Advertisement Supported by A vote. By Ada Quint Reporting from Port Lena The vote was close. A boat at the quay. (Ada Quint/AP) ${BODY} Edited by: Sam Ode`,
  );
  for (const s of one.segments) expect(one.page.slice(s.pageStart, s.pageStart + s.end - s.start)).toBe(one.text.slice(s.start, s.end));
  const kept = one.segments.map((s) => one.page.slice(s.pageStart, s.pageStart + s.end - s.start));
  const cut = ["inlay/head", "inlay/byline", "inlay/caption", "inlay/credit", "tail"].flatMap((rule) => one.of(rule));
  const words = (text: string) => text.split(/\s+/).filter(Boolean).sort();
  expect(words([...kept, ...cut, one.headline].join(" "))).toEqual(words(one.page));
});

test("a box of the site between two sentences is no prose; two calls of somebody's are", async () => {
  const box =
    "Get the latest in harbour news straight to your inbox. Almost finished... We need to confirm your email address. Please try again later.";
  const one = await read(`${PROSE[0]} ${PROSE[1]} ${box} ${PROSE[2]} ${PROSE[3]}`);
  expect(one.of("inlay/box")).toEqual([box]);
  expect(one.text).toBe(`${PROSE[0]} ${PROSE[1]}\n${PROSE[2]} ${PROSE[3]}`);
  const two = await read(`${PROSE[0]} Sign up for the swim, she said. Get our help if you fall in. ${PROSE[1]}`);
  expect(two.of("inlay/box")).toEqual([]);
});

test("the summaries of other stories under the call for a newsletter go with it; a story that goes on under it stays", async () => {
  const call = "Sign up for our Coast Essential newsletter to read more about ports. It comes every weekday.";
  const others = "Two boats collide off the cape, the coast guard says. The move follows weeks of pressure from fishers.";
  const one = await read(`${BODY} ${BODY} ${call} ${others}`);
  expect(one.text).toBe(`${BODY} ${BODY}`);
  const long = await read(`${PROSE[0]} ${call} ${`${BODY} `.repeat(4)}`);
  expect(long.text).toContain(PROSE[3]!);
});

test("a few words that lead up to a notice over the text are the site's", async () => {
  const one = await read(`Harbour Flash top headlines are here. Check out what's clicking on our site. ${BODY}`);
  expect(one.text).toBe(BODY);
  const two = await read(`The ferry sails. ${BODY}`);
  expect(two.text).toBe(`The ferry sails. ${BODY}`);
});

test("a credit may hold brackets of its own", async () => {
  const caption = "Sailors wave from a pier in Port Lena, May 3, 2025.";
  const credit = "(credit: ORLA LIND/CNA (COAST NEWS AGENCY) VIA HARBOUR PRESS)";
  const one = await read(`${PROSE[0]} ${PROSE[1]} ${caption} ${credit} ${PROSE[2]}`);
  expect(one.text).toBe(`${PROSE[0]} ${PROSE[1]}\n${PROSE[2]}`);
});
