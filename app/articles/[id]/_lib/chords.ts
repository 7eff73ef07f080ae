/**
 * Keys as the registry names them: "q", "Shift+J", "Alt+,", "Mod+Z", "Delete", and sequences such as "v c".
 * `Mod` is Ctrl, or Cmd on a Mac.
 */

/** What of a keyboard event says which key it was. */
export type Stroke = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

/** What the physical keys print on a keyboard with Latin letters. */
const PUNCTUATION: Record<string, readonly [string, string]> = {
  Comma: [",", "<"],
  Period: [".", ">"],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Slash: ["/", "?"],
};

/** Shift is part of what a punctuation key prints, but not of a letter. */
export function chordOf(stroke: Stroke): string {
  const printed = printedKey(stroke);
  const isLetter = /^[a-z]$/.test(printed);
  const shifted = stroke.shiftKey && (isLetter || printed.length > 1);
  const modifiers = [
    (stroke.ctrlKey || stroke.metaKey) && "Mod",
    stroke.altKey && "Alt",
    shifted && "Shift",
  ].filter((modifier) => modifier !== false);
  return [...modifiers, isLetter && shifted ? printed.toUpperCase() : printed].join("+");
}

/** What the key would print without Alt, on a keyboard with Latin letters: the physical key counts elsewhere. */
function printedKey({ key, code, altKey, shiftKey }: Stroke): string {
  if (key.length > 1) return key === "Backspace" ? "Delete" : key;
  const isPlain = /^[\x21-\x7e]$/.test(key);
  if (isPlain && !altKey && !(/^Digit\d$/.test(code) && !shiftKey)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && !shiftKey) return digit;
  return PUNCTUATION[code]?.[shiftKey ? 1 : 0] ?? key.toLowerCase();
}

/** A chord as `aria-keyshortcuts` wants it, which knows no keys that follow each other. @see https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts */
export function ariaChord(chord: string): string | undefined {
  return chord.includes(" ") ? undefined : chord.replace("Mod+", "Control+");
}

const ON_KEYS: Record<string, string> = { Delete: "Del", Escape: "Esc", Enter: "Enter", Mod: "Ctrl" };

/** A chord as printed on keys: ["Ctrl", "Shift", "Z"]; strokes that follow each other in lists of their own. */
export function readChord(chord: string, isMac: boolean): string[][] {
  return chord
    .split(" ")
    .map((stroke) => stroke.split("+").map((key) => (key === "Mod" && isMac ? "⌘" : (ON_KEYS[key] ?? key))));
}
