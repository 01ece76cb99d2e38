/**
 * Reconciled: one row for one matter, where it was found twice.
 *
 * A negotiation to come is found as a track by its venue and date, and by what
 * its sentence says. The row that holds more accounts stays; a sentence that
 * says more than the track stays, too.
 */

import { overlaps, type Passage } from "../text/span.ts";
import type { Cluster } from "./alignment.ts";
import type { TrackTelling } from "./track-points.ts";

export interface Reconciled {
  clusters: Cluster[];
  tracks: TrackTelling[][];
}

export function reconciled(clusters: readonly Cluster[], tracks: readonly TrackTelling[][]): Reconciled {
  const kept = tracks.filter((track) => {
    const told = accountsOf(track.map(({ cell }) => cell.account));
    return !clusters.some(
      ({ tellings }) =>
        accountsOf(tellings.map(({ account }) => account)) > told &&
        track.every(({ cell }) =>
          tellings.some(({ account, words }) => account === cell.account && meet(words, cell.words)),
        ),
    );
  });
  return {
    tracks: kept,
    clusters: clusters.filter(
      ({ tellings }) =>
        !tellings.every(({ account, words }) =>
          kept.some((track) =>
            track.some(({ cell }) => cell.account === account && covers(cell.words, words)),
          ),
        ),
    ),
  };
}

function accountsOf(ids: readonly string[]): number {
  return new Set(ids).size;
}

function meet(a: Passage, b: Passage): boolean {
  return a.some((one) => b.some((other) => overlaps(one, other)));
}

/** Most of a sentence is the track's own words. */
const MOST = 0.6;

function covers(track: Passage, words: Passage): boolean {
  let [shared, whole] = [0, 0];
  for (const part of words) {
    whole += part.end - part.start;
    for (const one of track)
      shared += Math.max(0, Math.min(one.end, part.end) - Math.max(one.start, part.start));
  }
  return shared >= whole * MOST;
}
