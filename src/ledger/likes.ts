/**
 * Likes: which statements of a long list speak of the same thing.
 *
 * Only statements that share words which few others have are weighed, so that
 * the work grows with the list and not with its square.
 */

import { type Gist, gistsFrom, likenessOf } from "../accounts/likeness.ts";
import type { Told } from "./told.ts";

/** A word in more statements than this brings nobody together. */
const COMMON = 60;

export interface Likes {
  /** Indexes of statements after this one that share a rare word with it, in order. */
  after(index: number): number[];
  /** Probability that two statements tell the same thing. */
  likeness(a: number, b: number): number;
}

export function likesAmong(told: readonly Told[], vectorOf: (text: string) => Float32Array | null): Likes {
  const gists: Gist[] = gistsFrom(told.map(({ stems, text }) => ({ words: stems, vector: vectorOf(text) })));
  const byStem = new Map<string, number[]>();
  for (const [index, { stems }] of told.entries()) {
    for (const stem of stems) {
      const there = byStem.get(stem);
      if (there === undefined) byStem.set(stem, [index]);
      else there.push(index);
    }
  }
  return {
    after(index) {
      const found = new Set<number>();
      for (const stem of told[index]?.stems ?? []) {
        const sharing = byStem.get(stem) ?? [];
        if (sharing.length > COMMON) continue;
        for (const other of sharing) if (other > index) found.add(other);
      }
      return [...found].sort((a, b) => a - b);
    },
    likeness(a, b) {
      const [one, other] = [gists[a], gists[b]];
      return one === undefined || other === undefined ? 0 : likenessOf(one, other);
    },
  };
}
