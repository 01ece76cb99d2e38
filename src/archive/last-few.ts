/** The last few values that were made, by key: the one that was put in first leaves first. */
export class LastFew<V> {
  readonly #most: number;
  readonly #kept = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): V | undefined {
    return this.#kept.get(key);
  }

  put(key: string, value: V): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.#most && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, value);
  }

  clear(): void {
    this.#kept.clear();
  }
}
