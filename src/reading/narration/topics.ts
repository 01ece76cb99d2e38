/**
 * What a conversation was about, told of the conversation itself: "special
 * attention was paid to trade", "the call focused on trade", "the main topic
 * was trade". Both parties did it.
 *
 * Known miss: a talk of others in the same words ("the talks of the experts
 * covered …") is taken for the contact.
 */

import {
  HEED_NOUNS,
  HEED_VERBS,
  JOINT_VERBS,
  SUBJECT_NOUNS,
  TALK_NOUNS,
  TOPIC_NOUNS,
  TOPIC_VERBS,
} from "../../lexicon/narration.ts";
import type { Passage } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import { actOfHead } from "../acts/heads.ts";
import type { Scene } from "../contacts/scenes.ts";
import { type Deed, jointTalk, restOf } from "./deed.ts";
import { NOBODY, type Parties, subjectBefore } from "./doers.ts";
import { auxiliaryBefore } from "./passives.ts";

/** "Special attention was paid to …", "the focus was on …", "the truce received special attention". */
export function heedAt(scene: Scene, at: number, parties: Parties): Deed | null {
  const { words } = scene;
  const noun = words[at];
  if (!noun || !HEED_NOUNS.has(noun.lower)) return null;
  const given = words.slice(Math.max(0, at - 4), at).some(({ lower }) => HEED_VERBS.has(lower));
  if (given && subjectBefore(scene, givenAt(words, at), parties) === null)
    return jointTalk(scene, noun, at, parties);
  const be = /^(?:during|in|of)$/.test(words[at + 1]?.lower ?? "") ? beAfter(words, at) : at + 1;
  if (!/^(?:was|were|is|has)$/.test(words[be]?.lower ?? "") || words[be + 1]?.lower === "drawn") return null;
  if (words.slice(0, at).some(({ lower }) => isFiniteVerb(lower))) return null;
  // "Emphasis was placed on the need to …" is a view, and nobody says whose.
  const matter = afterOn(scene, at);
  const view = noun.lower === "emphasis" || noun.lower === "accent" ? actOfHead(matter.words) : null;
  if (!view) return jointTalk(scene, noun, at + 1, parties);
  return { doer: NOBODY, verb: noun, act: view, otherwise: view.act, matter: matter.place, isTalk: false };
}

/** Index of "was" after "during the conversation". */
function beAfter(words: readonly Word[], at: number): number {
  return words.findIndex(({ lower }, i) => i > at && i < at + 6 && /^(?:was|were)$/.test(lower));
}

function givenAt(words: readonly Word[], noun: number): number {
  let at = noun;
  while (!HEED_VERBS.has(words[at]?.lower ?? "")) at--;
  return at;
}

/** What the emphasis is on, without its article. */
function afterOn(scene: Scene, at: number): { words: readonly Word[]; place: Passage } {
  const on = scene.words.findIndex(({ lower }, i) => i > at && i < at + 5 && lower === "on");
  const rest = on === -1 ? [] : scene.words.slice(on + 1);
  return {
    words: rest[0]?.lower === "the" ? rest.slice(1) : rest,
    place: restOf(scene, on === -1 ? at : on),
  };
}

function isFiniteVerb(lower: string): boolean {
  return /^(?:was|were|is|are|has|had|have|will)$/.test(lower) || JOINT_VERBS.has(lower);
}

/** "The conversation focused on …", "the agenda included …", "there was an exchange of views on …". */
export function topicAt(scene: Scene, at: number, parties: Parties): Deed | null {
  const { words } = scene;
  const verb = words[at];
  if (!verb) return null;
  const isTopic =
    (TOPIC_VERBS.has(verb.lower) && auxiliaryBefore(words, at) === -1) ||
    (verb.lower === "about" && /^(?:was|were)$/.test(words[at - 1]?.lower ?? ""));
  if (isTopicOfTalk(words, at)) return jointTalk(scene, verb, at, parties);
  const next = words[at + 1]?.lower ?? "";
  if (
    SUBJECT_NOUNS.has(words[at - 1]?.lower ?? "") &&
    JOINT_VERBS.has(verb.lower) &&
    /^(?:included?|were|was|concerned)$/.test(next)
  )
    return jointTalk(scene, verb, at + 1, parties);
  const there =
    words[0]?.lower === "there" && /^(?:was|were)$/.test(words[1]?.lower ?? "") && TALK_NOUNS.has(verb.lower);
  if (!there && !(isTopic && talkIsSubject(words, at))) return null;
  return jointTalk(scene, verb, at, parties);
}

/** "The main topic of the conversation was …", "… was the central subject of the discussion". */
function isTopicOfTalk(words: readonly Word[], at: number): boolean {
  if (!TOPIC_NOUNS.has(words[at]?.lower ?? "") || words[at + 1]?.lower !== "of") return false;
  const noun = /^(?:the|their|this)$/.test(words[at + 2]?.lower ?? "") ? at + 3 : at + 2;
  const near = words.slice(noun, noun + 3).some(({ lower }) => TALK_NOUNS.has(lower));
  const before = words[at - 1]?.lower ?? "";
  return near && /^(?:main|central|key|principal|primary|chief|a|the)$/.test(before);
}

const LONGEST_SUBJECT = 24;

/** The noun of talk stands before the verb, and no other verb or subject between them. */
function talkIsSubject(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_SUBJECT); i--) {
    const lower = words[i]?.lower ?? "";
    if (TALK_NOUNS.has(lower))
      return words
        .slice(0, i)
        .every((word) => word.lower !== "during" || words.slice(0, i).some(({ form }) => form === ","));
    if (/^(?:was|were|is|are|had|they|he|she|it|which|who|that)$/.test(lower)) return false;
  }
  return false;
}
