/**
 * A document: one text as the world got it, and what is known of where it
 * comes from. Its text is never altered; everything learnt from it points in.
 */

import type { Passage, Place } from "./span.ts";

/** What sort of text it is. */
export type DocumentKind = "news" | "readout" | "transcript" | "memorandum";

/** What the bytes were, before they became `text`. */
export type DocumentFormat = "text" | "markdown" | "html" | "tei";

/**
 * Where a value that describes the document comes from: `text` has its words as
 * evidence; `page` stands in the page's metadata; `front-matter` in the file's
 * own header; `given` was said by the user; `reckoned` follows from the others.
 */
export type FactGround = "text" | "page" | "front-matter" | "given" | "reckoned";

export interface Fact<T> {
  value: T;
  ground: FactGround;
  /** The words it stands on; empty unless the ground is `text`. */
  evidence: Passage;
}

export type RegionKind = "headline" | "dateline" | "byline" | "body" | "caption" | "boilerplate";

/** A stretch of the text with one job. Regions are in text order, do not overlap and cover all but white space. */
export interface Region extends Place {
  kind: RegionKind;
  /** Why it was taken for this; for boilerplate, which sort ("share buttons"). `null` for the body. */
  why: string | null;
}

export interface Document {
  /** SHA-256 of the bytes it came as, in lower-case hexadecimal. */
  id: string;
  /** The text that all offsets point into. */
  text: string;
  format: DocumentFormat;
  title: Fact<string> | null;
  publisher: Fact<string> | null;
  /** The words before the story proper, as "MOSCOW, Dec 31 (Reuters) -". */
  dateline: Fact<string> | null;
  /** Day or moment of publication, ISO 8601: `2021-12-31` or `2021-12-31T02:20+03:00`. */
  published: Fact<string> | null;
  /** Web address of the text. */
  address: Fact<string> | null;
  kind: Fact<DocumentKind>;
  /** Whose official voice it is: an actor's id ("RUS"); `null` for nobody's. */
  side: Fact<string> | null;
  /** BCP 47 tag. */
  language: Fact<string>;
  /** Whether it is a translation; `null` when nothing tells. */
  translated: Fact<boolean> | null;
  regions: Region[];
}
