import type { Gazetteer } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import type { Actor, Attribution, Mention, Quotation, Sentence, Time } from "./reading.ts";

/** Ties each mention to the actor meant. */
export function linksOf(
  document: Document,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  mentions: readonly Omit<Mention, "link">[],
  attributions: readonly Attribution[],
  gazetteer: Gazetteer,
): { mentions: Mention[]; actors: Actor[] } {
  return { mentions: [], actors: [] };
}
