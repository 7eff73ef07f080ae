import { TRPCClientError } from "@trpc/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keptFor } from "./records";
import { sendLeft } from "./send-left";
import { FakeDevice } from "./testing";

const [ONE, TWO] = ["018f0000-0000-7000-8000-0000000000a1", "018f0000-0000-7000-8000-0000000000a2"];
const id = (n: number) => `018f0000-0000-7000-8000-00000000c0${String(n).padStart(2, "0")}`;
const command = (n: number) => ({ id: id(n), command: { type: "withdrawTag" }, at: 1_800_000_000_000 });
const strange = { id: id(90), command: { type: "of another version" } };

/** As the server refuses; without a kind no answer comes at all. */
const refusal = (kind: string | null) =>
  kind === null
    ? new TRPCClientError("fetch failed")
    : TRPCClientError.from({ error: { code: -32_000, message: "No.", data: { kind } } });

let device: FakeDevice;
beforeEach(() => {
  device = new FakeDevice();
  vi.stubGlobal("indexedDB", device.indexedDB);
  vi.stubGlobal("navigator", { locks: device.locks, onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Sends what a tab left of two articles to a server that refuses some of it; tells what was sent, and what is left. */
async function sent(person: string, first: readonly unknown[], refuses: Record<string, string | null> = {}) {
  for (const [article, items] of [
    [ONE, first],
    [TWO, [command(10)]],
  ] as const)
    device.of(person).set(`pending ${article} closed`, JSON.stringify({ title: "A wall", items }));
  const asked: string[] = [];
  const mutate = ({ commandId }: { commandId: string }) => {
    asked.push(commandId);
    const kind = refuses[commandId];
    return kind === undefined ? Promise.resolve({ events: [] }) : Promise.reject(refusal(kind));
  };
  const client = { articles: { execute: { mutate } } } as unknown as Parameters<typeof sendLeft>[0];
  const { done, trouble } = await sendLeft(client, person, await keptFor(person));
  const left = (await keptFor(person)).flatMap(({ items }) => items);
  return { asked, done: [...done], left, isStopped: trouble !== null };
}

it("sends in order what was left of each article, once, and keeps nothing of it", async () => {
  const all = [id(1), id(2), id(10)];
  expect(await sent("a", [command(1), command(2)])).toEqual({
    ...{ asked: all, done: all, left: [], isStopped: false },
  });
});

it.each(["conflict", "forbidden", "not-found", "illegal-state", "bad-input", "bug", "too-many"])(
  "stops in an article at a refusal (%s), leaves it and all after it for its page, and goes on with the next",
  async (kind) => {
    expect(await sent(kind, [command(1), command(2), command(3)], { [id(2)]: kind })).toEqual({
      asked: [id(1), id(2), id(10)],
      done: [id(1), id(10)],
      left: [command(2), command(3)],
      isStopped: true,
    });
  },
);

it.each([null, "away", "signed-out"])("asks no further where the server cannot be had (%s)", async (kind) => {
  expect(await sent(`away ${kind ?? ""}`.trim(), [command(1), command(2)], { [id(1)]: kind })).toEqual({
    asked: [id(1)],
    done: [],
    left: [command(1), command(2), command(10)],
    isStopped: true,
  });
});

it("sends nothing after what another version of the page kept, and does not call it sent", async () => {
  const { asked, left } = await sent("strange", [command(1), strange, command(2)]);
  expect([asked, left]).toEqual([
    [id(1), id(10)],
    [strange, command(2)],
  ]);
});
