import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { discardAll, drawersOf, unsettledFor } from "./drawers";
import { alone, leftFor, takeOut } from "./records";
import { FakeDevice } from "./testing";

const ARTICLE = "018f0000-0000-7000-8000-0000000000a1";
/** Each test's own, since what is open on a device stays open. */
let person = "";
let people = 0;
let device: FakeDevice;

beforeEach(() => {
  device = new FakeDevice();
  person = `nora ${(people += 1)}`;
  vi.stubGlobal("indexedDB", device.indexedDB);
  vi.stubGlobal("navigator", { locks: device.locks, onLine: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const command = (n: number) => ({
  id: `018f0000-0000-7000-8000-00000000c0${String(n).padStart(2, "0")}`,
  command: { type: "withdrawTag" },
  at: 1_800_000_000_000,
});
const text = (...items: unknown[]) => JSON.stringify(items);
const record = (...items: unknown[]) => JSON.stringify({ title: "A wall", items });
const opened = () => {
  const onDiscarded = vi.fn();
  const drawers = drawersOf({ person, article: ARTICLE, title: "A wall", onTrouble: vi.fn(), onDiscarded });
  return { drawers, onDiscarded };
};
/** What lies on the device, in whichever tab's record. */
const onDevice = () => [...device.of(person).values()].map((kept): unknown => JSON.parse(kept));
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

describe("what a closed tab left", () => {
  it("is taken over with whatever is done while it is, in one turn, and stands on the device once", async () => {
    device.of(person).set(`pending ${ARTICLE} closed`, record(command(1)));
    const { drawers } = opened();
    const ready = vi.fn(() => drawers.pending.read());
    const opening = drawers.open(ready);
    drawers.pending.write(text(command(2)));
    await opening;
    expect(ready.mock.results).toEqual([{ type: "return", value: text(command(1), command(2)) }]);
    await settled();
    expect(onDevice()).toEqual([{ title: "A wall", items: [command(1), command(2)] }]);
    drawers.close();
  });

  it("comes in the order of one tab, and of several by when each was given", async () => {
    device.of(person).set(`pending ${ARTICLE} a`, record(command(2), command(4)));
    device.of(person).set(`pending ${ARTICLE} b`, record(command(1), command(3)));
    const { drawers } = opened();
    await drawers.open(() => undefined);
    expect(drawers.pending.read()).toBe(text(command(1), command(2), command(3), command(4)));
    drawers.close();
    await settled();
    const alone = opened();
    device.of(person).clear();
    device.of(person).set(`pending ${ARTICLE} a`, record(command(9), command(1)));
    await alone.drawers.open(() => undefined);
    expect(alone.drawers.pending.read()).toBe(text(command(9), command(1)));
    alone.drawers.close();
  });

  it("stays where it is as far as it cannot be read", async () => {
    const strange = { id: command(1).id, command: { type: "of another version" } };
    device.of(person).set(`pending ${ARTICLE} closed`, record(strange, command(2)));
    const { drawers } = opened();
    await drawers.open(() => undefined);
    expect(drawers.pending.read()).toBe(text(command(2)));
    await settled();
    expect(device.of(person).get(`pending ${ARTICLE} closed`)).toBe(record(strange));
    drawers.close();
  });

  it("is left where it is by a page that cannot wait for the tab that is sending it, and begins without", async () => {
    device.of(person).set(`pending ${ARTICLE} closed`, record(command(1)));
    const soon = AbortSignal.timeout(50);
    vi.spyOn(AbortSignal, "timeout").mockReturnValue(soon);
    let end = () => {};
    const sending = alone(person, 0, () => new Promise<void>((resolve) => (end = resolve)));
    const { drawers } = opened();
    const ready = vi.fn();
    await drawers.open(ready);
    expect([ready.mock.calls.length, drawers.pending.read()]).toEqual([1, null]);
    expect(onDevice()).toEqual([{ title: "A wall", items: [command(1)] }]);
    end();
    await sending;
    drawers.close();
  });

  it("is no open tab's, until that is closed", async () => {
    const { drawers } = opened();
    await drawers.open(() => undefined);
    drawers.pending.write(text(command(1)));
    await settled();
    expect(await leftFor(person)).toEqual([]);
    drawers.close();
    await settled();
    expect((await leftFor(person)).map(({ items }) => items)).toEqual([[command(1)]]);
  });

  it("loses by sending only what was sent, whatever its tab adds meanwhile", async () => {
    const { drawers } = opened();
    await drawers.open(() => undefined);
    drawers.pending.write(text(command(1)));
    const [kept] = await unsettledFor(person);
    drawers.pending.write(text(command(1), command(2)));
    await settled();
    await takeOut(person, kept!, command(1) as unknown as Parameters<typeof takeOut>[2]);
    expect(onDevice()).toEqual([{ title: "A wall", items: [command(2)] }]);
    drawers.close();
  });
});

describe("what is not settled", () => {
  it("is known of the page itself where the device keeps nothing", async () => {
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new DOMException("No room.");
      },
    });
    const onTrouble = vi.fn();
    const drawers = drawersOf({ person, article: ARTICLE, title: "A wall", onTrouble, onDiscarded: vi.fn() });
    const ready = vi.fn();
    await drawers.open(ready);
    drawers.pending.write(text(command(1)));
    drawers.pending.write(text(command(1), command(2)));
    await settled();
    expect([ready.mock.calls.length, onTrouble.mock.calls.length]).toEqual([1, 1]);
    expect((await unsettledFor(person)).map(({ items }) => items)).toEqual([[command(1), command(2)]]);
    drawers.close();
  });

  it("is forgotten by every tab once it is discarded, and comes back from none", async () => {
    const [here, there] = [opened(), opened()];
    for (const { drawers } of [here, there]) await drawers.open(() => undefined);
    here.drawers.pending.write(text(command(1)));
    there.drawers.conflicts.write(text(command(2)));
    await settled();
    await discardAll(person);
    await settled();
    here.drawers.pending.write(text(command(3)));
    await settled();
    expect([onDevice(), await unsettledFor(person)]).toEqual([[], []]);
    expect(there.onDiscarded).toHaveBeenCalled();
    for (const { drawers } of [here, there]) drawers.close();
  });
});
