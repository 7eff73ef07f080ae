import { expect, test } from "vitest";

import { QCU_1 } from "~/core/qcu";
import type { Scheme } from "~/core/scheme";
import { attributeNames, vocabularyOf } from "./vocabulary";

const [quote] = QCU_1.types;
const later: Scheme = {
  ...QCU_1,
  version: 2,
  types: [
    {
      ...quote,
      label: "Quotation",
      attributes: [
        {
          ...quote.attributes[0],
          choices: [
            { value: "direct", label: "Verbatim", guideline: "" },
            { value: "sung", label: "Sung", guideline: "" },
          ],
        },
        { name: "checked", label: "Checked", kind: "yes-no", standard: false, material: false },
      ],
    },
  ],
};

test("a type of two versions has the later label, and the choices and attributes of both", () => {
  const types = vocabularyOf([QCU_1, later]);
  expect(types.map(({ name, label }) => [name, label])).toEqual([
    ["quote", "Quotation"],
    ["claim", "Claim"],
    ["uncertainty", "Uncertainty"],
  ]);
  const [form] = types[0]!.attributes;
  expect(form!.choices.map(({ value, label }) => `${value} ${label}`)).toEqual([
    "direct Verbatim",
    "mixed Mixed",
    "indirect Indirect",
    "sung Sung",
  ]);
  expect(types[0]!.attributes.map(({ name }) => name)).toEqual([
    "form",
    "speaker",
    "sourceKind",
    "cue",
    "checked",
  ]);
});

test("an attribute of several types is named once", () => {
  const names = attributeNames(vocabularyOf([QCU_1]));
  expect(names.filter((name) => name === "speaker")).toHaveLength(1);
});
