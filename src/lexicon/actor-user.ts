import { parse } from "yaml";
import { z } from "zod";
import type { ActorKind } from "../model/actor.ts";
import { foldName } from "../text/name-words.ts";
import type { KnownActor } from "./actors.ts";
import { addName, removeName, type TrieNode } from "./name-trie.ts";

const kinds = ["state", "government", "movement", "organisation", "person", "group"] as const satisfies readonly ActorKind[];

const userActors = z.strictObject({
  actors: z.array(
    z.strictObject({
      name: z.string().min(1),
      kind: z.enum(kinds).optional(),
      country: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .nullable()
        .optional(),
      sector: z.string().nullable().optional(),
      partyOf: z.string().nullable().optional(),
      names: z.array(z.string().min(1)).optional(),
      not: z.array(z.string().min(1)).optional(),
    }),
  ),
});

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new RangeError(`actors.yaml: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The key of the known actor that bears this name, or null. */
function findKnown(name: string, known: ReadonlyMap<string, KnownActor>): string | null {
  const wanted = foldName(name);
  for (const actor of known.values()) if (foldName(actor.name) === wanted) return actor.key;
  return null;
}

/**
 * Merges a user's actors.yaml into the lexicon: an entry whose name is known corrects that actor, another adds one.
 * A name listed goes to this actor alone; a name under `not` is taken from it. Throws a RangeError that names the entry.
 */
export function mergeUserActors(text: string, known: Map<string, KnownActor>, names: TrieNode): void {
  const read = userActors.safeParse(readYaml(text));
  if (!read.success) {
    const issue = read.error.issues[0]!;
    throw new RangeError(`actors.yaml: ${issue.path.join(".") || "file"}: ${issue.message}`);
  }
  for (const entry of read.data.actors) {
    const key = findKnown(entry.name, known) ?? `user:${foldName(entry.name).replaceAll(" ", "-")}`;
    const old = known.get(key);
    known.set(key, {
      key,
      name: entry.name,
      kind: entry.kind ?? old?.kind ?? "organisation",
      country: entry.country === undefined ? (old?.country ?? null) : entry.country,
      sector: entry.sector === undefined ? (old?.sector ?? null) : entry.sector,
      partyOf: old?.partyOf ?? null,
    });
    for (const form of [entry.name, ...(entry.names ?? [])]) {
      for (const other of known.keys()) if (other !== key) removeName(names, form, other);
      addName(names, form, key, "name");
    }
    for (const form of entry.not ?? []) removeName(names, form, key);
  }
  for (const entry of read.data.actors) {
    if (entry.partyOf === undefined) continue;
    const key = findKnown(entry.name, known)!;
    const party = entry.partyOf === null ? null : findKnown(entry.partyOf, known);
    if (party === null && entry.partyOf !== null)
      throw new RangeError(`actors.yaml: ${entry.name}: partyOf names no known actor: ${entry.partyOf}`);
    known.set(key, { ...known.get(key)!, partyOf: party });
  }
}
