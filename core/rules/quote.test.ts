import { describe, expect, it, test } from "vitest";

import { QCU_1 } from "~/core/qcu";

import { proposeAttributes } from "./index";
import { passageOf, propose, tagOn } from "./testing";

describe("the form of a quote", () => {
  test.each([
    ["marks, capital, three words", "She said [“We are done.”]", "direct"],
    ["straight marks", 'She said ["We are done."]', "direct"],
    ["two words", "She said [“We won.”]", "mixed"],
    ["no capital", "She called it [“a very bad idea”].", "mixed"],
    ["one word", "She called it [“theft”].", "mixed"],
    ["no marks", "She said [she was tired of it].", "indirect"],
    ["marks within", "She said [it was “theft” and no more].", "mixed"],
    ["a bracket first", "[“[The] bridge is gone,”] she said".replace("[The]", "(The)"), "direct"],
    ["without its marks", "She said “[We are done here]” twice", "direct"],
  ])("%s", (_, marked, form) => {
    expect(propose("quote", marked).form).toBe(form);
  });

  test.each([
    ["de", "Sie sagte: [„Wir sind am Ende.“]", "direct"],
    ["fr", "Il a dit : [« Nous avons fini. »]", "direct"],
    ["ja", "首相は[「増税はしない」]と述べた。", "direct"],
    ["ar", "قال [«انتهينا من كل شيء»] أمس", "direct"],
  ])("in %s", (language, marked, form) => {
    expect(propose("quote", marked, { language }).form).toBe(form);
  });

  it("takes the second half of a split quote as direct", () => {
    const passage = passageOf("“We won,” she said, [“and they know it.”]");
    expect(proposeAttributes(QCU_1, "quote", passage).form).toBe("mixed");
    const first = tagOn(passage.text, "“We won,”", { form: "direct" });
    expect(proposeAttributes(QCU_1, "quote", { ...passage, earlier: [first] }).form).toBe("direct");
  });
});
