import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

describe("persons and the roles an article tells of them", () => {
  it.each([
    ["Peru's Foreign Minister, Carlos Vega, spoke first.", "Carlos Vega", "Peru", "Foreign Minister"],
    ["Ethiopian army spokesman Dawit Bekele denied it.", "Dawit Bekele", "Ethiopia", "army spokesman"],
    ["US envoy for Sudan Paul Whitman arrived.", "Paul Whitman", "United States", "envoy for Sudan"],
    [
      "The former US special representative for Libya, Mark Dalton, criticised it.",
      "Mark Dalton",
      "United States",
      "special representative for Libya",
    ],
    ["Ana Torres, the Chilean president, refused.", "Ana Torres", "Chile", "president"],
    ["Pavel Novak, a spokesman for the Czech Foreign Ministry, said so.", "Pavel Novak", "Czech Republic", "spokesman"],
    ["Henry Cole, now the British ambassador to Kenya, was polite.", "Henry Cole", "United Kingdom", "ambassador"],
    ["The head of Ukraine's military intelligence, Petro Savchenko, warned of an attack.", "Petro Savchenko", "Ukraine", "head"],
    [
      "A senior Hezbollah official, Karim Daher, who lives in Beirut, told reporters that he agreed.",
      "Karim Daher",
      "Hezbollah",
      "official",
    ],
    ["Peace envoy Jan Holm met Somalia's Abdi Warsame in Oslo.", "Abdi Warsame", "Somalia", null],
  ])("%s", (text, name, party, title) => {
    const { called, above } = read(text);
    const person = called(name);
    expect(person).toMatchObject({ kind: "person", name });
    expect(above(person)).toContain(party);
    if (title !== null) expect(person!.roles.map((role) => role.title).join("; ")).toContain(title);
  });

  it("tells former, acting and current roles apart", () => {
    const { called } = read(
      "The acting foreign minister of Mali, Moussa Keita, met then-Senator Bob Hartley. Former Colombian president Luis Prado was there, and so was the Dutch envoy, Piet Smit.",
    );
    expect(called("Moussa Keita")?.roles[0]?.standing).toBe("acting");
    expect(called("Bob Hartley")?.roles[0]?.standing).toBe("former");
    expect(called("Luis Prado")?.roles[0]?.standing).toBe("former");
    expect(called("Piet Smit")?.roles[0]?.standing).toBe("current");
  });

  it("does not make a citizen part of the state", () => {
    const { called } = read("Eritrea released Swedish citizen Lars Holm on Friday. French journalist Marie Duval, 34, was still held.");
    expect(called("Lars Holm")).toMatchObject({ kind: "person", country: "SWE", partyOf: null });
    expect(called("Marie Duval")).toMatchObject({ kind: "person", country: "FRA", partyOf: null });
  });

  it("joins a surname, an honorific and a title to the full name", () => {
    const { at } = read("General Ibrahim Sesay spoke on Sunday. Sesay said the border was shut. Mr Sesay left at noon.");
    expect(at("Sesay")?.name).toBe("Ibrahim Sesay");
    expect(at("Sesay", "a0", 1)?.id).toBe(at("Ibrahim Sesay")?.id);
  });

  it("does not join a king's given name to another's surname", () => {
    const { at } = read("Libyan minister Omar Idris spoke first. King Idris of Togo left early.");
    expect(at("Omar Idris")?.name).toBe("Omar Idris");
    expect(at("King Idris", "a0", 0)?.name ?? "").not.toBe("Omar Idris");
  });

  it("leaves a small word at the head of a sentence outside the name", () => {
    const { called } = read("Education minister Chidi Okafor spoke. First Okafor thanked Kenya, then he left.");
    expect(called("First Okafor")).toBeUndefined();
  });

  it("reads a name with particles whole", () => {
    const { at } = read("Education minister Marieke van der Velde met Kenya's envoy. Van der Velde praised Kenya.");
    expect(at("Marieke van der Velde")?.id).toBe(at("Van der Velde")?.id);
  });

  it("begins a name behind what the office deals with", () => {
    const { at, above } = read(
      "Chilean Deputy Foreign Minister for Legal and Consular Affairs Rafa Quiroga met Peru's envoy. The Minister for Transport Wanda Okello left.",
    );
    expect(at("Rafa Quiroga")?.name).toBe("Rafa Quiroga");
    expect(above(at("Rafa Quiroga"))).toContain("Chile");
    expect(at("Wanda Okello")?.name).toBe("Wanda Okello");
  });

  it("leaves out the author of a line glued to the text", () => {
    const { at } = read("By Ana Ruiz A Kenyan officer has been freed in Uganda.");
    expect(at("Ana Ruiz")).toBeUndefined();
    expect(read("The letter by Ana Ruiz angered Kenya.").at("Ana Ruiz")?.name).toBe("Ana Ruiz");
  });

  it("leaves a courtesy out of a name, and what a body deals with", () => {
    expect(read("H.E. Luis Prado met Kenya's envoy.").at("Luis Prado")?.name).toBe("Luis Prado");
    const { actors } = read("The Institute for War Studies said Kenya won.");
    expect(actors.filter((actor) => actor.kind === "person")).toEqual([]);
  });

  it("leaves a word that opens a sentence out of a name", () => {
    expect(read("Kenya agreed. Then Donald Reed refused.").called("Then Donald Reed")).toBeUndefined();
  });

  it("gives an acting president the state before the office", () => {
    const { at, above } = read("Peru's acting President Luz Vega met Chile's envoy.");
    expect(above(at("Luz Vega"))).toContain("Peru");
  });

  it("takes no sides between two persons of one family name", () => {
    const { at, called } = read("Ahmed Barzan met his brother Karim Barzan in Erbil. Barzan said the talks went well.");
    expect(called("Ahmed Barzan")?.id).not.toBe(called("Karim Barzan")?.id);
    expect(at("Barzan")).toBeUndefined();
  });

  it("does not give a king, who goes by his given name, to one whose last name it is", () => {
    const { called, at } = read("King Karim of Morocco arrived in Rome. Tunisian President Salah Karim met him. King Karim left.");
    expect(at("Salah Karim")).toMatchObject({ name: "Salah Karim" });
    expect(called("King Karim")).toMatchObject({ kind: "person" });
    expect(at("Karim", "a0", 1)?.id).not.toBe(called("Salah Karim")?.id);
  });

  it("keeps unnamed officials apart, and finds them again", () => {
    const { at, above } = read(
      "An American official said the talks went well. Another US official said they had failed. A Saudi diplomat said both were wrong. The diplomat asked not to be named.",
    );
    expect(at("American official")?.id).not.toBe(at("US official")?.id);
    expect(above(at("US official"))).toEqual(["United States"]);
    expect(at("diplomat")?.id).toBe(at("Saudi diplomat")?.id);
  });

  it("does not take the next speaker for an apposition", () => {
    const { called } = read(
      "The rebels admire Kamara, a former Ghanaian official said. They respect Kofi Mensah, the British official continued.",
    );
    expect(called("Kofi Mensah")?.roles ?? []).toEqual([]);
  });

  it("does not read a place, a work or an office as a person", () => {
    const { actors } = read("They met at Rift Valley University in the Great Salt Valley. The Treaty of Zurich was signed at Green Hall.");
    expect(actors.filter((actor) => actor.kind === "person")).toEqual([]);
  });

  it.each([
    ["House Speaker Jim Poll, R-Ohio, met Jane Doe, D-Calif., on Monday.", ["R-Ohio", "D-Calif.", "D-Calif"]],
    ["The report was praised. Age UK, one of the charities, welcomed it.", ["UK", "United Kingdom"]],
    ["Nairobi — Mount Kenya University (MKU) has entered into an agreement.", ["Kenya"]],
    ["The Reef Science Congress met. It will gather scientists.", ["US Congress"]],
  ])("takes no piece of a name for a party: %s", (text, names) => {
    const { called } = read(text);
    for (const name of names) expect(called(name)).toBeUndefined();
  });

  it("gives a known name to the person of the article who bears it", () => {
    const { at } = read("The ministry's spokesman, Christian Wagner, spoke. Wagner said talks would go on.");
    expect(at("Wagner")?.name).toBe("Christian Wagner");
  });

  it("reads a minister of several things", () => {
    const { called, above } = read("U.S. Health and Human Services Secretary John F. Miller slammed the body.");
    expect(above(called("John F. Miller"))).toContain("United States");
    expect(called("Human Services")).toBeUndefined();
  });
});
