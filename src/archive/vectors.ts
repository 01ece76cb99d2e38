/**
 * Vectors for likeness, made once a text: kept in the store under the hash of
 * model and text, so that a comparison made again has nothing to encode.
 */

import { createHash } from "node:crypto";
import { type Likeness, loadLikeness } from "../model/likeness.ts";
import type { Store } from "../store/store.ts";

export type VectorOf = (text: string) => Float32Array | null;

/** Without vectors likeness is told from the words alone. */
export const NO_VECTORS: VectorOf = () => null;

let loaded: Promise<Likeness> | null = null;

/** The package's own likeness model, loaded once. */
function ownLikeness(): Promise<Likeness> {
  loaded ??= loadLikeness();
  return loaded;
}

/** @param store where vectors are kept; `null` to keep none. */
export async function vectorsFor(
  texts: readonly string[],
  store: Pick<Store, "vectors" | "saveVectors"> | null,
  signal?: AbortSignal,
): Promise<VectorOf> {
  const likeness = await ownLikeness();
  const keys = new Map([...new Set(texts)].map((text) => [text, keyOf(likeness.hash, text)]));
  const known = new Map((await store?.vectors([...keys.values()])) ?? []);
  const missing = [...keys].filter(([, key]) => !known.has(key));
  if (missing.length > 0) {
    const made = await likeness.vectorsFor(
      missing.map(([text]) => text),
      signal,
    );
    const fresh = new Map<string, Float32Array>();
    for (const [at, [, key]] of missing.entries()) {
      const vector = made[at];
      if (vector !== undefined) fresh.set(key, vector);
    }
    await store?.saveVectors(fresh);
    for (const [key, vector] of fresh) known.set(key, vector);
  }
  return (text) => known.get(keys.get(text) ?? "") ?? null;
}

function keyOf(model: string, text: string): string {
  return createHash("sha256").update(model).update("\0").update(text).digest("hex");
}
