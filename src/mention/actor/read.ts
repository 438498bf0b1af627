import type { ActorLexicon } from "../../lexicon/actors.ts";
import type { Actor, Mention, Role } from "../../model/actor.ts";
import type { Doc } from "../../model/doc.ts";
import { makeId } from "../../text/hash.ts";
import { foldName } from "../../text/name-words.ts";
import { type ArticleCast, readArticle } from "./article.ts";
import { meetKnown, type Party } from "./cast.ts";
import { type MergeMap, mergeCasts } from "./merge.ts";

/** An article as the reader of actors needs it. `published` is an EDTF date or null. */
export interface ActorArticle {
  readonly id: string;
  readonly headline: string;
  readonly published: string | null;
  readonly doc: Doc;
}

/** Who is who over some articles, and where each is mentioned: article id → mentions in the order of the text. */
export interface ReadActors {
  readonly actors: readonly Actor[];
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Why actors of different articles were taken for one. */
  readonly merges: MergeMap["merges"];
}

/** The parties of all articles under their keys over all, each with the article that tells of it. */
function gather(
  casts: readonly ArticleCast[],
  map: MergeMap,
): ReadonlyMap<string, readonly { readonly article: string; readonly party: Party }[]> {
  const all = new Map<string, { article: string; party: Party }[]>();
  for (const { cast, mentions } of casts) {
    const used = new Set(mentions.map((mention) => mention.actor));
    // What a mentioned actor belongs to is an actor too, mentioned or not.
    const add = (key: string | null) => {
      const party = key === null ? undefined : cast.parties.get(key);
      if (party === undefined || used.has(party.key)) return;
      used.add(party.key);
    };
    for (const key of used) {
      const party = cast.parties.get(key);
      if (party === undefined) continue;
      add(party.partyOf);
      // What is done to a state's people concerns the state, named or not.
      if (party.partyOf === null && party.country !== null && (party.kind === "person" || party.kind === "group")) {
        const state = `state:${party.country}`;
        if (cast.lexicon.known.has(state)) add(meetKnown(cast, state).key);
      }
      for (const role of party.roles) add(role.of);
      const to = map.keyOf(cast.article, key);
      const told = all.get(to);
      if (told === undefined) all.set(to, [{ article: cast.article, party }]);
      else told.push({ article: cast.article, party });
    }
  }
  return all;
}

/** The value most articles tell, the smallest of those told as often; null where none tells one. */
function majority(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** The full name told most often: of those with more than one word, the most frequent, then the shortest. */
function personName(told: readonly Party[]): string {
  const counts = new Map<string, number>();
  for (const { name, names } of told) {
    for (const [form, count] of [[name, 0] as const, ...names]) counts.set(form, (counts.get(form) ?? 0) + count);
  }
  const full = (name: string) =>
    foldName(name)
      .split(" ")
      .filter((word) => word.length > 3 || !/^(?:al|el|bin|ibn|abu|de|la|van|von|st)$/.test(word)).length > 1
      ? 1
      : 0;
  return [...counts].sort(([a, m], [b, n]) => full(b) - full(a) || n - m || a.length - b.length || (a < b ? -1 : 1))[0]![0];
}

function actorOf(key: string, told: readonly { readonly article: string; readonly party: Party }[], map: MergeMap): Actor {
  const id = (article: string, local: string | null) => (local === null ? null : makeId("actor", map.keyOf(article, local)));
  const roles = new Map<string, Role>();
  for (const { article, party } of told) {
    for (const role of party.roles) {
      const of = id(article, role.of);
      roles.set(`${article}|${role.title}|${of}`, { title: role.title, of, from: null, to: null, article, standing: role.standing });
    }
  }
  const aliases = new Set(told.flatMap(({ party }) => [...party.names.keys()].map((name) => name.replace(/\s+/g, " "))));
  return {
    id: makeId("actor", key),
    name: key.startsWith("person:") ? personName(told.map(({ party }) => party)) : majority(told.map(({ party }) => party.name))!,
    kind: told[0]!.party.kind,
    country: majority(told.map(({ party }) => party.country)),
    sector: majority(told.map(({ party }) => party.sector)),
    partyOf: majority(told.map(({ article, party }) => id(article, party.partyOf))),
    aliases: [...aliases].sort(),
    roles: [...roles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, role]) => role),
  };
}

/**
 * Who is who in some articles: one actor per real party or person over all of them, and every place where one is named, described
 * or meant by a pronoun. The same for any order of the articles; actors are sorted by id, mentions by their place.
 * Where it is unclear who is meant there is no mention.
 */
export function readMentions(articles: readonly ActorArticle[], lexicon: ActorLexicon): ReadActors {
  const casts = [...articles].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map((article) => readArticle(article, lexicon));
  const map = mergeCasts(casts);
  const actors = [...gather(casts, map)].map(([key, told]) => actorOf(key, told, map)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const mentions = new Map<string, readonly Mention[]>();
  for (const { cast, mentions: drafts } of casts) {
    const seen = new Set<string>();
    const own = drafts
      .map(
        ({ start, end, head, form, rule, actor }): Mention => ({
          start,
          end,
          actor: makeId("actor", map.keyOf(cast.article, actor)),
          head,
          form,
          rule,
        }),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end || (a.actor < b.actor ? -1 : 1))
      .filter((draft) => {
        const place = `${draft.start}|${draft.end}|${draft.actor}`;
        return !seen.has(place) && seen.add(place) !== undefined;
      });
    mentions.set(cast.article, own);
  }
  return { actors, mentions, merges: map.merges };
}
