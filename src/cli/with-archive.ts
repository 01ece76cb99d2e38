/**
 * Commands over a store: the flag that names it, opening and closing it, and
 * what its faults mean for the exit code.
 */

import type { Archive } from "../archive/archive.ts";
import { StoreError } from "../store/errors.ts";
import type { Flag, Given } from "./command.ts";
import { EXITS, Stop } from "./exit.ts";
import { actorsFrom } from "./facts.ts";
import type { World } from "./world.ts";

export const DEFAULT_STORE = "readout.db";

/** The same for every command over a store. */
export const STORE_FLAG: Flag = {
  name: "store",
  value: "STORE",
  path: true,
  help: `a file, or postgres://… (${DEFAULT_STORE}, or what READOUT_STORE says)`,
};

export function storeFrom(given: Given, world: World): string {
  return given.values.get("store") ?? world.env.READOUT_STORE ?? DEFAULT_STORE;
}

/**
 * Opens the store, hands it over and closes it, whatever happens.
 *
 * @param create whether a store that is not there is made: only by what adds to it.
 */
export async function withArchive<T>(
  given: Given,
  world: World,
  create: boolean,
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  // Databases are large: they are loaded by commands over a store only.
  const { openArchive } = await import("../archive/archive.ts");
  try {
    const archive = await openArchive({
      address: storeFrom(given, world),
      create,
      rules: given.switches.has("rules"),
      ...actorsFrom(given),
    });
    try {
      return await work(archive);
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (error instanceof StoreError) throw new Stop(EXITS.store, lowerFirst(error.message));
    throw error;
  }
}

function lowerFirst(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/** A document's or correction's id as people are shown it: enough to tell a million apart. */
export function shortId(id: string): string {
  return id.slice(0, SHORT_ID);
}

const SHORT_ID = 10;

/** Names for actors' ids; an id that nobody knows stays. */
export async function namesIn(archive: Archive): Promise<(id: string) => string> {
  const actors = await archive.actors();
  return (id) => actors.get(id)?.name ?? id;
}
