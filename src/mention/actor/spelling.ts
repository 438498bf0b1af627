/** A folded word with the letters that transliterations write in several ways folded to one. */
export function soundOf(word: string): string {
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

/** True when one letter put in, left out or changed makes one word the other. */
function oneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at);
}

/** How alike two folded words are spelled: "same", "sound" (one transliteration), "near" (one slip in five letters or more), or null. */
export function sameSpelling(a: string, b: string): "same" | "sound" | "near" | null {
  if (a === b) return "same";
  const [x, y] = [soundOf(a), soundOf(b)];
  if (x === y) return "sound";
  if (a[0] !== b[0] && x[0] !== y[0]) return null;
  return Math.min(a.length, b.length) >= 5 && oneSlip(x, y) ? "near" : null;
}

/** What the comparing of names knows beside the two names. */
export interface NameContext {
  /** Both hold a role for the same party. */
  readonly shared: boolean;
  /** Their roles are for different parties. */
  readonly apart: boolean;
  /** Folded given name → numbers of the sets of forms it belongs to. */
  readonly shortNames: ReadonlyMap<string, ReadonlySet<number>>;
}

/** True for two given names of one sort: an initial, a listed short form, or two transliterations. */
function sameGiven(a: string, b: string, context: NameContext): boolean {
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const alike = sameSpelling(a, b);
  if (alike === "same" || alike === "sound") return true;
  const sets = context.shortNames.get(a);
  return sets !== undefined && [...(context.shortNames.get(b) ?? [])].some((set) => sets.has(set));
}

/** Whether two names (folded words) are one person's, and by which rule; null where they are not, or where that is not sure. */
export function samePerson(a: readonly string[], b: readonly string[], context: NameContext): string | null {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length === 1) return sameSingle(long, short[0]!, context);
  if (long.join(" ") === short.join(" ")) return "same name";
  const family = sameSpelling(long.at(-1)!, short.at(-1)!);
  if (family === null) return null;
  const given = sameGiven(long[0]!, short[0]!, context);
  if (family !== "near" && given && !context.apart)
    return long.length === short.length ? "spelling of the given name" : "middle name left out";
  const inner = long.slice(-short.length).map((word, i) => sameSpelling(word, short[i]!));
  const loose = inner.filter((part) => part === "near").length;
  if (inner.includes(null)) return null;
  if (loose === 0) return long.length === short.length ? "transliteration" : context.apart ? null : "first name left out";
  if (loose === 1 && (inner[0] === "same" || context.shared) && !context.apart) return "spelling";
  return context.shared ? "spelling, same role" : null;
}

/** A single name and a full one: a surname, where their roles do not tell them apart; a bare given name is nobody's for sure. */
function sameSingle(long: readonly string[], word: string, context: NameContext): string | null {
  if (context.apart) return null;
  const family = sameSpelling(long.at(-1)!, word);
  if (long.length === 1) return family === "same" ? "same name" : family === "sound" ? "transliteration" : null;
  if (family === "same") return "surname";
  return family === "sound" || (family === "near" && word.length >= 6) ? "surname, spelling" : null;
}
