/**
 * Explaining in the browser: the reader's own table of rules, fetched only when
 * somebody asks why. One explainer is kept for the Reading asked for last.
 */

import { type Explainer, explainerOf } from "../../reading/explain.ts";
import type { Explanation } from "../../reading/explained/reasons.ts";
import type { Reading } from "../../reading/reading.ts";

let last: { reading: Reading; explainer: Explainer } | null = null;

export function explained(reading: Reading, id: string): Explanation | null {
  if (last?.reading !== reading) last = { reading, explainer: explainerOf(reading) };
  return last.explainer.explain(id);
}
