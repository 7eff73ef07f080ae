import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { SessionId } from "~/core/shapes/ids";
import { cookieIn, cookieName, cookieOptions } from "./cookies";
import { sealSession, sessionIn, unsealed } from "./token";

const SECRET = "p5Vh0wqkzE0mYxJ8cT3nRfLd7sBuG1aK";
process.env.NEXTAUTH_SECRET = SECRET;
process.env.NEXTAUTH_URL = "http://127.0.0.1:3000";
process.env.GALLEY_INSTANCE = "0a1b2c3d";

const sid = SessionId.parse(randomUUID());
let good: string;
beforeAll(async () => {
  good = await sealSession(sid);
});

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({ sid, iat: now(), exp: now() + 3600, jti: randomUUID() });

/** The good token with one of its five parts replaced. */
function withPart(place: number, make: (part: string) => string): string {
  return good
    .split(".")
    .map((part, index) => (index === place ? make(part) : part))
    .join(".");
}

/** The same, with one bit of the part turned over. */
function flipped(place: number, byte: number): string {
  return withPart(place, (part) => {
    const bytes = Buffer.from(part, "base64url");
    bytes.writeUInt8(bytes.readUInt8(byte) ^ 1, byte);
    return bytes.toString("base64url");
  });
}

const header = (protectedHeader: unknown) => withPart(0, () => base64(protectedHeader));
const unsigned = (alg: string) => `${base64({ alg, typ: "JWT" })}.${base64(claims())}.`;
const sealed = (token: Record<string, unknown>, secret = SECRET, maxAge = 3600) =>
  encode({ token, secret, maxAge });

const forged: Record<string, () => string | Promise<string>> = {
  empty: () => "",
  "the id itself": () => sid,
  "the claims in plain": () => JSON.stringify(claims()),
  "the claims in base64": () => base64(claims()),
  "alg none": () => unsigned("none"),
  "alg None": () => unsigned("None"),
  "alg NONE": () => unsigned("NONE"),
  "alg nOnE": () => unsigned("nOnE"),
  "alg none without the last dot": () => unsigned("none").slice(0, -1),
  "HS256 with an empty signature": () => unsigned("HS256"),
  "HS256 with a made-up signature": () => `${unsigned("HS256")}c2lnbmF0dXJl`,
  "RS256 with a made-up signature": () => `${unsigned("RS256")}c2lnbmF0dXJl`,
  "ES256 with a signature of zeros": () => `${unsigned("ES256")}${Buffer.alloc(64).toString("base64url")}`,
  "sealed under another secret": () => sealed({ sid }, "another-secret-that-is-long-enough-123"),
  "sealed under a published secret": () => sealed({ sid }, "secret"),
  "sealed with a salt, as next-auth 5 does": () =>
    encode({ token: { sid }, secret: SECRET, salt: "authjs.session-token" }),
  "run out": () => sealed({ sid }, SECRET, -60),
  "run out long ago": () => sealed({ sid }, SECRET, -1_000_000),
  "without a session": () => sealed({}),
  "with the session of null": () => sealed({ sid: null }),
  "with a session that is no id": () => sealed({ sid: "1" }),
  "with a session that is a query": () => sealed({ sid: "' or 1=1 --" }),
  "with a list of sessions": () => sealed({ sid: [sid] }),
  "with a name beside the session": () => sealed({ sid, name: "Robin" }),
  "with a subject in its place": () => sealed({ sub: sid }),
  "the header says alg none": () => header({ alg: "none" }),
  "the header says alg none, enc A256GCM": () => header({ alg: "none", enc: "A256GCM" }),
  "the header says A256KW": () => header({ alg: "A256KW", enc: "A256GCM" }),
  "the header says PBES2 with many rounds": () =>
    header({ alg: "PBES2-HS512+A256KW", enc: "A256GCM", p2c: 2 ** 31, p2s: "AAAA" }),
  "the header says A128CBC-HS256": () => header({ alg: "dir", enc: "A128CBC-HS256" }),
  "the header names a key": () => header({ alg: "dir", enc: "A256GCM", kid: "../../dev/null" }),
  "the header brings a key": () => header({ alg: "dir", enc: "A256GCM", jwk: { kty: "oct", k: "AAAA" } }),
  "the header asks to unzip": () => header({ alg: "dir", enc: "A256GCM", zip: "DEF" }),
  "the header is not JSON": () => withPart(0, () => "bm90IGpzb24"),
  "the header is empty": () => withPart(0, () => ""),
  "a key where none belongs": () => withPart(1, () => "AAAA"),
  "another nonce": () => flipped(2, 0),
  "no nonce": () => withPart(2, () => ""),
  "one bit of the text turned over": () => flipped(3, 0),
  "the last bit of the text turned over": () => flipped(3, 20),
  "no text": () => withPart(3, () => ""),
  "one bit of the tag turned over": () => flipped(4, 15),
  "a short tag": () => withPart(4, (tag) => tag.slice(0, 5)),
  "no tag": () => withPart(4, () => ""),
  "the tag of another token": async () => {
    const other = (await sealSession(sid)).split(".")[4] ?? "";
    return withPart(4, () => other);
  },
  "four parts": () => good.split(".").slice(0, 4).join("."),
  "six parts": () => `${good}.AAAA`,
  "a space before": () => ` ${good}`,
  quoted: () => `"${good}"`,
  "very long": () => withPart(3, (text) => text.repeat(100_000)),
};

describe("the session cookie", () => {
  it("holds the session's id and its own times, and nothing about the person", async () => {
    expect(await unsealed(good)).toEqual({
      sid,
      iat: expect.any(Number) as number,
      exp: expect.any(Number) as number,
      jti: expect.any(String) as string,
    });
    expect(good).not.toContain(sid);
  });

  it("is read from the request, among others", async () => {
    const cookie = `theme=dark; galley-0a1b2c3d.csrf=x; galley-0a1b2c3d.session=${good}; galley-ffffffff.session=y`;
    expect(await sessionIn(new Headers({ cookie }))).toBe(sid);
    expect(await sessionIn(new Headers())).toBeNull();
  });

  it.each(Object.entries(forged))("is refused when it is %s", async (_, make) => {
    const token = await make();
    expect(token).not.toBe(good);
    expect(await unsealed(token)).toBeNull();
    const cookie = `${cookieName("session")}=${token}`;
    expect(await sessionIn(new Headers({ cookie: cookie.replaceAll(/[^\x20-\x7e]/g, "") }))).toBeNull();
  });

  it("is tried in enough false forms", () => {
    expect(Object.keys(forged).length).toBeGreaterThanOrEqual(39);
  });
});

describe("the cookies", () => {
  it("are named by instance, out of reach of scripts and of other sites", () => {
    expect(cookieOptions()).toEqual({
      sessionToken: {
        name: "galley-0a1b2c3d.session",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: false, maxAge: 604_800 },
      },
      csrfToken: {
        name: "galley-0a1b2c3d.csrf",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
      },
      callbackUrl: {
        name: "galley-0a1b2c3d.back",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
      },
    });
  });

  it("go under https only over https, with the prefix that holds them to this host", () => {
    const server = { instance: "0a1b2c3d", origin: "https://galley.example.org" };
    for (const cookie of Object.values(cookieOptions(server))) {
      expect(cookie.name).toMatch(/^__Host-galley-0a1b2c3d\./);
      expect(cookie.options).toMatchObject({ secure: true, path: "/" });
      expect(cookie.options).not.toHaveProperty("domain");
    }
  });

  it.each([
    ["a=1; name=value; b=2", "value"],
    ["name=value", "value"],
    ["name=one; name=two", null],
    ["name=same; name=same", "same"],
    ["othername=value", null],
    ["name2=value", null],
    ["", null],
    [null, null],
  ])("%j holds %j", (header, value) => {
    expect(cookieIn(header, "name")).toBe(value);
  });
});
