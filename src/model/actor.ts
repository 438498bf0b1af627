import type { Span } from "./span.ts";

/** What sort of thing an actor is. */
export type ActorKind = "state" | "government" | "movement" | "organisation" | "person" | "group";

/** A role an actor held, as an article told it. Dates EDTF, null where open. */
export interface Role {
  readonly title: string;
  /** Actor id of what the role belongs to, or null. */
  readonly of: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Article id that told it. */
  readonly article: string;
  /** "former" where the text says so; the role is over at the article's date. */
  readonly standing: "current" | "former" | "acting";
}

/** Someone who can act or speak, one over all articles of an analysis. */
export interface Actor {
  /** Hash of the identity: the lexicon's key, or the name it was learned under. */
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3, or null. */
  readonly country: string | null;
  /** PLOVER sector (GOV, MIL, REB, MED, CVL …), or null. */
  readonly sector: string | null;
  /** Actor id of the party it belongs to, or null. */
  readonly partyOf: string | null;
  /** Every surface form seen that names it. */
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
}

/** A place in an article where an actor is named or described. Offsets in the article's text. */
export interface Mention extends Span {
  /** Actor id. */
  readonly actor: string;
  /** Token index in the Doc of the word that heads the mention. */
  readonly head: number;
  readonly form: "name" | "metonym" | "demonym" | "description" | "pronoun" | "possessive";
  /** The rule that resolved it. */
  readonly rule: string;
}
