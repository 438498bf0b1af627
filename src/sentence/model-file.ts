/** What the header says of one tensor. `i8` tensors carry one f32 scale a row, at `scales`. Offsets count from the end of the header. */
interface TensorEntry {
  readonly kind: "i8" | "f32" | "text";
  readonly shape: readonly number[];
  readonly at: number;
  readonly bytes: number;
  readonly scales?: number;
}

/** The header of data/core.bin; `manifest` and `scores` are for readers, not for the code. */
export interface ModelHeader {
  readonly version: number;
  readonly hidden: number;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly names: readonly string[];
  readonly hashedRows: readonly number[];
  readonly distances: readonly number[];
  readonly temperature: { readonly head: number; readonly name: number };
  readonly checksum: number;
  readonly tensors: Readonly<Record<string, TensorEntry>>;
  readonly manifest: unknown;
  readonly scores: unknown;
}

/** A table of bytes with one scale a row: value = byte × scale. */
export interface ByteTable {
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
  readonly rows: number;
  readonly width: number;
}

/** The model file, opened. */
export interface ModelFile {
  readonly header: ModelHeader;
  table(name: string): ByteTable;
  floats(name: string): Float32Array;
  bytes(name: string): Uint8Array;
  text(name: string): string;
}

const MAGIC = "DMRC";
const VERSION = 1;

/**
 * Opens a model file: magic "DMRC", u32 version, u32 header length, JSON header, blobs (16-byte aligned, little-endian).
 * Throws RangeError when the bytes are no such file, of another version, or damaged.
 */
export function openModel(bytes: Uint8Array): ModelFile {
  if (bytes.byteLength < 12 || String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) throw new RangeError("not a Demarche model file");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(4, true) !== VERSION)
    throw new RangeError(`model file of version ${view.getUint32(4, true)}; this program reads ${VERSION}`);
  const headerEnd = 12 + view.getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, headerEnd))) as ModelHeader;
  // One copy, so that every blob is aligned whatever buffer the file was read into.
  const blobs = new Uint8Array(bytes.subarray((headerEnd + 15) & ~15)).buffer;
  if (checksum(new Int32Array(blobs, 0, blobs.byteLength >> 2)) !== header.checksum)
    throw new RangeError("the model file is damaged: its checksum does not fit");
  const entry = (name: string): TensorEntry => {
    const found = header.tensors[name];
    if (!found) throw new RangeError(`the model file has no tensor ${name}`);
    return found;
  };
  return {
    header,
    table(name) {
      const { at, shape, bytes: size, scales } = entry(name);
      const rows = shape[0] as number;
      return { bytes: new Int8Array(blobs, at, size), scales: new Float32Array(blobs, scales as number, rows), rows, width: size / rows };
    },
    floats: (name) => new Float32Array(blobs, entry(name).at, entry(name).bytes >> 2),
    bytes: (name) => new Uint8Array(blobs, entry(name).at, entry(name).bytes),
    text: (name) => new TextDecoder().decode(new Uint8Array(blobs, entry(name).at, entry(name).bytes)),
  };
}

/** FNV-like sum over 32-bit words. */
function checksum(words: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ (words[i] as number), 16777619) + i;
  return sum >>> 0;
}

/** A byte table as floats. */
export function widen(table: ByteTable): Float32Array {
  const out = new Float32Array(table.rows * table.width);
  for (let row = 0, at = 0; row < table.rows; row++) {
    const scale = table.scales[row] as number;
    for (let i = 0; i < table.width; i++, at++) out[at] = (table.bytes[at] as number) * scale;
  }
  return out;
}
