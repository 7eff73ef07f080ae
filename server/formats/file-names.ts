import { type Dossier, readTold } from "~/core/shapes/dossier";

/** So many characters of a title go into a file's name. */
const LONGEST = 40;

/**
 * What an article's file is called inside of an archive, without its ending: words of the title, so that people
 * know it, and its id, so that no two are alike. Letters, digits and hyphens only.
 */
export function fileNameOf({ article }: Dossier): string {
  const title = readTold(article.title)
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/^-|[-\u{FFFD}]+$/gu, "");
  return `${title === "" ? "article" : title}-${article.id}`;
}
