import { describe, expect, test } from "vitest";
import { answerHeaders, contentSecurityPolicy, isCacheable, makeNonce } from "./csp";

function parse(policy: string) {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources] as const;
    }),
  );
}

describe("in production", () => {
  const policy = parse(contentSecurityPolicy({ nonce: "abc", development: false }));

  test.each([
    ["script-src", ["'nonce-abc'", "'strict-dynamic'"]],
    ["style-src", ["'self'", "'nonce-abc'"]],
    ["style-src-attr", ["'unsafe-inline'"]],
    ["object-src", ["'none'"]],
    ["base-uri", ["'none'"]],
    ["form-action", ["'self'"]],
    ["frame-ancestors", ["'none'"]],
    ["connect-src", ["'self'"]],
  ])("%s is exactly that", (name, sources) => {
    expect(policy.get(name)).toEqual(sources);
  });

  test("style attributes alone may be inline, and nothing is evaluated", () => {
    const inline = [...policy].filter(([, sources]) => sources.some((source) => source.includes("unsafe")));
    expect(inline.map(([name]) => name)).toEqual(["style-src-attr"]);
  });
});

describe("in development", () => {
  const policy = parse(contentSecurityPolicy({ nonce: "abc", development: true }));

  test("scripts still need the nonce", () => {
    expect(policy.get("script-src")).toContain("'nonce-abc'");
    expect(policy.get("script-src")).not.toContain("'unsafe-inline'");
  });

  test("no nonce stands beside the inline styles, which it would switch off", () => {
    expect(policy.get("style-src")).toEqual(["'self'", "'unsafe-inline'"]);
  });
});

test("a nonce is 16 bytes in base64 and comes from the randomness that is given", () => {
  expect(makeNonce((bytes) => bytes.fill(255))).toBe("/////////////////////w==");
});

test("HSTS is sent under https only", () => {
  const names = (https: boolean) => answerHeaders({ https, cacheable: false }).map(([name]) => name);
  expect(names(true)).toContain("Strict-Transport-Security");
  expect(names(false)).not.toContain("Strict-Transport-Security");
  expect(names(false)).toContain("X-Content-Type-Options");
});

test.each([
  ["/corrections/courier/feed", true],
  ["/corrections/courier", false],
  ["/corrections/courier/feed/more", false],
  ["/corrections//feed", false],
  ["/n/courier/corrections/x/feed", false],
  ["/articles/018f0000-0000-7000-8000-000000000000", false],
  ["/", false],
])("caches may keep what %s answers: %s", (path, cacheable) => {
  expect(isCacheable(path)).toBe(cacheable);
  const kept = answerHeaders({ https: true, cacheable: isCacheable(path) }).map(([name]) => name);
  expect(kept.includes("Cache-Control")).toBe(!cacheable);
  expect(kept).toEqual(expect.arrayContaining(["X-Content-Type-Options", "Strict-Transport-Security"]));
});
