import type { ActorKind } from "../../model/index.ts";
import { objectOf } from "../../syntax/object.ts";
import type { Scene } from "../read.ts";
import { isOneOf } from "../sets.ts";
import type { Silence } from "./silence.ts";

const MODES: ReadonlySet<string | null> = new Set(["release", "arrest"]);

/** Sets of those who can be held and let go, of what is left of them, and of words that only count. */
const WHO = ["prisoner", "person", "forces", "diplomat", "civil", "dispatched", "fallen", "measure"];

/** "released a poll", "freed up a lane", "captured the senate": only people are held and let go; that the object is one must be told. */
export const ofThings: Silence = (scene, { mode, nominal, trigger }) => {
  if (!MODES.has(mode) || nominal || !isOneOf(scene, trigger, "loosing")) return false;
  const patient = objectOf(scene.doc, trigger);
  return patient >= 0 && !isSomebody(scene, patient);
};

const isPeople = (kind: ActorKind | undefined): boolean => kind === "person" || kind === "group";

function isSomebody(scene: Scene, token: number): boolean {
  const { doc } = scene;
  const upos = doc.upos[token];
  if (upos === "NUM" || WHO.some((set) => isOneOf(scene, token, set))) return true;
  if (upos === "PRON") return doc.lemma[token] !== "it";
  const named = scene.index.get(token) ?? [];
  if (upos === "NOUN") return named.length > 0;
  // "freed eighteen Chileans", and a name that nobody knows
  return named.length === 0 || named.some((m) => m.form === "demonym" || isPeople(scene.actors.get(m.actor)?.kind));
}
