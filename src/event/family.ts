import type { EventTables } from "../lexicon/events.ts";
import type { Article } from "../model/article.ts";
import type { EventType, Statement } from "../model/statement.ts";
import { readInterval } from "../text/interval.ts";
import { stem, wordsOf } from "../text/words.ts";

/** What is real about an act: one event holds tellings of one stage, so a plan never merges with its fulfilment. */
export type Stage = "real" | "planned" | "offered" | "asked" | "threatened" | "refused" | "supposed";

const FAMILIES: Readonly<Partial<Record<EventType, string>>> = {
  CONSULT: "meet",
  CONCEDE: "give",
  RETREAT: "give",
  AID: "give",
  COOPERATE: "give",
};

/** The family of a type done: acts of one family can be the same happening in other words. */
export function typeFamily(type: EventType): string {
  return FAMILIES[type] ?? type;
}

// What lies ahead and is meant well is told as a plan, a promise, an offer or a readiness, and under the type of the whole or of its content.
const KIND: ReadonlySet<string> = new Set(["give", "AGREE", "SUPPORT"]);

/** The family of an act at its stage: what is asked, threatened or refused is one whatever its type; plans and offers of one kind are one. */
export function familyOf(statement: Statement, article: Article, stage: Stage, tables: EventTables): string {
  const type = typeFamily(statement.eventType);
  if ((stage === "real" || stage === "refused") && isReal(statement.modality, true) && isBreak(statement, article, tables)) return "break";
  if (stage === "real") return type;
  if (stage === "asked" || stage === "threatened" || stage === "refused") return stage;
  // Who proposes a meeting has not planned one.
  if (stage === "supposed" || (type === "meet" && statement.modality === "offered")) return `${stage}:${type}`;
  return `ahead:${KIND.has(type) ? "give" : type}`;
}

/** True where talks or an agreement are left: "walked out of the talks", "suspended the negotiations", "withdrew from the accord". */
function isBreak(statement: Statement, article: Article, tables: EventTables): boolean {
  const { eventType, mode } = statement;
  if (eventType !== "SANCTION" && eventType !== "REJECT") return false;
  if (mode !== null && !LEAVING.has(mode)) return false;
  const words = wordsOf(behindTrigger(statement, article));
  return (
    tables.leave.some((cue) => words.join(" ").startsWith(cue)) &&
    words.some((word) => BROKEN.has(tables.things.get(stem(word))?.name ?? ""))
  );
}

/** The word for the act and what stands close behind it. */
export function behindTrigger({ trigger, evidence }: Statement, article: Article): string {
  return article.text.slice(trigger.start, Math.min(evidence.end, trigger.end + NEAR));
}

const LEAVING: ReadonlySet<string> = new Set(["meet", "withdraw", "discontinue"]);
/** Classes of what is left. */
export const BROKEN: ReadonlySet<string> = new Set(["talks", "agreement"]);
// So far behind the word for it, in characters, what is left is named.
const NEAR = 60;

/** The stage of a statement, from its modality, polarity and act. */
export function stageOf(statement: Statement, trigger = ""): Stage {
  const { modality, eventType } = statement;
  // Who agrees to do something has agreed.
  if (eventType === "AGREE" && modality === "promised" && /^agree/i.test(trigger)) return "real";
  if (modality === "refused" || (eventType === "REJECT" && isReal(modality))) return "refused";
  if (modality === "threatened" || (eventType === "THREATEN" && isReal(modality))) return "threatened";
  if (modality === "asked" || (eventType === "REQUEST" && isReal(modality))) return "asked";
  // "nothing will be unfrozen": a gift that is ruled out is refused.
  if (modality === "offered" || modality === "promised") return isRuledOut(statement) ? "refused" : "offered";
  if (modality === "planned") return "planned";
  if (modality === "hypothetical") return "supposed";
  return "real";
}

const GIFTS: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT", "AID", "COOPERATE"]);

/** "will not lift the ban", "nothing will be paid": what a party says it will not give. */
export function isRuledOut({ polarity, modality, eventType }: Statement): boolean {
  return polarity === "negative" && (modality === "offered" || modality === "promised") && GIFTS.has(eventType);
}

function isReal(modality: Statement["modality"], refused = false): boolean {
  return modality === "done" || modality === "ongoing" || (refused && modality === "refused");
}

/** The stage, with the words before the trigger: a decision told without a day to come is the act itself. */
export function readStage(statement: Statement, article: Article, tables: EventTables): Stage {
  const stage = stageOf(statement, article.text.slice(statement.trigger.start, statement.trigger.end));
  if (stage !== "planned") return stage;
  const before = wordsOf(
    article.text.slice(Math.max(statement.evidence.start, statement.trigger.start - 40), statement.trigger.start),
  ).join(" ");
  if (!tables.decided.some((cue) => before.endsWith(cue))) return stage;
  const due = readInterval(statement.time?.value);
  const published = readInterval(article.published.value);
  return due && (!published || due.high > published.high) ? stage : "real";
}
