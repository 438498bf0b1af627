import type { EventTables } from "../lexicon/events.ts";
import type { EventLink } from "../model/event.ts";
import { meets } from "../text/words.ts";
import type { Cluster } from "./cluster.ts";
import { typeFamily } from "./family.ts";

/** A cluster with the id its event bears. */
export interface NamedCluster {
  readonly id: string;
  readonly cluster: Cluster;
}

/** Links of each event to others of the same parties and object: its plan, its fulfilment, its cancellation. */
export function linkEvents(named: readonly NamedCluster[], tables: EventTables): ReadonlyMap<string, readonly EventLink[]> {
  const links = new Map<string, EventLink[]>();
  const link = (from: string, kind: EventLink["kind"], to: string): void => {
    links.set(from, [...(links.get(from) ?? []), { kind, event: to }]);
  };
  const real = new Map<string, NamedCluster[]>();
  for (const one of named) {
    if (one.cluster.family.includes(":") || isVerbal(one.cluster.family)) continue;
    for (const key of partyKeys(one.cluster)) add(real, `${one.cluster.family}|${key}`, one);
  }
  const plans = new Map<string, NamedCluster[]>();
  for (const plan of named) {
    const [stage, family] = plan.cluster.family.split(":");
    if (!family || stage === "supposed") continue;
    for (const key of [...partyKeys(plan.cluster), ...loneKeys(plan.cluster)]) add(plans, key, plan);
    const families = family === "give" ? new Set(plan.cluster.tellings.map((one) => typeFamily(one.statement.eventType))) : [family];
    const keys = [...families].flatMap((one) => partyKeys(plan.cluster).map((key) => `${one}|${key}`));
    const done = nearest(plan, new Set(keys.flatMap((key) => real.get(key) ?? [])));
    if (!done) continue;
    link(plan.id, "plan-of", done.id);
    link(done.id, "fulfils", plan.id);
  }
  for (const one of named) {
    if (!callsOff(one.cluster, tables)) continue;
    const called = nearest(
      { ...one, cluster: one.cluster },
      new Set(calledOffKeys(one.cluster).flatMap((key) => plans.get(key) ?? [])),
      true,
    );
    if (called) link(one.id, "cancels", called.id);
  }
  return links;
}

// Each key offers so many; more would make a year of daily plans quadratic.
const KEPT = 40;

function add(map: Map<string, NamedCluster[]>, key: string, one: NamedCluster): void {
  const list = map.get(key);
  if (!list) map.set(key, [one]);
  else if (list.length < KEPT) list.push(one);
}

function isVerbal(family: string): boolean {
  return family === "asked" || family === "threatened" || family === "refused";
}

function partyKeys(cluster: Cluster): string[] {
  const sides = [...new Set([...cluster.from, ...cluster.to])].sort().slice(0, 4);
  const keys = sides.flatMap((one, i) => sides.slice(i + 1).map((other) => `${one}|${other}`));
  return keys.length > 0 ? keys : sides.map((one) => `${one}|`);
}

function loneKeys(cluster: Cluster): string[] {
  return [...cluster.sides]
    .sort()
    .slice(0, 4)
    .map((one) => `${one}|*`);
}

/** Who calls something off is often told alone: then any plan it has a part in may be meant. */
function calledOffKeys(cluster: Cluster): string[] {
  return cluster.sides.size > 1 ? partyKeys(cluster) : loneKeys(cluster);
}

/** True where the words call something off: "cancelled the talks", "scrapped the visit". */
function callsOff(cluster: Cluster, tables: EventTables): boolean {
  return cluster.tellings.some((one) => {
    const { trigger, polarity, modality } = one.statement;
    const words = one.article.text.slice(trigger.start, trigger.end).toLowerCase();
    const ends = one.stage === "refused" || one.family === "break" || one.statement.mode === "discontinue";
    return (
      tables.cancel.includes(words) ||
      (ends && tables.cancel.some((cue) => words === cue || words.startsWith(`${cue} `) || words.startsWith(`${cue}ed`))) ||
      (polarity === "negative" && modality === "refused")
    );
  });
}

/** The event of the same object that lies nearest in time after (for a cancellation: around) the plan, or null. */
function nearest(plan: NamedCluster, candidates: ReadonlySet<NamedCluster>, around = false): NamedCluster | null {
  let best: NamedCluster | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const one of candidates) {
    if (one === plan || one.id === plan.id || !sameObject(plan.cluster, one.cluster)) continue;
    const told = plan.cluster.published ?? plan.cluster.when;
    const happened = one.cluster.when ?? one.cluster.published;
    if (!told || !happened) continue;
    // A plan is told before its fulfilment ends; what was done a year later was hardly this plan.
    const due = plan.cluster.when ?? { low: told.low, high: told.high + 60 };
    const gap = Math.max(0, Math.max(due.low, happened.low) - Math.min(due.high, happened.high));
    if ((!around && happened.high < told.low) || gap > 60) continue;
    if (gap < least || (gap === least && best !== null && one.id < best.id)) {
      least = gap;
      best = one;
    }
  }
  return best;
}

function sameObject(a: Cluster, b: Cluster): boolean {
  if (a.named.size > 0 && b.named.size > 0) return meets(a.named, b.named);
  for (const [noun, value] of a.steps) if (b.steps.has(noun)) return b.steps.get(noun) === value;
  return a.things.size === 0 || b.things.size === 0 || meets(a.things.keys(), b.things) || meets(a.issues, b.issues);
}
