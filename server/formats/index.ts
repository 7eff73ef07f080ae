import { csv } from "./csv";
import type { Format } from "./format";
import { galleyJson } from "./galley-json";
import { webAnnotation } from "./web-annotation";

/** All formats, in the order in which people are offered them. */
export const FORMATS: readonly Format[] = [webAnnotation, csv, galleyJson];

/** The format of that id, if there is one. */
export function formatNamed(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
