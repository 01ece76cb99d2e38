/**
 * Correcting: from what a person sends to a correction that is kept. It is
 * checked against the newest Reading, and gets the machine's former answer, the
 * moment and an id.
 */

import { createHash } from "node:crypto";
import { answerAt, correctionProblem, isFinding } from "../reading/corrected.ts";
import type { Correction, Json, Target } from "../reading/corrections.ts";
import type { Reading } from "../reading/reading.ts";
import type { Store } from "../store/store.ts";
import type { CorrectionDraft } from "./answers.ts";

/** A correction that cannot be made; the message says what does not fit. */
export class CorrectionError extends Error {
  override readonly name = "CorrectionError";
}

const ACTIONS: ReadonlySet<string> = new Set(["accept", "reject", "change", "add"]);

export async function correctionFrom(draft: CorrectionDraft, store: Store, now: Date): Promise<Correction> {
  const { target, action, author, reason } = draft;
  const value = draft.value ?? null;
  const undoes = draft.undoes ?? null;
  if (author.trim() === "") throw new CorrectionError("a correction needs an author");
  if (!ACTIONS.has(action)) throw new CorrectionError(`there is no action "${action}"`);
  let reading: Reading | null = null;
  if (undoes !== null) {
    const undone = (await store.corrections()).find(({ id }) => id === undoes);
    if (undone === undefined) throw new CorrectionError(`there is no correction ${undoes}`);
    if (!isSame(undone.target, target))
      throw new CorrectionError(`correction ${undoes} is about something else`);
  } else if (isFinding(target)) {
    reading = await store.reading(target.document);
    if (reading === null) throw new CorrectionError(`there is no document ${target.document}`);
    const problem = correctionProblem(reading, { target, action, value });
    if (problem !== null) throw new CorrectionError(problem);
  }
  const former = reading !== null && isFinding(target) && action !== "add" ? answerAt(reading, target) : null;
  const whole: Omit<Correction, "id"> = {
    target,
    action,
    value,
    former,
    reader: reading?.reader ?? null,
    author: author.trim(),
    reason: reason.trim(),
    at: now.toISOString(),
    undoes,
  };
  const correction: Correction = { id: idOf(whole), ...whole };
  await store.correct(correction);
  return correction;
}

/** Taking back is about the same place, so that who looks after the place hears of it. */
function isSame(one: Target, other: Target): boolean {
  return (
    JSON.stringify(inOrder(one as unknown as Json)) === JSON.stringify(inOrder(other as unknown as Json))
  );
}

function idOf(correction: Omit<Correction, "id">): string {
  return createHash("sha256")
    .update(JSON.stringify(inOrder(correction as unknown as Json)))
    .digest("hex");
}

/** With keys in order, so that the same correction has the same id. */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, inOrder(value[key] ?? null)]),
  );
}
