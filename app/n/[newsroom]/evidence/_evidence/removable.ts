import type { Evidence } from "~/core/newsroom";
import type { Words } from "~/core/words";

/** A part of an item that can be removed from the record, by the place of its words in the newsroom's log. */
export type RemovablePart =
  | { readonly part: "file" }
  | { readonly part: "reference" | "locator" | "note" | "fileName" | "reason"; readonly ref: string };

/** What of the item is still there to be removed. */
export function removableParts({ reference, locator, note, withdrawal, file }: Evidence): RemovablePart[] {
  const held = [
    ["reference", reference],
    ["locator", locator],
    ["note", note],
    ["reason", withdrawal?.reason ?? null],
    ["fileName", file && !file.removal ? file.name : null],
  ] as const satisfies readonly (readonly [string, Words | null])[];
  return [
    ...(file && !file.removal ? [{ part: "file" } as const] : []),
    ...held.flatMap(([part, words]) =>
      words && words.words !== null && words.ref !== undefined ? [{ part, ref: words.ref }] : [],
    ),
  ];
}
