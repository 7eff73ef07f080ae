import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { guessDirection, guessLanguage, guessTitle } from "./guess";

describe("the title", () => {
  it.each([
    [
      "the headline",
      "Harbour wall to cost twice as much\n\nThe council said so on Monday.\n",
      "Harbour wall to cost twice as much",
    ],
    [
      "a Markdown heading without its sign",
      "# The night ferry returns\n\nAfter eleven weeks.\n",
      "The night ferry returns",
    ],
    [
      "bold print without its marks",
      "**The book boat finds a berth**\n\nIt lay off the pier for a year.\n",
      "The book boat finds a berth",
    ],
    [
      "the first words where nothing is a headline",
      "The council met on Monday.\n",
      "The council met on Monday.",
    ],
    ["spaces made one", "  Wall\u00a0and \t quay \n\nThe council met.\n", "Wall and quay"],
    ["a line of signs alone", "###\n", "###"],
  ])("is %s", (_, text, title) => {
    expect(guessTitle(text)).toBe(title);
  });

  it("is 1 to 300 characters, well-formed and on one line, for any text that has words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 900 }), (text) => {
        fc.pre(/\S/.test(text));
        const title = guessTitle(text);
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(300);
        expect(title.isWellFormed()).toBe(true);
        expect(title).not.toContain("\n");
      }),
    );
  });

  it("cuts a long line at a space, and never inside a character", () => {
    expect(guessTitle(`${"word ".repeat(100)}\n`)).toMatch(/word…$/);
    expect(guessTitle(`a${"😀".repeat(200)}`).isWellFormed()).toBe(true);
  });
});

describe("the direction", () => {
  it.each([
    ["The quay", "ltr"],
    ["«الميناء» closed", "rtl"],
    ["2026: נמל", "rtl"],
    ["“Harbour” نعم", "ltr"],
    ["港", "ltr"],
    ["12 – 30 …", "ltr"],
  ])("of %s is %s", (text, direction) => {
    expect(guessDirection(text)).toBe(direction);
  });
});

describe("the language", () => {
  it.each([
    ["en", "The harbour was closed and the ferries that had left did not return with the tide."],
    ["de", "Der Hafen ist nicht offen, und die Fähren sind mit der Flut auf See geblieben, sagte die Stadt."],
    ["fr", "Le port est fermé et les navires ne sont pas sortis dans la nuit, selon une source de la ville."],
    ["es", "El puerto está cerrado y los barcos no salieron con la marea, según una fuente de la ciudad."],
    ["pt", "O porto não abriu e os navios também ficaram no mar, disse uma fonte da cidade ao jornal."],
    ["it", "Il porto non è aperto e gli scafi della città sono rimasti con una marea di ritardo, ha detto."],
    ["nl", "De haven is niet open en het schip van de stad werd met een dag vertraging naar zee gestuurd."],
    ["pl", "Port nie jest otwarty i statki nie wyszły, jak się mówi, przez noc, a miasto jest na to gotowe."],
    ["uk", "Порт закритий, і кораблі не вийшли в море, її капітан сказав це міській раді."],
    ["ru", "Порт закрыт, и корабли не вышли в море, сказал капитан городскому совету."],
    ["ar", "الميناء مغلق ولم تخرج السفن إلى البحر في تلك الليلة."],
    ["fa", "بندر بسته است و کشتی‌ها در آن شب به دریا نرفتند، گفت شهردار."],
    ["he", "הנמל סגור והספינות לא יצאו לים באותו לילה."],
    ["ja", "港は閉鎖され、船はその夜、海に出なかった。"],
    ["zh", "港口关闭，船只当晚没有出海。"],
    ["ko", "항구는 폐쇄되었고 배들은 그날 밤 바다로 나가지 않았다."],
    ["el", "Το λιμάνι είναι κλειστό και τα πλοία δεν βγήκαν στη θάλασσα."],
  ])("%s", (language, text) => {
    expect(guessLanguage(text, "xx")).toBe(language);
  });

  it.each([["1,200 – 30 %"], ["Kwame Okoro"], [""]])("of %s is what it is otherwise", (text) => {
    expect(guessLanguage(text, "sw")).toBe("sw");
  });
});
