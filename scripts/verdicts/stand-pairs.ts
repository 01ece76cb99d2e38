/** Every two cells of a point that are of different origins and whose stand is told, as tellings. */

import type { StandKind } from "../../src/accounts/pair-stands.ts";
import type { GoldCell, GoldPoint, Laid } from "./contact-folder.ts";
import { type Placed, placed, shared } from "./matching.ts";

export interface PairWithStand {
  /** Indexes of the tellings. */
  a: number;
  b: number;
  kind: StandKind;
}

export function pairsWithStands(planted: Laid): PairWithStand[] {
  const { gold, comparison, laid } = planted;
  const { tellings } = laid.pairing;
  const origins = new Map(comparison.accounts.map(({ id, origin }) => [id, origin]));
  return gold.points.flatMap((point) => {
    const cells = placed(planted, point);
    const homes = cells.map((cell) => bestFor(cell));
    const count = new Set(cells.map(({ account }) => origins.get(account))).size;
    return cells.flatMap((cell, i) =>
      cells.slice(i + 1).flatMap((other, nth): PairWithStand[] => {
        const j = i + 1 + nth;
        const [a, b, one, two] = [homes[i], homes[j], point.cells[i], point.cells[j]];
        if (a === undefined || b === undefined || !one || !two || a < 0 || b < 0) return [];
        if (origins.get(cell.account) === origins.get(other.account)) return [];
        const kind = standIn(point, one, two, count);
        return kind === null ? [] : [{ a, b, kind }];
      }),
    );
  });

  function bestFor({ account, span }: Placed): number {
    let [best, most] = [-1, 0];
    for (const [i, telling] of tellings.entries()) {
      if (telling.account !== account) continue;
      const common = shared(telling.words, span);
      if (common > most) [best, most] = [i, common];
    }
    return best;
  }
}

function standIn(point: GoldPoint, one: GoldCell, other: GoldCell, origins: number): StandKind | null {
  const said = point.stands?.find(({ between }) =>
    between.every((name) => name === one.account || name === other.account),
  );
  const verdict = said?.kind ?? point.verdict;
  if (verdict === "one-account-only") return null;
  if (said || verdict === "confirmed") return verdict;
  if (one.group === undefined || other.group === undefined) return origins === 2 ? verdict : null;
  return one.group === other.group ? "confirmed" : verdict;
}
