import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildNote, leaveNote, refuseWhileServing, removeNote } from "./serving";

let build: string;
let server: Server;
let port: number;

beforeEach(async () => {
  build = await mkdtemp(path.join(tmpdir(), "galley-build-"));
  server = createServer((_, response) => response.end(JSON.stringify({ instance: "0123abcd" })));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(build, { recursive: true, force: true });
});

const note = (instance: string) =>
  leaveNote(buildNote(build, port), { address: `http://127.0.0.1:${port}`, instance });

it("refuses to build over a server that runs from the build, and says where it is", async () => {
  await note("0123abcd");
  await expect(refuseWhileServing(build)).rejects.toThrow(`at http://127.0.0.1:${port}`);
});

it.each<[string, () => Promise<unknown>]>([
  ["nothing was built yet", () => rm(build, { recursive: true })],
  ["nobody serves from the build", () => Promise.resolve()],
  ["the server has stopped", async () => (await note("0123abcd"), removeNote(buildNote(build, port)))],
  ["the server was killed", async () => (await note("0123abcd"), server.close())],
  ["another server is there now", () => note("another")],
])("lets build when %s", async (_, given) => {
  await given();
  await expect(refuseWhileServing(build)).resolves.toBeUndefined();
});
