import { describe, expect, it } from "vitest";

import { QCU_1 } from "~/core/qcu";
import type { Scheme } from "~/core/scheme";
import { conflictsOf } from "~/app/_keys/own-keys";
import { actionsOf } from "./actions";

describe("the registry of keys", () => {
  const actions = actionsOf(QCU_1);

  it.each(actions.flatMap(({ id, keys }) => keys.map((chord) => [chord, id] as const)))(
    "means one thing by %s: %s",
    (chord, id) => {
      expect(conflictsOf(actions, id, chord).map((other) => other.id)).toEqual([]);
    },
  );

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
    expect(rumours.map(({ keys }) => keys[0]).filter((key) => /^\d$/.test(key ?? ""))).toEqual([
      "1",
      "2",
      "3",
    ]);
    expect(actions.map(({ keys }) => keys[0]).filter((key) => /^\d$/.test(key ?? ""))).toHaveLength(6);
  });
});
