import type { Doc, Participant } from "../model/index.ts";
import { ancestorsOf, hasRelation, subtreeOf } from "../syntax/tree.ts";
import type { Draft } from "./draft.ts";
import type { Scene } from "./read.ts";

/**
 * Least probability of each arc over which an act reaches up to a party. Of the doers below it in news that no rule was made for two in three were
 * false; arcs down from the act to a party are no worse than others.
 */
const LEAST_SURE = 0.25;

/** Arcs that choose among clauses or nouns. What is said hangs on its saying, and a circumstance on the only verb there is, however unsure. */
const CHOOSING = ["advcl", "conj", "acl", "acl:relcl", "nmod", "parataxis"];

/** Leaves out the parties that an act has only by hanging where the parser itself doubts that it hangs; a reading without any party left is none. */
export function dropDoubted({ doc, mentions }: Pick<Scene, "doc" | "mentions">, drafts: readonly Draft[]): readonly Draft[] {
  const heads = new Map(mentions.map((m) => [`${m.start} ${m.end}`, m.head]));
  return drafts.flatMap((draft) => {
    const { actors, recipients, mediators } = draft.statement;
    const sure = (party: Participant): boolean => {
      const head = heads.get(`${party.start} ${party.end}`);
      return head === undefined || climbs(doc, draft.act.trigger, head) >= LEAST_SURE;
    };
    const statement = { ...draft.statement, actors: actors.filter(sure), recipients: recipients.filter(sure) };
    const before = actors.length + recipients.length;
    const left = statement.actors.length + statement.recipients.length;
    return left < before && left + mediators.length === 0 ? [] : [left < before ? { ...draft, statement } : draft];
  });
}

/** The least probability among the arcs from an act up to the first token that a party hangs under too; 1 in another sentence. */
function climbs(doc: Doc, act: number, party: number): number {
  if (doc.sentenceOf[act] !== doc.sentenceOf[party]) return 1;
  const above = new Set([party, ...ancestorsOf(doc, party)]);
  let least = 1;
  for (let t = act; t >= 0 && !above.has(t); t = doc.head[t] ?? -1)
    if (CHOOSING.includes(doc.relation[t] ?? "") && !follows(doc, t, party)) least = Math.min(least, doc.headProbability[t] ?? 1);
  return least;
}

/** "Kenya, which sued", "Kenya and Togo, which sued", "Kenya (sued in Oslo)": a clause right behind a party is about it, however its verb hangs. */
function follows(doc: Doc, verb: number, party: number): boolean {
  const clause = subtreeOf(doc, verb);
  const first = clause.find((t) => doc.upos[t] !== "PUNCT") ?? verb;
  const relative = /^W(?:DT|P)$/.test(doc.xpos[first] ?? "");
  if (!relative && (!hasRelation(doc, verb, "acl", "acl:relcl") || doc.head[verb] !== party)) return false;
  let t = Math.min(first, clause[0]!) - 1;
  while (t > party && (doc.upos[t] === "PUNCT" || hasRelation(doc, t, "flat", "conj", "cc", "det", "compound"))) t--;
  return t === party;
}
