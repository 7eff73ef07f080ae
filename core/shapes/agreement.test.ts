import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isDetail } from "~/core/article";
import { idIn } from "~/core/ids";
import { QCU_1 } from "~/core/qcu";
import { parseValue } from "~/core/scheme";
import { ArticleDetails } from "./article";
import { TagId } from "./ids";
import { Value } from "./scheme";

/** What the rules look at by themselves, in the browser, they let through only as the shapes do, on the server. */
describe("the rules take nothing that the shapes refuse", () => {
  const text = fc.oneof(
    fc.uuid(),
    fc.string({ unit: "binary" }),
    fc.webUrl(),
    fc.constantFrom("", "en", "pt-BR", "rtl"),
  );

  it("as an id", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.anything()), (any) => {
        if (idIn("tag", any) !== null) expect(TagId.safeParse(any).success).toBe(true);
      }),
    );
  });

  it("as a detail of an article", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ArticleDetails.keyof().options), fc.option(text), (name, to) => {
        if (isDetail(name, to)) expect(ArticleDetails.shape[name].safeParse(to).success).toBe(true);
      }),
    );
  });

  it("as an attribute's value", () => {
    const types = QCU_1.types.flatMap((type) => type.attributes.map(({ name }) => ({ type, name })));
    const value = fc.oneof(
      text,
      fc.boolean(),
      fc.record({ words: fc.option(fc.string({ maxLength: 400 })) }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...types), value, ({ type, name }, value) => {
        const taken = taking(() => parseValue(type, name, value));
        if (taken !== undefined && taken !== null) expect(Value.safeParse(taken).success).toBe(true);
      }),
    );
  });
});

function taking<Taken>(take: () => Taken): Taken | undefined {
  try {
    return take();
  } catch {
    return undefined;
  }
}

describe("what people give is taken", () => {
  it.each([
    ["title", "Harbour plan"],
    ["language", "pt-BR"],
    ["direction", "rtl"],
    ["sourceUrl", "https://courier.example/harbour?page=1#top"],
    ["sourceUrl", null],
    ["desk", "018f0000-0000-7000-8000-000000000001"],
    ["desk", null],
  ] as const)("%s: %s", (name, to) => {
    expect(isDetail(name, to)).toBe(true);
  });

  it.each([
    ["title", null],
    ["title", "half a pair \ud800"],
    ["language", "English, mostly"],
    ["direction", "up"],
    ["sourceUrl", "javascript:alert(1)"],
    ["sourceUrl", "https://"],
    ["desk", "sports"],
  ] as const)("but not %s: %s", (name, to) => {
    expect(isDetail(name, to)).toBe(false);
  });
});
