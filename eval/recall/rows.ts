/** Someone of the gold: a party, or a person or body that belongs to one. */
export interface GoldActor {
  readonly id: string;
  readonly kind: string;
  /** The id of whom it belongs to; empty where to nobody. */
  readonly parent: string;
  readonly names: readonly string[];
}

/** An event or move that a careful reader wrote down of an article; offsets are UTF-16, in the article's page (title, blank line, text). */
export interface GoldRow {
  readonly article: string;
  /** The sentence that tells it. */
  readonly start: number;
  readonly end: number;
  /** Where the clause that tells it begins. */
  readonly at: number;
  readonly types: readonly string[];
  readonly modalities: readonly string[];
  readonly conditional: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Sides that the sentence leaves unsaid. */
  readonly implied: ReadonlySet<string>;
  /** Both sides do it alike. */
  readonly mutual: boolean;
  /** Kinds of speaker that are accepted; none where the actor speaks for itself. */
  readonly speakers: readonly string[];
  /** A reader would surely ask for it; the others only say what may stand. */
  readonly asked: boolean;
  /** The rules were mended on it. */
  readonly read: boolean;
}

const lines = (text: string): readonly string[][] =>
  text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));

const list = (cell: string | undefined): readonly string[] => (cell ? cell.split("|") : []);

/** Reads gold/recall-actors.tsv. */
export function parseActors(text: string): ReadonlyMap<string, GoldActor> {
  return new Map(lines(text).map(([id = "", kind = "", parent = "", names]) => [id, { id, kind, parent, names: list(names) }]));
}

/** Reads gold/recall.tsv. Throws a RangeError where a place is no number. */
export function parseRows(text: string): readonly GoldRow[] {
  return lines(text).map((cells) => {
    const [article = "", start, end, at, types, modalities, condition, from, to, implied, speakers, asked, draw] = cells;
    const [first, last, clause] = [Number(start), Number(end), Number(at)];
    if (!(first <= clause && clause < last)) throw new RangeError(`no place in "${cells.join(" ")}"`);
    const unsaid = new Set(list(implied));
    return {
      ...{ article, start: first, end: last, at: clause, types: list(types), modalities: list(modalities) },
      ...{ conditional: condition === "if", from: list(from), to: list(to), implied: unsaid, mutual: unsaid.has("mutual") },
      ...{ speakers: list(speakers), asked: asked === "asked", read: draw === "read" },
    };
  });
}
