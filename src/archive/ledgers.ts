/**
 * The ledger and positions of a store: all corrected Readings, with what
 * persons judged.
 */

import { commitmentsFrom, ledgerTextsOf } from "../ledger/commitments.ts";
import type { JudgedEvidence } from "../ledger/evidence.ts";
import { type Commitment, type Position, RELATIONS, STATUSES } from "../ledger/ledger.ts";
import { positionsFrom } from "../ledger/positions.ts";
import { correctedReadingOf, standing } from "../reading/corrected.ts";
import type { Correction } from "../reading/corrections.ts";
import type { Reading } from "../reading/reading.ts";
import type { Store } from "../store/store.ts";
import { NO_VECTORS, type VectorOf, vectorsFor } from "./vectors.ts";

export async function ledgerOf(store: Store, rules: boolean): Promise<Commitment[]> {
  const corrections = await store.corrections();
  const readings = await correctedReadings(store, corrections);
  return commitmentsFrom(readings, judgedIn(corrections), await vectorsOf(readings, store, rules));
}

export async function positionsOf(
  store: Store,
  actor: string,
  subject: string | null,
  rules: boolean,
): Promise<Position[]> {
  const readings = await correctedReadings(store, await store.corrections());
  return positionsFrom(readings, actor, subject, await vectorsOf(readings, store, rules));
}

async function correctedReadings(store: Store, corrections: readonly Correction[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of store.readings())
    readings.push(correctedReadingOf(reading, corrections).reading);
  return readings;
}

async function vectorsOf(readings: readonly Reading[], store: Store, rules: boolean): Promise<VectorOf> {
  return rules ? NO_VECTORS : vectorsFor(ledgerTextsOf(readings), store);
}

function judgedIn(corrections: readonly Correction[]): JudgedEvidence[] {
  return standing(corrections).flatMap(({ id, target, action, value }) => {
    if (target.kind !== "commitment") return [];
    const { document, anchor, evidence } = target;
    return {
      correction: id,
      document,
      anchor,
      evidence,
      verdict: action === "reject" ? "refused" : "confirmed",
      relation: RELATIONS.find((one) => one === value) ?? null,
      status: STATUSES.find((one) => one === value) ?? null,
    };
  });
}
