import { describe, expect, it } from "vitest";
import { QCU_1 } from "./qcu";
import { onlyAdds, type Scheme, type TagType } from "./scheme";

/** The scheme with its first type changed. */
function changed(change: (type: TagType) => Partial<TagType>): Scheme {
  const [first, ...rest] = QCU_1.types;
  return { ...QCU_1, version: 3, types: [{ ...first, ...change(first) }, ...rest] };
}

const FRESH = { ...QCU_1.types[0], name: "figure", key: "f" } satisfies TagType;

describe("a later version of a scheme only adds to the earlier", () => {
  it.each<[string, Scheme]>([
    ["when nothing changed", QCU_1],
    ["when a type joins", { ...QCU_1, types: [...QCU_1.types, FRESH] }],
    ["when words about a type are others", changed(() => ({ guideline: "Other words." }))],
    [
      "when an attribute joins",
      changed(({ attributes }) => ({
        attributes: [
          ...attributes,
          { name: "place", label: "Place", kind: "words", material: false, suggests: "nothing" },
        ],
      })),
    ],
    [
      "when a choice joins",
      changed(({ attributes }) => ({
        attributes: attributes.map((attribute) =>
          attribute.kind === "choice"
            ? { ...attribute, choices: [...attribute.choices, { value: "new", label: "New", guideline: "" }] }
            : attribute,
        ),
      })),
    ],
    [
      "when links lead further",
      changed(({ links }) => ({ links: links.map((link) => ({ ...link, to: [...link.to, "figure"] })) })),
    ],
  ])("%s", (_, later) => expect(onlyAdds(later, QCU_1)).toBe(true));

  it("when links join a version from before there were any", () => {
    const before = { ...QCU_1, version: 1, types: QCU_1.types.map((type) => ({ ...type, links: [] })) };
    expect(onlyAdds(QCU_1, before)).toBe(true);
    expect(onlyAdds(before, QCU_1)).toBe(false);
  });
});

describe("a later version does more than add", () => {
  it.each<[string, Scheme]>([
    ["when a type is gone", { ...QCU_1, types: QCU_1.types.slice(1) }],
    ["when a type has another name", changed(() => ({ name: "speech" }))],
    ["when a grade is gone", { ...QCU_1, grades: QCU_1.grades.slice(1) }],
    [
      "when a grade asks for more",
      { ...QCU_1, grades: [...QCU_1.grades, { ...QCU_1.grades[0], equals: "should" }] },
    ],
    ["when an attribute is gone", changed(({ attributes }) => ({ attributes: attributes.slice(1) }))],
    [
      "when an attribute opens a checked tag that did not",
      changed(({ attributes }) => ({
        attributes: attributes.map((attribute) => ({ ...attribute, material: !attribute.material })),
      })),
    ],
    [
      "when a choice is gone",
      changed(({ attributes }) => ({
        attributes: attributes.map((attribute) =>
          attribute.kind === "choice" ? { ...attribute, choices: attribute.choices.slice(1) } : attribute,
        ),
      })),
    ],
    ["when a link is gone", changed(() => ({ links: [] }))],
  ])("%s", (_, later) => expect(onlyAdds(later, QCU_1)).toBe(false));
});
