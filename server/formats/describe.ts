import { DOSSIER_PARTS, type DossierPart } from "~/core/shapes/dossier";
import type { Format } from "./format";

/** The parts of a dossier, in the order in which people are told of them. */
export function partsOf(): DossierPart[] {
  const isPart = (name: string): name is DossierPart => name in DOSSIER_PARTS;
  return Object.keys(DOSSIER_PARTS).filter(isPart);
}

const PACKED = {
  always: "Its files come together in one archive.",
  "when several": "It is one file for each article; several articles come in a zip.",
} as const;

/** A format as docs/formats.md tells it, in Markdown. */
export function describeFormat({ id, label, keeps, omissions, caveats, ...format }: Format): string {
  const kept = partsOf().map((part) => `| ${DOSSIER_PARTS[part]} | ${keeps[part]} |`);
  return [
    `## ${label}`,
    `${format.reader} Its name in addresses is \`${id}\`, its ending \`.${format.extension}\`, its media type \`${format.mediaType}\`.`,
    format.offsetUnit === "none"
      ? "It has no offsets."
      : `Offsets count ${format.offsetUnit}s from 0; the end is exclusive.`,
    ...("packed" in format ? [PACKED[format.packed]] : []),
    ["| part of the dossier | in the file |", "| --- | --- |", ...kept].join("\n"),
    ...(omissions.length > 0
      ? [`It leaves out, and the dialog counts:`, omissions.map(({ what }) => `- ${what}`).join("\n")]
      : []),
    ...(caveats.length > 0 ? [caveats.map((caveat) => `- ${caveat}`).join("\n")] : []),
  ].join("\n\n");
}
