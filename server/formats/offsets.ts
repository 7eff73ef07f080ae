import type { Dossier } from "~/core/shapes/dossier";
import { codePointsAt } from "~/core/text";

/** The dossier with its offsets in Unicode code points, as most formats want them. */
export function inCodePoints(dossier: Dossier): Dossier {
  const points = codePointsAt(dossier.text);
  return mapOffsets(dossier, (offset) => points.toCodePoint(offset));
}

function mapOffsets(dossier: Dossier, map: (offset: number) => number): Dossier {
  const moved = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: map(span.start),
    end: map(span.end),
  });
  return {
    ...dossier,
    blocks: dossier.blocks.map(moved),
    tags: dossier.tags.map(moved),
    threads: dossier.threads.map((thread) => ({
      ...thread,
      passage: thread.passage && moved(thread.passage),
    })),
  };
}

/** JSON on one line that also survives readers which end lines at U+2028, U+2029 or U+0085. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u{85}\u{2028}\u{2029}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
