import { readFileSync } from "node:fs";
import type { Analysis } from "../../src/model/analysis.ts";
import { makeBuilder } from "./build.ts";

const read = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8");

/** Paragraphs of a sample page in HTML, in order, as its visible text. */
function paragraphs(html: string): readonly string[] {
  const body = /<article>([\s\S]*)<\/article>/.exec(html)?.[1] ?? "";
  return [...body.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((found) => found[1] ?? "");
}

/** The sample pages as a careful reader codes them: what the views are shown with. Every place is found in the text. */
export function sampleAnalysis(): Analysis {
  const b = makeBuilder();
  const bol = b.actor("bol", "Bolivia", {
    kind: "state",
    country: "BOL",
    aliases: ["Bolivia", "La Paz", "the Bolivian side", "Bolivian negotiators"],
  });
  const pry = b.actor("pry", "Paraguay", { kind: "state", country: "PRY", aliases: ["Paraguay", "Asuncion", "a Paraguayan delegation"] });
  const ury = b.actor("ury", "Uruguay", { kind: "state", country: "URY" });
  const zarate = b.actor("zarate", "Hugo Zarate", { partyOf: pry });
  const insfran = b.actor("insfran", "Clara Insfran", { partyOf: pry });
  const arandia = b.actor("arandia", "Teresa Arandia", { partyOf: bol });
  const caballero = b.actor("caballero", "Ruben Caballero", { partyOf: pry, aliases: ["Ruben Caballero", "Ruben Cavallero", "Caballero"] });

  const ledgerText = read("chaco-ledger.txt");
  const p1 = b.page("samples/chaco-ledger.txt", ledgerText);
  const body1 = ledgerText
    .split("\n")
    .filter((line) => line.length > 120)
    .slice(1, 7);
  const chaco = b.article(p1, {
    headline: "Asuncion and La Paz edge back to the table over the Pilcomayo",
    standfirst:
      "Two neighbours who stopped speaking last autumn are talking again, and the river between them is only half of the subject.",
    publisher: "The Chaco Ledger",
    byline: { name: "Beatriz Solano", role: "Senior fellow, Chaco Institute for River Studies" },
    published: { value: "2026-04-02T16:20", basis: "list-item", evidence: [] },
    lines: [
      ...body1,
      "Whether the thaw lasts will depend on Bolivia's readiness to free the two prisoners it still holds. Without that, Paraguay is unlikely to reopen the dam, and the growers may have to wait for the rains.",
    ].filter((line, n, all) => all.indexOf(line) === n),
  });
  for (const headline of ["A new bus line for the northern suburbs", "Three museums open their archives of the Chaco war"])
    b.article(p1, { kind: "teaser", headline, lines: [headline], published: { value: null, basis: "none", evidence: [] } });

  const gatherText = read("newsgather.txt");
  const p2 = b.page("samples/newsgather.txt", gatherText);
  const captions = ["Clara Insfran and Teresa", "Handout/", "A growers' cooperative near", "Photo: "];
  const lines2 = gatherText
    .split("\nHashtags")[0]!
    .split("\n")
    .filter((line) => line !== "");
  const gather = b.article(p2, {
    headline: lines2[0]!,
    publisher: "Newsgather",
    published: { value: "2026-04", basis: "constraint", evidence: [] },
    captions: [
      {
        start: 0,
        end: 0,
        pageStart: gatherText.indexOf("Clara Insfran and Teresa"),
        text: "Clara Insfran and Teresa Arandia before the meeting in La Paz.",
      },
    ],
    lines: lines2.slice(1).filter((line) => !captions.some((caption) => line.startsWith(caption))),
  });
  for (const start of ["Kenya has asked", "Norway and Iceland signed", "Malawi has offered"]) {
    const line = gatherText.split("\n").find((one) => one.startsWith(start))!;
    b.article(p2, {
      headline: line.split(",")[0]!.slice(0, 60),
      publisher: "Harbour Times",
      lines: [line],
      published: { value: null, basis: "relative", evidence: [] },
    });
  }

  const html = { pampa: paragraphs(read("pampa-courier.html")), monitor: paragraphs(read("altiplano-monitor.html")) };
  const p3 = b.page("samples/pampa-courier.html", html.pampa.join("\n"));
  const pampa = b.article(p3, {
    headline: "Bolivia frees Paraguayan surveyor after talks in La Paz",
    publisher: "The Pampa Courier",
    agency: "Andean Wire",
    byline: { name: "Lucia Ferrand", role: null },
    published: { value: "2026-03-23T08:40", basis: "meta", evidence: [] },
    lines: html.pampa,
  });
  const p4 = b.page("samples/altiplano-monitor.html", html.monitor.join("\n"));
  const monitor = b.article(p4, {
    headline: "Surveyor walks free at Ibibobo",
    publisher: "Altiplano Monitor",
    agency: "Andean Wire",
    published: { value: "2026-03-24T06:10", basis: "meta", evidence: [] },
    lines: html.monitor,
  });
  const wire =
    "Bolivia released a Paraguayan surveyor on Sunday, five months after he and two colleagues were arrested near the Pilcomayo river, Paraguay's foreign ministry said.";
  b.copies(monitor, [wire, ...html.monitor.slice(1)], pampa);
  b.role(zarate, chaco, "special envoy for river affairs", pry, "former");
  b.role(insfran, gather, "deputy foreign minister", pry, "current");
  b.role(arandia, pampa, "foreign minister", bol, "current");

  const official = "a Paraguayan official";
  const s = {
    visitA: b.statement(chaco, {
      quote: "a Paraguayan delegation led by Hugo Zarate, the former special envoy for river affairs, arrived in La Paz",
      trigger: "arrived",
      eventType: "CONSULT",
      modality: "done",
      from: [[pry, "a Paraguayan delegation"]],
      to: [[bol, "La Paz"]],
      leaders: [[zarate, "Hugo Zarate", pry, false]],
      issue: "diplomatic-ties",
      when: "2026-03-18",
    }),
    visitB: b.statement(gather, {
      quote: "Clara Insfran, Paraguay's deputy foreign minister, led the talks for her side at the March meeting in La Paz.",
      trigger: "led",
      eventType: "CONSULT",
      modality: "done",
      from: [[pry, "her side"]],
      to: [[bol, "La Paz"]],
      leaders: [[insfran, "Clara Insfran", pry, false]],
      issue: "diplomatic-ties",
      when: "2026-03",
    }),
    noRole: b.statement(gather, {
      quote: "Hugo Zarate was in the room as a private adviser and holds no mandate, two diplomats said.",
      trigger: "holds no mandate",
      eventType: "CONSULT",
      modality: "denied",
      from: [[zarate, "Hugo Zarate"]],
      to: [],
      leaders: [[zarate, "Hugo Zarate", pry, true]],
      says: ["unnamed", null, "two diplomats"],
      issue: "diplomatic-ties",
    }),
    gates: b.statement(chaco, {
      quote: "Arandia asked Paraguay to reopen the dam before the sowing season.",
      trigger: "asked",
      eventType: "REQUEST",
      modality: "asked",
      from: [[arandia, "Arandia"]],
      to: [[pry, "Paraguay"]],
      issue: "water",
      when: "2026-03-18",
    }),
    gatesWire: b.statement(pampa, {
      quote: "She called on Paraguay to reopen the Laguna Verde dam before the sowing season.",
      trigger: "called on",
      eventType: "REQUEST",
      modality: "asked",
      from: [[arandia, "She"]],
      to: [[pry, "Paraguay"]],
      says: ["named", arandia, "She"],
      issue: "water",
      when: "2026-03-22",
    }),
    gatesCopy: b.statement(monitor, {
      quote: "She called on Paraguay to reopen the Laguna Verde dam before the sowing season.",
      trigger: "called on",
      eventType: "REQUEST",
      modality: "asked",
      from: [[arandia, "She"]],
      to: [[pry, "Paraguay"]],
      says: ["named", arandia, "She"],
      issue: "water",
      when: "2026-03-22",
    }),
    gatesIf: b.statement(pampa, {
      quote: '"If the other two prisoners are released, we will reopen the dam," she told reporters.',
      trigger: "will reopen",
      eventType: "RETREAT",
      modality: "promised",
      from: [[insfran, "she"]],
      to: [[bol, "Bolivian"]],
      condition: "If the other two prisoners are released",
      says: ["named", insfran, "she", "direct"],
      issue: "water",
      when: "2026-03-22",
    }),
    gatesOpen: b.statement(gather, {
      quote: "Release the prisoners: the dam opens the same day,' said a Paraguayan official",
      trigger: "opens",
      eventType: "RETREAT",
      modality: "promised",
      from: [[pry, official]],
      to: [[bol, "Bolivia"]],
      condition: "Release the prisoners",
      says: ["unnamed", pry, official, "direct"],
      issue: "water",
      when: "2026-04",
    }),
    mission: b.statement(gather, {
      quote: "Paraguay has promised to send a technical mission to the dam in May.",
      trigger: "promised",
      eventType: "COOPERATE",
      modality: "promised",
      from: [[pry, "Paraguay"]],
      to: [[bol, "Bolivia"]],
      issue: "water",
      when: "2026-04",
    }),
    maybe: b.statement(gather, {
      quote: "It may open one of the four sluices as a test, the second person said.",
      trigger: "open",
      eventType: "RETREAT",
      modality: "planned",
      from: [[pry, "It"]],
      to: [],
      says: ["unnamed", null, "the second person"],
      sure: "PS+",
      cue: "may",
      issue: "water",
    }),
    gauges: b.statement(chaco, {
      quote:
        "Paraguay also offered to share its measurements of the water flow with Bolivia, according to a Bolivian diplomat who attended the talks.",
      trigger: "offered",
      eventType: "COOPERATE",
      modality: "offered",
      from: [[pry, "Paraguay"]],
      to: [[bol, "Bolivian"]],
      says: ["unnamed", bol, "a Bolivian diplomat who attended the talks"],
      issue: "water",
      when: "2026-03-18",
    }),
    seat: b.statement(gather, {
      quote:
        "Bolivia also put in a request to reopen its consulate in Asuncion, the official and a second person briefed on the talks said.",
      trigger: "put in a request",
      eventType: "REQUEST",
      modality: "asked",
      from: [[bol, "Bolivia"]],
      to: [[pry, "Paraguay"]],
      says: ["unnamed", pry, "the official and a second person briefed on the talks"],
      issue: "missions",
      when: "2026-03",
    }),
    freed: b.statement(chaco, {
      quote: "Four days later Bolivia released one of the prisoners, the surveyor Ruben Cavallero",
      trigger: "released",
      eventType: "RETREAT",
      modality: "done",
      from: [[bol, "Bolivia"]],
      to: [[pry, "Paraguay"]],
      issue: "detainees",
      when: "2026-03-22",
    }),
    freedWire: b.statement(pampa, {
      quote: wire,
      trigger: "released",
      eventType: "RETREAT",
      modality: "done",
      from: [[bol, "Bolivia"]],
      to: [[pry, "Paraguayan"]],
      says: ["named", pry, "Paraguay's foreign ministry"],
      issue: "detainees",
      when: "2026-03-22",
    }),
    freedCopy: b.statement(monitor, {
      quote: wire,
      trigger: "released",
      eventType: "RETREAT",
      modality: "done",
      from: [[bol, "Bolivia"]],
      to: [[pry, "Paraguayan"]],
      says: ["named", pry, "Paraguay's foreign ministry"],
      issue: "detainees",
      when: "2026-03-22",
    }),
    freedB: b.statement(gather, {
      quote: "Uruguay brokered the release of Ruben Caballero, the first of three Paraguayan prisoners to go home.",
      trigger: "release",
      eventType: "RETREAT",
      modality: "done",
      from: [[bol, "Bolivia"]],
      to: [[pry, "Paraguayan"]],
      via: [[ury, "Uruguay"]],
      issue: "detainees",
      when: "2026-03",
    }),
    two: b.statement(gather, {
      quote: "Before the talks, Paraguay was demanding not just the release of its prisoners but $12 million for a burned survey station.",
      trigger: "demanding",
      eventType: "REQUEST",
      modality: "asked",
      from: [[pry, "Paraguay"]],
      to: [[bol, "Bolivia"]],
      issue: "detainees",
      when: "2026-02",
    }),
    denies: b.statement(pampa, {
      quote: "Paraguay denies that they crossed the border.",
      trigger: "denies",
      eventType: "REJECT",
      modality: "denied",
      from: [[pry, "Paraguay"]],
      to: [[bol, "Bolivia"]],
      says: ["named", pry, "Paraguay"],
      issue: "detainees",
      when: "2026-03-23",
    }),
    pays: b.statement(chaco, {
      quote: "Bolivia rejected Paraguay's demand for $12 million in compensation for a survey station that burned down in October.",
      trigger: "rejected",
      eventType: "REJECT",
      modality: "refused",
      from: [[bol, "Bolivia"]],
      to: [[pry, "Paraguay"]],
      issue: "compensation",
      when: "2026-03",
    }),
    demand: b.statement(chaco, {
      quote: "Paraguay's demand for $12 million in compensation",
      trigger: "demand",
      eventType: "REQUEST",
      modality: "asked",
      from: [[pry, "Paraguay"]],
      to: [[bol, "Bolivia"]],
      issue: "compensation",
      when: "2026-03",
    }),
    pays2: b.statement(gather, {
      quote: "Bolivia has refused to pay.",
      trigger: "refused",
      eventType: "REJECT",
      modality: "refused",
      from: [[bol, "Bolivia"]],
      to: [[pry, "Paraguay"]],
      issue: "compensation",
      when: "2026-03",
    }),
    exemption: b.statement(gather, {
      quote: "Bolivian negotiators asked Paraguay to abolish the customs duty on grain.",
      trigger: "asked",
      eventType: "REQUEST",
      modality: "asked",
      from: [[bol, "Bolivian negotiators"]],
      to: [[pry, "Paraguay"]],
      issue: "tariffs",
      when: "2026-03",
    }),
    fee: b.statement(chaco, {
      quote: "On March 27, Paraguay lifted the customs duty of $400 a truck that it had imposed on Bolivian grain.",
      trigger: "lifted",
      eventType: "RETREAT",
      modality: "done",
      from: [[pry, "Paraguay"]],
      to: [[bol, "Bolivian"]],
      issue: "tariffs",
      when: "2026-03-27",
    }),
    feeB: b.statement(gather, {
      quote: "After Caballero came home, Paraguay dropped the customs duty on grain trucks.",
      trigger: "dropped",
      eventType: "RETREAT",
      modality: "done",
      from: [[pry, "Paraguay"]],
      to: [[bol, "Bolivian"]],
      issue: "tariffs",
      when: "2026-03",
    }),
    soy: b.statement(gather, {
      quote: "'Keep our people through the winter and the border closes to soy,' another Paraguayan official said after the handover.",
      trigger: "closes",
      eventType: "THREATEN",
      modality: "threatened",
      from: [[pry, "another Paraguayan official"]],
      to: [[bol, "Bolivia"]],
      condition: "Keep our people through the winter",
      says: ["unnamed", pry, "another Paraguayan official", "direct"],
      issue: "tariffs",
      when: "2026-03-22/2026-04",
    }),
    power: b.statement(gather, {
      quote:
        "A former Paraguayan minister who dealt with La Paz for years said Bolivia also wanted cheap electricity from the Itaipu power plant.",
      trigger: "wanted",
      eventType: "REQUEST",
      modality: "asked",
      from: [[bol, "Bolivia"]],
      to: [[pry, "Paraguay"]],
      says: ["named", null, "A former Paraguayan minister who dealt with La Paz for years"],
      issue: "energy",
    }),
  };

  const visit = {
    id: "e-visit",
    statements: [s.visitA, s.visitB, s.noRole],
    eventType: "CONSULT" as const,
    actors: [pry],
    recipients: [bol],
    time: "2026-03-18",
    story: "story",
    links: [],
  };
  b.event({
    ...visit,
    accounts: [
      {
        publisher: "The Chaco Ledger",
        articles: [chaco],
        slots: [
          { slot: "leader", side: pry, value: zarate, statements: [s.visitA] },
          { slot: "when", value: "2026-03-18", statements: [s.visitA] },
          { slot: "where", value: "La Paz", statements: [s.visitA] },
        ],
      },
      {
        publisher: "Newsgather",
        articles: [gather],
        slots: [
          { slot: "leader", side: pry, value: insfran, statements: [s.visitB, s.noRole] },
          { slot: "when", value: "2026-03", statements: [s.visitB] },
          { slot: "where", value: "La Paz", statements: [s.visitB] },
        ],
      },
    ],
  });
  b.event({
    id: "e-release",
    statements: [s.freed, s.freedWire, s.freedCopy, s.freedB],
    eventType: "RETREAT",
    actors: [bol],
    recipients: [pry],
    time: "2026-03-22",
    story: "story",
    links: [{ kind: "fulfils", event: "e-visit" }],
    accounts: [
      {
        publisher: "The Chaco Ledger",
        articles: [chaco],
        slots: [
          { slot: "whom", value: caballero, statements: [s.freed] },
          { slot: "when", value: "2026-03-22", statements: [s.freed] },
        ],
      },
      {
        publisher: "Newsgather",
        articles: [gather],
        slots: [
          { slot: "whom", value: caballero, statements: [s.freedB] },
          { slot: "when", value: "2026-03", statements: [s.freedB] },
          { slot: "mediator", value: ury, statements: [s.freedB] },
        ],
      },
      {
        publisher: "The Pampa Courier",
        articles: [pampa, monitor],
        slots: [{ slot: "when", value: "2026-03-22", statements: [s.freedWire, s.freedCopy] }],
      },
    ],
  });
  const account = (publisher: string, value: string, ...statements: readonly string[]) => ({ publisher, value, statements });
  b.discrepancy({
    event: "e-visit",
    slot: "leader",
    side: pry,
    verdict: "✕",
    rule: "explicit-leaders-differ",
    accounts: [account("The Chaco Ledger", zarate, s.visitA), account("Newsgather", insfran, s.visitB, s.noRole)],
  });
  b.discrepancy({
    event: "e-visit",
    slot: "when",
    verdict: "≈",
    rule: "coarser-date",
    accounts: [account("The Chaco Ledger", "2026-03-18", s.visitA), account("Newsgather", "2026-03", s.visitB)],
  });
  b.discrepancy({ event: "e-release", slot: "mediator", verdict: "·", rule: "only-one", accounts: [account("Newsgather", ury, s.freedB)] });
  b.discrepancy({
    event: "e-release",
    slot: "whom",
    verdict: "=",
    rule: "same-actor",
    accounts: [account("The Chaco Ledger", caballero, s.freed), account("Newsgather", caballero, s.freedB)],
  });

  const upTo = "2026-04-30";
  const askDetainees = b.entry("asked", pry, bol, "2026-02", [s.two]);
  const askGates = b.entry("asked", bol, pry, "2026-03-18", [s.gates, s.gatesWire, s.gatesCopy]);
  const askTrade = b.entry("asked", bol, pry, "2026-03", [s.exemption]);
  const askMoney = b.entry("asked", pry, bol, "2026-03", [s.demand]);
  const dyad = [bol, pry] as const;
  b.row({
    dyad,
    issue: "detainees",
    state: "partly met",
    rule: "an ask was answered by a step given, and the ask names more",
    upTo,
    entries: [
      askDetainees,
      b.entry("given", bol, pry, "2026-03-22", [s.freed, s.freedWire, s.freedCopy, s.freedB], { answers: askDetainees.id }),
      b.entry("refused", pry, bol, "2026-03-23", [s.denies]),
    ],
  });
  b.row({
    dyad,
    issue: "water",
    state: "open",
    rule: "the ask met conditions, and no step",
    upTo,
    entries: [
      askGates,
      b.entry("offered", pry, bol, "2026-03-18", [s.gauges], { soft: true }),
      b.entry("conditional", pry, bol, "2026-03-22", [s.gatesIf], { answers: askGates.id }),
      b.entry("conditional", pry, bol, "2026-04", [s.gatesOpen], { answers: askGates.id, soft: true }),
      b.entry("promised", pry, bol, "2026-04", [s.mission]),
    ],
  });
  b.row({
    dyad,
    issue: "tariffs",
    state: "moving",
    rule: "steps given and threats made since the last ask",
    upTo,
    entries: [
      askTrade,
      b.entry("given", pry, bol, "2026-03-27", [s.fee, s.feeB], { answers: askTrade.id }),
      b.entry("threatened", pry, bol, "2026-03-22/2026-04", [s.soy], { soft: true }),
    ],
  });
  b.row({
    dyad,
    issue: "missions",
    state: "unanswered",
    rule: "no answer to the ask was found",
    upTo,
    entries: [b.entry("asked", bol, pry, "2026-03", [s.seat], { soft: true })],
  });
  b.row({
    dyad,
    issue: "energy",
    state: "unanswered",
    rule: "no answer to the ask was found",
    upTo,
    entries: [b.entry("asked", bol, pry, null, [s.power], { soft: true })],
  });
  b.row({
    dyad,
    issue: "compensation",
    state: "refused",
    rule: "the last ask was refused by its addressee",
    upTo,
    entries: [askMoney, b.entry("refused", bol, pry, "2026-03", [s.pays, s.pays2], { answers: askMoney.id })],
  });
  return b.done();
}
