/**
 * Voices: on whose word a place of the text stands. Built from the document's
 * publisher and credits, and from the attributions with their links.
 */

import type { Span } from "../text/span.ts";
import type { ChainLink } from "./reading.ts";

export interface Voices {
  /** The chain for words at this place, outermost first: the publisher, the agency, then every attribution that holds it. */
  chainAt(place: Span): ChainLink[];
}
