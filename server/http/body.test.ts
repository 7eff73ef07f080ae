import { describe, expect, it } from "vitest";
import { readBody, readText } from "./body";

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://127.0.0.1/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

/** A body that never ends and counts what was taken of it. */
function endless(chunkBytes: number) {
  const taken = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += chunkBytes;
      controller.enqueue(new Uint8Array(chunkBytes));
    },
  });
  return { stream, taken };
}

describe("reading a body", () => {
  it("gives the bytes as they came", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(await readBody(post(bytes))).toEqual(bytes);
    expect(await readText(post("Ça va? 😀"))).toBe("Ça va? 😀");
    expect(await readText(new Request("http://127.0.0.1/", { method: "POST" }))).toBe("");
  });

  it("takes exactly as much as is allowed", async () => {
    expect(await readBody(post(new Uint8Array(10)), 10)).toHaveLength(10);
    expect(await readBody(post(new Uint8Array(11)), 10)).toMatchObject({ status: 413 });
  });

  it("believes no stated length, and stops at the limit", async () => {
    const { stream, taken } = endless(1_000);
    expect(await readBody(post(stream, { "content-length": "5" }), 10_000)).toMatchObject({ status: 413 });
    expect(taken.bytes).toBeLessThan(20_000);
  });

  it("refuses a stated length at once", async () => {
    const { stream, taken } = endless(1_000);
    expect(await readBody(post(stream, { "content-length": "99999999" }), 10_000)).toMatchObject({
      status: 413,
    });
    expect(taken.bytes).toBeLessThan(5_000);
  });

  it("refuses bytes that are not UTF-8", async () => {
    expect(await readText(post(Uint8Array.of(0x22, 0xff, 0x22)))).toMatchObject({ status: 400 });
  });
});
