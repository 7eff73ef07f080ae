import { beforeEach, describe, expect, it, vi } from "vitest";

import { trpc } from "./trpc";

const ORIGIN = "http://127.0.0.1:3000";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_URL", ORIGIN);
  vi.stubEnv("NEXTAUTH_SECRET", "x9".repeat(20));
  // Nobody is signed in, so that nothing asks the database.
  vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nowhere");
  return () => {
    vi.unstubAllEnvs();
  };
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { origin: ORIGIN, "x-galley": "1", "content-type": "application/json" };
  return trpc(new Request(`${ORIGIN}/api/trpc/${path}`, { ...init, headers }));
}

describe("a refusal over HTTP has the status of its kind", () => {
  it.each([
    ["signed out", "account.me", {}, 401],
    ["no such procedure", "articles.burn", {}, 404],
    ["a mutation by GET", "articles.create", {}, 405],
  ])("%s", async (_, path, init, status) => {
    expect((await ask(path, init)).status).toBe(status);
  });
});
