import { readDossier } from "./galley-json-read";
import { DossierLine, GALLEY_JSONL } from "./galley-jsonl";
import { jsonLines, placeOf } from "./json-read";
import { type ReadArticle, type Reader, unreadable } from "./read";

/** Reads Galley's own JSON Lines back, each line by itself. */
export const galleyJsonlReader: Reader = {
  format: GALLEY_JSONL,
  recognizes: ({ text }) => text.slice(0, 200).includes(`"format":"${GALLEY_JSONL}"`),
  *read({ text }): Generator<ReadArticle> {
    for (const { number, value, problem } of jsonLines(text)) {
      const parsed = DossierLine.safeParse(value);
      if (problem !== null) yield unreadable(null, problem);
      else if (!parsed.success)
        yield unreadable(
          null,
          `Line ${number} is not as Galley writes it: ${placeOf(parsed.error.issues[0])}.`,
        );
      else {
        const { format: _, version: _version, offsetUnit: _unit, exportedAt, scheme, ...filed } = parsed.data;
        yield readDossier(
          { ...filed, scheme: { id: scheme.id, version: scheme.version } },
          [scheme],
          exportedAt,
        );
      }
    }
  },
};
