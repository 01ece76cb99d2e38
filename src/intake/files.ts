/**
 * Files: the bytes behind what a person names on the command line.
 *
 * Takes paths, folders and "-" for standard input; gives names and bytes one by
 * one, in the order named, a folder's files sorted by path. A folder gives only
 * the endings that Readout knows; the rest is told through `onSkipped`, never
 * passed over in silence. A path that is named outright is read whatever its
 * ending. Making documents of the bytes is left to `documents.ts`.
 */

import { open, readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { DEFAULT_MAX_BYTES } from "./documents.ts";
import { cannotRead, InputError } from "./errors.ts";

export interface InputFile {
  /** The path as named; "-" for standard input. */
  name: string;
  bytes: Uint8Array;
}

export interface FileOptions {
  /** Most bytes that a file may have, eight times the limit of a text: see `DocumentOptions.maxBytes`. */
  maxBytes?: number;
  /** Called with each file of a folder that is not read, and why. */
  onSkipped?: (name: string, why: string) => void;
  /** Called with each file that cannot be read; without it the first one is thrown. */
  onError?: (error: InputError) => void;
  signal?: AbortSignal;
  /** Where "-" reads from; the process's standard input when absent. */
  stdin?: AsyncIterable<Uint8Array>;
}

/** Endings of files that a folder gives. */
export const KNOWN_ENDINGS: ReadonlySet<string> = new Set([
  ".txt",
  ".text",
  ".md",
  ".markdown",
  ".html",
  ".htm",
  ".xhtml",
  ".xml",
]);

/** Folders deeper than this are no pile of documents but a loop or a mistake. */
const MAX_DEPTH = 32;

export async function* filesFrom(
  inputs: readonly string[],
  options: FileOptions = {},
): AsyncGenerator<InputFile> {
  const limit = (options.maxBytes ?? DEFAULT_MAX_BYTES) * 8;
  for (const input of inputs) {
    for await (const name of namesFrom(input, options)) {
      options.signal?.throwIfAborted();
      const file = await readOr(options, () =>
        name === "-" ? readStdin(options, limit) : readFileWithin(name, limit),
      );
      if (file) yield { name, bytes: file };
    }
  }
}

async function readOr<T>(options: FileOptions, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputError) || !options.onError) throw error;
    options.onError(error);
    return null;
  }
}

async function* namesFrom(input: string, options: FileOptions): AsyncGenerator<string> {
  if (input === "-") {
    yield input;
    return;
  }
  const found = await readOr(options, () => statOf(input));
  if (!found) return;
  if (found.isDirectory()) yield* namesInFolder(input, options, 0);
  else yield input;
}

async function* namesInFolder(folder: string, options: FileOptions, depth: number): AsyncGenerator<string> {
  if (depth > MAX_DEPTH) {
    options.onSkipped?.(folder, `folders are nested deeper than ${MAX_DEPTH}`);
    return;
  }
  const entries = await readOr(options, () => entriesOf(folder));
  for (const entry of entries ?? []) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) options.onSkipped?.(path, "its name starts with a stop");
    else if (entry.isDirectory()) yield* namesInFolder(path, options, depth + 1);
    else if (!entry.isFile()) options.onSkipped?.(path, "it is neither a file nor a folder");
    else if (!KNOWN_ENDINGS.has(extname(entry.name).toLowerCase()))
      options.onSkipped?.(path, "its ending is not known");
    else yield path;
  }
}

async function entriesOf(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    // By code unit, so that the order is the same on every machine.
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw fileError(error, folder);
  }
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    throw fileError(error, path);
  }
}

async function readFileWithin(name: string, limit: number): Promise<Uint8Array> {
  try {
    const handle = await open(name, "r");
    try {
      const { size } = await handle.stat();
      if (size > limit) throw overLimit(name, size, limit);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileError(error, name);
  }
}

async function readStdin(options: FileOptions, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of options.stdin ?? process.stdin) {
    size += part.length;
    if (size > limit)
      throw cannotRead("too-large", "-", `it has more than ${limit} bytes, which is the limit`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function overLimit(name: string, size: number, limit: number): InputError {
  return cannotRead("too-large", name, `the file has ${size} bytes and the limit is ${limit}`);
}

function fileError(error: unknown, name: string): Error {
  if (error instanceof InputError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return cannotRead("not-found", name, "there is no such file");
  if (code === "EACCES" || code === "EPERM")
    return cannotRead("unreadable", name, "reading it is not permitted");
  if (code === "EISDIR") return cannotRead("unreadable", name, "it is a folder");
  return cannotRead("unreadable", name, error instanceof Error ? error.message : String(error));
}
