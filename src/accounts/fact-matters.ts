/**
 * Fact matters: whether two lengths or days that accounts tell are of one thing.
 *
 * Takes the tellings of a field and what the model made of the sentences that
 * they stand in. Two values that cannot both be true, in sentences that are of
 * two things ("the call took an hour" / "the delegations met for five hours"),
 * contradict nothing and stand in two rows.
 */

import type { Cell } from "./accounts.ts";
import type { Fact, FactField } from "./facts.ts";
import { type FactGround, factStandOf } from "./judge-facts.ts";
import type { StandsOf, TextPair } from "./read-pairs.ts";

/** Which fields the reader may take from something else than the contact. */
const LENT_FIELDS: ReadonlySet<FactField> = new Set(["duration", "date"]);

/**
 * How sure the model must be that two sentences are of two things: on the contacts of `cases/` and `training/pairs/held` those
 * that are had 0.71 to 0.91, but for one, and those that are not 0.03 to 0.61.
 */
const TWO_THINGS = 0.66;

/** The sentences of a field's tellings that cannot both be true: what the model is to read. */
export function clashingSentences({ field, cells }: Fact, ground: FactGround): TextPair[] {
  if (!LENT_FIELDS.has(field)) return [];
  return cells.flatMap((a, i) =>
    cells
      .slice(i + 1)
      .flatMap((b): TextPair[] =>
        clash(field, a, b, ground) ? [[ground.sentenceOf(a), ground.sentenceOf(b)]] : [],
      ),
  );
}

function clash(field: FactField, a: Cell, b: Cell, ground: FactGround): boolean {
  return factStandOf(field, a, b, ground).kind === "contradicted";
}

/** The field's tellings, those of one thing together. What the model did not read is of one thing. */
export function mattersOf(fact: Fact, ground: FactGround, standsOf: StandsOf): Fact[] {
  const { field } = fact;
  if (!LENT_FIELDS.has(field)) return [fact];
  const areTwoThings = (a: Cell, b: Cell) =>
    clash(field, a, b, ground) &&
    Math.exp(standsOf(ground.sentenceOf(a), ground.sentenceOf(b))?.[0] ?? Number.NEGATIVE_INFINITY) >=
      TWO_THINGS;
  const matters: Cell[][] = [];
  for (const cell of fact.cells) {
    const home = matters.find((cells) => !cells.some((one) => areTwoThings(one, cell)));
    if (home) home.push(cell);
    else matters.push([cell]);
  }
  return matters.map((cells) => ({ ...fact, cells }));
}
