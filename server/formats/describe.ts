import { DOSSIER_PARTS, type DossierPart } from "~/core/dossier";
import type { Format } from "./format";

/** The parts of a dossier, in the order in which people are told of them. */
export function partsOf(): DossierPart[] {
  const isPart = (name: string): name is DossierPart => name in DOSSIER_PARTS;
  return Object.keys(DOSSIER_PARTS).filter(isPart);
}

/** A format as docs/formats.md tells it, in Markdown. */
export function describeFormat({ id, label, keeps, caveats, ...format }: Format): string {
  const kept = partsOf().map((part) => `| ${DOSSIER_PARTS[part]} | ${keeps[part]} |`);
  return [
    `## ${label}`,
    `${format.reader} Its name in addresses is \`${id}\`, its ending \`.${format.extension}\`, its media type \`${format.mediaType}\`.`,
    `Offsets count ${format.offsetUnit}s from 0; the end is exclusive.`,
    ["| part of the dossier | in the file |", "| --- | --- |", ...kept].join("\n"),
    ...(caveats.length > 0 ? [caveats.map((caveat) => `- ${caveat}`).join("\n")] : []),
  ].join("\n\n");
}
