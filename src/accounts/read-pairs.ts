/**
 * Pairs that the model reads together: which ones, and what it made of them.
 *
 * A contact has thousands of pairs of tellings. Those that are near by words and
 * vectors are read; of the others nothing more is known.
 */

import { leadOf, type NearestIn, noteNear } from "./nearest.ts";
import type { PairStands } from "./pair-stands.ts";
import type { Pairing } from "./pairing.ts";
import type { Telling } from "./tellings.ts";

/** Two texts that the model reads together. */
export type TextPair = readonly [string, string];

/** What the model made of two texts; `null` where it did not read them. */
export type StandsOf = (a: string, b: string) => PairStands;

/** Without the model. */
export const NO_STANDS: StandsOf = () => null;

/** Of a pairing what is looked at here. */
export type Paired = Pick<Pairing, "texts" | "candidates"> & {
  tellings: readonly Pick<Telling, "account">[];
};

/** Each telling is read with so many of other accounts, the nearest first: with a dozen no more is aligned, and it takes longer. */
const READ_WITH = 8;
/** And so many pairs are read of a contact, so that large ones do not keep a person waiting. */
const MOST_READ = 1500;

/** The pairs near enough to be read together: those that rank among the nearest of one of the two. */
export function pairsToRead({ tellings, texts, candidates }: Paired): TextPair[] {
  const ranked = [...candidates].sort((x, y) => y.near - x.near || x.a - y.a || x.b - y.b);
  const taken = tellings.map(() => 0);
  const pairs: TextPair[] = [];
  for (const { a, b } of ranked) {
    if (pairs.length === MOST_READ) break;
    const [left, right] = [taken[a] ?? 0, taken[b] ?? 0];
    if (left >= READ_WITH && right >= READ_WITH) continue;
    taken[a] = left + 1;
    taken[b] = right + 1;
    pairs.push([texts[a] ?? "", texts[b] ?? ""]);
  }
  return pairs;
}

/** What the model made of a pairing's candidates. */
export interface PairsRead {
  /** By candidate: log odds of one point against another; `null` where it was not read. */
  asOne: readonly (number | null)[];
  nearest: NearestIn;
}

export function pairsRead({ tellings, texts, candidates }: Paired, standsOf: StandsOf): PairsRead {
  const nearest: NearestIn = tellings.map(() => new Map());
  const asOne = candidates.map(({ a, b }) => {
    const stands = standsOf(texts[a] ?? "", texts[b] ?? "");
    if (stands === null) return null;
    const odds = logOddsOfOne(stands);
    noteNear(nearest, a, tellings[b]?.account ?? "", b, odds);
    noteNear(nearest, b, tellings[a]?.account ?? "", a, odds);
    return odds;
  });
  return { asOne, nearest };
}

/** No further than the model can know. */
const SUREST = 5;

function logOddsOfOne(stands: Float32Array): number {
  const other = Math.exp(stands[0] ?? 0);
  return Math.max(-SUREST, Math.min(SUREST, Math.log((1 - other + 1e-6) / (other + 1e-6))));
}

/** From so much ahead of the next on it makes no difference how much. */
const FAR_AHEAD = 3;

/** How far two tellings are ahead of all others of their accounts, as the model reads them: the lesser of both ways. */
export function leadAsRead(
  { tellings, candidates }: Pick<Paired, "tellings" | "candidates">,
  { asOne, nearest }: PairsRead,
  at: number,
): number {
  const [pair, odds] = [candidates[at], asOne[at]];
  if (!pair || odds === null || odds === undefined) return 0;
  const { a, b } = pair;
  const [left, right] = [tellings[a]?.account ?? "", tellings[b]?.account ?? ""];
  return Math.min(
    leadOf(nearest, a, right, b, odds, FAR_AHEAD),
    leadOf(nearest, b, left, a, odds, FAR_AHEAD),
  );
}
