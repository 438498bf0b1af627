import { describe, expect, test } from "vitest";
import { splitPage } from "../../src/article/index.ts";
import { loadPageLexicon } from "../../src/lexicon/pages.ts";
import { readPage } from "../../src/page/index.ts";
import { detectLanguage } from "../../src/text/language.ts";

const lexicon = loadPageLexicon();

describe("languages by letters and function words", () => {
  test.each([
    ["en", "The council of the harbour town voted on the new ferry and it was not the first time that it did so."],
    ["de", "Der Rat der Hafenstadt hat über die neue Fähre abgestimmt, und es war nicht das erste Mal, dass er das tat."],
    ["fr", "Le conseil de la ville a voté sur le nouveau ferry et ce n'est pas la première fois que cela arrive dans cette ville."],
    ["ru", "Совет города проголосовал за новый паром, и это был не первый раз, когда он это сделал, но он был против."],
    ["uk", "Рада міста проголосувала за новий пором, і це був не перший раз, коли вона це зробила, але її члени були проти."],
    ["uz", "Shahar kengashi yangi parom uchun ovoz berdi va bu birinchi marta emas edi, lekin bu haqida keyin ham bahs bo‘ldi."],
    ["uz-Cyrl", "Шаҳар кенгаши янги паром учун овоз берди ва бу биринчи марта эмас эди, лекин бу ҳақида кейин ҳам баҳс бўлди."],
    ["kk", "Қала кеңесі жаңа паром үшін дауыс берді және бұл бірінші рет емес еді, бірақ бұл туралы кейін де айтылды."],
    ["ky", "Шаар кеңеши жаңы паром үчүн добуш берди жана бул биринчи жолу эмес эле, бирок бул тууралуу кийин да айтылды."],
    ["tg", "Шӯрои шаҳр барои пароми нав овоз дод ва ин бори аввал набуд, аммо дар бораи он баъд ҳам гап шуд ва он аз нав буд."],
    ["ps", "د ښار شورا د نوې بېړۍ لپاره رایه ورکړه او دا لومړی ځل نه و چې دوی دا کار کړی دی او په دې اړه یې خبرې هم وکړې."],
    [
      "fa",
      "شورای شهر به کشتی جدید رای داد و این بار اول نبود که این کار را کرد و در این باره با مردم شهر نیز گفتگو شد که این را می‌خواستند.",
    ],
    ["zh", "港口城市的议会投票决定购买新的渡轮，这不是第一次。"],
  ])("%s", (language, text) => expect(detectLanguage(text, lexicon.functionWords)).toBe(language));

  test("what is not known is not guessed", () => {
    expect(detectLanguage("Xyzzy plugh foo bar baz quux corge grault.", lexicon.functionWords)).toBe("und");
    expect(detectLanguage("", lexicon.functionWords)).toBe("und");
  });

  test("a language without function words here is asked of the detector", async () => {
    const text =
      "Borgarstjórnin í hafnarbænum greiddi atkvæði um nýju ferjuna eftir langar umræður sem stóðu fram undir morgun. Fulltrúar höfðu hlustað á skipasmíðastöðina, sjómennina og íbúana sem búa hinum megin við vatnið, og voru ósammála.";
    const { pages } = await readPage(
      { path: "a.txt", bytes: new TextEncoder().encode(`Borgarstjórn greiðir atkvæði um ferju\n${text}`) },
      lexicon,
    );
    expect(splitPage(pages[0]!, lexicon).articles[0]!.language).toBe("is");
  });
});
