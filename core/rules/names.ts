import { DETERMINERS, DOCUMENTS, NO_NAMES, ORGANIZATIONS, PARTICLES, TITLES, UNNAMED } from "./lexicon";

/**
 * Names as an article prints them: which words are one, which is the fullest form of it, and what kind of
 * source a name or a description stands for.
 */

/** How far to either side of a word the rest of a name is looked for, in UTF-16 code units. */
const REACH = 60;

const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|['’]s$/gu, "");
const plain = (word: string): string => bare(word).replace(/\.$/, "").toLowerCase();
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(bare(word));
const isAcronym = (word: string): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(bare(word));

/** The last person's name in a phrase, without titles: two words or more; null if it has none. */
export function nameIn(phrase: string): string | null {
  return groupsIn(phrase).findLast(isPerson)?.join(" ") ?? null;
}

/** Runs of capitalised words, particles between them, without the titles and the like at their head. */
function groupsIn(phrase: string): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  const close = () => {
    const last = group.findLastIndex(isCapital);
    const first = group.findIndex((word) => !isLead(word));
    if (first !== -1) groups.push(group.slice(first, last + 1).map(bare));
    group = [];
  };
  for (const word of phrase.split(/\s+/)) {
    if (isCapital(word) || (group.length > 0 && PARTICLES.has(plain(word)))) group.push(word);
    else close();
    const isInitial = /^\p{L}{1,4}\.$/u.test(word);
    if (/[,;:.!?)"”’]$/u.test(word) && !isInitial) close();
  }
  close();
  return groups;
}

/** What stands before a name and is none of it. */
function isLead(word: string): boolean {
  return TITLES.has(plain(word)) || NO_NAMES.has(plain(word)) || isAcronym(word);
}

function isPerson(group: readonly string[]): boolean {
  return group.length > 1 && !group.some((word) => ORGANIZATIONS.has(plain(word)) || isAcronym(word));
}

/**
 * The fullest form of a name in the article: “Osmond” becomes “Ada Osmond” where all fuller forms agree, and
 * stays as printed where they do not, or there is none.
 */
export function fullestName(text: string, name: string): string {
  if (known.text !== text) known = { text, names: new Map() };
  const found = known.names.get(name) ?? findFullest(text, name);
  known.names.set(name, found);
  return found;
}

/** Names of the text that was asked about last: an article names the same few people again and again. */
let known: { readonly text: string; readonly names: Map<string, string> } = { text: "", names: new Map() };

function findFullest(text: string, name: string): string {
  const parts = name.split(/\s+/);
  const last = parts.at(-1) ?? name;
  const fuller = new Set<string>();
  for (const at of placesOf(text, last)) {
    const before = text.slice(Math.max(0, at - REACH), at);
    const found = nameIn(before.slice(before.lastIndexOf("\n") + 1) + last)?.split(" ");
    if (found?.at(-1) === last && parts.every((part) => found.includes(part))) fuller.add(found.join(" "));
  }
  const [longest] = [...fuller].sort((a, b) => b.length - a.length);
  if (longest === undefined) return name;
  const whole = longest.split(" ");
  const agree = [...fuller].every((form) => form.split(" ").every((part) => whole.includes(part)));
  return agree ? longest : name;
}

/** The one name that the article gives to a role (“mayor”); null where it gives none or several. */
export function nameOfRole(text: string, role: string): string | null {
  const names = new Set<string>();
  for (const at of [
    ...placesOf(text, role),
    ...placesOf(text, role.charAt(0).toUpperCase() + role.slice(1)),
  ]) {
    const end = at + role.length;
    const after = /^,? (\p{Lu}[^.,;:!?\n"“”]{2,40})/u.exec(text.slice(end, end + REACH))?.[1];
    const lead = text.slice(Math.max(0, at - REACH), at);
    const before = /(\p{Lu}[^.,;:!?\n"“”]{2,40}), (?:the|a|an) [^.,;:!?\n]{0,30}$/u.exec(lead)?.[1];
    const name = (after && leadingName(after)) ?? (before && nameIn(before));
    if (name) names.add(fullestName(text, name));
  }
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

/** A name is printed in full early: so many places are looked at, whatever the length of the text. */
const PLACES = 200;

/** Where a word stands in the text as a whole word. */
function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  if (word === "") return places;
  for (
    let at = text.indexOf(word);
    at !== -1 && places.length < PLACES;
    at = text.indexOf(word, at + word.length)
  ) {
    const isWhole = !/\p{L}/u.test(text.charAt(at + word.length)) && !/\p{L}/u.test(text.charAt(at - 1));
    if (isWhole) places.push(at);
  }
  return places;
}

/** The name that a phrase begins with, and no name further on. */
function leadingName(phrase: string): string | null {
  const list = phrase.split(/\s+/);
  const end = list.findIndex((word) => !isCapital(word) && !PARTICLES.has(plain(word)));
  return nameIn(list.slice(0, end === -1 ? list.length : end).join(" "));
}

/** What kind of source a printed name or description is. */
export function kindOfSource(speaker: string): "named" | "organization" | "document" | "anonymous" {
  if (nameIn(speaker)) return "named";
  const list = speaker.split(/\s+/);
  const end = list.findIndex(
    (word, at) => at > 0 && /^(?:in|of|for|from|at|with|who|by|close|familiar)$/.test(word),
  );
  const head = end === -1 ? list : list.slice(0, end);
  const [first = "", noun = ""] = [head[0], head.at(-1)].map((word = "") => plain(word));
  if (DOCUMENTS.has(noun)) return "document";
  if (UNNAMED.has(noun)) return "anonymous";
  const isHouse = head.some((word) => ORGANIZATIONS.has(plain(word))) || isAcronym(head.at(-1) ?? "");
  if (isHouse || isCountry(speaker)) return "organization";
  if (isCapital(head.at(-1) ?? "")) return DETERMINERS.has(first) ? "organization" : "named";
  return noun.endsWith("s") && !/^(?:an?|one|another)$/.test(first) ? "organization" : "anonymous";
}

let countries: ReadonlySet<string> | null = null;

/** Countries speak for their governments: “Norway says”. */
function isCountry(speaker: string): boolean {
  countries ??= countryNames();
  return countries.has(speaker.replace(/^the /i, ""));
}

function countryNames(): ReadonlySet<string> {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  return new Set(letters.flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? [])));
}
