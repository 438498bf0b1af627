import type { Telling } from "./telling.ts";

const MEETING: ReadonlySet<string> = new Set(["meet", "AGREE"]);

/**
 * "The A team was led by X" tells of the meeting or the signing its article told of before: the nearest one in which that side took part,
 * else the nearest that follows. Such a telling takes on its kind, day, place and step; one without such a meeting stands as it is.
 */
export function placeLeads(tellings: readonly Telling[]): readonly Telling[] {
  const meetings = new Map<string, Telling[]>();
  for (const one of tellings)
    if (MEETING.has(one.family) && !isLead(one)) meetings.set(one.article.id, [...(meetings.get(one.article.id) ?? []), one]);
  return tellings.map((one) => {
    const own = isLead(one) ? (meetings.get(one.article.id) ?? []).filter((other) => shareSide(one, other)) : [];
    const host = nearest(one, own);
    if (!host) return one;
    return {
      ...one,
      family: host.family,
      from: new Set([...host.from, ...one.from]),
      sides: new Set([...host.sides, ...one.sides]),
      when: one.when ?? host.when,
      place: one.place ?? host.place,
      steps: one.steps.size > 0 ? one.steps : host.steps,
      paragraph: host.paragraph,
    };
  });
}

function isLead({ statement, stage }: Telling): boolean {
  return stage === "real" && (statement.rules[0]?.startsWith("act.lead") ?? false);
}

function shareSide(a: Telling, b: Telling): boolean {
  return b.statement.polarity === "positive" && [...a.sides].some((one) => b.sides.has(one));
}

function nearest(lead: Telling, meetings: readonly Telling[]): Telling | null {
  const at = lead.statement.trigger.start;
  const sorted = [...meetings].sort((a, b) => a.statement.trigger.start - b.statement.trigger.start);
  return sorted.findLast((one) => one.statement.trigger.start < at) ?? sorted[0] ?? null;
}
