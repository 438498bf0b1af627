import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCueLexicon } from "../../src/lexicon/cues.ts";
import { loadCore } from "../../src/sentence/core.ts";
import { readDoc } from "../../src/sentence/read.ts";
import { readVoices } from "../../src/statement/voice/voices.ts";

const core = loadCore(readFileSync(new URL("../../data/core.bin", import.meta.url)));
const lexicon = loadCueLexicon();

/** Each voice as "source <cue> content", with its kind and the voice around it. */
function read(text: string) {
  const doc = readDoc(text, core);
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return readVoices(doc, lexicon).map((voice) => ({
    source: voice.source === null ? "" : words(voice.source.span),
    head: voice.source === null ? "" : words({ start: doc.start[voice.source.head]!, end: doc.end[voice.source.head]! }),
    cue: voice.cue === null ? "" : words(voice.cue),
    content: voice.content.map(words),
    voice,
  }));
}

describe("cues of several words", () => {
  it("joins a statement issued with what it says", () => {
    const told = read("The party issued a statement saying it would boycott the vote.");
    expect(told.map(({ cue }) => cue)).toEqual(["issued a statement saying"]);
    expect(told[0]?.head).toBe("party");
  });
  it("gives a quoted speaker what is quoted, not the one who quotes", () => {
    const told = read("The colonel was quoted by state radio as saying that the bridge was mined.");
    expect(told).toHaveLength(1);
    expect(told[0]?.head).toBe("colonel");
  });
  it("gives what is cited to who is cited, inside the report", () => {
    const told = read("The agency, citing an unnamed diplomat, reported that the convoy had turned back.");
    const cited = told.find(({ voice }) => voice.rule === "citing");
    expect(cited?.source).toBe("an unnamed diplomat");
    expect(cited?.content[0]).toContain("the convoy had turned back");
    expect(told[cited?.voice.nestedIn ?? -1]?.cue).toBe("reported");
  });
  it("cites nobody where a reason is cited", () => {
    const told = read("The agency, citing the bad weather, reported that the convoy had turned back.");
    expect(told.some(({ voice }) => voice.rule === "citing")).toBe(false);
  });
});

describe("who speaks where the tree gives another", () => {
  it.each([
    ["Anna Brandt told the Harbour Herald Monday when asked about fears that the yard would not pay.", "asked", ""],
    ["“It would make things worse,” Brandt said, while arguing Oslo should send more boats.", "arguing", "Brandt"],
    ["The plan, said Olga Lind, a reader in law at the Grau Centre in Lund, would let the yard close.", "said", "Olga"],
    [
      "Luis Vega was attacked by the keeper and secretary of state Olga Lind for suggesting that the yard would close.",
      "suggesting",
      "Luis",
    ],
    ["Anna Brandt, who stayed, said the yard would close.", "said", "Anna"],
    ["Malta, the port and Norway said that the yard would close.", "said", "Malta"],
  ])("%s", (text, word, head) => {
    expect(read(text).find(({ cue }) => cue === word)?.head ?? "").toBe(head);
  });
});

describe("where a content ends", () => {
  it("stops before the tag of another speaker", () => {
    const told = read("A former envoy said the truce would hold, the newspaper reported.");
    const envoy = told.find(({ head }) => head === "envoy");
    expect(envoy?.content.join(" ")).not.toContain("newspaper");
    expect(told[envoy?.voice.nestedIn ?? -1]?.head).toBe("newspaper");
  });
  it("never reaches over the end of the quote a cue stands in", () => {
    const told = read("“The minister says it is over,” she told the broadcaster on Monday.");
    const inner = told.find(({ head }) => head === "minister");
    expect(inner?.content.join(" ")).not.toContain("broadcaster");
  });
  it("takes in the addressee's clause whole", () => {
    expect(read("The minister called on both sides to stop the shelling.")[0]?.content).toEqual(["both sides to stop the shelling"]);
  });
  it("takes a second clause with “that”, not a clause of the author's behind a comma", () => {
    const told = read("Peru said the ban was lifted and that talks would begin, while Chile closed its ports.");
    expect(told[0]?.content.join(" ")).toBe("the ban was lifted and that talks would begin");
  });
  it("takes a clause of the author's to begin behind a closing mark", () => {
    const told = read("The envoy warned that “people are hungry” as she ended her tour on Friday.");
    expect(told[0]?.content.join(" ")).toBe("that “people are hungry”");
  });
  it("leaves it to the author that another denies what is said", () => {
    const told = read("The banker accused Peru of spying on him, which Peru denies.");
    expect(told.find(({ head }) => head === "banker")?.content).toEqual(["Peru of spying on him"]);
    const claim = read("The port has said the ships were armed by Oman - a claim the sultanate has rejected.");
    expect(claim.find(({ head }) => head === "port")?.content.join(" ")).toBe("the ships were armed by Oman");
  });
  it("ends what is said before the author's remark behind a dash, and keeps what two dashes set off", () => {
    const told = read("The minister said she was tired of the vote — a rebuke for a party that had struck the deal.");
    expect(told[0]?.content).toEqual(["she was tired of the vote"]);
    expect(read("The minister said the pact — a gift to Chile — would fail.")[0]?.content.join(" ")).toMatch(/would fail$/);
  });
  it("ends what is explained before what happened even then", () => {
    const told = read("The firm tried to explain why it had closed the mine even as unions rallied against it.");
    expect(told.find(({ cue }) => cue.endsWith("explain"))?.content).toEqual(["why it had closed the mine"]);
  });
  it("ends what a noun phrase says before the next verb", () => {
    const told = read("The governor blamed the firm for the leak and said that the dam had cracked.");
    expect(told.find(({ cue }) => cue === "blamed")?.content).toEqual(["the firm for the leak"]);
    const led = read("The governor blamed the firm that dug and left.");
    expect(led.find(({ cue }) => cue === "blamed")?.content.join(" ")).toContain("left");
  });
  it("gives nobody what he denies", () => {
    const told = read("Lund said others had raised doubts about Vega, a prospect Vega denied on Monday.");
    expect(told.some(({ head, voice }) => head === "Vega" && voice.asserts)).toBe(false);
  });
  it("leaves out of who it is according to what a participle sets off", () => {
    const told = read("The yard lost a third of its trade, according to its owners, compared with a tenth the year before.");
    expect(told.find(({ cue }) => cue === "according to")?.source).toBe("its owners");
  });
  it("gives who it is according to only the clause of the pronoun before", () => {
    const told = read("Kenya keeps a list of boats which, according to Harbour Weekly, had left the port.");
    expect(told.find(({ cue }) => cue === "according to")?.content).toEqual(["which", "had left the port"]);
  });
  it("keeps what does not deny", () => {
    const told = read("The banker accused Peru of spying on a lawyer, which shocked Lima.");
    expect(told.find(({ head }) => head === "banker")?.content.join(" ")).toContain("Lima");
  });
  it("takes what would be along, over “and”", () => {
    const told = read("Unions say it copies the old law and would offer the ministry wide powers to close newspapers.");
    expect(told[0]?.content.join(" ")).toMatch(/close newspapers$/);
  });
  it("never takes what stands before “which says”", () => {
    const told = read("Many states condemned the coast guard, which says a boat left the agreed route.");
    expect(told.find(({ cue }) => cue === "says")?.content.join(" ") ?? "").not.toContain("condemned");
    const claimed = read("The visit came after Peru received a group of “exiles,” who Lima claimed were hunted in Chile.");
    expect(claimed.find(({ cue }) => cue === "claimed")?.content.join(" ") ?? "").not.toContain("visit");
  });
  it("keeps an aside that no comma sets off", () => {
    expect(read("Peru said the port was closed while talks went on.")[0]?.content.join(" ")).toContain("while talks went on");
  });
  it("takes the whole sentence around a quote that goes on with it", () => {
    const told = read(
      "In its answer the port is likely to demand that all foreign ships be kept out of its “inner basin,” a harbour pilot said.",
    );
    expect(told[0]?.content.join(" ")).toMatch(/^In its answer the port/);
  });
  it("gives a whole sentence to who it is according to", () => {
    const told = read("The court fined a captain who fled after he rammed the ferry and sank it, according to the coast guard.");
    expect(told.find(({ voice }) => voice.rule === "according")?.content.join(" ")).toMatch(/^The court fined/);
  });
  it("does not reach before “and” where another begins to speak", () => {
    const told = read("The port is offering a new berth and the captain of the ferry says they will not use it.");
    expect(told.find(({ cue }) => cue === "says")?.content).toEqual(["they will not use it"]);
  });
  it("gives nothing before it to a verb that reports no clauses", () => {
    const told = read("The quay stays open, even if the pilots, the mayor and the crews threaten a strike, Lindt says at the forum.");
    expect(told.find(({ cue }) => cue === "threaten")?.content.join(" ") ?? "").not.toContain("quay");
  });
  it("gives nobody what a clause with “which” only shows", () => {
    const told = read("The ferry left at noon, which indicates that the strike is over.");
    expect(told.some(({ content }) => content.join(" ").includes("noon"))).toBe(false);
  });
  it("gives the subject to what is expected of it, and nobody as the source", () => {
    const [told] = read("Oman is expected to sign the treaty.");
    expect(told?.content.join(" ")).toBe("Oman to sign the treaty");
    expect(told?.voice.source).toBeNull();
  });
});

describe("a speaker before or behind an aside", () => {
  it("gives what is added to who spoke right before", () => {
    const told = read("The tanker left port at dawn, Radio Lund reported, adding that the crew would meet the mayor.");
    expect(told.find(({ cue }) => cue === "adding")?.source).toBe("Radio Lund");
    const cited = read("The tanker was towed away by a tug, according to Harbour Weekly, adding that the crew denied any theft.");
    expect(cited.find(({ cue }) => cue === "adding")?.source).toBe("Harbour Weekly");
  });
  it("takes a list of places for the end of the subject, and what follows a verb for its own", () => {
    const told = read("Divers from the island, the yard and Bergen accused the council of hiding the wreck.");
    expect(told.find(({ cue }) => cue === "accused")?.head).toBe("Divers");
    const own = read("The crew left at dawn and Bergen accused the council of hiding the wreck.");
    expect(own.find(({ cue }) => cue === "accused")?.head).toBe("Bergen");
  });
  it.each([
    ["The port would rather not close, Minister of Foreign Trade Mara Lindt said during a hearing.", "Mara"],
    ["The quay will close, an aide to Mara Lindt said on Friday.", "aide"],
    ["Chiefs of Staff of the Peruvian Armed Forces Major General Anton Brandt said that Peru is building walls.", "Anton"],
    ["The second part of the plan, Brandt said on Monday, was to close the quay.", "Brandt"],
    ["The sailors marched for hours – where the old quay once stood – while chanting, “Give us the port!”", "sailors"],
    ["The film uses pictures of Mara Lindt asking, “Why is the harbour closed?”", "Mara"],
    ["Anton Brandt mocked the owners during the long strike, tweeting, “The harbour is closed.”", "Anton"],
    ["The port made an offer to lift the ban, the mayor and a second person familiar with the talks said.", "mayor"],
    ["The pilots hope for a rise given the cost of fuel, Mara Lindt, member of the board, head of Division 12 of the port, said.", "Mara"],
  ])("%s", (text, head) => expect(read(text).map((told) => told.head)).toContain(head));
});

describe("a tag at the end of its sentence", () => {
  it("gives what another did before it to the speaker beside it", () => {
    const told = read("The ferry's owner wrote to Norway on Friday to demand a refund, the harbour's union said in a letter.");
    expect(told.find(({ cue }) => cue === "said")?.source).toBe("the harbour's union");
    const close = read("Rebels in the hills told of a raid, people close to the general said.");
    expect(close.find(({ cue }) => cue === "said")?.source).toBe("people close to the general");
  });
  it.each([
    ["The northern front, which has fought the army for years, has been pushed out of the province, says the military.", "military"],
    ["They also wanted millions of dollars unfrozen, said a former envoy who dealt with the rebels.", "envoy"],
    ["The navy sank a smuggler's boat near the strait last Saturday, the port confirmed.", "port"],
    ["The navy sank three boats in the strait on Saturday, the port authority announced on Sunday.", "authority"],
    ["The rebels shelled two ferries near the quay, the port authority claimed in a statement late on Monday.", "authority"],
    ["The port plans to dismiss the pilots, a person briefed on the talks said.", "person"],
    ["Norway is considering leasing the old ferries, two people familiar with the matter said.", "people"],
    ["The port plans to dismiss the pilots, according to a person briefed on the talks.", "person"],
    ["However, the court kept the ban in force “due to its view of him as a ‘shipping tycoon,’” the statement read.", "statement"],
    ["“Most of the sailors who joined the fleet come from three countries,” she specified at the fair in Oslo.", "she"],
    ["“Nothing has left the harbour so far,” said port spokesman Ole Berg, adding that it was because Norway had closed the gates.", "Ole"],
  ])("%s", (text, speaker) => {
    const told = read(text).filter(({ voice }) => voice.asserts);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ head }) => head))).toEqual(new Set([speaker]));
    expect(told[0]?.content[0]).toBe(text.slice(0, told[0]?.content[0]?.length));
  });
  it("takes nobody who is spoken to, and no relative clause, for the speaker", () => {
    expect(read("The drones fired at the ferry, Ann Lee, a nurse, told the agency.").map(({ head }) => head)).not.toContain("agency");
    const denied = read("Both fleets have been accused of piracy, which they deny.");
    expect(denied.find(({ cue }) => cue === "deny")).toBeUndefined();
    const named = read("The port dismissed the pilots, two of whom Lee had reported on Friday.");
    expect(named.map(({ content }) => content.join(" "))).not.toContainEqual(expect.stringContaining("dismissed"));
  });
  it("takes what comes of it, or is added to it, for nothing that it says", () => {
    const added = read("Norway would leave the port, Lee said, adding that the pilots would stay.");
    expect(added.map(({ cue, content }) => [cue, content[0]])).toEqual([
      ["said", "Norway would leave the port"],
      ["adding", "that the pilots would stay"],
    ]);
    expect(read("Norway would leave the port, Lee said, drawing a rebuke from the pilots.")[0]?.content).toEqual([
      "Norway would leave the port",
    ]);
    expect(read("Lee said, speaking at the port, that the pilots would stay.")[0]?.content).toEqual(["that the pilots would stay"]);
    expect(read("While Norway left the port, it denies being afraid.").map(({ content }) => content[0])).not.toContain(
      "While Norway left the port",
    );
  });
  it("takes a clause that says when, or what a noun before it is, for no such tag", () => {
    for (const text of [
      "Norway expelled the pilots at once, hours after the port had ordered a captain to leave.",
      "The port accused the pilots of hiding smugglers, a charge Norway denies.",
    ])
      expect(read(text).map(({ content }) => content[0])).not.toContainEqual(
        expect.stringMatching(/^(?:Norway expelled|The port accused)/),
      );
  });
  it("takes a verb with an object of its own for no such tag", () => {
    expect(read("The navy left the strait, and the pilots announced a strike on Friday.").map(({ content }) => content[0])).not.toContain(
      "The navy left the strait",
    );
  });
  it("reads a lost clause behind a second subject", () => {
    const told = read("Berg said the Danish boats used for their raids on the coast old engines and other kinds of heavy gear.");
    expect(told[0]?.head).toBe("Berg");
  });
  it("lets who is blamed for saying something say it", () => {
    const told = read("Berg told the fair that he wanted an apology from an official for saying Norway was starving the islands.");
    expect(told.find(({ cue }) => cue === "saying")?.head).toBe("official");
  });
  it("reads whose words they are", () => {
    const told = read("In Lee's words, “the world does not let us win.”");
    expect(told.map(({ source }) => source)).toEqual(["Lee"]);
  });
});

describe("a tag inside its clause", () => {
  it("leaves the clause on both sides to what is said", () => {
    expect(read("The harbour, Mara Lindt says, has lost its pilots.")[0]?.content).toEqual(["The harbour", "has lost its pilots"]);
  });
  it("is none where a clause of its own follows", () => {
    expect(read("The mayor, Mara Lindt says, while the pilots strike, nobody will leave.")[0]?.content.join(" ")).not.toContain(
      "The mayor",
    );
  });
});

describe("what is put forward", () => {
  it.each([
    ["The port reported heavy losses.", true],
    ["The port condemned the raid on the ferry.", false],
    ["The port voted to close the quay.", false],
    ["We believe the quay was empty.", false],
    ["It was reported that the quay was empty.", true],
    ["The port accused the ferry of ramming the quay.", true],
  ])("%s %s", (text, asserts) => expect(read(text)[0]?.voice.asserts).toBe(asserts));
});

describe("who holds the floor", () => {
  it("leaves a quote to nobody after a speech that was not made", () => {
    const told = read("“We are done,” Mara Lindt said. Anton Brandt did not suggest a talk. “The harbour is closed.”");
    expect(told.find(({ head }) => head === "Anton")?.content.join(" ") ?? "").not.toContain("closed");
  });
  it("gives a quote to who has just praised or condemned", () => {
    const told = read(
      "Foreign Minister Ana Reyes praised Chile for opening the pass. “I praise Chile for its wise decision this morning.”",
    );
    const quote = told.find(({ voice }) => voice.rule === "goes-on");
    expect(quote?.source).toContain("Ana Reyes");
    expect(quote?.voice.asserts).toBe(true);
  });
  it("gives a sentence that begins outside its quotation marks to who spoke last", () => {
    const told = read(
      "“We will hold them to account,” Mara Lindt said. The harbour gang “and its chiefs have run a campaign of fear.” Lindt then left.",
    );
    expect(told[0]?.content.at(-1)).toBe("The harbour gang “and its chiefs have run a campaign of fear.”");
  });
  it("gives the next paragraph of quotes to who spoke last", () => {
    const told = read("“We are done,” Mara Lindt said.\n\n“The harbour is closed.”\n\nThe port did not comment on the closure.");
    expect(told[0]?.content).toEqual(["“We are done,”", "“The harbour is closed.”"]);
  });
  it("does not give a quote to a speaker two paragraphs up", () => {
    const told = read("“We are done,” Mara Lindt said.\n\nThe ferries stayed in port.\n\n“The harbour is closed.”");
    expect(told[0]?.content).toEqual(["“We are done,”"]);
  });
  it("lets each speaker keep the quote beside the own cue", () => {
    const told = read("“We are done,” Mara Lindt said. “We are not,” Anton Brandt replied.");
    expect(told.map(({ head, content }) => [head, content])).toEqual([
      ["Mara", ["“We are done,”"]],
      ["Anton", ["“We are not,”"]],
    ]);
  });
  it("does not take the end of a paragraph's quote for what a next one's source says", () => {
    const told = read("'They have known this since March,' Brandt said.\n\nAccording to Graustark, the quay was empty.");
    expect(told.find(({ voice }) => voice.rule === "according")?.content).toEqual(["the quay was empty"]);
  });
});

describe("speakers before a colon", () => {
  it("takes no place for a speaker where nothing stands in quotation marks", () => {
    expect(read("Nairobi: police have arrested a dozen drivers since Monday.")).toEqual([]);
  });
  it.each(["Latest: the ferry has sunk", "Brandt: 1,501", "Photo: Mara Lindt stands on the quay"])("%s has none", (text) =>
    expect(read(text).filter(({ voice }) => voice.rule === "colon")).toEqual([]),
  );
  it("reads turns of a transcript", () => {
    const told = read("LINDT: We are done with this harbour.\n\nBRANDT: We are not, and you know it.");
    expect(told.filter(({ voice }) => voice.rule === "colon").map(({ source }) => source)).toEqual(["LINDT", "BRANDT"]);
  });
  it("reads a signed quote", () => {
    expect(read("“The harbour is ours and it will stay ours.” — Mara Lindt")[0]?.source).toBe("Mara Lindt");
  });
});

describe("what is no voice", () => {
  it("takes nobody for a believer who is what is believed", () => {
    const told = read("The navy has closed the strait pending a search for the boat, believed a victim of a storm.");
    expect(told.some(({ head }) => head === "victim")).toBe(false);
  });
  it("puts forward nothing for what slides amid talk, nor for “it”", () => {
    const told = read("The franc slid to a new low amid speculation that the minister could address the issue during talks with Japan.");
    expect(told.some(({ voice }) => voice.asserts)).toBe(false);
    expect(read("It is likely, but not certain, that they will be sent to Myanmar.").some(({ voice }) => voice.asserts)).toBe(false);
    expect(read("The mayor is certain that they will be sent to Peru.").some(({ voice }) => voice.asserts)).toBe(true);
  });
  it("leaves a quote behind a refusal with words of its own", () => {
    const told = read("The port refused to call it a raid: “It was a mishap of the worst kind.”");
    expect(told.find(({ cue }) => cue === "refused")?.content).toEqual(["to call it a raid"]);
  });
  it.each([
    "The deal is generous. It will not last.",
    "The ferry left the harbour at noon.",
    "They marched to the “Old Quay” and back.",
    "It rained for three days.",
  ])("%s", (text) => expect(read(text)).toEqual([]));
});
