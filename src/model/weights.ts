/**
 * The weights on disk: finds the folder `models/attribution` of this package,
 * reads `model.json`, and checks that every file is the one it names.
 *
 * Gives what the other files of the door need: paths, vocabulary, window sizes
 * and the decoder's tables. Nothing is fetched; a file that is missing or
 * differs by one byte is an error that says which.
 */

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Decoder, ROLE_TAGS, type RoleTables } from "../reading/numbers.ts";
import { type Description, parseDescription } from "./description.ts";
import { ModelError } from "./errors.ts";
import type { EndMarks } from "./features.ts";
import type { WindowSettings } from "./windows.ts";
import { parseVocabulary, type Vocabulary } from "./wordpiece.ts";

const NAME = "models/attribution";

export interface Weights {
  name: string;
  version: string;
  /** SHA-256 of model.json, which holds those of all other files. */
  hash: string;
  /** Path of the encoder's graph; its table of words lies beside it. */
  encoder: string;
  vocabulary: Vocabulary;
  endMarks: EndMarks;
  windows: WindowSettings;
  decoder: Decoder;
}

/** Upwards from this file, which stands in src/model or, bundled, in dist. */
export function ownWeightsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, NAME);
    if (existsSync(join(path, "model.json"))) return path;
    const parent = dirname(folder);
    if (parent === folder) throw missing("model.json");
    folder = parent;
  }
}

/** Reads the folder and checks every file in it. */
export async function loadWeights(folder: string): Promise<Weights> {
  const bytes = await bytesOf(folder, "model.json");
  const description = parseDescription(new TextDecoder().decode(bytes));
  const { encoder, words, roles, vocabulary } = description.files;
  const [hash, tables, lines] = await Promise.all([
    sha256Of(bytes),
    checkedBytes(folder, roles),
    checkedBytes(folder, vocabulary),
    checkedBytes(folder, encoder),
    checkedBytes(folder, words),
  ]);
  const { cls, sep, unknown, longestWord } = description.tokenizer;
  return {
    name: description.name,
    version: description.version,
    hash,
    encoder: join(folder, encoder.path),
    vocabulary: parseVocabulary(new TextDecoder().decode(lines), unknown, longestWord),
    endMarks: { cls, sep },
    windows: description.windows,
    decoder: {
      settings: description.decoding,
      roles: roleTablesFrom(description, tables),
      confidence: description.confidence,
    },
  };
}

async function checkedBytes(
  folder: string,
  file: Description["files"]["encoder"],
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await bytesOf(folder, file.path);
  if (bytes.length !== file.bytes) {
    throw damaged(file.path, `${bytes.length} bytes instead of ${file.bytes}`);
  }
  if ((await sha256Of(bytes)) !== file.sha256) throw damaged(file.path, "SHA-256 differs");
  return bytes;
}

async function bytesOf(folder: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(join(folder, path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw missing(path);
    throw error;
  }
}

/** Beside the event loop, in a thread of its own. */
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

function missing(path: string): ModelError {
  return new ModelError(
    "missing",
    `Cannot load the model: ${NAME}/${path} is missing; reinstall the package`,
  );
}

function damaged(path: string, how: string): ModelError {
  return new ModelError(
    "damaged",
    `Cannot load the model: ${NAME}/${path} is damaged (${how}); reinstall the package`,
  );
}

function roleTablesFrom({ roles }: Description, bytes: Uint8Array<ArrayBuffer>): RoleTables {
  const floats = littleEndianFloats(bytes);
  const table = (name: "distance" | "lines" | "weight" | "bias", rows: number, columns: number) => {
    const { offset } = roles.tables[name];
    const values = floats.subarray(offset, offset + rows * columns);
    if (values.length !== rows * columns) throw damaged("roles.f32.bin", `too short for ${name}`);
    return values;
  };
  const { add, times, distanceEdges, lineReach } = roles;
  return {
    add,
    times,
    distance: table("distance", 41, add),
    distanceEdges,
    lines: table("lines", 2 * lineReach + 1, add),
    lineReach,
    weight: table("weight", ROLE_TAGS, add + times),
    bias: table("bias", ROLE_TAGS, 1),
  };
}

/** A copy, because a file's bytes need not lie where floats may. */
function littleEndianFloats(bytes: Uint8Array<ArrayBuffer>): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength >> 2 }, (_, i) => view.getFloat32(i * 4, true));
}
