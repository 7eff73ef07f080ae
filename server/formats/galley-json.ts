import { createHash } from "node:crypto";
import { z } from "zod";

import { Dossier, Time } from "~/core/shapes/dossier";
import { Scheme } from "~/core/shapes/scheme";
import { FILE_CONTENTS, HOLDS_ALL, type TextFormat } from "./format";
import { inCodePoints, jsonLine } from "./offsets";

/**
 * Galley's own JSON: whole dossiers, read back by the import. A dossier stands on a line of its own, so that
 * a file of any length can be written and looked at piece by piece. Offsets are code points.
 */

export const GALLEY_JSON = "galley-json";
/** Version 2 brought links, version 3 threads, version 4 what evidence's files are called; an older file has none. */
const VERSION = 4;

/** A dossier as the file holds it: its scheme by name, its text with a digest that proves the offsets. */
export const FiledDossier = Dossier.extend({
  scheme: z.strictObject({ id: z.string(), version: z.number().int().positive() }),
  /** SHA-256 of `text` in UTF-8, hexadecimal. */
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const envelope = {
  format: z.literal(GALLEY_JSON),
  version: z.literal([1, 2, 3, VERSION]),
  /** `start` and `end` count Unicode code points of `text`; ends are exclusive. */
  offsetUnit: z.literal("code point"),
  exportedAt: Time,
  schemes: z.array(Scheme).max(100),
};

/** The whole file. */
export const GalleyFile = z.strictObject({ ...envelope, dossiers: z.array(FiledDossier).max(100_000) });

/** The same with its dossiers unread, so that one bad article does not spoil the others. */
export const GalleyEnvelope = z.strictObject({ ...envelope, dossiers: z.array(z.unknown()).max(100_000) });

/** The JSON Schema of the file. @see https://json-schema.org/draft/2020-12 */
export function galleyJsonSchema(): object {
  return {
    title: "Galley dossiers",
    description: "Articles with their tags, verdicts and evidence, as Galley exports and imports them.",
    ...z.toJSONSchema(GalleyFile),
  };
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export const galleyJson: TextFormat = {
  id: GALLEY_JSON,
  label: "Galley JSON",
  mediaType: "application/json",
  extension: "json",
  offsetUnit: "code point",
  reader: "Galley reads it back; programs of your own read it by its published JSON Schema.",
  keeps: HOLDS_ALL,
  omissions: [FILE_CONTENTS],
  caveats: [
    "Reading it back approves nothing: verdicts and approvals are kept as what they were in the former home.",
    "Who the article was shared with and its history stay here. Mentions in comments are told as names.",
    "A query that comes in is put to whoever brings it in, unless it was put to a role.",
  ],
  async *write(dossiers, { exportedAt, schemes }) {
    const head = { format: GALLEY_JSON, version: VERSION, offsetUnit: "code point", exportedAt, schemes };
    yield `${jsonLine(head).slice(0, -1)},"dossiers":[`;
    let separator = "\n";
    for await (const dossier of dossiers) {
      yield separator + jsonLine(filed(dossier));
      separator = ",\n";
    }
    yield "\n]}\n";
  },
};

function filed(dossier: Dossier): z.infer<typeof FiledDossier> {
  const { id, version } = dossier.scheme;
  return { ...inCodePoints(dossier), scheme: { id, version }, textSha256: sha256(dossier.text) };
}
