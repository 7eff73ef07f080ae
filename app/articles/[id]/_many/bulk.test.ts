import { describe, expect, it } from "vitest";

import { QCU_1 } from "~/core/qcu";
import { sharedAttributes } from "./bulk";

const namesOf = (...types: string[]) => sharedAttributes(QCU_1, new Set(types)).map(({ name }) => name);

describe("the attributes that types share", () => {
  it("are all of one type’s", () => {
    const [quote] = QCU_1.types;
    expect(namesOf(quote.name)).toEqual(quote.attributes.map(({ name }) => name));
    expect(namesOf()).toEqual([]);
  });

  it("are those with the same name and the same choices", () => {
    // Both have a kind; its choices differ.
    expect(namesOf("claim", "uncertainty")).not.toContain("kind");
    const twin = { ...QCU_1.types[1], name: "twin" };
    const scheme = { ...QCU_1, types: [...QCU_1.types, twin] };
    const shared = sharedAttributes(scheme, new Set(["claim", "twin"]));
    expect(shared.map(({ name }) => name)).toEqual(QCU_1.types[1].attributes.map(({ name }) => name));
  });
});
