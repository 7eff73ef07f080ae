import { median } from "./round";

/** Medians side by side, for the terminal. */

export const print = (line = "") => void process.stdout.write(`${line}\n`);

/** The figure as people read it; a dash where there is none. */
export const cell = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(value < 100 ? 1 : 0));

/** A row for each figure, a column for each of those that were measured; after them the ratio of the last two. */
export function printTable<Figure extends string>(
  figures: readonly Figure[],
  columns: ReadonlyMap<string, readonly Partial<Record<Figure, number>>[]>,
  ratio?: string,
): void {
  const width = Math.max(...figures.map(({ length }) => length)) + 2;
  const head = [...columns.keys()].map((name) => name.padStart(14)).join("");
  print("".padEnd(width) + head + (ratio ?? "").padStart(18));
  for (const figure of figures) {
    const values = [...columns.values()].map((rounds) =>
      median(rounds.flatMap((each) => each[figure] ?? [])),
    );
    const [peer, own] = values.slice(-2);
    const share = ratio !== undefined && peer !== undefined && own !== undefined ? own / peer : NaN;
    print(
      figure.padEnd(width) +
        values.map((value) => cell(value).padStart(14)).join("") +
        (Number.isNaN(share) ? "" : share.toFixed(2)).padStart(18),
    );
  }
}
