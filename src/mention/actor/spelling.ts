/** Letters that transliterations write in several ways, folded to one. */
function soundOf(word: string): string {
  return word
    .replace(/kh/g, "h")
    .replace(/gh/g, "g")
    .replace(/ph/g, "f")
    .replace(/tch|tsch/g, "ch")
    .replace(/dzh|dj/g, "j")
    .replace(/ck|q/g, "k")
    .replace(/c(?=[aou])/g, "k")
    .replace(/ou|oo|o/g, "u")
    .replace(/ee|ie|ei|ey|iy|yy|y|e/g, "i")
    .replace(/w/g, "v")
    .replace(/x/g, "ks")
    .replace(/z/g, "s")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=.{2})h$/g, "");
}

/** Edit distance (Levenshtein) of two words, no more than `most` + 1. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** How alike two folded words are spelled: "same", "sound" (one transliteration), "near" (one slip in five letters, two in nine), or null. */
export function sameSpelling(a: string, b: string): "same" | "sound" | "near" | null {
  if (a === b) return "same";
  const [x, y] = [soundOf(a), soundOf(b)];
  if (x === y) return "sound";
  if (a[0] !== b[0] && x[0] !== y[0]) return null;
  const length = Math.min(a.length, b.length);
  const most = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return most > 0 && distance(x, y, most) <= most ? "near" : null;
}

/** A key shared by every word that may be spelled alike: its first sound. */
sameSpelling.key = (word: string): string => soundOf(word)[0] ?? "";

/** Names that are called alike: the first three letters or a listed short form. */
function sameGiven(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (sameSpelling(a, b) !== null) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short);
}

/**
 * Whether two names (folded words) are one person's, and by which rule; null where they are not, or where that is not sure.
 * `shared`: both hold a role for the same party; `apart`: their roles are for different parties; `oneArticle`: one article uses both.
 */
export function samePerson(
  a: readonly string[],
  b: readonly string[],
  context: { readonly shared: boolean; readonly apart: boolean; readonly oneArticle: boolean },
): string | null {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length === 1) return sameSingle(long, short[0]!, context);
  if (long.join(" ") === short.join(" ")) return "same name";
  const family = sameSpelling(long.at(-1)!, short.at(-1)!);
  const given = sameSpelling(long[0]!, short[0]!);
  if (family === null) return null;
  if (long.length === short.length) {
    const parts = long.map((word, i) => sameSpelling(word, short[i]!));
    if (parts.some((part) => part === null))
      return family === "same" && sameGiven(long[0]!, short[0]!) && context.shared && long.length === 2
        ? "short given name, same role"
        : null;
    const loose = parts.filter((part) => part === "near").length;
    if (loose === 0) return "transliteration";
    if (loose === 1 && (given === "same" || context.shared) && !(context.apart && family === "near")) return "spelling";
    return loose > 1 && context.shared ? "spelling, same role" : null;
  }
  // A middle name or a part left out: first and last agree.
  if (family !== "near" && given !== null && given !== "near") return "middle name left out";
  const inner = long.slice(-short.length);
  if (inner.every((word, i) => sameSpelling(word, short[i]!) !== null) && !context.apart) return "first name left out";
  return family === "same" && context.shared && sameGiven(long[0]!, short[0]!) ? "short given name, same role" : null;
}

function sameSingle(long: readonly string[], word: string, context: { readonly apart: boolean }): string | null {
  if (context.apart) return null;
  const family = sameSpelling(long.at(-1)!, word);
  if (long.length === 1) return family === "same" ? "same name" : family === "sound" ? "transliteration" : null;
  if (family === "same") return "surname";
  return family === "sound" || (family === "near" && word.length >= 6) ? "surname, spelling" : null;
}
