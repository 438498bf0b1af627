import type { Doc } from "../../model/doc.ts";
import { childOf, childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import { mention, partyAt, type Scene, wordAfter } from "./scene.ts";

/** Sentences at an article's head in which it may say who issued it. */
const OPENING = 4;

/**
 * Who issued an article that is a statement or a communiqué: the party that one of its first sentences says, in the present tense, to inform, condemn or
 * welcome. Reporters tell in the past tense what others declared. Null for any other text.
 */
export function issuerOf({ words, cast, mentions }: Scene): Party | null {
  const { doc } = words;
  for (const sentence of doc.sentences.slice(0, OPENING)) {
    const verb = rootOf(doc, sentence.first, sentence.end);
    if (verb < 0 || !/^VB[ZP]$/.test(doc.xpos[verb] ?? "") || childrenOf(doc, verb, "aux").length > 0) continue;
    if (!cast.lexicon.roles.declaring.has(doc.lemma[verb] ?? "")) continue;
    // "The delegation of X informs": whoever it speaks for.
    const subject = childOf(doc, verb, "nsubj");
    const heads = [subject, ...childrenOf(doc, subject, "nmod")];
    const told = mentions.find((m) => m.form !== "possessive" && heads.some((t) => m.first <= t && t <= m.last));
    const party = told === undefined ? undefined : cast.parties.get(told.actor);
    if (party === undefined || party.kind === "person") continue;
    if (party.kind !== "group") return party;
    if (party.partyOf !== null) return partyAt(cast, party.partyOf);
  }
  return null;
}

function rootOf(doc: Doc, first: number, end: number): number {
  for (let t = first; t < end; t++) if (hasRelation(doc, t, "root")) return t;
  return -1;
}

const OWN = /^(?:we|us|our|ours|ourselves)$/;

/** True for "we", "us" and "our"; "US" is no pronoun. */
export const isOwn = (text: string): boolean => OWN.test(text) || text === "We" || text === "Our";

/** "We" in a statement, outside of what it quotes: who issued it. */
export function resolveOwn(scene: Scene, at: number): void {
  const word = scene.words.list[at]!;
  if (isQuoted(scene.words.doc, word.token)) return;
  const issuer = issuerOf(scene);
  if (issuer === null) return;
  const owned = word.fold === "our" && wordAfter(scene.words.list, at + 1) !== undefined;
  scene.resolved.set(at, issuer);
  mention(scene, issuer, at, at + 1, at, owned ? "possessive" : "pronoun", "pronoun.own");
}

/** True inside quotation marks that were opened in the same paragraph. */
function isQuoted(doc: Doc, token: number): boolean {
  const end = doc.start[token]!;
  const before = doc.text.slice(doc.text.lastIndexOf("\n", end) + 1, end);
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0;
  return count(/"/g) % 2 === 1 || count(/“/g) > count(/”/g);
}
