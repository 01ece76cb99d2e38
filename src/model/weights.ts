/**
 * The weights of the attribution model: reads `model.json` and checks that
 * every file is the one it names.
 *
 * Gives what the other files of the door need: paths, vocabulary, window sizes
 * and the decoder's tables.
 */

import { join } from "node:path";
import { type Decoder, ROLE_TAGS, type RoleTables } from "../reading/numbers.ts";
import { type Description, parseDescription } from "./description.ts";
import { bytesOf, checkedBytes, damaged, sha256Of } from "./files.ts";
import type { ModelWeights } from "./model-weights.ts";
import type { WindowSettings } from "./windows.ts";
import { parseVocabulary } from "./wordpiece.ts";

const NAME = "attribution";
const OUTPUTS = ["outer", "any", "unary", "word", "cue"] as const;
export type Output = (typeof OUTPUTS)[number];

export interface Weights extends ModelWeights<Output> {
  windows: WindowSettings;
  decoder: Decoder;
}

/** Reads the folder and checks every file in it. */
export async function loadWeights(folder: string): Promise<Weights> {
  const bytes = await bytesOf(folder, NAME, "model.json");
  const description = parseDescription(new TextDecoder().decode(bytes));
  const { encoder, words, roles, vocabulary } = description.files;
  const [hash, tables, lines] = await Promise.all([
    sha256Of(bytes),
    checkedBytes(folder, NAME, roles),
    checkedBytes(folder, NAME, vocabulary),
    checkedBytes(folder, NAME, encoder),
    checkedBytes(folder, NAME, words),
  ]);
  const { cls, sep, unknown, longestWord } = description.tokenizer;
  return {
    name: description.name,
    version: description.version,
    hash,
    encoder: { path: join(folder, encoder.path), outputs: OUTPUTS },
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

function roleTablesFrom({ roles }: Description, bytes: Uint8Array<ArrayBuffer>): RoleTables {
  const floats = littleEndianFloats(bytes);
  const table = (name: "distance" | "lines" | "weight" | "bias", rows: number, columns: number) => {
    const { offset } = roles.tables[name];
    const values = floats.subarray(offset, offset + rows * columns);
    if (values.length !== rows * columns) throw damaged(NAME, "roles.f32.bin", `too short for ${name}`);
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
