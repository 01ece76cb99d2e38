/**
 * The files of a model on disk: finds the folder of this package's own, reads
 * its files and checks that each is the one that `model.json` names.
 *
 * Nothing is fetched; a file that is missing or differs by one byte is an error
 * that says which.
 */

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileDescription } from "./description-part.ts";
import { ModelError } from "./errors.ts";

export type ModelName = "attribution" | "likeness" | "pairs";

/** Upwards from this file, which stands in src/model or, bundled, in dist. */
export function ownFolder(name: ModelName): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, "models", name);
    if (existsSync(join(path, "model.json"))) return path;
    const parent = dirname(folder);
    if (parent === folder) throw missing(name, "model.json");
    folder = parent;
  }
}

/** The bytes of a file, checked. */
export async function checkedBytes(
  folder: string,
  name: ModelName,
  file: FileDescription,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await bytesOf(folder, name, file.path);
  if (bytes.length !== file.bytes) {
    throw damaged(name, file.path, `${bytes.length} bytes instead of ${file.bytes}`);
  }
  if ((await sha256Of(bytes)) !== file.sha256) throw damaged(name, file.path, "SHA-256 differs");
  return bytes;
}

export async function bytesOf(
  folder: string,
  name: ModelName,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(join(folder, path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw missing(name, path);
    throw error;
  }
}

/** Beside the event loop, in a thread of its own. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

export function damaged(name: ModelName, path: string, how: string): ModelError {
  return new ModelError(
    "damaged",
    `Cannot load the model: ${shown(name, path)} is damaged (${how}); reinstall the package`,
  );
}

function missing(name: ModelName, path: string): ModelError {
  return new ModelError(
    "missing",
    `Cannot load the model: ${shown(name, path)} is missing; reinstall the package`,
  );
}

/** A file may be shared: "../attribution/vocab.txt". */
function shown(name: ModelName, path: string): string {
  return posix.join("models", name, path);
}
