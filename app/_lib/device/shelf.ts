/**
 * A shelf of texts on this device, in IndexedDB, that outlasts the page and the browser. Written here rather than by a
 * library, since a text has to be on its way to the disk when the page is closed at once: each transaction says by
 * itself that it is complete, and waits for no answer of the page to end.
 */

const STORE = "texts";

export interface Shelf {
  /** Everything on it, by key. @throws DOMException where the device keeps nothing for us */
  all(): Promise<ReadonlyMap<string, string>>;
  /** Puts texts and takes away what is null, all or none. @throws DOMException */
  change(changes: ReadonlyMap<string, string | null>): Promise<void>;
  /** Changes a text by what it is at that moment, whoever else writes it; null where there is none. @throws DOMException */
  alter(key: string, to: (text: string | null) => string | null): Promise<void>;
}

export function openShelf(name: string): Shelf {
  let opened: Promise<IDBDatabase> | null = null;
  const forget = () => {
    opened = null;
  };
  const open = () => {
    opened ??= opening(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
  return {
    async all() {
      const store = (await open()).transaction(STORE).objectStore(STORE);
      const [keys, texts] = await Promise.all([
        answerOf(store.getAllKeys()),
        answerOf<unknown[]>(store.getAll()),
      ]);
      return new Map(keys.map((key, at) => [typeof key === "string" ? key : "", String(texts[at])]));
    },
    async change(changes) {
      const transaction = (await open()).transaction(STORE, "readwrite", { durability: "strict" });
      const store = transaction.objectStore(STORE);
      for (const [key, text] of changes) {
        if (text === null) store.delete(key);
        else store.put(text, key);
      }
      const done = endOf(transaction);
      transaction.commit();
      await done;
    },
    async alter(key, to) {
      const transaction = (await open()).transaction(STORE, "readwrite", { durability: "strict" });
      const store = transaction.objectStore(STORE);
      const request = store.get(key);
      request.onsuccess = () => {
        const text = to(typeof request.result === "string" ? request.result : null);
        if (text === null) store.delete(key);
        else store.put(text, key);
      };
      await endOf(transaction);
    },
  };
}

/** @param lost is called when the browser closes it by itself, as where the person clears what sites keep */
async function opening(name: string, lost: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await answerOf(request);
  database.onclose = lost;
  return database;
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("The device gave no reason."));
  });
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("The device gave no reason."));
  });
}
