import type { CueLexicon } from "../lexicon/cues.ts";
import type { Actor, Attribution, Doc, Mention, Span } from "../model/index.ts";
import { contains } from "../model/index.ts";
import { objectOf } from "../syntax/object.ts";
import { childrenOf, hasRelation, lowerAt, subtreeOf } from "../syntax/tree.ts";
import { type MentionIndex, participantsAt } from "./participant.ts";
import type { Voice } from "./voice/voice.ts";

/** The voices that put forward what a span tells, the innermost first: their words hold it, and are meant as so. */
export function voicesOver(voices: readonly Voice[], span: Span): readonly Voice[] {
  const size = (v: Voice) => v.content.reduce((sum, c) => sum + c.end - c.start, 0);
  return voices
    .filter((v) => v.asserts && v.content.some((c) => contains(c, span)))
    .sort((a, b) => size(a) - size(b) || (a.cueToken ?? 0) - (b.cueToken ?? 0));
}

const RELATIVE = new Set(["which", "who", "whose"]);

/** "X said Y, which struck Z in May, would pay": a clause set off behind a comma, which tells a fact, is the author's aside. */
export function isAsideIn(doc: Doc, voice: Voice, trigger: number): boolean {
  if (voice.form !== "indirect") return false;
  for (let t = trigger; t >= 0 && t !== voice.cueToken; t = doc.head[t] ?? -1) {
    if (!hasRelation(doc, t, "acl:relcl")) continue;
    const clause = subtreeOf(doc, t);
    // "…, who said it had left": there the one who speaks does so within the clause.
    if (voice.cueToken !== null && clause.includes(voice.cueToken)) continue;
    const first = clause.find((s) => doc.upos[s] !== "PUNCT") ?? t;
    const helpers = childrenOf(doc, t, "aux", "aux:pass", "cop");
    const fact = [t, ...helpers].some((s) => /^VB[DZP]$/.test(doc.xpos[s] ?? "")) && helpers.every((s) => doc.xpos[s] !== "MD");
    if (fact && RELATIVE.has(lowerAt(doc, first)) && lowerAt(doc, first - 1) === ",") return true;
  }
  return false;
}

/** The actor a voice speaks as: who the source names, else the party its description belongs to; null where unknown. */
export function speakerOf(doc: Doc, voice: Voice, index: MentionIndex): Mention["actor"] | null {
  return voice.source ? (participantsAt(doc, voice.source.head, index)[0]?.actor ?? null) : null;
}

/** Whom a voice addresses ("told X", "X was told", "warned X"), as a token; -1 where unsaid. */
export function addresseeOf(doc: Doc, voice: Voice, lexicon: CueLexicon): number {
  if (voice.cueToken === null || doc.upos[voice.cueToken] !== "VERB") return -1;
  return lexicon.lists.get("addressing")?.has(doc.lemma[voice.cueToken] ?? "") ? objectOf(doc, voice.cueToken) : -1;
}

/** The chain of who says it: the voices over the trigger, whoever speaks a quote that none of them takes up, then the author. */
export function readChain(
  doc: Doc,
  over: readonly Voice[],
  unclaimed: readonly Span[],
  evidence: Span,
  index: MentionIndex,
  actors: ReadonlyMap<string, Actor>,
): readonly Attribution[] {
  const speech = unclaimed.find((quote) => contains(quote, evidence));
  const links: Attribution[] = speech ? [{ kind: "unnamed", actor: null, source: null, cue: null, content: speech, form: "direct" }] : [];
  // From the outermost in: "I told them" in somebody's mouth is told by that somebody.
  for (const voice of [...over].reverse()) {
    const outer = links[0];
    const own = outer !== undefined && voice.source !== null && /^(?:i|we)$/.test(lowerAt(doc, voice.source.head));
    if (own && outer.actor === null) continue;
    const actor = own ? outer.actor : speakerOf(doc, voice, index);
    const content = voice.content.find((c) => contains(c, evidence)) ?? voice.content[0] ?? evidence;
    const kind = own ? outer.kind : kindOf(doc, voice, actor ? actors.get(actor) : undefined);
    links.unshift({ kind, actor, source: voice.source?.span ?? null, cue: voice.cue, content, form: voice.form });
  }
  // "X announced a plan, saying P": one speaker, one link.
  const once = links.filter((link, i) => link.actor === null || links.findIndex((other) => other.actor === link.actor) === i);
  return [...once, { kind: "author", actor: null, source: null, cue: null, content: evidence, form: "indirect" }];
}

/** A pronoun or "the minister" that stands for someone named is a named voice ("an official" is not, whosever official); a document stays one. */
function kindOf(doc: Doc, voice: Voice, actor: Actor | undefined): Attribution["kind"] {
  if (!actor || voice.source === null) return voice.kind;
  const { head } = voice.source;
  const person = actor.kind === "person" && /^\p{Lu}\S*\s(?:.*\s)?\p{Lu}\S*$/u.test(actor.name) && !/['’]s\s/.test(actor.name);
  if (voice.kind === "document" && !(person && /^(?:he|she)$/.test(lowerAt(doc, head)))) return voice.kind;
  if (person) return "named";
  return doc.upos[head] === "PRON" && /(?:^|\s)\p{Lu}\S*$/u.test(actor.name) ? "named" : voice.kind;
}
