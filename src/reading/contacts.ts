import type { Document } from "../text/document.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import type { Actor, Contact, Mention, Sentence, Statement, Time } from "./reading.ts";
import type { Voices } from "./voices.ts";

/** The contacts that the document tells of, the main one first. */
export function contactsIn(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
  times: readonly Time[],
  voices: Voices,
): Contact[] {
  return [];
}
