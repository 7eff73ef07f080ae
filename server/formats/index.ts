import { annotatedHtml } from "./annotated-html";
import { brat } from "./brat";
import { casJson } from "./cas-json";
import { casXmi } from "./cas-xmi";
import { claimReview } from "./claim-review";
import { csv } from "./csv";
import { doccano } from "./doccano";
import { docx } from "./docx";
import type { Format } from "./format";
import { galleyJson } from "./galley-json";
import { galleyJsonl } from "./galley-jsonl";
import { iob2 } from "./iob2";
import { labelStudio } from "./label-studio";
import { markdown } from "./markdown";
import { prodigy } from "./prodigy";
import { tei } from "./tei";
import { webAnnotation } from "./web-annotation";
import { webannoTsv } from "./webanno-tsv";
import { xlsx } from "./xlsx";

/** All formats, in the order in which people are offered them. */
export const FORMATS: readonly Format[] = [
  webAnnotation,
  csv,
  xlsx,
  docx,
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
  tei,
  annotatedHtml,
  claimReview,
  markdown,
];

/** The format of that id, if there is one. */
export function formatNamed(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
