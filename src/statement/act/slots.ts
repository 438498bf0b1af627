import { hasRelation } from "../../syntax/tree.ts";
import { childrenIn, isRelation, type Tree } from "./tree.ts";

const RELATIVE = new Set(["who", "whom", "which", "that", "whose"]);

/** Heads of the phrases that fill a slot of the trigger, members of a coordination included. For matching senses; the full resolution of roles stands elsewhere. */
export function fillersOf(tree: Tree, token: number, slot: string): readonly number[] {
  if (slot === "obj") return spread(tree, objectsOf(tree, token));
  if (slot === "subj") return spread(tree, subjectsOf(tree, token, 0));
  if (slot === "iobj") return spread(tree, receiversOf(tree, token));
  if (slot === "xcomp" || slot === "ccomp" || slot === "advcl") return childrenIn(tree, token, slot);
  if (slot === "comp")
    return [
      ...objectsOf(tree, token).flatMap((one) => childrenIn(tree, one, "acl").filter((clause) => clause !== token)),
      ...childrenIn(tree, token, "xcomp"),
      ...childrenIn(tree, token, "ccomp"),
      ...childrenIn(tree, token, "acl"),
      ...childrenIn(tree, token, "advcl"),
    ];
  if (slot === "poss") return possessorsOf(tree, token);
  if (slot === "mod") return modifiersOf(tree, token);
  if (slot === "objmod") return objectsOf(tree, token).flatMap((one) => modifiersOf(tree, one));
  if (slot === "prt")
    return tree.childrenOf(token).filter((one) => isRelation(tree, one, "compound:prt") || isRelation(tree, one, "advmod"));
  if (slot === "case") return childrenIn(tree, token, "case");
  if (slot === "obl") return childrenIn(tree, token, "obl");
  if (slot === "adj") return [...tree.childrenOf(token)];
  if (slot === "adv") return childrenIn(tree, token, "advmod");
  return spread(tree, underPreposition(tree, token, slot));
}

// "handed them the files": of two bare objects the first receives.
function receiversOf(tree: Tree, token: number): readonly number[] {
  const own = childrenIn(tree, token, "iobj");
  const objects = childrenIn(tree, token, "obj");
  return own.length > 0 || objects.length < 2 ? own : objects.slice(0, 1);
}

/** True for a passive verb, reduced relatives ("troops killed in …") included. */
export function isPassive(tree: Tree, token: number): boolean {
  if (childrenIn(tree, token, "aux:pass").length > 0) return true;
  const { xpos, head } = tree.doc;
  // a finite past tense has no passive, whatever the parser calls its subject
  if (childrenIn(tree, token, "nsubj:pass").length > 0) return xpos[token] !== "VBD";
  if (xpos[token] !== "VBN" || childrenIn(tree, token, "aux").length > 0) return false;
  if (isRelation(tree, token, "acl") && !isRelation(tree, token, "acl:relcl")) return true;
  return isRelation(tree, token, "conj") && head[token]! >= 0 && isPassive(tree, head[token]!);
}

function objectsOf(tree: Tree, token: number): readonly number[] {
  const { doc } = tree;
  if (isPassive(tree, token)) {
    const own = childrenIn(tree, token, "nsubj:pass");
    if (own.length > 0) return [...own.map((one) => antecedentOf(tree, one, token)), ...childrenIn(tree, token, "obj")];
    if (isRelation(tree, token, "acl")) return [doc.head[token]!];
    if (isRelation(tree, token, "conj")) return objectsOf(tree, doc.head[token]!);
    return childrenIn(tree, token, "obj");
  }
  const own = childrenIn(tree, token, "obj");
  if (own.length > 0) return own.map((one) => antecedentOf(tree, one, token));
  // "asked them for help", "urged them to go": alone, a receiver is the object
  const receivers = childrenIn(tree, token, "iobj");
  if (receivers.length > 0) return receivers;
  if (isMistakenAttribute(tree, token)) return [doc.head[token]!];
  if (isRelation(tree, token, "acl:relcl")) {
    const subjects = childrenIn(tree, token, "nsubj");
    if (subjects.length > 0 && !subjects.some((one) => RELATIVE.has(tree.lemma[one]!))) return [doc.head[token]!];
  }
  // "seized and destroyed the trucks": the shared object hangs on the last verb
  const joined = childrenIn(tree, token, "conj").find((one) => doc.upos[one] === "VERB" && childrenIn(tree, one, "nsubj").length === 0);
  if (joined !== undefined && !isRelation(tree, token, "conj")) return childrenIn(tree, joined, "obj");
  return bareObliques(tree, token);
}

const COUNTS: ReadonlySet<string> = new Set(["least", "most"]);
const PARTICLES: ReadonlySet<string> = new Set(["over", "off", "up", "down", "out"]);

// "released at least 19 people": a count may hide the object from the parser, which then calls it oblique; so may a particle ("handed over the maps").
function bareObliques(tree: Tree, token: number): readonly number[] {
  return tree.childrenOf(token).filter((one) => {
    const relation = tree.doc.relation[one];
    if (one < token || (relation !== "obl" && relation !== "obl:unmarked") || tree.when.has(tree.lemma[one]!)) return false;
    const marks = childrenIn(tree, one, "case");
    const hidden = marks.every((mark) => COUNTS.has(tree.form[mark + 1] ?? "") || (mark === token + 1 && PARTICLES.has(tree.form[mark]!)));
    return hidden && (marks.length > 0 || one - token < 6);
  });
}

function subjectsOf(tree: Tree, token: number, depth: number): readonly number[] {
  const { doc } = tree;
  if (depth > 6) return [];
  if (isPassive(tree, token))
    return [...childrenIn(tree, token, "obl:agent"), ...underPreposition(tree, token, "by")].filter(
      (one, at, all) => all.indexOf(one) === at,
    );
  const own = childrenIn(tree, token, "nsubj");
  if (own.length > 0) return own.map((one) => antecedentOf(tree, one, token));
  const head = doc.head[token]!;
  if (head < 0) return [];
  if (isMistakenAttribute(tree, token)) return childrenIn(tree, head, "nsubj");
  if (isRelation(tree, token, "acl")) return [head];
  if (isRelation(tree, token, "xcomp")) {
    const object = childrenIn(tree, head, "obj");
    return object.length > 0 ? object : isPassive(tree, head) ? childrenIn(tree, head, "nsubj") : subjectsOf(tree, head, depth + 1);
  }
  if (isRelation(tree, token, "conj") || isRelation(tree, token, "advcl")) return subjectsOf(tree, head, depth + 1);
  return [];
}

/** True for "has opposed quotas" read as if the quotas were opposed ones: an auxiliary or a subject shows a verb with its object. */
export function isMistakenAttribute(tree: Tree, token: number): boolean {
  return isRelation(tree, token, "amod") && (childrenIn(tree, token, "aux").length > 0 || childrenIn(tree, token, "nsubj").length > 0);
}

// "the troops that left": the pronoun stands for the noun its clause hangs on.
function antecedentOf(tree: Tree, filler: number, verb: number): number {
  const head = tree.doc.head[verb]!;
  return head >= 0 && RELATIVE.has(tree.lemma[filler]!) && isRelation(tree, verb, "acl:relcl") ? head : filler;
}

const PHRASES = ["obl", "nmod", "obj", "xcomp", "advcl", "acl"];

/** Nouns and clauses under a preposition that hang on the token, or on its object, where parsers often put them. */
function underPreposition(tree: Tree, token: number, preposition: string): readonly number[] {
  const found: number[] = [];
  // a noun that is an object shares the phrases of its verb: "held talks in Oslo with …"
  const carrier =
    tree.doc.upos[token] === "NOUN" && (isRelation(tree, token, "obj") || isRelation(tree, token, "nsubj:pass"))
      ? [tree.doc.head[token]!]
      : [];
  for (const holder of [token, ...childrenIn(tree, token, "obj"), ...childrenIn(tree, token, "nsubj:pass"), ...carrier])
    for (const child of tree.childrenOf(holder)) {
      if (hasRelation(tree.doc, child, ...PHRASES) && hasCase(tree, child, preposition)) found.push(child);
    }
  return found.length > 0 ? found : deepUnder(tree, token, preposition);
}

// A long object draws what follows it to itself: "returned a portrait by a painter to its owner".
function deepUnder(tree: Tree, token: number, preposition: string): number[] {
  const weekdays = tree
    .childrenOf(token)
    .filter((one) => one > token && (tree.when.has(tree.form[one]!) || tree.when.has(tree.lemma[one]!)));
  const verbal = tree.doc.upos[token] === "VERB";
  let layer: readonly number[] = verbal
    ? [...childrenIn(tree, token, "obj"), ...childrenIn(tree, token, "nsubj:pass"), ...weekdays]
    : weekdays;
  for (let depth = 0; depth < 3; depth++) {
    layer = layer.flatMap((one) =>
      tree.childrenOf(one).filter((child) => ["nmod", "appos", "flat", "compound", "conj"].some((name) => isRelation(tree, child, name))),
    );
    const found = layer.filter((one) => isRelation(tree, one, "nmod") && hasCase(tree, one, preposition));
    if (found.length > 0) return found;
  }
  return [];
}

function hasCase(tree: Tree, token: number, preposition: string): boolean {
  return tree
    .childrenOf(token)
    .some(
      (one) =>
        (isRelation(tree, one, "case") || isRelation(tree, one, "mark")) &&
        (tree.form[one] === preposition || (preposition === "on" && tree.form[one] === "upon")),
    );
}

// "Russia's attack", "the Russian attack", "the US attack": all name who acts.
function possessorsOf(tree: Tree, token: number): readonly number[] {
  return tree.childrenOf(token).filter((one) => {
    if (isRelation(tree, one, "nmod:poss")) return true;
    if (!isRelation(tree, one, "amod") && !isRelation(tree, one, "compound")) return false;
    const first = tree.doc.text[tree.doc.start[one]!]!;
    return first !== first.toLowerCase();
  });
}

function modifiersOf(tree: Tree, token: number): readonly number[] {
  return tree
    .childrenOf(token)
    .filter(
      (one) =>
        isRelation(tree, one, "amod") || isRelation(tree, one, "compound") || isRelation(tree, one, "nmod") || isRelation(tree, one, "acl"),
    );
}

function spread(tree: Tree, heads: readonly number[]): readonly number[] {
  const all = [...heads];
  for (const head of heads) for (const child of childrenIn(tree, head, "conj")) if (!all.includes(child)) all.push(child);
  return all;
}
