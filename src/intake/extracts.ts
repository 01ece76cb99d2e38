/**
 * What a reader of one format hands on: the text to store, where each part of
 * it stands in the source, and what the markup says about it.
 */

import type { KnownFacts } from "../text/metadata.ts";
import type { RegionHint } from "../text/regions.ts";

/**
 * A stretch of the text and where it comes from. Offsets into the source are
 * UTF-16 units of the decoded bytes, without a byte order mark. When both
 * stretches are equally long they are the same unit by unit; else the words
 * were written otherwise there (entities, wrapped lines).
 */
export interface SourceRun {
  start: number;
  end: number;
  sourceStart: number;
  sourceEnd: number;
}

/** Runs in text order. What lies between two runs (line breaks between blocks) was put in by the reader. */
export type SourceMap = SourceRun[];

/** Words of the source that are not in the text. */
export interface LeftOut {
  why: string;
  characters: number;
}

export interface Extract {
  text: string;
  /** `null` when the text is the source itself. */
  map: SourceMap | null;
  hints: RegionHint[];
  facts: KnownFacts;
  leftOut: LeftOut[];
}
