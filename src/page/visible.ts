import type { SourcePiece } from "../model/page.ts";
import type { Span } from "../model/span.ts";

/** The few things of a DOM node that are read here; linkedom's nodes have them. */
export interface DomNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly data?: string;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly childNodes?: ArrayLike<DomNode>;
}

/** A page's visible text and where each text node of its DOM stands in it. */
export interface VisibleText {
  readonly text: string;
  readonly spans: ReadonlyMap<DomNode, Span>;
  readonly pieces: readonly SourcePiece[];
}

const names = (list: string) => new Set(list.split(" "));
/** Elements whose content is never shown as text. */
const UNSEEN = names("script style noscript template svg math head iframe object embed canvas audio video map select datalist textarea");
/** Elements that begin and end a line. */
export const BLOCKS: ReadonlySet<string> = names(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody tfoot thead title tr ul",
);

/**
 * The text a reader sees, a line per block, runs of white space written as one blank. `origins` are the source ranges of all text
 * nodes of the document in order, as the tokenizer met them.
 */
export function readVisible(root: DomNode, origins: readonly Span[]): VisibleText {
  const parts: string[] = [];
  const spans = new Map<DomNode, Span>();
  const pieces: SourcePiece[] = [];
  let length = 0;
  let breaks = 0;
  let space = false;
  let seen = -1;
  const write = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const readText = (node: DomNode, path: string, hidden: boolean) => {
    seen += 1;
    const data = node.data ?? "";
    const flat = hidden ? "" : data.replace(/[ \t\r\n\f]+/g, " ");
    const trimmed = flat.trim() === "" && !/\u00a0/.test(flat) ? "" : flat.replace(/^ | $/g, "");
    if (trimmed === "") {
      if (flat !== "") space = true;
      return;
    }
    if (length > 0 && breaks > 0) write(breaks > 1 ? "\n\n" : "\n");
    else if (length > 0 && (space || flat.startsWith(" "))) write(" ");
    breaks = 0;
    space = flat.endsWith(" ");
    const span = { start: length, end: length + trimmed.length };
    write(trimmed);
    spans.set(node, span);
    const origin = origins[seen];
    if (origin) pieces.push({ ...span, sourceStart: origin.start, sourceEnd: origin.end, element: path });
  };
  // Without recursion: the depth is the page's to choose.
  const stack: { node: DomNode; path: string; hidden: boolean; leave: boolean; counts: Map<string, number> }[] = [
    { node: root, path: "", hidden: false, leave: false, counts: new Map() },
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, path, hidden } = top;
    if (top.leave) {
      breaks = Math.max(breaks, 1);
      continue;
    }
    if (node.nodeType === 3 || node.nodeType === 4) readText(node, path, hidden);
    else if (node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11) {
      const name = node.localName ?? "";
      if (name === "br") breaks += 1;
      // Cells of a row stand beside each other.
      if (name === "td" || name === "th") space = true;
      const block = BLOCKS.has(name);
      if (block) breaks = Math.max(breaks, 1);
      if (block) stack.push({ ...top, leave: true });
      const counts = new Map<string, number>();
      const children: typeof stack = [];
      for (const child of childrenOf(node)) {
        children.push({ node: child, path: childPath(path, child, counts), hidden: hidden || UNSEEN.has(name), leave: false, counts });
      }
      for (let i = children.length - 1; i >= 0; i -= 1) stack.push(children[i]!);
    }
  }
  return { text: parts.join(""), spans, pieces };
}

function* childrenOf(node: DomNode): Generator<DomNode> {
  // linkedom's doctype knows no next sibling, so a document's children are counted instead.
  if (node.nodeType === 9) yield* Array.from(node.childNodes ?? []);
  else for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

function childPath(path: string, child: DomNode, counts: Map<string, number>): string {
  if (child.nodeType !== 1) return path;
  const name = child.localName ?? "";
  const n = (counts.get(name) ?? 0) + 1;
  counts.set(name, n);
  return `${path}${path === "" ? "" : "/"}${name}${n > 1 ? `[${n}]` : ""}`;
}
