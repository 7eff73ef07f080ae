import { describe, expect, it } from "vitest";
import { guard } from "./guard";

process.env.NEXTAUTH_URL = "https://galley.example.org";
const own = "https://galley.example.org";

const json = { "content-type": "application/json", "x-galley": "1" };
const gate = { mediaTypes: ["application/json"] };
const request = (method: string, headers: Record<string, string>) =>
  new Request(`${own}/api/trpc/account.me`, { method, headers, body: method === "POST" ? "{}" : undefined });

describe("the guard", () => {
  it.each<[string, string, Record<string, string>, number | null]>([
    ["our own page", "POST", { ...json, origin: own, "sec-fetch-site": "same-origin" }, null],
    ["our own page of a browser without Sec-Fetch", "POST", { ...json, origin: own }, null],
    ["our own page without Origin", "POST", { ...json, "sec-fetch-site": "same-origin" }, null],
    [
      "charset named",
      "POST",
      { ...json, origin: own, "content-type": "Application/JSON; charset=utf-8" },
      null,
    ],
    ["a foreign page", "POST", { ...json, origin: "https://evil.example" }, 403],
    ["a page beside ours", "POST", { ...json, origin: "https://other.example.org" }, 403],
    ["our host over http", "POST", { ...json, origin: "http://galley.example.org" }, 403],
    ["our host at another port", "POST", { ...json, origin: `${own}:8443` }, 403],
    ["our name as a beginning", "POST", { ...json, origin: `${own}.evil.example` }, 403],
    ["a sandboxed page", "POST", { ...json, origin: "null" }, 403],
    [
      "our Origin, foreign by Sec-Fetch-Site",
      "POST",
      { ...json, origin: own, "sec-fetch-site": "cross-site" },
      403,
    ],
    [
      "foreign Origin, ours by Sec-Fetch-Site",
      "POST",
      { ...json, origin: "https://evil.example", "sec-fetch-site": "same-origin" },
      403,
    ],
    ["the same site, not the same origin", "POST", { ...json, "sec-fetch-site": "same-site" }, 403],
    ["typed by hand", "POST", { ...json, "sec-fetch-site": "none" }, 403],
    ["nothing that says where from", "POST", json, 403],
    ["without our header", "POST", { origin: own, "content-type": "application/json" }, 403],
    ["plain text", "POST", { ...json, origin: own, "content-type": "text/plain" }, 415],
    ["a form", "POST", { ...json, origin: own, "content-type": "application/x-www-form-urlencoded" }, 415],
    ["multipart", "POST", { ...json, origin: own, "content-type": "multipart/form-data; boundary=x" }, 415],
    ["octets", "POST", { ...json, origin: own, "content-type": "application/octet-stream" }, 415],
    [
      "a type that only begins so",
      "POST",
      { ...json, origin: own, "content-type": "application/json-patch" },
      415,
    ],
    ["DELETE from elsewhere", "DELETE", { origin: "https://evil.example" }, 403],
    ["reading", "GET", {}, null],
    ["reading from our page", "GET", { "sec-fetch-site": "same-origin" }, null],
    ["reading by an address typed", "GET", { "sec-fetch-site": "none" }, null],
    ["reading from a foreign page", "GET", { "sec-fetch-site": "cross-site" }, 403],
    ["reading with a foreign Origin", "GET", { origin: "https://evil.example" }, 403],
  ])("%s: %s %j → %s", (_, method, headers, status) => {
    expect(guard(request(method, headers), gate)?.status ?? null).toBe(status);
  });

  it("lets a route take what it declares", () => {
    const upload = request("POST", {
      "content-type": "multipart/form-data; boundary=x",
      "x-galley": "1",
      origin: own,
    });
    expect(guard(upload, { mediaTypes: ["multipart/form-data"] })).toBeNull();
  });
});
