/**
 * What the models make of short texts, vectors and stands, made once and kept in
 * the store under the hash of model and texts, so that a comparison made again
 * has nothing to encode.
 */

import { createHash } from "node:crypto";
import { NO_STANDS, type StandsOf, type TextPair } from "../accounts/read-pairs.ts";
import { type Likeness, loadLikeness } from "../model/likeness.ts";
import { loadPairs, type Pairs } from "../model/pairs.ts";
import type { Store } from "../store/store.ts";

export type VectorOf = (text: string) => Float32Array | null;

/** Without vectors likeness is told from the words alone. */
export const NO_VECTORS: VectorOf = () => null;

/** Where numbers are kept; `null` to keep none. */
export type NumberStore = Pick<Store, "vectors" | "saveVectors"> | null;

let likenessLoaded: Promise<Likeness> | null = null;
let pairsLoaded: Promise<Pairs> | null = null;

/** The package's own models, each loaded once. */
function ownLikeness(): Promise<Likeness> {
  likenessLoaded ??= loadLikeness();
  return likenessLoaded;
}

function ownPairs(): Promise<Pairs> {
  pairsLoaded ??= loadPairs();
  return pairsLoaded;
}

export async function vectorsFor(
  texts: readonly string[],
  store: NumberStore,
  signal?: AbortSignal,
): Promise<VectorOf> {
  const likeness = await ownLikeness();
  const keys = new Map(texts.map((text) => [text, keyOf(likeness.hash, text)]));
  const vectors = await kept(keys, store, (missing) => likeness.vectorsFor(missing, signal));
  return (text) => vectors.get(keys.get(text) ?? "") ?? null;
}

export async function standsFor(
  pairs: readonly TextPair[],
  store: NumberStore,
  signal?: AbortSignal,
): Promise<StandsOf> {
  if (pairs.length === 0) return NO_STANDS;
  const model = await ownPairs();
  const keyOfPair = (a: string, b: string) => keyOf(model.hash, ...[a, b].sort());
  const keys = new Map(pairs.map((pair) => [pair, keyOfPair(...pair)]));
  const stands = await kept(keys, store, (missing) => model.standsFor(missing, signal));
  return (a, b) => stands.get(keyOfPair(a, b)) ?? null;
}

/** The numbers of all keys: those that the store has, and the others made and saved. */
async function kept<T>(
  keys: ReadonlyMap<T, string>,
  store: NumberStore,
  make: (missing: T[]) => Promise<Float32Array[]>,
): Promise<Map<string, Float32Array>> {
  const known = new Map((await store?.vectors([...keys.values()])) ?? []);
  const missing = new Map([...keys].flatMap(([one, key]) => (known.has(key) ? [] : [[key, one]])));
  if (missing.size === 0) return known;
  const made = await make([...missing.values()]);
  const fresh = new Map<string, Float32Array>();
  for (const [at, key] of [...missing.keys()].entries()) {
    const numbers = made[at];
    if (numbers !== undefined) fresh.set(key, numbers);
  }
  await store?.saveVectors(fresh);
  return new Map([...known, ...fresh]);
}

function keyOf(model: string, ...texts: string[]): string {
  const hash = createHash("sha256").update(model);
  for (const text of texts) hash.update("\0").update(text);
  return hash.digest("hex");
}
