/**
 * A scene: one sentence with its words, the mentions and times that stand in
 * it. Contacts and tracks are read scene by scene.
 */

import { countBefore } from "../../text/search.ts";
import type { Span } from "../../text/span.ts";
import { type Word, wordsIn } from "../../text/words.ts";
import type { Actor, Mention, Sentence, Time } from "../reading.ts";
import type { Party } from "./people.ts";

export interface Scene {
  text: string;
  sentence: Sentence;
  index: number;
  words: readonly Word[];
  mentions: readonly Mention[];
  times: readonly Time[];
  /** The author of the document, whom "you" means in a question; `null` when it has none. */
  asked: Party | null;
  /** Where the headline names the one whose statement the document is; -1 for nobody's. */
  teller: number;
}

/** Scenes in text order; mentions and times must be so, too. */
export function scenesOf(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  times: readonly Time[],
  asked: Party | null = null,
  teller = -1,
): Scene[] {
  const mentionsOf = partsIn(mentions);
  const timesOf = partsIn(times);
  return sentences.flatMap(cutToSize).map((sentence, index) => ({
    text,
    sentence,
    index,
    words: wordsIn(text, sentence),
    mentions: mentionsOf(sentence),
    times: timesOf(sentence),
    asked,
    teller,
  }));
}

/** "Later that day, Vale spoke with Lang": told beside what the document is about. */
export function isBeside({ text, sentence, index }: Scene): boolean {
  const words = text.slice(sentence.start, sentence.end);
  const says =
    /^(?:Earlier|Later|Previously|Separately)\b|\b(?:earlier|later) (?:on |in )?(?:the|that) (?:same )?day\b/;
  return index > 0 && says.test(words);
}

/** No sentence of people is longer; a text without stops is read piece by piece. */
const LONGEST_SENTENCE = 3000;

function cutToSize(sentence: Sentence): Sentence[] {
  if (sentence.end - sentence.start <= LONGEST_SENTENCE) return [sentence];
  const pieces: Sentence[] = [];
  for (let start = sentence.start; start < sentence.end; start += LONGEST_SENTENCE) {
    pieces.push({ ...sentence, start, end: Math.min(sentence.end, start + LONGEST_SENTENCE) });
  }
  return pieces;
}

/** Those that begin in a sentence, asked in text order. */
function partsIn<T extends Span>(parts: readonly T[]): (sentence: Span) => T[] {
  let next = 0;
  return (sentence) => {
    const inside: T[] = [];
    for (let part = parts[next]; part && part.start < sentence.end; part = parts[++next]) {
      if (part.start >= sentence.start) inside.push(part);
    }
    return inside;
  };
}

/** Index of the first word that begins at this offset or after it. */
export function wordAt(scene: Scene, offset: number): number {
  return countBefore(scene.words.length, (middle) => (scene.words[middle]?.start ?? 0) < offset);
}

export type Cast = ReadonlyMap<string, Actor>;

export function castOf(actors: readonly Actor[]): Cast {
  return new Map(actors.map((actor) => [actor.id, actor]));
}

/** Whether somebody tells of others' contacts by his office. */
export function isMouthpiece(cast: Cast, actor: string): boolean {
  return /\b(?:spokes\p{L}+|press|aide|advis[eo]r|assistant)\b/iu.test(cast.get(actor)?.role ?? "");
}

/** Who speaks for others has no talks of his own. */
export function isSpokesman(cast: Cast, actor: string): boolean {
  return /\b(?:spokes\p{L}+|press secretary)\b/iu.test(cast.get(actor)?.role ?? "");
}

/** The persons that a mention means: one, or the members of a group; empty for a state or an unknown. */
export function personsOf(mention: Mention, cast: Cast): string[] {
  const actor = mention.link.actor === null ? undefined : cast.get(mention.link.actor);
  if (!actor) return [];
  if (actor.kind === "person" || actor.kind === "office") return [actor.id];
  if (actor.kind !== "group") return [];
  return actor.members.filter((id) => {
    const kind = cast.get(id)?.kind;
    return kind === "person" || kind === "office";
  });
}
