/**
 * The door to the list of actors: reads data/gazetteer.tsv of this package,
 * once, and any list that the user adds.
 */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Gazetteer, gazetteerFrom } from "../lexicon/gazetteer.ts";
import { actorListAt } from "./actor-list.ts";

const NAME = "data/gazetteer.tsv";

let own: string | null = null;
const loaded = new Map<string, Gazetteer>();

/**
 * The list of actors; with `added`, the files of the user's own actors laid
 * over it. Read once a process for each set of files.
 */
export async function loadGazetteer(added: readonly string[] = []): Promise<Gazetteer> {
  const key = JSON.stringify(added);
  const known = loaded.get(key);
  if (known) return known;
  own ??= readFileSync(pathOfOwn(), "utf8");
  const lists = [own, ...added.map(actorListAt)];
  const hash = createHash("sha256");
  for (const list of lists) hash.update(list);
  const gazetteer = gazetteerFrom(lists, hash.digest("hex"));
  loaded.set(key, gazetteer);
  return gazetteer;
}

/** Upwards from this file, which stands in src/intake or, bundled, in dist. */
function pathOfOwn(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, NAME);
    if (existsSync(path)) return path;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`Cannot load the list of actors: ${NAME} is not in this package`);
    folder = parent;
  }
}
