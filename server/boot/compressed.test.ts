import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressFiles } from "./compress";
import { serveCompressed } from "./compressed";

const SCRIPT = "export const words = 'The wall is long.';\n".repeat(100);
let root: string;
let server: Server;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "galley-static-"));
  await mkdir(path.join(root, "chunks"));
  await writeFile(path.join(root, "chunks", "long.js"), SCRIPT);
  await writeFile(path.join(root, "chunks", "short.js"), "1;");
  await writeFile(path.join(root, "chunks", "font.woff2"), SCRIPT);
  await compressFiles(root);
  const answer = serveCompressed(root);
  server = createServer((asked, response) =>
    answer(asked, response, () => response.writeHead(404).end(`${asked.url} goes on`)),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  await rm(root, { recursive: true });
});

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

async function get(address: string, encoding = "gzip, deflate, br"): Promise<Answered> {
  const at = server.address();
  const port = typeof at === "object" && at ? at.port : 0;
  return new Promise((resolve, reject) => {
    const options = {
      port,
      host: "127.0.0.1",
      path: address,
      headers: { "accept-encoding": encoding },
    };
    request(options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .once("error", reject)
      .end();
  });
}

describe("the build’s files", () => {
  it("are compressed where that makes them smaller", async () => {
    expect((await readdir(path.join(root, "chunks"))).sort()).toEqual([
      "font.woff2",
      "long.js",
      "long.js.br",
      "short.js",
    ]);
  });

  it("go out compressed, for ever, and as what they are", async () => {
    const { status, headers, body } = await get("/_next/static/chunks/long.js");
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^text\/javascript/);
    expect(headers).toMatchObject({
      "content-encoding": "br",
      "cache-control": "public,max-age=31536000,immutable",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
    });
    expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
    expect(body.length).toBeLessThan(SCRIPT.length / 10);
  });

  it.each(["/_next/static/chunks/short.js", "/_next/static/chunks/font.woff2"])(
    "go out as they are where they were not: %s",
    async (address) => {
      const { status, headers } = await get(address);
      expect(status).toBe(200);
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["x-content-type-options"]).toBe("nosniff");
    },
  );

  it.each([
    ["a browser without Brotli", "/_next/static/chunks/long.js", "gzip"],
    ["a file that is not there", "/_next/static/chunks/none.js", "br"],
    ["what lies outside", "/_next/static/../../package.json", "br"],
    ["what lies outside, hidden", "/_next/static/%2e%2e/%2e%2e/package.json", "br"],
    ["another address", "/api/health/live", "br"],
  ])("are left to Next for %s, whose address it still has", async (_, address, encoding) => {
    const { status, body } = await get(address, encoding);
    expect(status).toBe(404);
    expect(body.toString()).toBe(`${address} goes on`);
  });
});
