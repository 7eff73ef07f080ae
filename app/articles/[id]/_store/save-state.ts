/** How safe one's work is, as the header says it. */
export type SaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving"; readonly count: number }
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "offline"; readonly count: number }
  | {
      readonly kind: "could-not-save";
      readonly count: number;
      /** What the server said, if it said anything. */
      readonly sentence: string | null;
      readonly signedOut: boolean;
    };

/** How long to wait before the attempt after `failures` ones, in milliseconds: twice as long each time, by chance up to half less. */
export function backOff(failures: number, random: number): number {
  const most = Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1));
  return most * (1 - random / 2);
}
