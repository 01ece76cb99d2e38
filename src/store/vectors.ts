/**
 * Vectors of texts, computed once and kept. They can be made anew, so nothing
 * else hangs on them.
 */

import { endianness } from "node:os";
import type { Backend } from "./backend.ts";
import { portionsOf } from "./rows.ts";
import type { Db } from "./tables.ts";

const PORTION = 1000;

export async function vectorsOf(db: Db, keys: readonly string[]): Promise<Map<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  for (const portion of portionsOf([...new Set(keys)], PORTION)) {
    const rows = await db.selectFrom("vectors").selectAll().where("key", "in", portion).execute();
    for (const { key, vector } of rows) found.set(key, numbersFrom(vector));
  }
  return found;
}

export async function keepVectors(
  backend: Backend,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  // Sorted, so that two who keep the same ones do not wait for each other crosswise.
  const rows = [...vectors]
    .map(([key, vector]) => ({ key, vector: bytesFrom(vector) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const portion of portionsOf(rows, PORTION))
    await backend.write((db) =>
      db
        .insertInto("vectors")
        .values(portion)
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute(),
    );
}

function bytesFrom(vector: Float32Array): Uint8Array {
  return lowByteFirst(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength).slice());
}

function numbersFrom(bytes: Uint8Array): Float32Array {
  return new Float32Array(lowByteFirst(Uint8Array.from(bytes)).buffer);
}

function lowByteFirst(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const own = bytes as Uint8Array<ArrayBuffer>;
  if (endianness() === "BE") Buffer.from(own.buffer, own.byteOffset, own.length).swap32();
  return own;
}
