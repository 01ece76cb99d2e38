import type { Gazetteer } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import type { Mention, Sentence } from "./reading.ts";

/** Words that point at somebody, not yet linked. */
export function mentionsIn(document: Document, sentences: readonly Sentence[], gazetteer: Gazetteer): Omit<Mention, "link">[] {
  return [];
}
