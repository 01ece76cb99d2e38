/** Chance that is the same on every machine (mulberry32): what is drawn once can be drawn again. */

export interface Chance {
  /** From 0 to below 1. */
  random(): number;
  shuffled<T>(list: readonly T[]): T[];
}

export function chanceFrom(seed: number): Chance {
  let state = seed;
  function random(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  return {
    random,
    shuffled(list) {
      const all = [...list];
      for (let i = all.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        const [one, other] = [all[i], all[j]];
        if (one !== undefined && other !== undefined) [all[i], all[j]] = [other, one];
      }
      return all;
    },
  };
}
