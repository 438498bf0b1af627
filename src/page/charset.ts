/** Text out of bytes, and how sure that is. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name. */
  readonly charset: string;
  readonly basis: "bom" | "header" | "meta" | "valid" | "guess";
  /** Characters that could not be decoded (U+FFFD in their place). */
  readonly broken: number;
}

/** Where a page may declare its charset: HTML asks for the first 1,024 bytes, real pages are later. */
const META_BYTES = 4096;

/** Decodes bytes by byte order mark, then what the sender says, then what the markup says, then UTF-8 if they are, then a guess. */
export function decodeText(bytes: Uint8Array, said: string | null): Decoded {
  const marked = readMark(bytes);
  if (marked) return decode(bytes, marked, "bom");
  const header = said && known(said);
  // A header that says Latin-1 of bytes that are valid UTF-8 is a server's default, not a fact.
  if (header && !/^(?:windows-1252|iso-8859-1|utf-8)$/.test(header)) return decode(bytes, header, "header");
  const valid = decodeUtf8(bytes);
  if (valid !== null) return { text: valid, charset: "utf-8", basis: "valid", broken: 0 };
  const meta = known(readMeta(bytes) ?? "");
  if (meta && meta !== "utf-8") return decode(bytes, meta, "meta");
  if (header && header !== "utf-8") return decode(bytes, header, "header");
  return decode(bytes, guess(bytes), "guess");
}

/** What windows-1252 has at 0x80–0x9F (WHATWG Encoding). */
const WESTERN =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** True for bytes that are no text: NULs, or more control characters than any text has, in the first 4 KiB. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (head.length === 0 || readMark(bytes)) return false;
  let controls = 0;
  let nuls = 0;
  for (const byte of head) {
    if (byte === 0) nuls += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  }
  if (nuls > 0 && wideOrder(head)) return false;
  return nuls > 0 || controls * 20 > head.length;
}

function decode(bytes: Uint8Array, charset: string, basis: Decoded["basis"]): Decoded {
  const raw = new TextDecoder(charset).decode(bytes);
  // Node before 24 decodes windows-1252 as Latin-1 and leaves its quotes and dashes as control characters.
  const text = charset === "windows-1252" ? raw.replace(/[\u0080-\u009f]/g, (c) => WESTERN[c.charCodeAt(0) - 0x80] ?? c) : raw;
  let broken = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) broken += 1;
  return { text, charset, basis, broken };
}

function readMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function readMeta(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, META_BYTES));
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})/i.exec(head)?.[1] ??
    null
  );
}

function known(name: string): string | null {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return null;
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    // A cut at the limit may split the last character, which is then left out.
    return decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** UTF-16 without a mark shows as NULs on every other byte. */
function wideOrder(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i += 1) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd * 3 > head.length && even === 0) return "utf-16le";
  if (even * 3 > head.length && odd === 0) return "utf-16be";
  return null;
}

/** Cyrillic where most high bytes are letters of windows-1251 in runs, else Western. Mostly valid UTF-8 stays UTF-8. */
function guess(bytes: Uint8Array): string {
  const wide = wideOrder(bytes.subarray(0, 4096));
  if (wide) return wide;
  let high = 0;
  let runs = 0;
  let multi = 0;
  for (let i = 0; i < bytes.length && i < 65_536; i += 1) {
    const [byte, next] = [bytes[i]!, bytes[i + 1] ?? 0];
    if (byte < 0x80) continue;
    high += 1;
    if (byte >= 0xc0 && next >= 0xc0) runs += 1;
    if (byte >= 0xc2 && byte < 0xf5 && next >= 0x80 && next < 0xc0) multi += 1;
  }
  if (multi * 3 > high) return "utf-8";
  return runs * 2 > high ? "windows-1251" : "windows-1252";
}
