/** Who is told of something, as long as they want to be. */
export class Listeners<Told> {
  readonly #listeners = new Set<(told: Told) => void>();

  /** The function given back ends it. */
  add(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(told: Told): void {
    for (const listener of this.#listeners) listener(told);
  }
}
