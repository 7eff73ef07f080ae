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
