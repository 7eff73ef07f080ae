import { describe, expect, it } from "vitest";

import { QCU_1 } from "~/core/qcu";
import type { Scheme } from "~/core/scheme";
import { actionsOf } from "./keys";

describe("the registry of keys", () => {
  const actions = actionsOf(QCU_1);
  const chords = actions.flatMap(({ keys }) => [...keys]);

  it("gives each key one meaning", () => {
    expect(chords.filter((chord, place) => chords.indexOf(chord) !== place)).toEqual([]);
  });

  it("lets no single key hide what begins with it", () => {
    const prefixes = chords.filter((chord) => chord.includes(" ")).map((chord) => chord.split(" ")[0]);
    expect(chords.filter((chord) => prefixes.includes(chord))).toEqual([]);
  });

  it("names each action once", () => {
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  });

  it("takes the types and their keys, and as many digits as there are choices, from the scheme", () => {
    const [quote] = QCU_1.types;
    const scheme: Scheme = {
      ...QCU_1,
      grades: [],
      types: [{ ...quote, name: "rumour", label: "Rumour", key: "r" }],
    };
    const rumours = actionsOf(scheme);
    expect(rumours.find(({ keys }) => keys[0] === "r")?.label).toMatch(/rumour/);
    expect(rumours.some(({ keys }) => keys[0] === "q")).toBe(false);
    expect(rumours.map(({ keys }) => keys[0]).filter((key) => /^\d$/.test(key))).toEqual(["1", "2", "3"]);
    expect(actions.map(({ keys }) => keys[0]).filter((key) => /^\d$/.test(key))).toHaveLength(6);
  });
});
