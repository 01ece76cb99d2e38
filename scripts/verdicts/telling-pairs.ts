/** Pairs of tellings of a planted contact, told whether they are one of its points. */

import { presentIn, tellersOf } from "../../src/accounts/comparison.ts";
import { featuresOf, pairingOf } from "../../src/accounts/pairing.ts";
import { tellingsOf } from "../../src/accounts/tellings.ts";
import type { Laid } from "./contact-folder.ts";
import type { Row } from "./logistic.ts";
import { isFoundBy, placed } from "./matching.ts";

/**
 * A telling of a point is another point than each telling of another account
 * that is none of it, for a list names all cells of its points. Of two that
 * stand in no point nothing is known; copies are left out.
 */
export function labelledPairs(laid: Laid, withVectors: boolean): Row[] {
  const { comparison, accounts, gold, vectorOf } = laid;
  const origins = new Map(comparison.accounts.map(({ id, origin }) => [id, origin]));
  const tellings = accounts.flatMap(tellingsOf);
  const actors = tellersOf(accounts);
  const pairing = pairingOf(
    tellings,
    tellings.map(({ text }) => (withVectors ? vectorOf(text) : null)),
    actors,
    presentIn(comparison.contact, actors),
  );
  const points = gold.points.map((point) => placed(laid, point));
  const homes = tellings.map(
    (telling) =>
      new Set(points.flatMap((cells, i) => (cells.some((cell) => isFoundBy(telling, cell)) ? [i] : []))),
  );
  const rows: Row[] = [];
  for (const candidate of pairing.candidates) {
    const [a, b, one, other] = [
      tellings[candidate.a],
      tellings[candidate.b],
      homes[candidate.a],
      homes[candidate.b],
    ];
    if (!a || !b || !one || !other || one.size + other.size === 0) continue;
    if (origins.get(a.account) === origins.get(b.account)) continue;
    rows.push({ x: featuresOf(pairing, candidate), y: [...one].some((home) => other.has(home)) ? 1 : 0 });
  }
  return rows;
}
