import { v7 } from "uuid";

import { jsonIn } from "~/core/json";
import { openShelf, type Shelf } from "./shelf";

/**
 * What a person did on this device that is not settled with the server, kept until it is: by person, so that nobody
 * else's page ever reads it, and by tab, so that what a closed tab left is taken up by the next one that opens the
 * article, and what another open tab still sends is left to it.
 */

/** `pending`: not answered yet. `conflicts`: refused, and not answered by the person yet. */
const DRAWERS = ["pending", "conflicts"] as const;
type DrawerName = (typeof DRAWERS)[number];

/** What one tab keeps of one article in one of its drawers. */
export interface KeptOnDevice {
  readonly key: string;
  readonly drawer: DrawerName;
  readonly article: string;
  /** What the article was called; null where it has no name any more. */
  readonly title: string | null;
  /** The tab by name. */
  readonly tab: string;
  /** Commands, as the article's page keeps them. */
  readonly items: readonly unknown[];
}

const shelves = new Map<string, Shelf>();

function shelfOf(person: string): Shelf {
  const shelf = shelves.get(person) ?? openShelf(`galley ${person}`);
  shelves.set(person, shelf);
  return shelf;
}

const keyOf = (drawer: DrawerName, article: string, tab: string) => `${drawer} ${article} ${tab}`;
const lockOf = (person: string, tab: string) => `galley-page ${person} ${tab}`;

/** Everything that is kept for the person, of whatever tab. @throws DOMException where the device keeps nothing for us */
export async function keptFor(person: string): Promise<KeptOnDevice[]> {
  return [...(await shelfOf(person).all())].flatMap(([key, text]) => readKept(key, text) ?? []);
}

/** Of that, what no open tab will send by itself. */
export async function leftFor(person: string): Promise<KeptOnDevice[]> {
  const open = await openTabs();
  return (await keptFor(person)).filter(({ tab }) => !open.has(lockOf(person, tab)));
}

/** Takes what was sent out of what is kept. */
export async function keepOnly(
  person: string,
  { key, title }: KeptOnDevice,
  items: readonly unknown[],
): Promise<void> {
  await shelfOf(person).change(new Map([[key, items.length > 0 ? JSON.stringify({ title, items }) : null]]));
}

/** Puts what was refused where the article's page looks for what its person has to answer, and keeps only the rest. */
export async function keepRefused(
  person: string,
  { key, article, title }: KeptOnDevice,
  { refused, items }: { refused: unknown; items: readonly unknown[] },
): Promise<void> {
  await shelfOf(person).change(
    new Map([
      [key, items.length > 0 ? JSON.stringify({ title, items }) : null],
      [keyOf("conflicts", article, v7()), JSON.stringify({ title, items: [refused] })],
    ]),
  );
}

/**
 * Runs alone among all tabs of the person: what was left is sent by one of them, and taken over by none meanwhile.
 * @param waits false where another that is at it is enough
 */
export async function alone(person: string, waits: boolean, run: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) await run();
  else
    await navigator.locks.request(`galley-left ${person}`, { ifAvailable: !waits }, async (lock) => {
      if (lock) await run();
    });
}

/** Takes things away for good. */
export async function discard(person: string, kept: readonly KeptOnDevice[]): Promise<void> {
  await shelfOf(person).change(new Map(kept.map(({ key }) => [key, null])));
}

function readKept(key: string, text: string): KeptOnDevice | null {
  const [drawer, article, tab] = key.split(" ");
  const found = DRAWERS.find((name) => name === drawer);
  const kept = jsonIn(text);
  if (!found || article === undefined || tab === undefined) return null;
  if (typeof kept !== "object" || kept === null || !("items" in kept && Array.isArray(kept.items)))
    return null;
  const title = "title" in kept && typeof kept.title === "string" ? kept.title : null;
  return { key, drawer: found, article, title, tab, items: kept.items };
}

/** The locks of the tabs that are there; none where the browser has no locks, and what is sent twice counts once. */
async function openTabs(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}

interface About {
  readonly person: string;
  readonly article: string;
  readonly title: string | null;
  /** Told once, where the device keeps nothing for us. */
  readonly onTrouble: () => void;
}

/** A text that outlasts the page. It is there at once for this page, and a moment later on the device. */
class DeviceDrawer {
  #items: string | null = null;
  readonly #write: (items: string | null) => void;

  constructor(write: (items: string | null) => void) {
    this.#write = write;
  }

  readonly read = (): string | null => this.#items;

  readonly write = (items: string | null): void => {
    this.#items = items;
    this.#write(items);
  };

  /** Has what a closed tab left, before what this one has. */
  takeOver(left: readonly unknown[]): string | null {
    const own = jsonIn(this.#items ?? "[]");
    const all: readonly unknown[] = left.concat(own);
    this.#items = all.length > 0 ? JSON.stringify(all) : null;
    return this.#items;
  }
}

export interface Drawers extends Readonly<Record<DrawerName, DeviceDrawer>> {
  /** Takes over what closed tabs left of the article. Never fails: a device that keeps nothing is as one that is empty. */
  open(): Promise<void>;
  /** The page is left; what is not settled is anybody's to send. */
  close(): void;
}

/** The drawers of an article's page, for the person who opened it. */
export function drawersOf({ person, article, title, onTrouble }: About): Drawers {
  const tab = v7();
  let shelf: Shelf | null = null;
  let leave = () => {};
  let isTold = false;
  const packed = (items: string | null) =>
    items === null ? null : JSON.stringify({ title, items: jsonIn(items) });
  const change = (changes: ReadonlyMap<string, string | null>) => {
    shelf ??= shelfOf(person);
    // Where nothing can be kept, leaving the page asks first, as long as something is not saved.
    return shelf.change(changes).catch(() => {
      if (!isTold) onTrouble();
      isTold = true;
    });
  };
  const drawer = (name: DrawerName) =>
    new DeviceDrawer((items) => void change(new Map([[keyOf(name, article, tab), packed(items)]])));
  const drawers = { pending: drawer("pending"), conflicts: drawer("conflicts") };
  const takeOver = async () => {
    const left = (await leftFor(person).catch(() => [])).filter(
      (kept) => kept.article === article && kept.tab !== tab,
    );
    if (left.length === 0) return;
    const changes = new Map<string, string | null>(left.map(({ key }) => [key, null]));
    for (const name of DRAWERS) {
      const of = left.filter((kept) => kept.drawer === name);
      const items = of.flatMap((kept) => kept.items);
      if (of.length > 0) changes.set(keyOf(name, article, tab), packed(drawers[name].takeOver(items)));
    }
    await change(changes);
  };
  return {
    ...drawers,
    async open() {
      const here = new Promise<void>((resolve) => {
        leave = resolve;
      });
      if ("locks" in navigator) void navigator.locks.request(lockOf(person, tab), () => here);
      await alone(person, true, takeOver);
    },
    close: () => leave(),
  };
}
