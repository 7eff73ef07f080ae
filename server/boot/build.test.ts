import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildDir, buildIfNeeded, fingerprint } from "./build";
import { buildNote, leaveNote } from "./serving";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "galley-sources-"));
  await mkdir(path.join(root, "app", "sign-in"), { recursive: true });
  await writeFile(path.join(root, "app", "sign-in", "page.tsx"), "export {};");
  await writeFile(path.join(root, "next.config.js"), "export default {};");
});
afterEach(() => rm(root, { recursive: true }));

const write = (file: string, text: string) => writeFile(path.join(root, file), text);

describe("the fingerprint of the sources", () => {
  it.each<[string, () => Promise<void>]>([
    ["a page is changed", () => write("app/sign-in/page.tsx", "export { };")],
    ["a page is added", () => write("app/page.tsx", "")],
    [
      "a page is renamed",
      async () => (await rm(path.join(root, "app/sign-in/page.tsx")), write("app/page.tsx", "export {};")),
    ],
    ["the lock appears", () => write("package-lock.json", "{}")],
    ["the configuration is changed", () => write("next.config.js", "export default { x: 1 };")],
  ])("differs when %s", async (_, change) => {
    const before = await fingerprint(root);
    await change();
    expect(await fingerprint(root)).not.toBe(before);
  });

  it.each<[string, () => Promise<void>]>([
    ["a file is touched", () => utimes(path.join(root, "next.config.js"), new Date(), new Date())],
    ["a test is written", () => write("app/sign-in/page.test.tsx", "1")],
    ["something else lies about", () => write("notes.txt", "1")],
  ])("is the same when %s", async (_, change) => {
    const before = await fingerprint(root);
    await change();
    expect(await fingerprint(root)).toBe(before);
  });
});

it("nothing is built over a server that runs from the build, whatever the sources are", async () => {
  const server = createServer((_, response) => response.end(JSON.stringify({ instance: "0123abcd" })));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  const port = typeof at === "object" && at ? at.port : 0;
  const home = process.cwd();
  process.chdir(root);
  try {
    await mkdir(buildDir);
    await leaveNote(buildNote(buildDir, port), { address: `http://127.0.0.1:${port}`, instance: "0123abcd" });
    await expect(buildIfNeeded()).rejects.toThrow("Nothing was built, and it runs on.");
  } finally {
    process.chdir(home);
    server.closeAllConnections();
    server.close();
  }
});
