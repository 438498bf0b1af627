/** A name's word for comparing: lower case, no diacritics, no full stops or apostrophes ("U.S." → "us", "Sana'a" → "sanaa"). */
export function foldWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\u0300-\u036f.'’‘ʼʿʾ`]/g, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/ß/g, "ss");
}

/** The words of a name, split at white space, hyphens, slashes, apostrophes and brackets: "al-Qaeda" → ["al", "Qaeda"]. */
export function splitName(name: string): readonly string[] {
  return name.split(/[\s\-–‑/,()'’‘`&]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The folded words of a name joined by spaces: equal for "Al-Qaeda" and "al Qaeda". */
export function foldName(name: string): string {
  return splitName(name).map(foldWord).join(" ");
}
