import { isPassive } from "../../syntax/passive.ts";
import { childrenOf, hasRelation } from "../../syntax/tree.ts";
import type { Tree } from "./tree.ts";

const RELATIVE = new Set(["who", "whom", "which", "that", "whose"]);

// "a town where the army governs": what such a clause hangs on is not its object.
const WHERE = new Set(["where", "when", "why"]);

/** Heads of the phrases that fill a slot of the trigger, members of a coordination included. For matching senses; the full resolution of roles stands elsewhere. */
export function fillersOf(tree: Tree, token: number, slot: string): readonly number[] {
  // Every sense of a word asks for the same slots.
  const asked = `${token} ${slot}`;
  const known = tree.fillers.get(asked);
  if (known !== undefined) return known;
  const found = findFillers(tree, token, slot);
  tree.fillers.set(asked, found);
  return found;
}

function findFillers(tree: Tree, token: number, slot: string): readonly number[] {
  if (slot === "obj") return spread(tree, objectsOf(tree, token));
  if (slot === "subj") return spread(tree, subjectsOf(tree, token, 0));
  if (slot === "iobj") return spread(tree, receiversOf(tree, token));
  if (slot === "xcomp" || slot === "ccomp" || slot === "advcl") return childrenOf(tree.doc, token, slot);
  if (slot === "comp")
    return [
      // "called on the cabinet to go": the clause may hang on who is to do it
      ...[...objectsOf(tree, token), ...childrenOf(tree.doc, token, "obl")].flatMap((one) =>
        childrenOf(tree.doc, one, "acl").filter((clause) => clause !== token && !hasRelation(tree.doc, clause, "acl:relcl")),
      ),
      ...childrenOf(tree.doc, token, "xcomp"),
      ...childrenOf(tree.doc, token, "ccomp"),
      ...childrenOf(tree.doc, token, "acl"),
      ...childrenOf(tree.doc, token, "advcl"),
    ];
  // "a threat to leave", not "a threat to the crew" nor "the threat posed by it"
  if (slot === "inf") return fillersOf(tree, token, "comp").filter((one) => hasCase(tree, one, "to") && tree.doc.upos[one] !== "NOUN");
  if (slot === "poss") return possessorsOf(tree, token);
  if (slot === "mod") return modifiersOf(tree, token);
  if (slot === "objmod") return objectsOf(tree, token).flatMap((one) => modifiersOf(tree, one));
  if (slot === "prt")
    return childrenOf(tree.doc, token).filter((one) => hasRelation(tree.doc, one, "compound:prt") || hasRelation(tree.doc, one, "advmod"));
  if (slot === "case") return childrenOf(tree.doc, token, "case");
  if (slot === "compound") return childrenOf(tree.doc, token, "compound");
  if (slot === "obl") return childrenOf(tree.doc, token, "obl");
  if (slot === "adj") return childrenOf(tree.doc, token);
  if (slot === "adv") return childrenOf(tree.doc, token, "advmod");
  return spread(tree, underPreposition(tree, token, slot));
}

// "handed them the files": of two bare objects the first receives.
function receiversOf(tree: Tree, token: number): readonly number[] {
  const own = childrenOf(tree.doc, token, "iobj");
  const objects = childrenOf(tree.doc, token, "obj");
  return own.length > 0 || objects.length < 2 ? own : objects.slice(0, 1);
}

function objectsOf(tree: Tree, token: number): readonly number[] {
  const { doc } = tree;
  if (isPassive(doc, token)) {
    const own = childrenOf(tree.doc, token, "nsubj:pass");
    if (own.length > 0) return [...own.map((one) => antecedentOf(tree, one, token)), ...childrenOf(tree.doc, token, "obj")];
    if (hasRelation(tree.doc, token, "acl")) return [doc.head[token]!];
    if (hasRelation(tree.doc, token, "conj")) return objectsOf(tree, doc.head[token]!);
    return childrenOf(tree.doc, token, "obj");
  }
  const own = childrenOf(tree.doc, token, "obj");
  if (own.length > 0) return own.map((one) => antecedentOf(tree, one, token));
  // "asked them for help", "urged them to go": alone, a receiver is the object
  const receivers = childrenOf(tree.doc, token, "iobj");
  if (receivers.length > 0) return receivers;
  if (isMistakenAttribute(tree, token)) return [doc.head[token]!];
  if (hasRelation(tree.doc, token, "acl:relcl")) {
    const subjects = childrenOf(tree.doc, token, "nsubj");
    const placed = childrenOf(tree.doc, token, "advmod").some((one) => WHERE.has(tree.lemma[one]!));
    if (subjects.length > 0 && !placed && !subjects.some((one) => RELATIVE.has(tree.lemma[one]!))) return [doc.head[token]!];
  }
  // "seized and destroyed the trucks": the shared object hangs on the last verb
  const joined = childrenOf(tree.doc, token, "conj").find(
    (one) => doc.upos[one] === "VERB" && childrenOf(tree.doc, one, "nsubj").length === 0,
  );
  if (joined !== undefined && !hasRelation(tree.doc, token, "conj")) return childrenOf(tree.doc, joined, "obj");
  return bareObliques(tree, token);
}

const COUNTS: ReadonlySet<string> = new Set(["least", "most"]);
const PARTICLES: ReadonlySet<string> = new Set(["over", "off", "up", "down", "out"]);

// "released at least 19 people": a count may hide the object from the parser, which then calls it oblique; so may a particle ("handed over the maps").
function bareObliques(tree: Tree, token: number): readonly number[] {
  return childrenOf(tree.doc, token).filter((one) => {
    const relation = tree.doc.relation[one];
    if (one < token || (relation !== "obl" && relation !== "obl:unmarked") || tree.when.has(tree.lemma[one]!)) return false;
    const marks = childrenOf(tree.doc, one, "case");
    const hidden = marks.every((mark) => COUNTS.has(tree.form[mark + 1] ?? "") || (mark === token + 1 && PARTICLES.has(tree.form[mark]!)));
    return hidden && (marks.length > 0 || one - token < 6);
  });
}

function subjectsOf(tree: Tree, token: number, depth: number): readonly number[] {
  const { doc } = tree;
  if (depth > 6) return [];
  if (isPassive(doc, token))
    return [...childrenOf(tree.doc, token, "obl:agent"), ...underPreposition(tree, token, "by")].filter(
      (one, at, all) => all.indexOf(one) === at,
    );
  const own = childrenOf(tree.doc, token, "nsubj");
  if (own.length > 0) return own.map((one) => antecedentOf(tree, one, token));
  const head = doc.head[token]!;
  if (head < 0) return [];
  if (isMistakenAttribute(tree, token)) return childrenOf(tree.doc, head, "nsubj");
  if (hasRelation(tree.doc, token, "acl")) return [head];
  if (hasRelation(tree.doc, token, "xcomp")) {
    const object = childrenOf(tree.doc, head, "obj");
    return object.length > 0 ? object : isPassive(doc, head) ? childrenOf(tree.doc, head, "nsubj") : subjectsOf(tree, head, depth + 1);
  }
  if (hasRelation(tree.doc, token, "conj") || hasRelation(tree.doc, token, "advcl")) return subjectsOf(tree, head, depth + 1);
  return [];
}

/** True for "has opposed quotas" read as if the quotas were opposed ones: an auxiliary or a subject shows a verb with its object. */
export function isMistakenAttribute(tree: Tree, token: number): boolean {
  return (
    hasRelation(tree.doc, token, "amod") &&
    (childrenOf(tree.doc, token, "aux").length > 0 || childrenOf(tree.doc, token, "nsubj").length > 0)
  );
}

// "the troops that left": the pronoun stands for the noun its clause hangs on.
function antecedentOf(tree: Tree, filler: number, verb: number): number {
  const head = tree.doc.head[verb]!;
  return head >= 0 && RELATIVE.has(tree.lemma[filler]!) && hasRelation(tree.doc, verb, "acl:relcl") ? head : filler;
}

const PHRASES = ["obl", "nmod", "obj", "xcomp", "advcl", "acl"];

/** Nouns and clauses under a preposition that hang on the token, or on its object, where parsers often put them. */
function underPreposition(tree: Tree, token: number, preposition: string): readonly number[] {
  const found: number[] = [];
  // a noun that is an object shares the phrases of its verb: "held talks in Oslo with …"
  const carrier =
    tree.doc.upos[token] === "NOUN" && (hasRelation(tree.doc, token, "obj") || hasRelation(tree.doc, token, "nsubj:pass"))
      ? [tree.doc.head[token]!]
      : [];
  for (const holder of [token, ...childrenOf(tree.doc, token, "obj"), ...childrenOf(tree.doc, token, "nsubj:pass"), ...carrier])
    for (const child of childrenOf(tree.doc, holder)) {
      // "to be like Lima": under the mark of a clause stands no place
      const copular = childrenOf(tree.doc, child, "cop").length > 0 && hasRelation(tree.doc, child, "xcomp", "advcl", "acl");
      if (!copular && hasRelation(tree.doc, child, ...PHRASES) && hasCase(tree, child, preposition)) found.push(child);
    }
  return found.length > 0 ? found : deepUnder(tree, token, preposition);
}

// A long object draws what follows it to itself: "returned a portrait by a painter to its owner".
function deepUnder(tree: Tree, token: number, preposition: string): number[] {
  const weekdays = childrenOf(tree.doc, token).filter(
    (one) => one > token && (tree.when.has(tree.form[one]!) || tree.when.has(tree.lemma[one]!)),
  );
  const verbal = tree.doc.upos[token] === "VERB";
  let layer: readonly number[] = verbal
    ? [...childrenOf(tree.doc, token, "obj"), ...childrenOf(tree.doc, token, "nsubj:pass"), ...weekdays]
    : weekdays;
  for (let depth = 0; depth < 3; depth++) {
    layer = layer.flatMap((one) => childrenOf(tree.doc, one, "nmod", "appos", "flat", "compound", "conj"));
    const found = layer.filter((one) => hasRelation(tree.doc, one, "nmod") && hasCase(tree, one, preposition));
    if (found.length > 0) return found;
  }
  return [];
}

function hasCase(tree: Tree, token: number, preposition: string): boolean {
  return childrenOf(tree.doc, token).some(
    (one) =>
      (hasRelation(tree.doc, one, "case") || hasRelation(tree.doc, one, "mark")) &&
      (tree.form[one] === preposition || (preposition === "on" && tree.form[one] === "upon")),
  );
}

// "Russia's attack", "the Russian attack", "the US attack": all name who acts.
function possessorsOf(tree: Tree, token: number): readonly number[] {
  return childrenOf(tree.doc, token).filter((one) => {
    if (hasRelation(tree.doc, one, "nmod:poss")) return true;
    if (!hasRelation(tree.doc, one, "amod") && !hasRelation(tree.doc, one, "compound")) return false;
    const first = tree.doc.text[tree.doc.start[one]!]!;
    return first !== first.toLowerCase();
  });
}

function modifiersOf(tree: Tree, token: number): readonly number[] {
  return childrenOf(tree.doc, token).filter(
    (one) =>
      hasRelation(tree.doc, one, "amod") ||
      hasRelation(tree.doc, one, "compound") ||
      hasRelation(tree.doc, one, "nmod") ||
      hasRelation(tree.doc, one, "acl"),
  );
}

function spread(tree: Tree, heads: readonly number[]): readonly number[] {
  const all = [...heads];
  for (const head of heads) for (const child of childrenOf(tree.doc, head, "conj")) if (!all.includes(child)) all.push(child);
  return all;
}
