import type { Span } from "../text/span.ts";
import type { Condition } from "./reading.ts";

/** The conditions in one stretch of the text (a sentence, or a statement's part of it), without `holder`. */
export function conditionsIn(text: string, stretch: Span): Omit<Condition, "holder">[] {
  return [];
}
