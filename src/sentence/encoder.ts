import type { Core, Direction } from "./core.ts";
import { featuresOf } from "./features.ts";
import type { ByteTable } from "./model-file.ts";

/** The forms of one sentence, as they stand in the text. */
export type Forms = readonly string[];

/** Where the encoder left a batch in the kernel's memory: row of token t of sentence s is `first(t) + rank(s)`. */
export interface Encoded {
  /** Byte address of the states: `2 × hidden` floats a row. */
  readonly states: number;
  readonly rows: number;
  /** Row of token t of sentence s (as numbered in the batch given). */
  row(sentence: number, token: number): number;
}

const rowsOfForm = new WeakMap<Core, Map<string, readonly number[]>>();
const FORMS_KEPT = 50_000;

/** Runs the encoder over a batch of sentences. The result does not depend on which sentences share the batch. */
export function encode(batch: readonly Forms[], core: Core): Encoded {
  const { kernel, hidden } = core;
  kernel.reset();
  const order = batch.map((_, i) => i).sort((a, b) => batch[b]!.length - batch[a]!.length || a - b);
  const rank = new Int32Array(batch.length);
  order.forEach((sentence, position) => {
    rank[sentence] = position;
  });
  const longest = batch[order[0] ?? 0]?.length ?? 0;
  const firsts = new Int32Array(longest + 1);
  for (let t = 0, row = 0, active = batch.length; t < longest; t++) {
    while (active > 0 && batch[order[active - 1]!]!.length <= t) active--;
    row += active;
    firsts[t + 1] = row;
  }
  const rows = firsts[longest] ?? 0;
  const steps = kernel.take(longest + 2);
  new Int32Array(kernel.call.memory.buffer, steps, longest + 1).set(firsts);
  const numbers = new Map<string, number>();
  const numberOf = new Int32Array(rows);
  batch.forEach((forms, s) => {
    forms.forEach((form, t) => {
      const number = numbers.get(form) ?? numbers.size;
      numbers.set(form, number);
      numberOf[firsts[t]! + rank[s]!] = number;
    });
  });
  const input = kernel.take(numbers.size * core.inputSize);
  for (const [form, number] of numbers) embed(form, core, (input >> 2) + number * core.inputSize);
  let states = input;
  let width = core.inputSize;
  for (const layer of core.layers) {
    const out = kernel.take(rows * 2 * hidden);
    const cell = kernel.take(batch.length * hidden);
    run(layer.forward, out, 0);
    run(layer.backward, out + hidden * 4, 1);
    function run(direction: Direction, to: number, backwards: number): void {
      // A form's share of the gates is the same wherever it stands.
      const gates =
        states === input
          ? spread(core, kernel.product(input, width, numbers.size, direction.input), numberOf)
          : kernel.product(states, width, rows, direction.input);
      const { at, scales } = direction.state;
      const scratch = kernel.scratch(batch.length, hidden);
      kernel.call.lstm(gates, at, scales, cell, to, 2 * hidden, hidden, steps, longest, backwards, scratch);
    }
    states = out;
    width = 2 * hidden;
  }
  return { states, rows, row: (sentence, token) => firsts[token]! + rank[sentence]! };
}

/** A block with the gates of the form of every row, given one row a form. */
function spread({ kernel, hidden }: Core, ofForms: number, numberOf: Int32Array): number {
  const width = 4 * hidden;
  const gates = kernel.take(numberOf.length * width);
  const floats = kernel.floats;
  numberOf.forEach((number, row) => {
    const from = (ofForms >> 2) + number * width;
    floats.copyWithin((gates >> 2) + row * width, from, from + width);
  });
  return gates;
}

/** Writes the features of a form at `to` (an index into the kernel's floats). */
function embed(form: string, core: Core, to: number): void {
  const floats = core.kernel.floats;
  const rows = tableRows(form, core);
  const vector = rows[0]!;
  if (vector < 0) floats.fill(0, to, to + core.vectors.table.width);
  else copyRow(core.vectors.table, vector, floats, to);
  let at = to + core.vectors.table.width;
  copyRow(core.words.table, rows[1]!, floats, at);
  at += core.words.table.width;
  for (let kind = 0; kind < core.hashed.length; kind++) {
    const table = core.hashed[kind]!;
    copyRow(table, rows[kind + 2]!, floats, at);
    at += table.width;
  }
}

function copyRow(table: ByteTable, row: number, floats: Float32Array, to: number): void {
  const { width, bytes } = table;
  const scale = table.scales[row]!;
  const from = row * width;
  for (let i = 0; i < width; i++) floats[to + i] = bytes[from + i]! * scale;
}

/** Rows of a form in all tables; -1 where the vectors do not know it. Forms repeat, so the rows are remembered. */
function tableRows(form: string, core: Core): readonly number[] {
  let known = rowsOfForm.get(core);
  if (!known || known.size > FORMS_KEPT) {
    known = new Map();
    rowsOfForm.set(core, known);
  }
  const remembered = known.get(form);
  if (remembered) return remembered;
  const { vectorKey, wordKey, hashed } = featuresOf(form, core.hashedRows);
  const rows = [core.vectors.index.get(vectorKey) ?? -1, core.words.index.get(wordKey) ?? 0, ...hashed];
  known.set(form, rows);
  return rows;
}
