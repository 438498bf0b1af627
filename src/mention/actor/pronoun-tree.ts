import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Party } from "./cast.ts";
import { blamedFor, keeper, mentionedAt, overWhat, ownerBefore } from "./possessor.ts";
import { type Sort, singular } from "./pronoun-words.ts";
import type { Scene } from "./scene.ts";
import { nearby, speakMany, subjectAbove } from "./unmeant.ts";

/** Who the tree says a pronoun stands for, or null: see the cases inside. */
export function fromTree(scene: Scene, token: number, sort: Sort, possessive: boolean): Party | null {
  const { cast } = scene;
  const { doc } = scene.words;
  const own = possessive ? (doc.head[token] ?? -1) : token;
  const fits = (party: Party | undefined) => {
    if (party === undefined || party.sector === "MED") return null;
    const many = party.plural || party.kind === "movement" || party.kind === "group";
    const gender = singular.get(doc.text.slice(doc.start[token], doc.end[token]).toLowerCase()) ?? "u";
    if (gender !== "u" && party.gender !== "u" && party.gender !== gender) return null;
    if (sort === "they" && speakMany(doc, token)) return party;
    return (sort === "person") === (party.kind === "person") && (sort !== "they" || many) ? party : null;
  };
  // "Iran's ambition and its support": the owner of the noun beside.
  if (possessive && hasRelation(doc, own, "conj")) {
    const owner = childrenOf(doc, doc.head[own]!, "nmod:poss")[0];
    const found = owner === undefined ? undefined : scene.mentions.slice(-nearby).find((m) => m.first <= owner && owner <= m.last);
    if (found !== undefined) return fits(cast.parties.get(found.actor));
  }
  // "criticised X over its plan", "broke off talks with X over its plan": the plan is X's.
  if (possessive && sort === "it") {
    const other = overWhat(scene, token, own);
    const found = other < 0 ? null : fits(mentionedAt(scene, other));
    if (found !== null) return found;
  }
  // "Talks between X and his counterparts": X's.
  const beside =
    possessive && lowerAt(doc, token - 1) === "and" ? scene.mentions.slice(-nearby).find((m) => m.last === token - 2) : undefined;
  const companion = beside === undefined || beside.form === "possessive" ? null : fits(cast.parties.get(beside.actor));
  if (companion !== null) return companion;
  const sameOwner = possessive ? ownerBefore(scene, token) : null;
  if (sameOwner !== null) return fits(sameOwner);
  const blamed = possessive && sort === "it" ? blamedFor(scene, own) : -1;
  if (blamed >= 0) {
    const found = fits(mentionedAt(scene, blamed));
    if (found !== null) return found;
  }
  // "Not to provoke X, in order to keep him from it": who is kept from it is the one above.
  const aim = doc.head[token] ?? -1;
  if (sort === "person" && !possessive && hasRelation(doc, token, "obj") && hasRelation(doc, aim, "advcl") && doc.xpos[aim] === "VB") {
    const above = childrenOf(doc, doc.head[aim]!, "obj").find((o) => o < aim);
    const found = above === undefined ? null : fits(mentionedAt(scene, above));
    if (found !== null) return found;
  }
  const kept = possessive && sort !== "person" ? keeper(scene, token, own) : null;
  if (kept !== null && fits(kept) !== null) return kept;
  let verb = doc.head[own] ?? -1;
  // "Russia said that its forces", "Iran said it would": the subject of a clause under a verb of speech.
  const subject = subjectAbove(doc, own);
  if (subject >= 0) {
    if (subject > token) return null;
    // "Walsh's office said he": the person whose office it is.
    const whose = sort === "person" ? childrenOf(doc, subject, "nmod:poss")[0] : undefined;
    const owner =
      whose === undefined
        ? undefined
        : scene.mentions.slice(-nearby).find((m) => m.first <= whose && whose <= m.last && m.form === "possessive");
    return fits(mentionedAt(scene, subject)) ?? (owner === undefined ? null : fits(cast.parties.get(owner.actor)));
  }
  while (verb >= 0 && doc.upos[verb] !== "VERB") verb = doc.head[verb] ?? -1;
  const above = verb < 0 ? -1 : (doc.head[verb] ?? -1);
  // "Accused X of breaking its word", "urged X to free its prisoners": the object above does the act.
  if (!possessive || above < 0 || !hasRelation(doc, verb, "advcl", "xcomp", "acl") || !/^VBG?$/.test(doc.xpos[verb] ?? "")) return null;
  if (doc.xpos[verb] === "VBG" && !casesOf(doc, verb).some((mark) => /^(?:of|for|from)$/.test(mark))) return null;
  const object = childrenOf(doc, above, "obj", "iobj").find((o) => o < token);
  return object === undefined ? null : fits(mentionedAt(scene, object));
}
