import { Kernel, type Matrix } from "./kernel.ts";
import { type Lemmas, readLemmas } from "./lemma.ts";
import { type ByteTable, type ModelFile, openModel, widen } from "./model-file.ts";
import { readTokenWords, type TokenWords } from "./token-words.ts";
import { type WordRows, WordTable } from "./word-table.ts";

/** One direction of one LSTM layer. */
export interface Direction {
  readonly input: Matrix;
  readonly state: Matrix;
}

/** The trained language core, in memory (about 25 MB). Holds a workspace: one reading at a time. */
export interface Core {
  readonly kernel: Kernel;
  readonly hidden: number;
  readonly tags: readonly { readonly upos: string; readonly xpos: string }[];
  readonly relations: readonly string[];
  readonly nameLabels: readonly string[];
  readonly temperature: { readonly head: number; readonly name: number };
  readonly vectors: { readonly index: WordRows; readonly table: ByteTable };
  readonly words: { readonly index: WordRows; readonly table: ByteTable };
  readonly hashed: readonly ByteTable[];
  readonly hashedRows: readonly number[];
  /** Floats of one token's features: the width of all tables together. */
  readonly inputSize: number;
  readonly layers: readonly { readonly forward: Direction; readonly backward: Direction }[];
  readonly heads: Heads;
  readonly tokens: TokenWords;
  readonly lemmas: Lemmas;
  /** Weights of the sentence splitter, or undefined where the file has none. */
  readonly splitter: Float32Array | undefined;
}

/** The layers above the encoder. */
export interface Heads {
  readonly tags: Matrix;
  readonly names1: Matrix;
  readonly names2: Matrix;
  readonly arcDependent: Matrix;
  readonly arcHead: Matrix;
  readonly arcWeight: Matrix;
  readonly arcRoot: Float32Array;
  readonly arcDistance: Float32Array;
  readonly distances: readonly number[];
  readonly labelDependent: Matrix;
  readonly labelHead: Matrix;
  readonly labelRoot: Float32Array;
  readonly labels: Matrix;
}

/** Reads the model file data/core.bin, given its bytes. Throws RangeError when they are no model file or damaged. */
export function loadCore(bytes: Uint8Array): Core {
  const file = openModel(bytes);
  const { header } = file;
  const kernel = new Kernel();
  const matrix = (name: string, bias?: Float32Array): Matrix => {
    const table = file.table(name);
    return kernel.matrix(table, table.rows, table.width, bias);
  };
  const layer = (name: string) => ({ forward: direction(name, "forward"), backward: direction(name, "backward") });
  const direction = (name: string, way: string): Direction => ({
    input: matrix(`${name}.${way}.input`, file.floats(`${name}.${way}.bias`)),
    state: matrix(`${name}.${way}.state`),
  });
  const lookup = (table: ByteTable, words: string, first: number) => ({
    index: new WordTable(file.bytes(words), table.rows - first, first),
    table,
  });
  const vectors = lookup(file.table("vectors"), "vectorWords", 0);
  const words = lookup(file.table("words"), "wordList", 1);
  const hashed = header.hashedRows.map((_, i) => file.table(`hashed${i}`));
  const core: Core = {
    kernel,
    hidden: header.hidden,
    tags: header.tags.map(splitTag),
    relations: header.relations,
    nameLabels: header.names,
    temperature: header.temperature,
    vectors,
    words,
    hashed,
    hashedRows: header.hashedRows,
    inputSize: vectors.table.width + words.table.width + hashed.reduce((sum, table) => sum + table.width, 0),
    layers: [layer("lstm1"), layer("lstm2")],
    heads: readHeads(file, matrix),
    tokens: readTokenWords(file.text("tokens")),
    lemmas: readLemmas(file.text("lemmas"), vectors.index),
    splitter: header.tensors["splitter"] ? widen(file.table("splitter")) : undefined,
  };
  kernel.keep();
  return core;
}

function splitTag(tag: string): { upos: string; xpos: string } {
  const bar = tag.indexOf("|");
  return { upos: tag.slice(0, bar), xpos: tag.slice(bar + 1) };
}

function readHeads(file: ModelFile, matrix: (name: string, bias?: Float32Array) => Matrix): Heads {
  const biased = (name: string): Matrix => matrix(name, file.floats(`${name}.bias`));
  return {
    tags: biased("tags"),
    names1: biased("names1"),
    names2: biased("names2"),
    arcDependent: biased("arc_dependent"),
    arcHead: biased("arc_head"),
    arcWeight: biased("arc_weight"),
    arcRoot: file.floats("arc_root"),
    arcDistance: file.floats("arc_distance"),
    distances: file.header.distances,
    labelDependent: biased("label_dependent"),
    labelHead: matrix("label_head"),
    labelRoot: file.floats("label_root"),
    labels: biased("labels"),
  };
}
