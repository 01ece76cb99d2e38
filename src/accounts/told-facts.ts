/**
 * Facts that an account tells of the contact beside it: who asked for it, how
 * long it went on, where the reader tied neither to the contact itself.
 *
 * A briefing says "it was the Iranians who reached out" without ever saying
 * that there was a call; only beside the other accounts is it plain what "it"
 * is. So this is read here and not in the Reading, and only where the contact's
 * own field is empty. The first telling counts: later ones are mostly of
 * another contact.
 *
 * Known misses: "it was our idea"; a length told of another meeting in an
 * account that has none of this one.
 */

import {
  ASKING_NOUNS,
  ASKING_PREPOSITIONS,
  ASKING_VERBS,
  CONTACT_NOUNS,
  CONTACT_OBJECTS,
  LASTING_VERBS,
  TALK_INFINITIVES,
} from "../lexicon/requests.ts";
import type { ChainLink, Mention, Reading, Sentence, Time } from "../reading/reading.ts";
import { countBefore } from "../text/search.ts";
import { contains, type Passage, placeAt, type Span } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import { within } from "./contents.ts";
import { secondsOf } from "./values.ts";
import { sideOf } from "./voices.ts";

export interface ToldFact {
  value: string;
  mod: string | null;
  evidence: Passage;
  chain: ChainLink[];
  confidence: number;
}

/** @param sides of those who took part. */
export function requestTold(reading: Reading, sides: ReadonlySet<string>): ToldFact | null {
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const isParty = (mention: Mention) => {
    const actor = actors.get(mention.link.actor ?? "");
    const side = actor ? sideOf(actor, actors) : null;
    return side !== null && sides.has(side);
  };
  for (const sentence of reading.sentences) {
    const words = wordsIn(reading.document.text, sentence).filter(({ kind }) => kind !== "mark");
    const mentions = within(reading.mentions, sentence).filter(isParty);
    if (mentions.length === 0) continue;
    for (let at = 0; at < words.length; at++) {
      const found = askedAt(words, at, mentions) ?? initiativeAt(words, at, mentions);
      if (!found?.who.link.actor) continue;
      const evidence = [placeAt(reading.document.text, found.start, found.end)];
      return {
        value: found.who.link.actor,
        mod: null,
        evidence,
        chain: chainAt(reading, found),
        confidence: 0.7,
      };
    }
  }
  return null;
}

interface Request extends Span {
  who: Mention;
}

/** Words between the verb and its object, or the one who asks and the verb. */
const NEAR = 6;

/** "Vale had asked for the call", "the call, which Vale had proposed", "it was Vale who reached out". */
function askedAt(words: readonly Word[], at: number, mentions: readonly Mention[]): Request | null {
  const verb = words[at];
  if (!verb) return null;
  const reachedOut = verb.lower === "reached" && words[at + 1]?.lower === "out";
  const madeRequest =
    verb.lower === "made" && words[at + 1]?.lower === "the" && words[at + 2]?.lower === "request";
  if (!reachedOut && !madeRequest && !ASKING_VERBS.has(verb.lower)) return null;
  const last = reachedOut || madeRequest ? words[at + (madeRequest ? 2 : 1)] : objectAfter(words, at);
  const who = [...mentions].reverse().find(({ end }) => end <= verb.start && verb.start - end < NEAR * 6);
  if (!who) return null;
  if (last) return { who, start: who.start, end: last.end };
  const before = words.filter((word) => word.end <= who.start && who.start - word.end < NEAR * 4);
  const object = before.find(({ lower }) => lower !== "it" && CONTACT_OBJECTS.has(lower));
  const relative = before.some(({ lower }) => lower === "which" || lower === "that");
  return object && relative && isEndOfClause(words, at) ? { who, start: object.start, end: verb.end } : null;
}

function isEndOfClause(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return !next || !/^(?:the|a|an|to|that|for)$/.test(next.lower) || words[at + 1]?.lower === "for";
}

/** The contact that is asked for, or the wish to speak; `null` when something else is. */
function objectAfter(words: readonly Word[], at: number): Word | null {
  const next = words[at + 1]?.lower;
  if (next === "to") return TALK_INFINITIVES.has(words[at + 2]?.lower ?? "") ? (words[at + 2] ?? null) : null;
  const from = next === "for" ? at + 2 : at + 1;
  for (let i = from; i < Math.min(words.length, from + 4); i++) {
    const word = words[i];
    if (!word) break;
    if (CONTACT_OBJECTS.has(word.lower)) return word;
    if (!/^(?:the|a|an|this|such|telephone|phone|face-to-face|urgent|personal|today's)$/.test(word.lower))
      return null;
  }
  return null;
}

/** "At the request of the Turkish side", "on Moscow's initiative", "the request had come from Washington". */
function initiativeAt(words: readonly Word[], at: number, mentions: readonly Mention[]): Request | null {
  const noun = words[at];
  if (!noun || !ASKING_NOUNS.has(noun.lower)) return null;
  const prepositions = words.slice(Math.max(0, at - 5), at);
  const opened = prepositions.find(({ lower }) => ASKING_PREPOSITIONS.has(lower));
  const came = words.slice(at + 1, at + 5).find(({ lower }) => lower === "from");
  const of = words[at + 1]?.lower === "of" ? words[at + 1] : undefined;
  const anchor = opened && of ? of : came && noun.lower === "request" ? came : null;
  if (anchor) {
    const who = mentions.find(({ start }) => start >= anchor.end && start - anchor.end < NEAR * 3);
    return who ? { who, start: opened?.start ?? noun.start, end: who.end } : null;
  }
  if (!opened) return null;
  const who = mentions.find(({ start, end }) => start >= opened.end && end <= noun.start);
  return who ? { who, start: opened.start, end: noun.end } : null;
}

/** "Within an hour" is when something was settled, not how long it took, and seconds are a handshake's. */
export function isLength({ value, mod }: Pick<ToldFact, "value" | "mod">): boolean {
  return mod !== "EQUAL_OR_LESS" && (secondsOf(value) ?? MINUTE) >= MINUTE;
}

const MINUTE = 60;

/** Longer than a day is no length of a talk. */
const LONGEST = 12 * 3600;

export function durationTold(reading: Reading): ToldFact | null {
  const times = reading.times.filter(
    ({ type, value, mod }) =>
      type === "DURATION" &&
      isLength({ value: value ?? "", mod }) &&
      (secondsOf(value ?? "") ?? LONGEST) < LONGEST,
  );
  for (const time of times) {
    const sentence = sentenceOf(reading.sentences, time);
    if (!sentence || !lasts(reading, sentence, time)) continue;
    const evidence = [placeAt(reading.document.text, time.start, time.end)];
    return {
      value: time.value ?? "",
      mod: time.mod,
      evidence,
      chain: chainAt(reading, time),
      confidence: 0.7,
    };
  }
  return null;
}

/** "Talked for about two hours", "the three-hour meeting". */
function lasts(reading: Reading, sentence: Sentence, time: Time): boolean {
  const words = wordsIn(reading.document.text, sentence).filter(({ kind }) => kind !== "mark");
  const before = words.filter(({ end }) => end <= time.start).slice(-NEAR);
  const after = words.filter(({ start }) => start >= time.end).slice(0, 2);
  const verb = before.some(({ lower }) => LASTING_VERBS.has(lower));
  const adjective =
    /-(?:hour|minute)/i.test(time.words) && after.some(({ lower }) => CONTACT_NOUNS.has(lower));
  return adjective || (verb && !/^(?:ago|before|after|later|earlier)$/.test(after[0]?.lower ?? ""));
}

/** The sentence that holds the words whole. */
export function sentenceOf(sentences: readonly Sentence[], span: Span): Sentence | null {
  const after = countBefore(sentences.length, (i) => (sentences[i]?.start ?? 0) <= span.start);
  const sentence = sentences[after - 1];
  return sentence && contains(sentence, span) ? sentence : null;
}

/** The chain of the closest statement that holds the words; else the document's own. */
function chainAt(reading: Reading, span: Span): ChainLink[] {
  const holders = reading.statements.filter(({ content }) => content.some((part) => contains(part, span)));
  const closest = [...holders].sort((a, b) => sizeOf(a.content) - sizeOf(b.content))[0];
  return closest?.chain ?? [];
}

function sizeOf(passage: Passage): number {
  return passage.reduce((sum, { start, end }) => sum + end - start, 0);
}
