import { describe, expect, it } from "vitest";
import { browserName } from "./browser-name";
import { troubleOf, wayBack } from "./session";

describe("the way back after signing in", () => {
  it.each([
    ["/account", "/account"],
    ["/n/harbour-courier?state=open#top", "/n/harbour-courier?state=open#top"],
    [undefined, "/"],
    ["", "/"],
    ["https://evil.example/", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["\\/evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/\n/evil.example", "/"],
    [" //evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["data:text/html,x", "/"],
    ["?back=/", "/"],
    ["account", "/"],
    ["/sign-in", "/"],
    ["/sign-in?back=/sign-in", "/"],
  ])("of %j is %j", (wish, way) => {
    expect(wayBack(wish)).toBe(way);
    expect(new URL(wayBack(wish), "https://galley.example.org").origin).toBe("https://galley.example.org");
  });
});

describe("why one is not signed in", () => {
  it.each([
    ["wrong", "do not match", undefined],
    ["wait:840", "Wait 14 minutes", undefined],
    ["wait:1", "Wait 1 minute,", undefined],
    ["away", "does not answer", undefined],
    ["bug:1f2e3d4c", "failed on our side", "1f2e3d4c"],
    ["bug:<script>", "failed on our side", undefined],
    ["Your bank needs your PIN", "failed on our side", undefined],
    [null, "failed on our side", undefined],
  ])("of %j is told in our own words", (word, words, code) => {
    const trouble = troubleOf(word);
    expect(trouble.sentence).toContain(words);
    expect(trouble.code).toBe(code);
  });
});

describe("the name of a browser", () => {
  const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
  const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
  it.each([
    [`${windows} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36`, "Chrome", "Windows"],
    [
      `${windows} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0`,
      "Edge",
      "Windows",
    ],
    [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`, "Safari", "macOS"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604.1",
      "Chrome",
      "iOS",
    ],
    ["Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/140.0 Mobile Safari/537.36", "Chrome", "Android"],
    ["curl/8.10", null, null],
    ["", null, null],
  ])("%s", (userAgent, browser, system) => {
    expect(browserName(userAgent)).toEqual({ browser, system });
  });
});
