/**
 * Opens a store: a file by its path, PostgreSQL by its address. What talks to
 * databases is loaded here and not with the program, which starts without it
 * in half the time.
 */

import type { Step } from "./migrations.ts";
import type { Store } from "./store.ts";

export interface StoreOptions {
  /** Makes the store when there is none; `true` when absent. */
  create?: boolean;
  /** The clock, for tests. */
  now?: () => Date;
  /** The steps of the schema, for tests. */
  steps?: readonly Step[];
}

export async function openStore(address: string, options: StoreOptions = {}): Promise<Store> {
  const { openOver } = await import("./over.ts");
  return await openOver(address, options);
}
