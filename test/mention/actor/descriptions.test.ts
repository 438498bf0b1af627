import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

/** The names of the two that a text's "both sides" are, sorted; empty where it is silent. */
function pairOf(text: string): readonly (string | undefined)[] {
  const found = read(text);
  return found.mentions
    .get("a0")!
    .filter((mention) => mention.rule === "pair")
    .map((mention) => found.byId.get(mention.actor)?.name)
    .sort();
}

describe("definite descriptions", () => {
  it("resolves the group, its spokesman and its fighters to the movement", () => {
    const { at } = read(
      "Hamas freed three hostages. The group said more would follow. The movement's spokesman, Fadi Nasr, thanked Qatar.",
    );
    expect(at("group")?.name).toBe("Hamas");
    expect(at("movement")?.name).toBe("Hamas");
  });

  it("takes no movement for the coalition, nor for what is against it", () => {
    const { at, called } = read("Hamas fighters attacked the camp. The coalition bombed them. The counter-Hamas alliance met in Oslo.");
    expect(at("coalition")?.name).not.toBe("Hamas");
    expect(called("counter-Hamas alliance")?.name ?? "").not.toBe("Hamas");
  });

  it("learns a movement from the words around its name", () => {
    const { at, called } = read(
      "The Red Valley Front (RVF), a Kenya-backed militia, attacked a base. The RVF denied it. The militia wants talks. The Blue Sun rebels refused.",
    );
    expect(called("RVF")).toMatchObject({ name: "Red Valley Front", kind: "movement", sector: "REB" });
    expect(at("militia")?.name).toBe("Red Valley Front");
    expect(called("Blue Sun")?.kind ?? called("Blue Sun rebels")?.kind).toBe("movement");
  });

  it("learns a party and its abbreviation", () => {
    const { called, at } = read("The Green Coast Party (GCP) won. The GCP will govern, and the party promised jobs.");
    expect(called("GCP")?.name).toBe("Green Coast Party");
    expect(at("GCP", "a0", 1)?.id).toBe(called("Green Coast Party")?.id);
  });

  it("resolves the government and the premier of the state an article deals with", () => {
    const { at, above } = read(
      "The Spanish government rejected the plan. Prime Minister Ana Ruiz said no. The government offered talks, and the premier smiled. The interior ministry was silent.",
    );
    expect(above(at("government"))).toContain("Spain");
    expect(at("premier")?.name).toBe("Ana Ruiz");
    expect(above(at("interior ministry"))).toContain("Spain");
  });

  it("takes a government that does something far from where its state was told of for any, and one that something is done to for the state's", () => {
    const far = "Peru signed the deal. Nothing else was told. No one knew why. The snow fell. The trains stood still. Shops were shut.";
    expect(read(`${far} The government opened a clinic.`).at("government")).toBeUndefined();
    expect(read(`${far} Ann Lee condemned the government.`).at("government")?.name).toBe("Peruvian government");
  });

  it("takes fighters and a group of whom a clause or a name says which for no movement told of", () => {
    expect(read("Boko Haram met on Monday. The fighters who took the town fled.").at("fighters")).toBeUndefined();
    expect(read("Boko Haram met on Monday. The group Harbour Veterans for Truth sang.").at("group")).toBeUndefined();
    expect(read("Boko Haram met on Monday. The group took the town.").at("group")?.name).toBe("Boko Haram");
  });

  it("does not take another minister for the prime minister", () => {
    const { at } = read("Prime Minister Ana Ruiz of Spain spoke. The minister was late.");
    expect(at("minister")).toBeUndefined();
  });

  it("resolves the kingdom to a kingdom", () => {
    const { at } = read("Saudi Arabia and Iran restored ties. The kingdom reopened its embassy.");
    expect(at("kingdom")?.name).toBe("Saudi Arabia");
  });

  it("takes a court of another name, a party's congress and former rebels for no body or movement told of", () => {
    expect(read("The Supreme Court of Ghana met. The General Court dismissed the claim.").at("General Court")?.name).not.toMatch(/upreme/);
    expect(read("The CDU's congress rejected the plan.").at("congress")).toBeUndefined();
    expect(read("Former ELN rebels attacked a bus. ELN rebels attacked a train.").at("Former ELN rebels")?.name).toBe("Former ELN rebels");
  });

  it("names nobody where a phrase only says what someone is taken for", () => {
    const { at } = read("No country has recognised the Houthis as the government of Yemen. They were designated as terrorists.");
    expect(at("government")).toBeUndefined();
    expect(at("terrorists")).toBeUndefined();
  });

  it("learns a movement whose name says what it is, and takes several for none", () => {
    const { at, called } = read("Cartel del Sur attacked a convoy in Peru. The gang denied it. The cartels are at war.");
    expect(called("Cartel del Sur")).toMatchObject({ kind: "movement", sector: "REB" });
    expect(at("gang")?.name).toBe("Cartel del Sur");
    expect(at("cartels")).toBeUndefined();
  });

  it("learns a movement named after a family, apart from the family's men", () => {
    const { at, called, above } = read(
      "Peru lifted the bounties on two members of the Quiroga network, a designated terrorist organisation. Ana Quiroga is a minister of Chile. The Quiroga network denied it.",
    );
    expect(called("Quiroga network")).toMatchObject({ kind: "movement", sector: "REB" });
    expect(above(at("members"))).toEqual(["Quiroga network"]);
    expect(at("Ana Quiroga")?.kind).toBe("person");
    expect(read("Ana Quiroga met Peru's envoy. The Quiroga group sells shoes.").called("Quiroga group")).toBeUndefined();
  });

  it("takes the authority for a body of that name, never for a government", () => {
    expect(read("The Chilean Ports Authority (CPA) warned ships. The authority closed two piers.").at("authority")?.name).toBe(
      "Ports Authority",
    );
    expect(
      read("Chile warned Peru. The authority of the court is weak. The authority closed two piers.").at("authority", "a0", 1),
    ).toBeUndefined();
  });

  it.each([
    ["Kenya warned Uganda. The Kenyan cabinet met. The provincial government paid for the road.", "provincial government"],
    ["Kenya met Uganda. Kenya signed. Nobody from the Court of Appeal came.", "Court"],
    ["Kenya met Uganda. Kenya signed. The drone has a range of 70 km.", "drone"],
    ["A reporter wrote of life in Uganda. It was late in Uganda. Then he called the police.", "police"],
    ["Kenya met Uganda. Kenya signed. Prices rose. Rain fell. Nothing moved. Nobody came. Then he called the police.", "police"],
  ])("does not take another's body for the state's: %s", (text, words) => {
    expect(read(text).at(words)).toBeUndefined();
  });

  it("does not take several groups told of together for the group", () => {
    const { at } = read("Israel fought Palestinian armed groups. Thirty envoys came to Jenin. Shots were fired at the group.");
    expect(at("group")).toBeUndefined();
  });

  it("takes the coalition for one called so, and none for those it is against", () => {
    const { at } = read("The Houthis fled. The coalition bombed them. The anti-Houthi coalition met in Cairo.");
    expect(at("coalition")).toBeUndefined();
    expect(at("anti-Houthi coalition")?.name).toBe("anti-Houthi coalition");
    const named = read("The Global Coalition for Fisheries met. The coalition condemned Laos.");
    expect(named.at("coalition")?.name).toBe("Global Coalition");
  });

  it("does not take a ministry or a court for the group", () => {
    const { at } = read("The Peruvian foreign ministry said Los Tigres sold arms. Three men led the group.");
    expect(at("group")).toBeUndefined();
  });

  it("does not take a president of the past for the president", () => {
    const { at } = read({ text: "Joe Biden wrote a letter. It praised the president.", published: "2025-06-01" });
    expect(at("president")).toBeUndefined();
  });

  it("names who an office behind the article is told of", () => {
    const { at } = read("Kenya's envoy met the stern premier, Paulo Reis, on Monday.");
    expect(at("stern premier")?.name).toBe("Paulo Reis");
  });

  it("reads a state visit as no visit of a state", () => {
    const { at, actors } = read("The Chinese leader's state visit to Peru began.");
    expect(at("Chinese leader")?.country).toBe("CHN");
    expect(actors.filter((actor) => actor.kind === "government")).toEqual([]);
  });

  it("reads an age as no former standing and no part of a name", () => {
    expect(read("A 20-year-old Chilean migrant met Peru's envoy.").at("Chilean migrant")?.name).toBe("Chilean migrant");
    expect(read("The former US-backed Afghan government fell.").called("Afghan government")?.kind).toBe("government");
  });

  it("reads a noun before another noun as no actor", () => {
    const { at } = read("The army base was hit. The government shutdown went on.");
    expect(at("army")).toBeUndefined();
    expect(at("government")).toBeUndefined();
  });
});

describe("descriptions that say who", () => {
  it.each([
    ["UN agencies refused.", "UN agencies", "UN agencies"],
    ["Peru recalled its ambassador.", "ambassador", "Peruvian ambassador"],
    ["Former leaders of Chile met.", "Former leaders", "former Chilean leaders"],
    ["Members of the previous board left.", "Members", "Members of the previous board"],
    ["Holt sanctioned members of the Cartel del Sur Wednesday.", "members", "Cartel del Sur members"],
    ["The German Foreign Office agreed.", "German Foreign Office", "German foreign ministry"],
    ["The pro-Iranian groups left.", "pro-Iranian groups", "pro-Iranian groups"],
    ["Rights groups protested.", "Rights groups", "Rights groups"],
    ["Several foreign ministries protested.", "foreign ministries", "foreign ministries"],
    ["The US Secret Service came.", "US Secret Service", "US Secret Service"],
  ])("%s", (text, words, name) => {
    expect(read(text).at(words)?.name).toBe(name);
  });

  it.each([
    ["Hamas left. The group that was fired upon stayed.", "group"],
    ["The soldiers seized oxygen tanks.", "oxygen tanks"],
    ["Groups met.", "Groups"],
    ["Iran spoke. The only regime that lied was old.", "regime"],
  ])("is silent in: %s", (text, words) => {
    expect(read(text).at(words)).toBeUndefined();
  });

  it("takes the leader of a state for the one named person who leads it", () => {
    const { at } = read(
      "Lebanon’s President Jamil Haddad arrived. The Lebanese leader spoke. Peru's opposition leader, Ana Paz, left. The Peruvian leader stayed.",
    );
    expect(at("Lebanese leader")?.name).toBe("Jamil Haddad");
    expect(at("Peruvian leader")?.name).not.toBe("Ana Paz");
  });
});

describe("the holder of an office", () => {
  it("takes the president for who holds the office, whether or not the article calls him so", () => {
    const { at } = read("Keir Starmer will host Prime Minister Ana Ruiz of Spain today. The prime minister has criticised the law.");
    expect(at("prime minister")?.name).toBe("Keir Starmer");
  });

  it("gives the office to the person of the article who holds it, and the person to the state", () => {
    const { at, above } = read("The French president spoke of Mali. Macron said no..");
    expect(at("French president")?.name).toContain("Macron");
    expect(above(at("French president"))).toEqual(["France"]);
  });
});

describe("two parties in one phrase", () => {
  it("resolves both sides to those last named side by side", () => {
    const found = read("Armenia and Azerbaijan exchanged fire. Both sides blamed each other.");
    const pair = found.mentions.get("a0")!.filter((mention) => mention.rule === "pair");
    expect(pair.map((mention) => found.byId.get(mention.actor)?.name).sort()).toEqual(["Armenia", "Azerbaijan"]);
  });

  it("does not count the mediators who urge them", () => {
    const found = read(
      "Hamas said it would free hostages if Israel let aid in. Israel rejected the claim. Egypt and Qatar, which mediate, urged both sides to hold.",
    );
    const pair = found.mentions.get("a0")!.filter((mention) => mention.rule === "pair");
    expect(pair.map((mention) => found.byId.get(mention.actor)?.name).sort()).toEqual(["Hamas", "Israel"]);
  });

  it("takes the two an article opens on where no other two stand side by side", () => {
    const body = "France hosts the talks. France has paid for the hall. Then it rained, and nobody came. The hall was empty.";
    expect(pairOf(`Somalia and al-Shabaab have agreed to meet. ${body} The two delegations signed a truce.`)).toEqual([
      "Somalia",
      "al-Shabaab",
    ]);
    expect(pairOf("Somalia and al-Shabaab have agreed to talk. Delegations are to meet in May.")).toEqual(["Somalia", "al-Shabaab"]);
    // Nobody told of in pairs meets here.
    expect(pairOf("Kenya bombed a camp. Uganda protested in vain. Delegations are to meet in May.")).toEqual([]);
    expect(pairOf("Somalia and al-Shabaab have agreed to talk. Peruvian delegations are to meet in May.")).toEqual([]);
  });

  it("tells one phrase of two owners", () => {
    const { at, above } = read("The Greek and Turkish defence ministers met in Vienna.");
    expect(above(at("Greek and Turkish defence ministers"))).toEqual(["Greece"]);
    expect(above(at("Turkish defence ministers"))).toEqual(["Turkey"]);
  });
});

describe("the government before a movement's", () => {
  const after = "2024-03-01";
  it("takes the authorities of the day for the movement that governs", () => {
    const { at } = read({
      text: "Afghan authorities arrested two Americans. The Afghan Ministry of Foreign Affairs was silent.",
      published: after,
    });
    expect(at("Afghan authorities")?.name).toBe("Taliban");
  });

  it("keeps the government of an earlier year, and the one set against the movement, apart", () => {
    const { at } = read({
      text: "In 2019, the Afghan government held an election. The Taliban never talked to the Afghan government. The former Afghan government fled.",
      published: after,
    });
    for (const n of [0, 1]) expect(at("Afghan government", "a0", n)).toMatchObject({ kind: "government", country: "AFG" });
    expect(at("former Afghan government")?.id).toBe(at("Afghan government")?.id);
  });

  it("reads an article of that time with its own government", () => {
    const { at } = read({ text: "The Afghan government refused. Afghan authorities closed a road.", published: "2020-02-29" });
    expect(at("Afghan authorities")).toMatchObject({ kind: "government" });
  });
});

describe("whose somebody is by a word before him alone", () => {
  it("a government delegate is of the government told of, a rebel commander of the movement", () => {
    const { at, above } = read(
      "The Somali government fights al-Shabaab. Somalia will not yield. A government delegate spoke in secret. Rebel commanders met a bishop.",
    );
    expect(above(at("government delegate"))).toContain("Somalia");
    expect(above(at("Rebel commanders"))).toEqual(["al-Shabaab"]);
  });

  it("a government spokesman with a name and no country is of the government that is meant there", () => {
    const { at, above } = read("The Kenyan government has closed the port. Government spokesman Jon Reyes said it would stay closed.");
    expect(above(at("Jon Reyes"))).toContain("Kenya");
  });

  it("not an official of a town, nor a rebel where two movements are told of", () => {
    const { at, above } = read(
      "Hamas and Hezbollah refused. A local government official left. Rebel commanders met a bishop. The Kenyan government waits.",
    );
    expect(above(at("government official") ?? at("local government official"))).toEqual([]);
    expect(above(at("Rebel commanders"))).toEqual([]);
  });

  it("some guerrillas are of the one movement told of, not where two are, nor those of another kind", () => {
    const { at, above } = read("The ELN left the talks. The police say two guerrillas died there. Armed guerrillas walked on.");
    expect(above(at("guerrillas") ?? at("two guerrillas"))).toEqual(["ELN"]);
    const two = read("The ELN met the FARC. The police say two guerrillas died there.");
    expect(two.above(two.at("guerrillas") ?? two.at("two guerrillas"))).toEqual([]);
    const kind = read("The ELN left the talks. The police say two communist guerrillas died in Nepal.");
    expect(kind.above(kind.at("guerrillas") ?? kind.at("communist guerrillas"))).toEqual([]);
  });

  it("takes for both delegations those who sent delegates, and nobody where that is not told", () => {
    const war =
      "Somalia blames Kenya. Kenya denied it. Somalia insists. Kenya was angry. Somalia sent planes. Kenya sent ships. Somalia waits.";
    expect(pairOf(`${war} The delegates of al-Shabaab came. A monk met both delegations.`)).toEqual(["Somalia", "al-Shabaab"]);
    expect(pairOf(`${war} The delegates of the Taliban came. A monk met both delegations.`)).toEqual([]);
    expect(pairOf(`${war} A monk met both delegations.`)).toEqual(["Kenya", "Somalia"]);
  });

  it("the police of the state that their own sentence names are its own", () => {
    const { at } = read("Germany is worried. Germany counted more crimes. The police in Germany arrested five men.");
    expect(at("police")?.name).toBe("German police");
  });

  it("takes whose president or army it is from the state named right before", () => {
    const { at, above } = read(
      "Norway, whose president, Lars Holm, opened the hall, has lent a ship. Finland, whose soldiers guard it, agreed.",
    );
    expect(above(at("Lars Holm"))).toEqual(["Norway"]);
    expect(above(at("soldiers"))).toEqual(["Finland"]);
    const other = read("Angola praised the plan, whose author, Rui Sousa, lives in Paris. The hall, whose soldiers left, is empty.");
    expect(other.above(other.at("Rui Sousa"))).toEqual([]);
  });

  it("a court or ministry in a capital is that state's", () => {
    const { at, above } = read(
      "A military court in Lima jailed the men. An aide at the justice ministry in Oslo wept. A court in Rome sat.",
    );
    expect(above(at("military court"))).toEqual(["Peru"]);
    expect(above(at("justice ministry"))).toEqual(["Norway"]);
    expect(at("court", "a0", 1)).toBeUndefined();
  });

  it("a minister's government is her state's, a leader's bears his name", () => {
    const { at } = read("Kenya's foreign minister, Jane Roe, said her government would accept no plan.");
    expect(at("government")?.name).toBe("Kenyan government");
    const led = read("Kenya's president, Jon Roe, said his government would accept no plan.");
    expect(led.at("government")?.name).toBe("Roe government");
  });

  it("takes no congress for the American one where another movement's country is the stage and the United States are not told of", () => {
    expect(read("The ELN freed three men. Mothers stood at the gates of Congress. The ELN is silent.").called("Congress")?.name).not.toBe(
      "US Congress",
    );
    expect(read("Republicans in the United States voted. Congress passed the bill.").called("Congress")?.name).toBe("US Congress");
  });
});
