import { describe, expect, test } from "vitest";

import { propose } from "./testing";

describe("uncertainty", () => {
  test.each([
    ["The pier [may] have cracked.", "hedge", "possible", "author"],
    ["The pier [is likely to] crack.", "hedge", "probable", "author"],
    ["The pier is [unlikely] to crack.", "hedge", "unlikely", "author"],
    ["The driver is [believed] to have fled.", "hedge", "probable", "author"],
    ["The council [appeared] confident.", "hedge", "probable", "author"],
    ["The [alleged] thief left.", "unverified", "unspecified", "author"],
    ["The [claimed] repair came late.", "unverified", "unspecified", "author"],
    ["It [is said to] have cost more.", "unverified", "unspecified", "author"],
    ["The figure [could not be independently verified].", "unverified", "unspecified", "author"],
    ["[The cause remains unclear].", "unknown", "unspecified", "author"],
    ["[The cause is under investigation].", "unknown", "unspecified", "author"],
    ["[No one knows the cause].", "unknown", "unspecified", "author"],
    ["There were [conflicting] reports.", "conflicting", "unspecified", "author"],
    ["The bridge is [expected to] reopen.", "forecast", "probable", "author"],
    ["[If it rains, the bridge would close].", "forecast", "unspecified", "author"],
    ["It was seen by [a council official, who asked not to be named].", "anonymous", "unspecified", "author"],
    ["It was seen by [a senior council official].", "anonymous", "unspecified", "author"],
    ["Ada Osmond said the pier [may] have cracked.", "hedge", "possible", "source"],
    ["“[Maybe] it cracked,” said Ada Osmond.", "hedge", "possible", "source"],
    ["The pier [stands].", "hedge", "unspecified", "author"],
  ])("%s", (marked, kind, level, holder) => {
    expect(propose("uncertainty", marked)).toEqual({ kind, level, holder });
  });
});
