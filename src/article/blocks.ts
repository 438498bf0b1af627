import type { PageLexicon } from "../lexicon/pages.ts";
import type { MarkupBlock, PageReading, Removed } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { containment, readWords, shingle } from "../text/shingle.ts";
import { isName } from "./byline.ts";
import { beginsWith, endsAsSentence, isCredit, type Line, lineKey, readLines } from "./lines.ts";

export interface CleanBody {
  readonly body: readonly Span[];
  readonly removed: readonly Removed[];
  readonly standfirst: string | null;
}

interface Block extends MarkupBlock {
  readonly line: Line;
}

/** Words a block of links alone may have, and a paragraph has at least. */
const LINK_WORDS = 30;
const PROSE_WORDS = 25;
/** Below this share of the words the page's own metadata claims, the claim finds the body instead. */
const CLAIM_COVERED = 0.75;

/** Takes out of the blocks of a body what is no prose: link lists, credits, stamps, bylines, calls to read on. Each is kept with its rule. */
export function cleanBlocks(reading: PageReading, lexicon: PageLexicon, part: readonly MarkupBlock[] | null = null): CleanBody {
  const { page, markup, metadata } = reading;
  const blocks = readBlocks(page.text, part ?? claimedBlocks(reading) ?? markup?.body ?? [], lexicon);
  const rules: (string | null)[] = blocks.map((block) => judge(block, lexicon));
  dropEchoes(blocks, rules, [metadata.headline?.value, metadata.publisher?.value]);
  dropLists(blocks, rules);
  dropEdges(blocks, rules, metadata.byline?.name ?? null, lexicon);
  const standfirst = dropStandfirst(blocks, rules, metadata.standfirst?.value ?? null);
  const kindOf = (rule: string): Removed["kind"] =>
    rule === "block/credit" ? "credit" : rule === "block/caption" ? "caption" : "boilerplate";
  return {
    body: blocks.filter((_, i) => rules[i] === null).map(({ start, end }) => ({ start, end })),
    removed: blocks.flatMap(({ start, end }, i) => (rules[i] ? [{ start, end, kind: kindOf(rules[i]), rule: rules[i] }] : [])),
    standfirst,
  };
}

function readBlocks(text: string, blocks: readonly MarkupBlock[], lexicon: PageLexicon): readonly Block[] {
  return blocks.flatMap((block) => {
    const line = readLines(text.slice(block.start, block.end).replace(/\n/g, " "), lexicon)[0];
    return line ? [{ ...block, line }] : [];
  });
}

/** What a block shows by itself. */
function judge(block: Block, lexicon: PageLexicon): string | null {
  const { line } = block;
  const heading = /^h[1-6]$/.test(block.name);
  if (line.kind === "stamp" && line.words > 0) return "block/stamp";
  if (line.kind === "furniture") return "block/furniture";
  if (line.kind === "byline") return "block/byline";
  if (line.kind === "credit" && !heading) return "block/credit";
  if (isCredit(line.text, line.words, lexicon) && !heading) return "block/credit";
  const linked = block.linked / Math.max(1, block.end - block.start);
  if (!heading && linked > 0.8 && line.words < LINK_WORDS && !(endsAsSentence(line.text) && linked < 0.95)) return "block/links";
  return null;
}

/** The headline or the outlet told again before the prose. */
function dropEchoes(blocks: readonly Block[], rules: (string | null)[], names: readonly (string | undefined)[]): void {
  const keys = names.flatMap((name) => (name ? [lineKey(name)] : []));
  for (const [i, block] of blocks.entries()) {
    if (block.line.words >= PROSE_WORDS && rules[i] === null) break;
    const key = lineKey(block.line.text);
    if (keys.some((name) => name === key || (block.name === "h1" && key.length > 12) || (name.startsWith(key) && key.length > 20)))
      rules[i] ??= "block/echo";
  }
}

/** A heading over other items goes with the short or linked blocks under it, and with all that follows where no prose does. */
function dropLists(blocks: readonly Block[], rules: (string | null)[]): void {
  const lastProse = blocks.findLastIndex((one) => one.line.words >= PROSE_WORDS && one.linked * 2 < one.end - one.start);
  for (const [i, block] of blocks.entries()) {
    if (block.line.kind !== "more" || rules[i] === "block/listed") continue;
    rules[i] = "block/more";
    const ends = lastProse <= i;
    for (let k = i + 1; k < blocks.length; k += 1) {
      const other = blocks[k]!;
      const listed =
        other.linked * 2 > other.end - other.start || (ends && other.line.words < PROSE_WORDS && !endsAsSentence(other.line.text));
      if (!listed && rules[k] === null) break;
      rules[k] ??= "block/listed";
    }
  }
}

/** Bylines, roles and stamps over the first paragraph; calls, notes on the author and leftovers under the last. */
function dropEdges(blocks: readonly Block[], rules: (string | null)[], author: string | null, lexicon: PageLexicon): void {
  const isProse = (i: number) => rules[i] === null && (blocks[i]!.line.kind === "body" || blocks[i]!.line.words >= PROSE_WORDS);
  const first = blocks.findIndex((_, i) => isProse(i));
  for (let i = 0; i < first; i += 1) {
    const { line, name } = blocks[i]!;
    const short = line.words <= 4 && !endsAsSentence(line.text) && !/^(?:h[2-6]|tr|td|th)$/.test(name);
    if (rules[i] === null && (short || isName(line.text))) rules[i] = "block/header";
  }
  for (let i = blocks.length - 1; i > first; i -= 1) {
    if (rules[i] !== null) continue;
    const { line, linked, start, end } = blocks[i]!;
    const key = lineKey(line.text);
    const note = line.words <= NOTE_WORDS && lexicon.notes.some((cue) => saysNote(key, cue, line.words));
    const own =
      author !== null &&
      key.startsWith(lineKey(author)) &&
      /\b(?:is|was|writes|covers|has)\b/.test(key.slice(author.length, author.length + 40));
    const bare = line.words <= 5 && line.kind !== "body" && !/^(?:li|tr|td|th|dd|dt)$/.test(blocks[i]!.name) && !endsAsSentence(line.text);
    if (note) rules[i] = "block/note";
    else if (own) rules[i] = "block/author";
    else if (bare || linked * 10 > (end - start) * 9) rules[i] = "block/tail";
    else break;
  }
}

/** Words a note under an article has at most; one that a single word marks is shorter. */
const NOTE_WORDS = 60;
const SHORT_NOTE = 25;

/** A note begins with its cue, or holds a cue of several words ("… contributed to this report"). */
function saysNote(key: string, cue: string, words: number): boolean {
  const several = cue.split(" ").length;
  if (beginsWith(key, cue)) return several > 1 || words <= SHORT_NOTE;
  return several >= 3 && words <= SHORT_NOTE * 2 && key.includes(` ${cue}`);
}

/** A summary over the text, where it is not itself a paragraph of it: told in the metadata and set in an element of its own. */
function dropStandfirst(blocks: readonly Block[], rules: (string | null)[], told: string | null): string | null {
  if (!told) return null;
  const key = lineKey(told);
  const at = rules.indexOf(null);
  const block = blocks[at];
  if (!block || block.name === "p" || lineKey(block.line.text) !== key || blocks.length < 4) return null;
  rules[at] = "block/standfirst";
  return block.line.text;
}

/** The page's own metadata holds the article's words: where the blocks found cover too little of them, every line they hold is taken. */
function claimedBlocks(reading: PageReading): readonly MarkupBlock[] | null {
  const { page, markup } = reading;
  const claimed = markup?.claimed;
  if (!markup || !claimed || claimed.length < 400) return null;
  const want = new Set(shingle(readWords(claimed)));
  const got = new Set(markup.body.flatMap((block) => [...shingle(readWords(page.text.slice(block.start, block.end)))]));
  let covered = 0;
  for (const hash of want) if (got.has(hash)) covered += 1;
  if (covered >= want.size * CLAIM_COVERED) return null;
  const blocks: MarkupBlock[] = [];
  let from = 0;
  for (const line of page.text.split("\n")) {
    const words = readWords(line);
    const held = new Set(shingle(words));
    if (words.hashes.length >= 4 && held.size <= want.size && containment(held, want) >= 0.8)
      blocks.push({ start: from, end: from + line.length, name: "p", linked: 0 });
    from += line.length + 1;
  }
  const length = blocks.reduce((sum, block) => sum + block.end - block.start, 0);
  return length * 4 >= claimed.length * 3 ? blocks : null;
}
