import { jsonIn } from "~/core/json";
import { isKeptCommand, type KeptCommand } from "./kept-command";
import { openShelf, type Shelf } from "./shelf";

/**
 * What people did on this device that is not settled with the server, as it lies there: by person, so that nobody else's
 * page ever reads it, and by tab, so that it is known whose it is to send.
 */

/** `pending`: not answered yet. `conflicts`: refused, and not answered by the person yet. */
export const DRAWERS = ["pending", "conflicts"] as const;
export type DrawerName = (typeof DRAWERS)[number];

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

export const keyOf = (drawer: DrawerName, article: string, tab: string) => `${drawer} ${article} ${tab}`;
/** The lock that an article's page holds for as long as it is there. */
export const lockOf = (person: string, tab: string) => `galley-page ${person} ${tab}`;

const shelves = new Map<string, Shelf>();

export function shelfOf(person: string): Shelf {
  const shelf = shelves.get(person) ?? openShelf(`galley ${person}`);
  shelves.set(person, shelf);
  return shelf;
}

/** A record as it lies on the device; null where nothing is in it. */
export function packed({ title, items }: Pick<KeptOnDevice, "title" | "items">): string | null {
  return items.length > 0 ? JSON.stringify({ title, items }) : null;
}

function unpacked(key: string, text: string): KeptOnDevice | null {
  const [drawer, article, tab] = key.split(" ");
  const found = DRAWERS.find((name) => name === drawer);
  const kept = jsonIn(text);
  if (!found || article === undefined || tab === undefined) return null;
  if (typeof kept !== "object" || kept === null || !("items" in kept && Array.isArray(kept.items)))
    return null;
  const title = "title" in kept && typeof kept.title === "string" ? kept.title : null;
  return { key, drawer: found, article, title, tab, items: kept.items };
}

/** Everything that is kept for the person, of whatever tab. @throws DOMException where the device keeps nothing for us */
export async function keptFor(person: string): Promise<KeptOnDevice[]> {
  return [...(await shelfOf(person).all())].flatMap(([key, text]) => unpacked(key, text) ?? []);
}

/**
 * Of that, what no open tab will send by itself. Where the browser has no locks it is not known which tabs are open: all
 * of it, and what two of them send counts once.
 * @throws DOMException
 */
export async function leftFor(person: string): Promise<KeptOnDevice[]> {
  const { held = [] } = "locks" in navigator ? await navigator.locks.query() : {};
  const open = new Set(held.flatMap(({ name }) => name ?? []));
  return (await keptFor(person)).filter(({ tab }) => !open.has(lockOf(person, tab)));
}

/** What is kept of one article, in the order in which it was given: a tab's own order, and among tabs by their ids. */
export function inOrder(kept: readonly KeptOnDevice[]): { record: KeptOnDevice; item: unknown }[] {
  const all = kept.flatMap((record) => record.items.map((item) => ({ record, item })));
  if (kept.length < 2) return all;
  const idIn = (item: unknown) => (isKeptCommand(item) ? item.id : "");
  return all.toSorted((a, b) => (idIn(a.item) < idIn(b.item) ? -1 : 1));
}

/** Takes away one command that was carried out, and nothing that its tab has put there meanwhile. @throws DOMException */
export async function takeOut(
  person: string,
  { key, title }: KeptOnDevice,
  { id }: KeptCommand,
): Promise<void> {
  await shelfOf(person).alter(key, (text) => {
    const items = (text === null ? null : unpacked(key, text))?.items ?? [];
    return packed({ title, items: items.filter((item) => !(isKeptCommand(item) && item.id === id)) });
  });
}

/** Takes records away for good. @throws DOMException */
export async function takeAway(person: string, kept: readonly KeptOnDevice[]): Promise<void> {
  await shelfOf(person).change(new Map(kept.map(({ key }) => [key, null])));
}

/**
 * Runs while no other tab of the person sends or takes over what was left; not at all where another does so for longer
 * than some milliseconds. @returns what it gave; null where it did not run
 */
export async function alone<Given>(
  person: string,
  within: number,
  run: () => Promise<Given>,
): Promise<Given | null> {
  if (!("locks" in navigator)) return run();
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return run();
  };
  return navigator.locks
    .request(`galley-left ${person}`, { signal: AbortSignal.timeout(within) }, begin)
    .catch((error: unknown) => {
      if (hasBegun) throw error;
      return null;
    });
}
