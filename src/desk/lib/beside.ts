/**
 * Two documents beside each other: the points of a contact that they tell, how
 * the two stand on each, and which words moved. Pure; heights on the screen are
 * left to `beside-places.ts`.
 */

import { parseAccountId } from "../../accounts/account-of.ts";
import type { Cell, Comparison, Point, VerdictKind } from "../../accounts/accounts.ts";
import { hullOf, type Passage } from "../../text/span.ts";
import type { Covering } from "../../text/stretches.ts";
import type { TextMark } from "./marked.ts";

export type Side = "left" | "right";

export interface Told {
  words: Passage;
  /** Words that moved against the other document. */
  moved: Passage;
}

export interface Row {
  point: Point;
  /** How these two stand, which may be another verdict than that over all accounts. */
  kind: VerdictKind;
  /** What the document tells; `null` where it is silent. */
  left: Told | null;
  right: Told | null;
}

/** In the order of the left document; what only the right tells follows what stands before it there. */
export function rowsOf(comparison: Comparison, left: string, right: string): Row[] {
  const rows = comparison.points.flatMap((point): Row[] => {
    const a = cellOf(point, left);
    const b = cellOf(point, right);
    if (a === null && b === null) return [];
    const told = (own: Cell | null, other: Cell | null): Told | null =>
      own === null ? null : { words: own.words, moved: other === null ? [] : movedIn(point, own, other) };
    const kind = a === null || b === null ? "one-account-only" : pairVerdict(point, a, b);
    return [{ point, kind, left: told(a, b), right: told(b, a) }];
  });
  return inOrder(rows);
}

function cellOf({ cells }: Point, document: string): Cell | null {
  return (
    cells.find(({ account, words }) => words.length > 0 && parseAccountId(account).document === document) ??
    null
  );
}

/** A cell stands to the first cell; two others are only as sure as what each has with that one. */
function pairVerdict({ cells, verdict }: Point, a: Cell, b: Cell): VerdictKind {
  const pair = [cells.indexOf(a), cells.indexOf(b)];
  if (verdict.between?.every((at) => pair.includes(at)) === true) return verdict.kind;
  if (pair[0] === 0) return b.stands ?? verdict.kind;
  if (pair[1] === 0) return a.stands ?? verdict.kind;
  if (a.stands === "confirmed") return b.stands ?? verdict.kind;
  if (b.stands === "confirmed") return a.stands ?? verdict.kind;
  return verdict.kind;
}

/** Words told as moved between these two; a cell's own list is what moved against the first cell. */
function movedIn({ cells, verdict }: Point, own: Cell, other: Cell): Passage {
  const [from, to] = [documentOf(own), documentOf(other)];
  const moves = verdict.moves.flatMap(({ before, after }) => {
    if (before.document === from && after.document === to) return before.passage;
    if (after.document === from && before.document === to) return after.passage;
    return [];
  });
  return moves.length === 0 && other === cells[0] ? own.moved : moves;
}

function documentOf({ account }: Cell): string {
  return account.slice(0, account.lastIndexOf("/"));
}

export function isBoth({ left, right }: Row): boolean {
  return left !== null && right !== null;
}

export function startIn(told: Told | null): number | null {
  return told === null ? null : (hullOf(told.words)?.start ?? null);
}

function inOrder(rows: readonly Row[]): Row[] {
  const shared = rows
    .filter((row) => row.left !== null)
    .sort((a, b) => (startIn(a.left) ?? 0) - (startIn(b.left) ?? 0));
  const byRight = rows
    .filter((row) => row.right !== null)
    .sort((a, b) => (startIn(a.right) ?? 0) - (startIn(b.right) ?? 0));
  const ordered = [...shared];
  byRight.forEach((row, at) => {
    if (row.left !== null) return;
    const before = byRight[at - 1];
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, row);
  });
  return ordered;
}

/** Words of the rows as marks of a text: the verdict is their look. */
export function rowCoverings(rows: readonly Row[], side: Side): Covering<TextMark>[] {
  return rows.flatMap((row) => {
    const told = row[side];
    if (told === null) return [];
    const depth = row.point.kind === "fact" ? 1 : 0;
    return [
      ...told.words.map((span) => ({ span, what: { look: row.kind, id: row.point.id, depth } })),
      ...told.moved.map((span) => ({ span, what: { look: "moved", id: row.point.id, depth } })),
    ];
  });
}
