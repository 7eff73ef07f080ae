/** Who wants to hear of what: listeners by topic. A change names its topics and wakes only their listeners. */
export class Topics {
  readonly #listeners = new Map<string, Set<() => void>>();

  subscribe(topic: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(topic);
    };
  }

  publish(topics: Iterable<string>): void {
    const woken = new Set<() => void>();
    for (const topic of new Set(topics))
      for (const listener of this.#listeners.get(topic) ?? []) woken.add(listener);
    for (const listener of woken) listener();
  }
}
