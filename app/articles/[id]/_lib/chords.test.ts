import { describe, expect, it } from "vitest";

import { chordOf, readChord, type Stroke } from "./chords";

function stroke(key: string, code: string, held: Partial<Stroke> = {}): Stroke {
  return { key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
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
  ];
  it.each(cases)("%s", (_, given, chord) => {
    expect(chordOf(given)).toBe(chord);
  });

  it("is read as it is printed", () => {
    expect(readChord("Mod+Shift+Z", false)).toEqual([["Ctrl", "Shift", "Z"]]);
    expect(readChord("Mod+z", true)).toEqual([["⌘", "z"]]);
    expect(readChord("v c", false)).toEqual([["v"], ["c"]]);
  });
});
