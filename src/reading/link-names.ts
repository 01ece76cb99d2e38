/**
 * What a link of a chain is called, the same at every door: the actor's usual
 * name, else the text's own words, else the publisher's name. How a whole chain
 * is set, and what stands where nobody is named, is left to the door.
 */

import { wordsOf } from "../text/span.ts";
import type { ChainLink } from "./reading.ts";

/**
 * @param publisher of the document, whose name a publishing link has that no words give.
 * @returns `null` when nobody is named.
 */
export function nameOfLink(
  { actor, evidence, basis }: ChainLink,
  nameOf: (actor: string) => string,
  publisher: string | null,
): string | null {
  if (actor !== null) return nameOf(actor);
  if (evidence.length > 0) return wordsOf(evidence);
  return basis === "published" ? publisher : null;
}
