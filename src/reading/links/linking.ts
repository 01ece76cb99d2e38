/**
 * What the linking rules share: the document at hand, its mentions, frames and
 * actors, and the answers found so far. Rules ask for other mentions' answers
 * through `resolve`, so that "he" may hang on "the president" and that on a
 * name; a circle ends in `unknown`.
 */

import type { Gazetteer } from "../../lexicon/gazetteer.ts";
import type { Pointer } from "../mentions/clues.ts";
import type { Attribution, Link, LinkGround } from "../reading.ts";
import type { ActorBook } from "./actor-book.ts";
import type { Frames } from "./frames.ts";

export interface Linking {
  text: string;
  gazetteer: Gazetteer;
  /** Day of the document; `null` when not known. */
  day: string | null;
  /** Whose official voice the document is; `null` for nobody's. */
  voice: string | null;
  /** Index of the mention in the headline that names whose statement the document is; -1 for nobody's. */
  author: number;
  mentions: readonly Pointer[];
  /** States and organisations that the document names, by themselves or beside a title. */
  sidesNamed: ReadonlySet<string>;
  attributions: readonly Attribution[];
  frames: Frames;
  sentence: readonly number[];
  telling: readonly number[];
  book: ActorBook;
  resolve(mention: number): Link;
}

export function linked(
  actor: string,
  ground: LinkGround,
  rule: string,
  confidence: number,
  more: { office?: string | null; via?: string | null } = {},
): Link {
  return {
    actor,
    office: more.office ?? null,
    ground,
    via: more.via ?? null,
    rule,
    confidence: Math.round(Math.min(confidence, 0.99) * 100) / 100,
  };
}

export function unknown(rule: string, office: string | null = null): Link {
  return { actor: null, office, ground: "unknown", via: null, rule, confidence: 0 };
}

/** Words between two mentions, at most a few; "" when they are far apart. */
export function between(linking: Linking, first: number, second: number): string {
  const a = linking.mentions[first];
  const b = linking.mentions[second];
  return a && b && b.start >= a.end && b.start - a.end < 40 ? linking.text.slice(a.end, b.start) : "";
}

/** The one who speaks the words in which the mention stands; `null` in the writer's own, or when nobody is named. */
export function speakerOf(linking: Linking, mention: number): Link | null {
  const frame = linking.frames.of(mention);
  const source = frame < 0 ? -1 : linking.frames.sourceOf(frame);
  if (source < 0 || source === mention) return null;
  const link = linking.resolve(source);
  return link.actor === null ? null : link;
}

/** The author of the document, where the mention stands in his own words or asks him; `null` where another speaks, or nobody is told. */
export function authorOf(linking: Linking, mention: number): Link | null {
  const { author, frames, attributions } = linking;
  if (author < 0 || mention <= author || frames.isQuoted(mention)) return null;
  const frame = frames.of(mention);
  // In reported speech without marks "I" is still the one who reports.
  if (frame >= 0 && attributions[frame]?.manner !== "indirect") return null;
  if (frame >= 0 && attributions[frame]?.cue[0]?.words === ":") return null;
  const link = linking.resolve(author);
  return link.actor === null ? null : link;
}

/** The side of the one who speaks there; in the writer's own words of an official text, the text's side. */
export function speakingSideOf(linking: Linking, mention: number): string | null {
  const speaker = speakerOf(linking, mention);
  if (speaker?.actor) return linking.book.sideOf(speaker.actor);
  return linking.frames.of(mention) < 0 && !linking.frames.isQuoted(mention) ? linking.voice : null;
}
