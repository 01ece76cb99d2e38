/** Pairs of tellings of a planted contact, told whether they are one of its points. */

import { featuresOf } from "../../src/accounts/pairing.ts";
import { NO_STANDS, pairsRead } from "../../src/accounts/read-pairs.ts";
import type { Laid } from "./contact-folder.ts";
import type { Row } from "./logistic.ts";
import { isFoundBy, placed } from "./matching.ts";

/**
 * A telling of a point is another point than each telling of another account
 * that is none of it, for a list names all cells of its points. Of two that
 * stand in no point nothing is known; copies are left out.
 */
export function labelledPairs(planted: Laid, withModel: boolean): Row[] {
  const { comparison, gold } = planted;
  const laid = withModel ? planted.laid : planted.laidByRules;
  const standsOf = withModel ? planted.standsOf : NO_STANDS;
  const { tellings, candidates } = laid.pairing;
  const origins = new Map(comparison.accounts.map(({ id, origin }) => [id, origin]));
  const points = gold.points.map((point) => placed(planted, point));
  const homes = tellings.map(
    (telling) =>
      new Set(points.flatMap((cells, i) => (cells.some((cell) => isFoundBy(telling, cell)) ? [i] : []))),
  );
  const rows: Row[] = [];
  const read = pairsRead(laid.pairing, standsOf);
  for (const [at, candidate] of candidates.entries()) {
    const [a, b, one, other] = [
      tellings[candidate.a],
      tellings[candidate.b],
      homes[candidate.a],
      homes[candidate.b],
    ];
    if (!a || !b || !one || !other || one.size + other.size === 0) continue;
    if (origins.get(a.account) === origins.get(b.account)) continue;
    rows.push({ x: featuresOf(laid.pairing, read, at), y: [...one].some((home) => other.has(home)) ? 1 : 0 });
  }
  return rows;
}
