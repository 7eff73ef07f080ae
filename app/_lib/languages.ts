/** Languages to choose from, most of the world's news between them. BCP 47. */
const LANGUAGES =
  "ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv mk mt ms nl no pl pt pt-BR ro ru sk sl sq sr sv sw ta te th tl tr uk ur vi zh zh-Hant zu".split(
    " ",
  );

const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** What people call a language: “Brazilian Portuguese” for `pt-BR`; the code itself where nobody knows it. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}

/** The languages to choose from by name, and whichever is chosen now. */
export function languageChoices(present: string): { value: string; label: string }[] {
  return [...new Set([...LANGUAGES, present])]
    .map((value) => ({ value, label: languageName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}
