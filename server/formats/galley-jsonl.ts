import { z } from "zod";

import { Time } from "~/core/shapes/dossier";
import { Scheme } from "~/core/shapes/scheme";
import { FILE_CONTENTS, HOLDS_ALL, type TextFormat } from "./format";
import { FiledDossier, sha256 } from "./galley-json";
import { inCodePoints, jsonLine } from "./offsets";

/**
 * Galley's own JSON as JSON Lines: each line is a whole dossier with its scheme, so that a file of any length
 * can be read, split and joined line by line. Offsets are code points.
 * @see https://jsonlines.org
 */

export const GALLEY_JSONL = "galley-jsonl";
const VERSION = 1;

/** A line of the file. */
export const DossierLine = FiledDossier.extend({
  format: z.literal(GALLEY_JSONL),
  version: z.literal(VERSION),
  offsetUnit: z.literal("code point"),
  exportedAt: Time,
  scheme: Scheme,
});

export const galleyJsonl: TextFormat = {
  id: GALLEY_JSONL,
  label: "Galley JSON Lines",
  mediaType: "application/jsonl",
  extension: "jsonl",
  offsetUnit: "code point",
  reader: "Galley reads it back; programs of your own read it a line at a time, each an article.",
  keeps: HOLDS_ALL,
  omissions: [FILE_CONTENTS],
  caveats: [
    "Reading it back approves nothing: verdicts and approvals are kept as what they were in the former home.",
    "Lines end at LF only. The scheme stands in every line, so that each can be read alone.",
  ],
  async *write(dossiers, { exportedAt }) {
    const head = { format: GALLEY_JSONL, version: VERSION, offsetUnit: "code point", exportedAt } as const;
    for await (const dossier of dossiers) {
      const line: z.infer<typeof DossierLine> = {
        ...head,
        ...inCodePoints(dossier),
        textSha256: sha256(dossier.text),
      };
      yield `${jsonLine(line)}\n`;
    }
  },
};
