import { describe, expect, it } from "vitest";

import { QCU_1 } from "./qcu";
import { isRuleId, RULES } from "./rules/index";
import { typeNamed } from "./scheme";
import { Scheme } from "./shapes/scheme";

describe("QCU-1", () => {
  it("is a scheme", () => {
    expect(Scheme.parse(QCU_1)).toEqual(QCU_1);
  });

  it("names rules, standards, conditions and grades that are there, and has a key and a letter for each type", () => {
    const { types, grades } = Scheme.parse(QCU_1);
    for (const type of types) {
      const attributes = new Map(type.attributes.map((attribute) => [attribute.name, attribute]));
      expect(attributes.has(type.main)).toBe(true);
      for (const attribute of attributes.values()) {
        if (attribute.rule !== undefined) expect(isRuleId(attribute.rule)).toBe(true);
        if (attribute.kind === "choice")
          expect(attribute.choices.map(({ value }) => value)).toContain(attribute.standard);
        if (attribute.when) expect(attributes.get(attribute.when.attribute)).toBeDefined();
      }
    }
    expect(types.map(({ key, letter }) => key + letter)).toEqual(["qQ", "cC", "uU"]);
    const graded = grades.map(({ type, attribute }) =>
      typeNamed(QCU_1, type).attributes.some(({ name }) => name === attribute),
    );
    expect(graded).toEqual([true, true, true]);
  });

  it("has links whose ends are types, each kind once", () => {
    const names = QCU_1.types.map(({ name }) => name as string);
    const links = Scheme.parse(QCU_1).types.flatMap((type) => type.links);
    for (const { to } of links) expect(names).toEqual(expect.arrayContaining([...to]));
    expect(links.map(({ name }) => name)).toEqual([
      "continues",
      "within",
      "contradicts",
      "supports",
      "about",
    ]);
  });

  it("uses every rule that there is", () => {
    const used = Scheme.parse(QCU_1).types.flatMap(({ attributes }) => attributes.map(({ rule }) => rule));
    for (const id of Object.keys(RULES)) expect(used).toContain(id);
  });

  it("reopens a checked tag for kind, form, speaker, voice and legal alone", () => {
    const material = Scheme.parse(QCU_1).types.flatMap(({ attributes }) =>
      attributes.filter(({ material }) => material),
    );
    expect([...new Set(material.map(({ name }) => name))].sort()).toEqual([
      "form",
      "kind",
      "legal",
      "speaker",
      "voice",
    ]);
  });
});
