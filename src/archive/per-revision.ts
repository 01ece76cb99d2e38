/**
 * What is made from the whole store, kept while nothing in it changes. Whoever
 * asks while it is being made waits for the same one.
 */

import type { Store } from "../store/store.ts";

export class PerRevision<T> {
  readonly #store: Pick<Store, "revision">;
  readonly #make: () => Promise<T>;
  #made: { revision: number; value: Promise<T> } | null = null;

  constructor(store: Pick<Store, "revision">, make: () => Promise<T>) {
    this.#store = store;
    this.#make = make;
  }

  async value(): Promise<T> {
    // Read before it is made: what changes meanwhile makes it newer than it says, never older.
    const revision = await this.#store.revision();
    if (this.#made !== null && this.#made.revision >= revision) return this.#made.value;
    const made = { revision, value: this.#make() };
    this.#made = made;
    made.value.catch(() => {
      if (this.#made === made) this.#made = null;
    });
    return made.value;
  }
}
