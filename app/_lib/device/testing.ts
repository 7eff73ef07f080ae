/** A device in memory whose commits take a moment, and its locks; for tests, not for use outside of them. */
export class FakeDevice {
  readonly #databases = new Map<string, Map<string, string>>();
  readonly #held = new Set<string>();
  readonly #turns = new Map<string, Promise<unknown>>();

  /** What lies there for the person, by key. */
  of(person: string): Map<string, string> {
    const name = `galley ${person}`;
    const database = this.#databases.get(name) ?? new Map<string, string>();
    this.#databases.set(name, database);
    return database;
  }

  /** As `indexedDB`, as much of it as the shelf asks for. */
  readonly indexedDB = {
    open: (name: string) =>
      answering(() => ({ transaction: () => transactionOn(this.of(name.replace("galley ", ""))) })),
  };

  /** As `navigator.locks`: each lock is one's at a time, and not had at all where it comes later than `signal`. */
  readonly locks = {
    request: (name: string, ...rest: (object | (() => unknown))[]): Promise<unknown> => {
      const run = rest.find((one): one is () => unknown => typeof one === "function");
      const signal = rest.find((one): one is { signal: AbortSignal } => "signal" in one)?.signal;
      const before = this.#turns.get(name);
      const turn = (async () => {
        await (signal ? Promise.race([before, aborted(signal)]) : before);
        this.#held.add(name);
        try {
          return await run?.();
        } finally {
          this.#held.delete(name);
        }
      })();
      this.#turns.set(name, Promise.allSettled([before, turn]));
      return turn;
    },
    query: () => Promise.resolve({ held: [...this.#held].map((name) => ({ name })) }),
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("Too late.", "TimeoutError")));
  });
}

/** How long a transaction takes to be complete, in milliseconds. */
const COMMIT = 20;

interface Asked {
  result: unknown;
  onsuccess: (() => void) | null;
}

function answering(answer: () => unknown): Asked {
  const asked: Asked = { result: undefined, onsuccess: null };
  setTimeout(() => {
    asked.result = answer();
    asked.onsuccess?.();
  });
  return asked;
}

function transactionOn(texts: Map<string, string>) {
  const transaction: { oncomplete: (() => void) | null } = { oncomplete: null };
  const changes: (() => void)[] = [];
  setTimeout(() => {
    for (const change of changes) change();
    transaction.oncomplete?.();
  }, COMMIT);
  const store = {
    get: (key: string) => answering(() => texts.get(key)),
    getAll: () => answering(() => [...texts.values()]),
    getAllKeys: () => answering(() => [...texts.keys()]),
    put: (text: string, key: string) => void changes.push(() => texts.set(key, text)),
    delete: (key: string) => void changes.push(() => texts.delete(key)),
  };
  return Object.assign(transaction, { objectStore: () => store, commit: () => undefined });
}
