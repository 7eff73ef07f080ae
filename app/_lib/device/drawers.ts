import { v7 } from "uuid";

import { jsonIn } from "~/core/json";
import { isKeptCommand } from "./kept-command";
import {
  alone,
  DRAWERS,
  type DrawerName,
  inOrder,
  type KeptOnDevice,
  keptFor,
  keyOf,
  leftFor,
  lockOf,
  packed,
  shelfOf,
  takeAway,
} from "./records";

/** The drawers of an article's page, and what all pages of a person have in them. */

interface About {
  readonly person: string;
  readonly article: string;
  readonly title: string | null;
  /** Told once, where the device keeps nothing for us. */
  readonly onTrouble: () => void;
  /** Told when the person had everything discarded, on this page or another. */
  readonly onDiscarded: () => void;
}

/** A text that outlasts the page. It is there at once for this page, and a moment later on the device. */
class DeviceDrawer {
  #text: string | null = null;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  readonly read = (): string | null => this.#text;

  readonly write = (text: string | null): void => {
    if (text === this.#text) return;
    this.#text = text;
    this.#changed();
  };

  get items(): readonly unknown[] {
    const kept = jsonIn(this.#text ?? "[]");
    const items: readonly unknown[] = Array.isArray(kept) ? kept : [];
    return items;
  }

  /** Has what closed tabs left, before what this page has. */
  takeOver(left: readonly unknown[]): void {
    const all = [...left, ...this.items];
    this.#text = all.length > 0 ? JSON.stringify(all) : null;
  }
}

export interface Drawers extends Readonly<Record<DrawerName, DeviceDrawer>> {
  /**
   * Takes over what closed tabs left of the article. `ready` is called once, whatever the device keeps, in the same turn
   * in which it lies in the drawers: what is written into them from then on is all there is.
   */
  open(ready: () => void): Promise<void>;
  /** The page is left; what is not settled is anybody's to send. */
  close(): void;
}

/** A page waits so long, in milliseconds, for a tab that is sending what was left; then it begins without. */
const WAIT = 5_000;

/** The pages of articles that are open in this tab. */
const pages = new Set<{ person: string; kept: () => KeptOnDevice[]; forget: () => void }>();

/** Everything of the person's that is not settled: on this page, though the device keeps nothing, and of any tab. */
export async function unsettledFor(person: string): Promise<KeptOnDevice[]> {
  const here = [...pages].filter((page) => page.person === person).flatMap((page) => page.kept());
  const own = new Set(here.map(({ key }) => key));
  const others = (await keptFor(person).catch(() => [])).filter(({ key }) => !own.has(key));
  return [...others, ...here].filter(({ items }) => items.length > 0);
}

const channelOf = (person: string) => new BroadcastChannel(`galley-discarded ${person}`);

/** Has every tab of the person forget what is not settled, and takes it off the device. */
export async function discardAll(person: string): Promise<void> {
  for (const page of pages) if (page.person === person) page.forget();
  const channel = channelOf(person);
  channel.postMessage(null);
  channel.close();
  await takeAway(person, await keptFor(person)).catch(() => undefined);
}

/** The drawers of an article's page, for the person who opened it. */
export function drawersOf({ person, article, title, onTrouble, onDiscarded }: About): Drawers {
  const tab = v7();
  let isForgotten = false;
  let isTold = false;
  let leave = () => {};
  const recordOf = (drawer: DrawerName): KeptOnDevice => {
    const { items } = drawers[drawer];
    return { key: keyOf(drawer, article, tab), drawer, article, title, tab, items };
  };
  const keep = async (changes: ReadonlyMap<string, string | null>) => {
    if (isForgotten) return;
    // Where nothing can be kept, leaving the page asks first, as long as something is not saved.
    await shelfOf(person)
      .change(changes)
      .catch(() => {
        if (!isTold) onTrouble();
        isTold = true;
      });
  };
  const own = (drawer: DrawerName): [string, string | null] => {
    const record = recordOf(drawer);
    return [record.key, packed(record)];
  };
  const drawer = (name: DrawerName) => new DeviceDrawer(() => void keep(new Map([own(name)])));
  const drawers: Record<DrawerName, DeviceDrawer> = {
    pending: drawer("pending"),
    conflicts: drawer("conflicts"),
  };
  const page = {
    person,
    kept: () => (isForgotten ? [] : DRAWERS.map(recordOf)),
    forget: () => {
      isForgotten = true;
    },
  };
  /** @returns what the device is to have then */
  const takeOver = (left: readonly KeptOnDevice[]): Map<string, string | null> => {
    // What this version of the page cannot read stays where it is.
    const changes = new Map(
      left.map((one) => [
        one.key,
        packed({ ...one, items: one.items.filter((item) => !isKeptCommand(item)) }),
      ]),
    );
    for (const name of DRAWERS) {
      const items = inOrder(left.filter((one) => one.drawer === name)).map(({ item }) => item);
      drawers[name].takeOver(items.filter(isKeptCommand));
      changes.set(...own(name));
    }
    return changes;
  };
  return {
    ...drawers,
    async open(ready) {
      const here = new Promise<void>((resolve) => {
        leave = resolve;
      });
      if ("locks" in navigator) void navigator.locks.request(lockOf(person, tab), () => here);
      pages.add(page);
      const channel = channelOf(person);
      channel.onmessage = () => {
        page.forget();
        onDiscarded();
      };
      void here.then(() => {
        channel.close();
        pages.delete(page);
      });
      const ran = await alone(person, WAIT, async () => {
        const left = (await leftFor(person).catch(() => [])).filter(
          (one) => one.article === article && one.tab !== tab,
        );
        const changes = takeOver(left);
        ready();
        if (left.length > 0) await keep(changes);
        return true;
      });
      if (ran === null) ready();
    },
    close: () => leave(),
  };
}
