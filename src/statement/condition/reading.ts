import type { Doc, Span } from "../../model/index.ts";
import { spanOf } from "../../syntax/tree.ts";

/** What a statement hangs on, with the rule that found it. */
export interface ConditionReading {
  readonly span: Span;
  /** Tokens of the condition: an act that stands among them is no claim. */
  readonly tokens: readonly number[];
  readonly rule: string;
  /** The verb of an imperative that stands for the condition, where it is one. */
  readonly imperative?: number;
}

/** The reading of a condition that stands on some tokens, its outer marks left aside. */
export function reading(doc: Doc, tokens: readonly number[], rule: string): ConditionReading {
  const words = tokens.filter((t) => doc.upos[t] !== "PUNCT");
  return { span: spanOf(doc, words.length > 0 ? words : tokens), tokens, rule };
}
