/** Nearest: for each telling the nearest and the second nearest in each other account. */

export interface Nearest {
  best: number;
  second: number;
  /** Index of the nearest. */
  at: number;
}

/** By index of the telling, then by account. */
export type NearestIn = readonly Map<string, Nearest>[];

/** Notes how near `j`, of an account, is to `i`. */
export function noteNear(nearest: NearestIn, i: number, account: string, j: number, near: number): void {
  const known = nearest[i]?.get(account);
  if (!known) nearest[i]?.set(account, { best: near, second: Number.NEGATIVE_INFINITY, at: j });
  else if (near > known.best) {
    known.second = known.best;
    known.best = near;
    known.at = j;
  } else if (near > known.second) known.second = near;
}

/** How far `j` is ahead of the next in its account, as `i` sees it, `most` at most; below 0 when another is ahead of it. */
export function leadOf(
  nearest: NearestIn,
  i: number,
  account: string,
  j: number,
  near: number,
  most: number,
): number {
  const found = nearest[i]?.get(account);
  if (!found) return 0;
  const lead = found.at === j ? near - found.second : near - found.best;
  return Math.max(-most, Math.min(most, lead));
}
