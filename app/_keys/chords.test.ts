import { describe, expect, it } from "vitest";

import {
  afterPrefix,
  ariaChord,
  chordOf,
  commonPrefix,
  isKeptByBrowser,
  isSingleKey,
  readChord,
  showsLatin,
  type Stroke,
} from "./chords";

type Held = Partial<Pick<Stroke, "altKey" | "ctrlKey" | "metaKey" | "shiftKey">> & { altGraph?: boolean };

function stroke(key: string, code: string, { altGraph = false, ...held }: Held = {}): Stroke {
  const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
  return { key, code, ...none, ...held, getModifierState: (name) => name === "AltGraph" && altGraph };
}

describe("a key by its name", () => {
  const cases: [string, Stroke, string][] = [
    ["a letter", stroke("q", "KeyQ"), "q"],
    ["a letter where the keyboard puts it", stroke("q", "KeyA"), "q"],
    ["caps lock is not Shift", stroke("Q", "KeyQ"), "q"],
    ["Shift with a letter", stroke("J", "KeyJ", { shiftKey: true }), "Shift+J"],
    ["Cyrillic: the physical key", stroke("й", "KeyQ"), "q"],
    ["Arabic: the physical key", stroke("ؤ", "KeyC"), "c"],
    ["Shift on a Cyrillic keyboard", stroke("О", "KeyJ", { shiftKey: true }), "Shift+J"],
    ["a digit", stroke("1", "Digit1"), "1"],
    ["a digit on a French keyboard", stroke("&", "Digit1"), "1"],
    ["what a digit key prints with Shift is no digit", stroke("!", "Digit1", { shiftKey: true }), "!"],
    ["a digit of the block", stroke("4", "Numpad4"), "4"],
    ["a question mark", stroke("?", "Slash", { shiftKey: true }), "?"],
    ["a question mark on a German keyboard", stroke("?", "Minus", { shiftKey: true }), "?"],
    ["the start's key", stroke("<", "Comma", { shiftKey: true }), "<"],
    ["Alt on a Mac prints something else", stroke("≤", "Comma", { altKey: true }), "Alt+,"],
    ["Alt and Shift", stroke(">", "Period", { altKey: true, shiftKey: true }), "Alt+>"],
    ["Alt with a type's key", stroke("œ", "KeyQ", { altKey: true }), "Alt+q"],
    ["undo", stroke("z", "KeyZ", { ctrlKey: true }), "Mod+z"],
    ["undo on a Mac", stroke("z", "KeyZ", { metaKey: true }), "Mod+z"],
    ["redo", stroke("Z", "KeyZ", { ctrlKey: true, shiftKey: true }), "Mod+Shift+Z"],
    ["Backspace counts as Delete", stroke("Backspace", "Backspace"), "Delete"],
    ["Escape", stroke("Escape", "Escape"), "Escape"],
    ["a bracket", stroke("[", "BracketLeft"), "["],
    [
      "a bracket by AltGr on a German Windows",
      stroke("[", "Digit8", { ctrlKey: true, altKey: true, altGraph: true }),
      "[",
    ],
    ["a bracket by AltGr on a French Linux", stroke("[", "Digit5", { altGraph: true }), "["],
    [
      "the Option key, which Firefox calls AltGr",
      stroke("≤", "Comma", { altKey: true, altGraph: true }),
      "Alt+,",
    ],
    ["Space", stroke(" ", "Space"), "Space"],
    ["Space with Shift", stroke(" ", "Space", { shiftKey: true }), "Shift+Space"],
    ["plus, which else divides a chord", stroke("+", "Equal", { shiftKey: true }), "Plus"],
    ["a key without a sign", stroke("F3", "F3", { shiftKey: true }), "Shift+F3"],
    ["a comma on a Dvorak keyboard", stroke(",", "KeyW"), ","],
  ];
  it.each(cases)("%s", (_, given, chord) => {
    expect(chordOf(given)).toBe(chord);
  });

  it.each([
    ["Hebrew prints a slash there", stroke("/", "KeyQ"), "q"],
    ["Greek prints a semicolon there", stroke(";", "KeyQ"), "q"],
    ["signs are where they are printed", stroke(".", "Slash"), "."],
  ])("is the physical key where letters are not Latin: %s", (_, given, chord) => {
    expect(chordOf(given, false)).toBe(chord);
  });

  it.each([
    ["é is Latin", "é", "KeyE", true],
    ["й is not", "й", "KeyQ", false],
    ["a sign shows neither", "/", "KeyQ", null],
    ["nor does a key with a name", "Enter", "Enter", null],
  ])("shows what letters the keyboard has: %s", (_, key, code, latin) => {
    expect(showsLatin({ key, code })).toBe(latin);
  });

  it.each([
    ["q", true],
    ["Shift+J", true],
    ["?", true],
    ["v c", true],
    ["Shift+Space", true],
    ["Alt+q", false],
    ["Mod+k", false],
    ["Escape", false],
    ["F3", false],
  ])("%s is a single key: %s", (chord, single) => {
    expect(isSingleKey(chord)).toBe(single);
  });

  it.each([
    ["Mod+t", true],
    ["Mod+f", true],
    ["v Mod+w", true],
    ["Mod+k", false],
    ["Alt+f", false],
    ["f", false],
  ])("%s is the browser's own: %s", (chord, kept) => {
    expect(isKeptByBrowser(chord)).toBe(kept);
  });

  it("is named for assistive technology, where it is of one stroke", () => {
    expect(["Mod+Shift+Z", "v c", undefined].map(ariaChord)).toEqual([
      "Control+Shift+Z",
      undefined,
      undefined,
    ]);
  });

  it("is told without what is pressed already", () => {
    expect(commonPrefix(["v c", "v h"])).toBe("v");
    expect(commonPrefix(["v c", "Alt+h"])).toBeUndefined();
    expect(afterPrefix("v c", "v")).toBe("c");
    expect(afterPrefix("Alt+h", undefined)).toBe("Alt+h");
  });

  it("is read as it is printed", () => {
    expect(readChord("Mod+Shift+Z", false)).toEqual([["Ctrl", "Shift", "Z"]]);
    expect(readChord("Mod+z", true)).toEqual([["⌘", "z"]]);
    expect(readChord("v c", false)).toEqual([["v"], ["c"]]);
    expect(readChord("Alt+Plus", false)).toEqual([["Alt", "+"]]);
  });
});
