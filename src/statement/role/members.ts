import type { Participant } from "../../model/index.ts";
import { casesOf, childrenOf, hasRelation, lowerAt } from "../../syntax/tree.ts";
import type { Scene } from "../read.ts";
import type { RoleRule } from "./sides.ts";

const PART = new Set(["some", "many", "most", "several", "few", "these", "those", "either", "neither", "one"]);

/** "critical of Greens who doubt it", "many Greens", "either of the Greens": some members of a party are not the party. */
export const byMembers: RoleRule = (scene, _act, _move, sides) => ({
  ...sides,
  recipients: sides.recipients.filter((one) => !isOfMembers(scene, one)),
});

function isOfMembers({ doc, mentions, actors }: Scene, one: Participant): boolean {
  const mention = mentions.find((m) => m.start === one.start && m.actor === one.actor && m.form === "name");
  if (mention === undefined || actors.get(one.actor)?.sector !== "PTY" || !/^NNP?S$/.test(doc.xpos[mention.head] ?? "")) return false;
  const { head } = mention;
  const kinds = childrenOf(doc, head, "amod", "compound").filter((c) => c < head && /^\p{Ll}/u.test(doc.text.slice(doc.start[c])));
  const clause = childrenOf(doc, head, "acl").some((c) => c > head && doc.relation[c] === "acl:relcl") && lowerAt(doc, head + 1) !== ",";
  const picked = hasRelation(doc, head, "nmod") && casesOf(doc, head).includes("of") && PART.has(doc.lemma[doc.head[head] ?? -1] ?? "");
  return kinds.length > 0 || clause || picked || childrenOf(doc, head, "det").some((d) => PART.has(lowerAt(doc, d)));
}
