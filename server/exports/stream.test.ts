import { expect, test, vi } from "vitest";

import { log } from "~/server/log";
import { streamed } from "./stream";

const PIECE = "x".repeat(10_000);

function counted(total: number) {
  const made = { pieces: 0, ended: false };
  async function* pieces() {
    try {
      for (; made.pieces < total; made.pieces += 1) yield await Promise.resolve(PIECE);
    } finally {
      made.ended = true;
    }
  }
  return { made, stream: streamed(pieces(), {}) };
}

test("gives every piece, in order and once", async () => {
  const { stream } = counted(25);
  expect(await new Response(stream).text()).toBe(PIECE.repeat(25));
});

test("makes no more than is read, and stops when the reader goes away", async () => {
  const { made, stream } = counted(1_000);
  expect(made.pieces).toBe(0);
  const reader = stream.getReader();
  await reader.read();
  expect(made.pieces).toBeLessThan(10);
  await reader.cancel();
  expect(made).toMatchObject({ ended: true });
  expect(made.pieces).toBeLessThan(10);
});

test("breaks off where the making fails, so that no half file looks whole", async () => {
  const told = vi.spyOn(log, "error").mockImplementation(() => undefined);
  async function* failing() {
    yield await Promise.resolve(PIECE);
    throw new Error("The database went away.");
  }
  await expect(new Response(streamed(failing(), {})).text()).rejects.toThrow();
  expect(told).toHaveBeenCalledOnce();
});
