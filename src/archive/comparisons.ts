/**
 * Comparisons of a store's contacts, with what persons said of Readings and of
 * points. The last few are kept in memory while nothing changes.
 */

import { parseAccountId } from "../accounts/account-of.ts";
import type { ContactGroup, Point } from "../accounts/accounts.ts";
import { correctedReadingOf, standing } from "../reading/corrected.ts";
import { samePlaces } from "../reading/corrections/anchors.ts";
import type { Correction, PointTarget } from "../reading/corrections.ts";
import type { Store } from "../store/store.ts";
import type { ArchivedComparison, PointMark } from "./answers.ts";
import { comparedFrom } from "./compared.ts";
import { LastFew } from "./last-few.ts";

/** Comparisons kept in memory. */
const MOST_KEPT = 16;

export class Comparisons {
  readonly #store: Store;
  readonly #rules: boolean;
  #revision = -1;
  readonly #kept = new LastFew<ArchivedComparison>(MOST_KEPT);

  constructor(store: Store, rules: boolean) {
    this.#store = store;
    this.#rules = rules;
  }

  async of(group: ContactGroup, signal?: AbortSignal): Promise<ArchivedComparison> {
    const revision = await this.#store.revision();
    if (revision !== this.#revision) this.#kept.clear();
    this.#revision = revision;
    const kept = this.#kept.get(group.id);
    if (kept !== undefined) return kept;
    const made = await this.#made(group, signal);
    // Something changed meanwhile: it is right for who asked then, and for nobody later.
    if (this.#revision !== revision) return made;
    this.#kept.put(group.id, made);
    return made;
  }

  async #made(group: ContactGroup, signal?: AbortSignal): Promise<ArchivedComparison> {
    const corrections = await this.#store.corrections();
    const readings = [];
    for (const account of group.accounts) {
      const { document, contact } = parseAccountId(account);
      const reading = await this.#store.reading(document);
      if (reading === null) continue;
      readings.push({ contact, reading: correctedReadingOf(reading, corrections).reading });
    }
    const comparison = await comparedFrom(group, readings, {
      rules: this.#rules,
      store: this.#store,
      ...(signal ? { signal } : {}),
    });
    return { ...comparison, marks: marksOf(comparison.points, corrections) };
  }
}

/** What persons said of points: found again by the words of all their cells. */
function marksOf(points: readonly Point[], corrections: readonly Correction[]): PointMark[] {
  return standing(corrections).flatMap((correction) => {
    const { target } = correction;
    if (target.kind !== "point") return [];
    const point = points.find((one) => isPointAt(one, target));
    return point === undefined ? [] : [{ point: point.id, correction }];
  });
}

function isPointAt({ cells }: Point, target: PointTarget): boolean {
  return (
    cells.length === target.cells.length &&
    target.cells.every(({ document, anchor }) =>
      cells.some(
        (cell) => parseAccountId(cell.account).document === document && samePlaces(cell.words, anchor),
      ),
    )
  );
}
