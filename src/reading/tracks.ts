import type { Document } from "../text/document.ts";
import type { Actor, Mention, Sentence, Time, Track } from "./reading.ts";
import type { Voices } from "./voices.ts";

/** Negotiations to come or under way. */
export function tracksIn(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
  times: readonly Time[],
  voices: Voices,
): Track[] {
  return [];
}
