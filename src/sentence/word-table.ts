/** The row a word has in some list, asked for word by word. */
export interface WordRows {
  get(word: string): number | undefined;
  has(word: string): boolean;
}

const NEWLINE = 10;
const EMPTY = -1;
/** FNV-1a, 32 bits wide. */
const BASIS = 2166136261;
const PRIME = 16777619;

/**
 * The rows of the words of a list. The words stay the bytes of the file, in a hash table with open addressing: to make a string of each would take most
 * of the time that loading the core takes.
 */
export class WordTable implements WordRows {
  private readonly bytes: Uint8Array;
  private readonly first: number;
  /** Where each word starts, and where one after the last would. */
  private readonly starts: Int32Array;
  private readonly slots: Int32Array;
  private readonly key: Uint8Array;
  private readonly encoder = new TextEncoder();

  /** `bytes` are `count` words in UTF-8 with a newline between them, none twice; the first has the row `first`. Throws RangeError where they are more or fewer. */
  constructor(bytes: Uint8Array, count: number, first: number) {
    this.bytes = bytes;
    this.first = first;
    this.starts = new Int32Array(count + 1);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(count * 2 + 1))).fill(EMPTY);
    let word = 0;
    let longest = 0;
    let hash = BASIS;
    for (let i = 0; i <= bytes.length; i++) {
      if (i < bytes.length && bytes[i] !== NEWLINE) {
        hash = Math.imul(hash ^ bytes[i]!, PRIME);
        continue;
      }
      if (word >= count) throw new RangeError(`the model file lists more than the ${count} words that were to be`);
      this.slots[this.freeSlot(hash)] = word;
      longest = Math.max(longest, i - this.starts[word]!);
      this.starts[++word] = i + 1;
      hash = BASIS;
    }
    if (word < count) throw new RangeError(`the model file lists ${word} words where ${count} were to be`);
    this.key = new Uint8Array(longest);
  }

  get(word: string): number | undefined {
    const { read, written } = this.encoder.encodeInto(word, this.key);
    if (read < word.length) return undefined;
    let hash = BASIS;
    for (let i = 0; i < written; i++) hash = Math.imul(hash ^ this.key[i]!, PRIME);
    for (let slot = this.home(hash); this.slots[slot] !== EMPTY; slot = this.next(slot))
      if (this.isKey(this.slots[slot]!, written)) return this.first + this.slots[slot]!;
    return undefined;
  }

  has(word: string): boolean {
    return this.get(word) !== undefined;
  }

  private freeSlot(hash: number): number {
    let slot = this.home(hash);
    while (this.slots[slot] !== EMPTY) slot = this.next(slot);
    return slot;
  }

  private home(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.slots.length - 1);
  }

  private next(slot: number): number {
    return (slot + 1) & (this.slots.length - 1);
  }

  private isKey(word: number, length: number): boolean {
    const from = this.starts[word]!;
    if (this.starts[word + 1]! - 1 - from !== length) return false;
    for (let i = 0; i < length; i++) if (this.bytes[from + i] !== this.key[i]) return false;
    return true;
  }
}
