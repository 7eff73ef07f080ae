/**
 * Keys as the registry names them: "q", "Shift+J", "Alt+,", "Mod+z", "Delete", and sequences such as "v c".
 * `Mod` is Ctrl, or Cmd on a Mac.
 */

/** What of a keyboard event says which key it was. */
export type Stroke = Pick<
  KeyboardEvent,
  "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "getModifierState"
>;

/** What the physical keys print on a keyboard with Latin letters. */
const PUNCTUATION: Record<string, readonly [string, string]> = {
  Comma: [",", "<"],
  Period: [".", ">"],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Slash: ["/", "?"],
};

const NAMED: Record<string, string> = { " ": "Space", "+": "Plus", Backspace: "Delete" };

/**
 * The chord of a stroke. Shift is part of the sign that a key prints, but not of a letter.
 * @param isLatin whether the keyboard's letters are Latin; where they are not, the physical key counts
 */
export function chordOf(stroke: Stroke, isLatin = true): string {
  const printsByAltGr = stroke.getModifierState("AltGraph") && stroke.ctrlKey === stroke.altKey;
  const printed = printsByAltGr ? nameOf(stroke.key) : printedKey(stroke, isLatin);
  const isLetter = /^[a-z]$/.test(printed);
  const shifted = stroke.shiftKey && (isLetter || (printed.length > 1 && printed !== "Plus"));
  const modifiers = [
    !printsByAltGr && (stroke.ctrlKey || stroke.metaKey) && "Mod",
    !printsByAltGr && stroke.altKey && "Alt",
    shifted && "Shift",
  ].filter((modifier) => modifier !== false);
  return [...modifiers, isLetter && shifted ? printed.toUpperCase() : printed].join("+");
}

function nameOf(key: string): string {
  return NAMED[key] ?? (key.length > 1 ? key : key.toLowerCase());
}

/** What the key would print without Alt, on a keyboard with Latin letters: the physical key counts elsewhere. */
function printedKey({ key, code, altKey, shiftKey }: Stroke, isLatin: boolean): string {
  if (key.length > 1 || NAMED[key] !== undefined) return nameOf(key);
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const digit = shiftKey ? undefined : /^Digit(\d)$/.exec(code)?.[1];
  const isPlain = /^[\x21-\x7e]$/.test(key);
  if (isPlain && !altKey && digit === undefined && (isLatin || letter === undefined)) return nameOf(key);
  return letter?.toLowerCase() ?? digit ?? PUNCTUATION[code]?.[shiftKey ? 1 : 0] ?? nameOf(key);
}

/** Whether the stroke shows that the keyboard's letters are Latin, or that they are not; null when it shows neither. */
export function showsLatin({ key, code }: Pick<Stroke, "key" | "code">): boolean | null {
  if (!/^Key[A-Z]$/.test(code) || !/^\p{L}$/u.test(key)) return null;
  return /^\p{Script=Latin}$/u.test(key);
}

/** Whether the chord is a letter, a digit or a sign by itself, which speech and stray presses hit. @see https://www.w3.org/TR/WCAG22/#character-key-shortcuts */
export function isSingleKey(chord: string): boolean {
  const [stroke = ""] = chord.split(" ");
  const bare = stroke.replace(/^Shift\+/, "");
  return bare.length === 1 || bare === "Space" || bare === "Plus";
}

/** Whether a key is only held while others are pressed, or waits for the next one to print something. */
export function isModifier(key: string): boolean {
  return /^(Control|Meta|Alt|AltGraph|Shift|CapsLock|Dead|Process|Unidentified)$/.test(key);
}

/** What browsers do not hand to a page, or what nobody may take from them: tabs, windows, find, print, reload. */
const KEPT = /^(Mod\+([twnflrpq]|Tab|Shift\+[TNWIRQ])|F5|F11|F12|Alt\+F4|Alt\+Arrow(Left|Right))$/;

export function isKeptByBrowser(chord: string): boolean {
  return chord.split(" ").some((stroke) => KEPT.test(stroke));
}

/** A chord as `aria-keyshortcuts` wants it, which knows no keys that follow each other. @see https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts */
export function ariaChord(chord: string | undefined): string | undefined {
  return chord?.includes(" ") === true ? undefined : chord?.replace("Mod+", "Control+");
}

const ON_KEYS: Record<string, string> = { Delete: "Del", Escape: "Esc", Mod: "Ctrl", Plus: "+" };

/** A chord as printed on keys: ["Ctrl", "Shift", "Z"]; strokes that follow each other in lists of their own. */
export function readChord(chord: string, isMac: boolean): string[][] {
  return chord
    .split(" ")
    .map((stroke) => stroke.split("+").map((key) => (key === "Mod" && isMac ? "⌘" : (ON_KEYS[key] ?? key))));
}

/** The first key that all of some chords begin with, where each is of two. */
export function commonPrefix(chords: readonly (string | undefined)[]): string | undefined {
  const firsts = new Set(chords.map((chord) => (chord?.includes(" ") ? chord.split(" ")[0] : undefined)));
  return firsts.size === 1 ? [...firsts][0] : undefined;
}

/** What of the chord is still to be pressed after the first key. */
export function afterPrefix(chord: string, prefix: string | undefined): string {
  return prefix === undefined ? chord : chord.slice(prefix.length + 1);
}
