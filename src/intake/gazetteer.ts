/**
 * The door to the list of actors: reads data/gazetteer.tsv of this package,
 * once, and any list that the user adds.
 */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Gazetteer, gazetteerFrom } from "../lexicon/gazetteer.ts";

const NAME = "data/gazetteer.tsv";

let own: string | null = null;
const loaded = new Map<string, Gazetteer>();

/**
 * The list of actors; with `added`, the files of the user's own actors laid
 * over it. Read once a process for each set of files.
 */
export async function loadGazetteer(added: readonly string[] = []): Promise<Gazetteer> {
  const known = loaded.get(added.join("\n"));
  if (known) return known;
  own ??= readFileSync(pathOfOwn(), "utf8");
  const lists = [own, ...added.map(userList)];
  const hash = createHash("sha256");
  for (const list of lists) hash.update(list);
  const gazetteer = gazetteerFrom(lists, hash.digest("hex"));
  loaded.set(added.join("\n"), gazetteer);
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

const KINDS = new Set(["kind", "person", "state", "capital", "organ", "organisation", "outlet", "office"]);

/** A user's list, checked row by row: a row that cannot be meant so is refused with its line. */
function userList(path: string): string {
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  let number = 0;
  for (const row of text.split("\n")) {
    number++;
    if (row.trim() === "" || row.startsWith("#")) continue;
    const [kind = "", , name = ""] = row.split("\t");
    if (!KINDS.has(kind))
      throw new Error(`Cannot read actors "${path}": line ${number} starts with the unknown kind "${kind}"`);
    if (name.trim() === "")
      throw new Error(`Cannot read actors "${path}": line ${number} has no name in its third column`);
  }
  return text;
}
