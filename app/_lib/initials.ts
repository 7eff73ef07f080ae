const characters = new Intl.Segmenter();

/** One or two letters for a person: of the first and the last word of the name, whole characters of any script. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return ends
    .map((part) => firstCharacter(part ?? ""))
    .join("")
    .toLocaleUpperCase("en");
}

function firstCharacter(word: string): string {
  for (const { segment } of characters.segment(word)) return segment;
  return "";
}
