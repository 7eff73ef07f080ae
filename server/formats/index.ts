import { brat } from "./brat";
import { csv } from "./csv";
import type { Format } from "./format";
import { galleyJson } from "./galley-json";
import { labelStudio } from "./label-studio";
import { webAnnotation } from "./web-annotation";

/** All formats, in the order in which people are offered them. */
export const FORMATS: readonly Format[] = [webAnnotation, csv, galleyJson, labelStudio, brat];

/** The format of that id, if there is one. */
export function formatNamed(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
