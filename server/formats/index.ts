import { brat } from "./brat";
import { casJson } from "./cas-json";
import { casXmi } from "./cas-xmi";
import { csv } from "./csv";
import { doccano } from "./doccano";
import type { Format } from "./format";
import { galleyJson } from "./galley-json";
import { galleyJsonl } from "./galley-jsonl";
import { iob2 } from "./iob2";
import { labelStudio } from "./label-studio";
import { prodigy } from "./prodigy";
import { webAnnotation } from "./web-annotation";
import { webannoTsv } from "./webanno-tsv";

/** All formats, in the order in which people are offered them. */
export const FORMATS: readonly Format[] = [
  webAnnotation,
  csv,
  galleyJson,
  galleyJsonl,
  labelStudio,
  brat,
  webannoTsv,
  casJson,
  casXmi,
  doccano,
  prodigy,
  iob2,
];

/** The format of that id, if there is one. */
export function formatNamed(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
