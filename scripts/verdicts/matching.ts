/** Gold points and rows of the comparison: which row tells which point, and how far it holds the point's quotes. */

import type { Cell, Point } from "../../src/accounts/accounts.ts";
import type { Place } from "../../src/text/span.ts";
import type { GoldPoint, Laid } from "./contact-folder.ts";

export interface Placed {
  account: string;
  span: { start: number; end: number };
}

export function placed(
  { ids, accounts, folder }: Pick<Laid, "ids" | "accounts" | "folder">,
  point: GoldPoint,
): Placed[] {
  return point.cells.map(({ account, quote, at }) => {
    const id = ids.get(account) ?? "";
    const text = accounts.find((one) => one.account.id === id)?.reading.document.text ?? "";
    const start = at === undefined ? text.indexOf(quote) : nearestOf(text, quote, at);
    if (start < 0)
      throw new Error(`Cannot find "${quote}" in ${folder}/${account}: the quote is not in the text`);
    return { account: id, span: { start, end: start + quote.length } };
  });
}

function nearestOf(text: string, quote: string, at: number): number {
  let nearest = -1;
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1))
    if (nearest < 0 || Math.abs(start - at) < Math.abs(nearest - at)) nearest = start;
  return nearest;
}

export function shared(words: readonly Place[], span: Placed["span"]): number {
  return words.reduce(
    (sum, part) => sum + Math.max(0, Math.min(part.end, span.end) - Math.max(part.start, span.start)),
    0,
  );
}

type Worded = Pick<Cell, "account" | "words">;

/** Share of a quote that the point's cells in its account cover. */
function coverOf(point: Point, { account, span }: Placed): number {
  const covers = point.cells
    .filter((cell) => cell.account === account)
    .map(({ words }) => shared(words, span));
  return Math.max(0, ...covers) / (span.end - span.start);
}

/** A cell is found from this share of its quote on, or when nearly all of the cell stands in it. */
const FOUND = 0.25;
const INSIDE = 0.6;

export function isFoundBy({ account, words }: Worded, cell: Placed): boolean {
  if (account !== cell.account) return false;
  const [common, length] = [shared(words, cell.span), lengthOf(words)];
  return common >= FOUND * (cell.span.end - cell.span.start) || (length > 0 && common >= length * INSIDE);
}

function lengthOf(words: readonly Place[]): number {
  return words.reduce((sum, { start, end }) => sum + end - start, 0);
}

export interface Match {
  point: Point | null;
  found: number;
}

/** The row whose cells overlap most of the point's quotes; of two that overlap alike, the one with fewer other cells. */
export function matchOf(points: readonly Point[], gold: GoldPoint, cells: readonly Placed[]): Match {
  let best: Match & { score: number } = { point: null, found: 0, score: 0 };
  for (const point of points) {
    const found = cells.filter((cell) => point.cells.some((one) => isFoundBy(one, cell))).length;
    if (found === 0) continue;
    const cover = cells.reduce((sum, cell) => sum + Math.min(1, coverOf(point, cell)), 0);
    const others = point.cells.length - found;
    const kind = point.kind === gold.kind ? 0.05 : 0;
    const score = found + cover * 0.4 - others * 0.2 + kind;
    if (best.point === null || score > best.score) best = { point, found, score };
  }
  return best;
}
