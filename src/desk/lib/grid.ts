/**
 * The comparison as a grid: which columns there are, what stands in each cell,
 * which rows are shown. Pure: the page gives the answer of the interface and
 * the state of the address.
 */

import type { Account, Cell, Comparison, Point, VerdictKind } from "../../accounts/accounts.ts";
import { isOnly, type Only } from "./verdicts.ts";

export interface Column {
  key: string;
  name: string;
  /** Numbers of its accounts, from 1. */
  numbers: number[];
}

export type ColumnsBy = "sides" | "accounts";

/** Key of the column for what nobody's side says. */
const NOBODYS = "-";

export function columnsOf(comparison: Comparison, by: ColumnsBy): Column[] {
  const { accounts } = comparison;
  if (by === "accounts") {
    return accounts.map((account, at) => ({ key: account.id, name: nameOf(account), numbers: [at + 1] }));
  }
  const names = new Map(comparison.actors.map(({ id, name }) => [id, name]));
  const sides = new Set(comparison.points.flatMap(({ cells }) => cells.map(({ side }) => side ?? NOBODYS)));
  const numbersOf = (key: string) =>
    accounts.flatMap((account, at) =>
      comparison.points.some(({ cells }) =>
        cells.some((cell) => cell.account === account.id && (cell.side ?? NOBODYS) === key),
      )
        ? [at + 1]
        : [],
    );
  return [...sides]
    .sort((a, b) => (a === NOBODYS ? 1 : b === NOBODYS ? -1 : a < b ? -1 : 1))
    .map((key) => ({
      key,
      name: key === NOBODYS ? "In the outlets’ own words" : (names.get(key) ?? key),
      numbers: numbersOf(key),
    }));
}

export function columnOf(cell: Cell, by: ColumnsBy): string {
  return by === "accounts" ? cell.account : (cell.side ?? NOBODYS);
}

export function nameOf({ publisher, title }: Account): string {
  return publisher ?? title ?? "Unnamed text";
}

export interface Filters {
  verdicts: ReadonlySet<VerdictKind>;
  act: string | null;
  speaker: string | null;
  /** Only points with a verdict of this sort; `null` for all. */
  only: Only | null;
}

export function isShown(point: Point, { verdicts, act, speaker, only }: Filters): boolean {
  if (verdicts.size > 0 && !verdicts.has(point.verdict.kind)) return false;
  if (only !== null && !isOnly(point.verdict.kind, only)) return false;
  if (act !== null && !point.cells.some((cell) => cell.act === act)) return false;
  return speaker === null || point.cells.some((cell) => cell.speaker === speaker);
}

export function countsOf(points: readonly Point[]): Map<VerdictKind, number> {
  const counts = new Map<VerdictKind, number>();
  for (const { verdict } of points) counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1);
  return counts;
}
