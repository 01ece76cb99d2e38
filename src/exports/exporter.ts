/**
 * What an export is: Readings go in one by one, pieces of one file come out.
 * Types alone; each format has its file, and `exports.ts` the list of them.
 *
 * An exporter holds at most one document, or one group of rows, in memory. It
 * looks at no clock: the same Readings and corrections give the same bytes.
 */

import type { CorrectedReading } from "../reading/corrections.ts";

/** A stretch of the file, in its order: text as UTF-8, or bytes. */
export type Piece = string | Uint8Array;

export interface Exporter {
  begin(): Iterable<Piece>;
  add(corrected: CorrectedReading): Iterable<Piece>;
  end(): Iterable<Piece>;
}
