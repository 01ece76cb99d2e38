/**
 * Telling: a value with the words that show it and on whose word they stand.
 */

import type { Passage, Place } from "../../text/span.ts";
import type { Told } from "../reading.ts";
import type { Voices } from "../voices.ts";

export type Teller = <T>(value: T, place: Place, confidence: number) => Told<T>;

export function tellerOf(voices: Voices): Teller {
  return (value, place, confidence) => ({
    value,
    evidence: evidenceOf(place),
    chain: voices.chainAt(place),
    confidence,
  });
}

export function evidenceOf({ start, end, words }: Place): Passage {
  return [{ start, end, words }];
}
