const FORMS: Readonly<Record<string, string>> = {
  VB: "base form",
  VBD: "past tense",
  VBG: "form in -ing",
  VBN: "past participle",
  VBP: "present tense",
  VBZ: "present tense",
  JJ: "adjective",
  NN: "noun",
  NNS: "noun",
  NNP: "name",
  NNPS: "name",
  to: "infinitive",
};

const KINDS: Readonly<Record<string, string>> = { v: "verb", n: "noun", a: "adjective" };

/** How a light verb carries the noun behind it. */
const SUPPORTS: Readonly<Record<string, string>> = {
  do: "does what the noun beside it tells",
  get: "undergoes what the noun beside it tells",
  end: "ends what the noun beside it tells",
  stop: "tells that what the noun names stopped",
  happen: "tells that what the noun names took place",
};

const SPOKEN: Readonly<Record<string, string>> = {
  due: "somebody says what another has to do: it is asked",
  if: "somebody says what must be before it is done: it is asked",
  told: "an order or call in speech: it is asked of the one addressed",
};

/** Who a rule of roles found, and by what. */
const ROLES: Readonly<Record<string, string>> = {
  addressee: "the side that the words are addressed to",
  aim: "the side that the purpose of it names",
  answered: "what it answers tells the other side",
  answering: "who answers, and whom",
  asked: "who asks, and who is asked",
  chair: "who leads the meeting",
  clause: "sides told by the clause around it",
  condition: "the side that the condition names",
  counterpart: "the other side, told before in the article",
  governor: "who intends, offers or begins it does it",
  host: "the land in which it is done stands for its state",
  inside: "who stands inside the phrase",
  judged: "whoever says so judges; whose conduct it is, is judged",
  means: "who did the deed by which somebody came to harm",
  mediator: "who goes between both sides",
  nested: "who speaks inside another's words",
  origin: "where it comes from names its doer",
  pair: "both sides of what is spoken of",
  partner: "with whom it is done",
  rebuked: "who is blamed for it",
  refusing: "who turns it down is the one it was said to",
  speaker: "the speaker does it",
  talking: "who talks with whom",
  thanks: "who is thanked did it for who thanks",
  visitor: "who travels visits",
  warned: "who is warned",
  withdrawn: "from whom it is withdrawn",
};

const CERTAINTY: Readonly<Record<string, string>> = {
  governor: "the word above it tells how sure it is",
  hedge: "the word makes it less sure",
  imperative: "an order is no fact yet",
  mark: "the word that opens its clause tells how sure it is",
  modal: "the modal verb tells how sure it is",
  negation: "it is denied",
  question: "it is asked whether",
  report: "it is as sure as the one who reports it",
  too: "“too … to”: it does not happen",
  yet: "it has yet to happen",
};

const OTHER: Readonly<Record<string, string>> = {
  "refers:before": "points to what was told before",
  "issue:carried": "has the issue of what it belongs to",
};

/** Says in words what a rule of a statement saw ("act.v.raid[obj|pass]=ASSAULT", "roles:host"); null for one that has no words. */
export function sayRule(rule: string): string | null {
  if (OTHER[rule]) return OTHER[rule];
  const act = /^act\.([vna])\.([^[=]+)(?:\[(.*)\])?=([A-Z]+)(?:\/(.+))?$/s.exec(rule);
  if (act) {
    const [, kind = "", word = "", frame, type, mode] = act;
    const fits = frame && frame !== "bare" ? ", where its words fit the frame of the sense" : "";
    return `the ${KINDS[kind]} “${plain(word)}” tells ${type}${mode ? ` (${plain(mode)})` : ""}${fits}`;
  }
  const [, family = "", key = "", word] = /^([a-z]+)[./:]([^:.]*)(?:[:.](.*))?$/s.exec(rule) ?? [];
  if (family === "act" && key === "spoken") return SPOKEN[word ?? ""] ?? "what is said tells the act";
  if (family === "act" && key === "lead") return "who leads a side of talks takes part in them";
  if (family === "support") return `“${plain(word ?? "")}” ${SUPPORTS[key] ?? "goes with the noun beside it"}`;
  if (family === "tense") return `its form: ${FORMS[key] ?? `with “${key}”`}`;
  if (family === "control") return `“${plain(key)}” above it tells whether it is done, planned, asked or refused`;
  if (family === "condition") return `a condition, by “${plain(key)}”`;
  if (family === "certainty" && CERTAINTY[key]) return `${CERTAINTY[key]}${word ? `: “${plain(word)}”` : ""}`;
  if (family === "roles") return ROLES[key] ?? null;
  return null;
}

const plain = (word: string): string => word.replaceAll("_", " ");
