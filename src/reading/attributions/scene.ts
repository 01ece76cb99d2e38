/**
 * A scene: one sentence, or its part inside a quotation, as the rules of
 * handing over look at it, and what they find there.
 */

import type { Word } from "../../text/words.ts";
import type { Window } from "./clauses.ts";
import type { Cue } from "./cues.ts";
import type { RuleName } from "./rules.ts";

export interface Handover {
  rule: RuleName;
  source: Window | null;
  cue: Window;
  content: Window[];
}

export interface Scene {
  words: readonly Word[];
  cues: readonly Cue[];
  /** What the cue may reach: the sentence, or its part inside one quotation. */
  window: Window;
  /** The handovers found so far in this sentence, in order. */
  found: readonly Handover[];
}

/** "…, and they will answer": what is still to be said closes nothing. */
export function isFuture(scene: Scene, cue: Cue): boolean {
  return /^(?:will|would|shall|should|must|to)$/.test(scene.words[cue.head - 1]?.lower ?? "");
}

export function isStop(word: Word | undefined): boolean {
  return word === undefined || /^[.,;:!?)–—]$/.test(word.form);
}
