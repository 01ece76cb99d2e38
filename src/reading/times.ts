import type { Document } from "../text/document.ts";
import type { Quotation, Sentence, Time } from "./reading.ts";

/** Words that tell a time, with TIMEX3 values. */
export function timesIn(document: Document, sentences: readonly Sentence[], quotations: readonly Quotation[]): Time[] {
  return [];
}
