/**
 * Where two texts beside each other have to be, in pixels from the top: what in
 * the one belongs to a height in the other, which row is read, where its mark
 * stands. Pure: takes the heights that a page measured.
 */

import { isBoth, type Row, type Side } from "./beside.ts";

/** Tops of the rows' words in each text; a silent one has none. */
export type Tops = Readonly<Record<Side, ReadonlyMap<Row, number>>>;

export function otherSide(side: Side): Side {
  return side === "left" ? "right" : "left";
}

/** A place in one text, and the place in the other that belongs to it, in pixels from the top. */
interface Anchor {
  here: number;
  there: number;
}

/**
 * Where the other text has to be. Between two anchors that both texts have in
 * one order it glides from the one to the other; where the order differs the
 * nearer anchor holds.
 *
 * @param anchors by `here`.
 */
export function counterpart(anchors: readonly Anchor[], here: number): number {
  const after = anchors.findIndex((anchor) => anchor.here > here);
  const next = after === -1 ? undefined : anchors[after];
  const last = after === -1 ? anchors.at(-1) : anchors[after - 1];
  if (last === undefined) return next === undefined ? here : next.there + here - next.here;
  if (next === undefined) return last.there + here - last.here;
  if (next.there > last.there) {
    const share = (here - last.here) / (next.here - last.here);
    return last.there + share * (next.there - last.there);
  }
  const nearer = here - last.here <= next.here - here ? last : next;
  return nearer.there + here - nearer.here;
}

/** The same places at least so far apart, in order. */
export function apart(tops: readonly number[], least: number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return tops.map((top) => {
    const own = Math.max(top, free);
    free = own + least;
    return own;
  });
}

/** Places that both texts have, by their height in this one. */
export function anchorsFrom(rows: readonly Row[], tops: Tops, side: Side): Anchor[] {
  return rows
    .flatMap((row) => {
      const [here, there] = [tops[side].get(row), tops[otherSide(side)].get(row)];
      return here === undefined || there === undefined ? [] : [{ here, there }];
    })
    .sort((a, b) => a.here - b.here);
}

/** Of the rows that both tell, the one whose words are nearest to the line. */
export function nearestRow(tops: ReadonlyMap<Row, number>, line: number): Row | null {
  let best: Row | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const [row, top] of tops) {
    if (!isBoth(row) || Math.abs(top - line) >= distance) continue;
    best = row;
    distance = Math.abs(top - line);
  }
  return best;
}

export interface PlacedMark {
  row: Row;
  top: number;
}

/** Marks between the texts: beside the left words, and of what only the right tells beside those. */
export function placedMarks(rows: readonly Row[], tops: Tops, least: number): Record<Side, PlacedMark[]> {
  const placed = (side: Side, own: readonly Row[]) => {
    const there = own
      .flatMap((row) => {
        const top = tops[side].get(row);
        return top === undefined ? [] : [{ row, top }];
      })
      .sort((a, b) => a.top - b.top);
    const free = apart(
      there.map(({ top }) => top),
      least,
    );
    return there.map(({ row }, at) => ({ row, top: free[at] ?? 0 }));
  };
  return {
    left: placed(
      "left",
      rows.filter((row) => row.left !== null),
    ),
    right: placed(
      "right",
      rows.filter((row) => row.left === null),
    ),
  };
}
