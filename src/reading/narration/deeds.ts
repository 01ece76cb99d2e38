/**
 * The deed of speech that a sentence of the narrator tells, and whose it is:
 * "the presidents *discussed* the truce", "the call *focused* on trade", "the
 * need for restraint *was stressed*".
 *
 * Takes a scene and the parties of the contact; gives each deed's
 * verb with the words that its act is read from; none where the sentence tells of
 * something else.
 *
 * Known miss: a further deed with a subject of its own ("…, and Ortiz agreed").
 */

import { ACT_NOUNS, MINDS } from "../../lexicon/act-words.ts";
import type { Act } from "../../lexicon/acts.ts";
import { HANDED_NOUNS } from "../../lexicon/contacts.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import { DETERMINERS, PREPOSITIONS } from "../../lexicon/grammar.ts";
import {
  COURTESY_VERBS,
  HEED_NOUNS,
  HEED_VERBS,
  JOINT_VERBS,
  OPEN_PASSIVES,
  POSITION_VERBS,
  SHARED,
  SUBJECT_NOUNS,
  TALK_NOUNS,
  TELLING_VERBS,
  TOPIC_NOUNS,
  TOPIC_VERBS,
  UNTOLD_VERBS,
} from "../../lexicon/narration.ts";
import { type Passage, trimmedAt } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import { actOfHead } from "../acts/heads.ts";
import type { ActShown } from "../acts/shown.ts";
import type { Scene } from "../contacts/scenes.ts";
import { agentAfter, bothOf, type Doer, NOBODY, type Parties, subjectBefore } from "./doers.ts";

export interface Deed {
  doer: Doer;
  verb: Word;
  /** The act with the word that shows it; `null` where verb and matter must show it. */
  act: ActShown | null;
  /** The act that the verb names where its matter shows no other. */
  otherwise: Act;
  /** What was said, agreed or discussed. */
  matter: Passage;
  /** Whether the deed is one of talking with each other: no other contact, no remark made elsewhere. */
  isTalk: boolean;
}

/** A verb that tells a deed stands early. */
const REACH = 60;

/** All that one subject does: "discussed the truce *and agreed* to meet". */
export function deedsIn(scene: Scene, parties: Parties): Deed[] {
  const first = firstDeedIn(scene, parties);
  if (!first || first.doer.evidence.length === 0) return first ? [first] : [];
  const deeds = [first];
  const { words } = scene;
  for (let at = words.indexOf(first.verb) + 2; at < Math.min(words.length, REACH); at++) {
    const verb = words[at];
    const told = verb && goesOnAt(words, at) ? actOfVerb(words, at) : null;
    if (verb && told) deeds.push(activeDeed(scene, at, verb, told, first.doer));
  }
  return deeds;
}

/** "… and agreed", "… and also expressed": a further verb of the same subject; not "agreed by experts". */
function goesOnAt(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  const joint = before === "also" || before.endsWith("ly") ? words[at - 2]?.lower : before;
  const lower = words[at]?.lower ?? "";
  const form = CUE_FORMS.get(lower);
  const isPast = JOINT_VERBS.has(lower) || (form && !form.base && !form.third && !form.gerund);
  if (joint !== "and" || !isPast) return false;
  return words[at + 1]?.lower !== "by" && words[at + 1]?.lower !== "and";
}

function firstDeedIn(scene: Scene, parties: Parties): Deed | null {
  const { words } = scene;
  for (let at = 0; at < Math.min(words.length, REACH); at++) {
    const deed =
      heedAt(scene, at, parties) ??
      passiveAt(scene, at, parties) ??
      topicAt(scene, at, parties) ??
      activeAt(scene, at, parties);
    if (deed) return deed;
  }
  return null;
}

/** "Special attention was paid to …", "the focus was on …", "the truce received special attention". */
function heedAt(scene: Scene, at: number, parties: Parties): Deed | null {
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

/** Talk about the rest of the sentence, by both. */
function jointTalk(scene: Scene, verb: Word, at: number, parties: Parties): Deed {
  const act: ActShown = { act: "discuss", by: verb };
  return {
    doer: bothOf(parties),
    verb,
    act,
    otherwise: "discuss",
    matter: restOf(scene, at),
    isTalk: true,
  };
}

/** "The truce was discussed", "it was noted that". */
function passiveAt(scene: Scene, at: number, parties: Parties): Deed | null {
  const { words } = scene;
  const verb = words[at];
  if (!verb || !(JOINT_VERBS.has(verb.lower) || OPEN_PASSIVES.has(verb.lower) || isReached(words, at)))
    return null;
  // "Also highlighted was the need …": the subject follows.
  const inverted = at === 1 && words[0]?.lower === "also" && /^(?:was|were)$/.test(words[2]?.lower ?? "");
  const be = inverted ? 0 : auxiliaryBefore(words, at);
  if (be === -1 || isSubordinate(words, be)) return null;
  const by = words.findIndex(({ lower }, i) => i > at && i < at + 4 && lower === "by");
  const agent = by === -1 ? null : agentAfter(scene, by, parties);
  const joint = JOINT_VERBS.has(verb.lower) || verb.lower === "reached";
  const shared = joint || words.some(({ lower }) => SHARED.has(lower));
  const subject = inverted ? matterAfter(scene, 2) : matterOf(scene, be, at);
  const act =
    verb.lower === "reached"
      ? "agree"
      : (TELLING_VERBS.get(verb.lower) ?? CUE_FORMS.get(verb.lower)?.verb.act ?? "state");
  return {
    doer: agent ?? (shared ? bothOf(parties) : NOBODY),
    verb,
    act: joint ? { act, by: verb } : null,
    otherwise: act,
    matter: subject,
    isTalk: joint,
  };
}

const ACCORD = /^(?:agreements?|understandings?|consensus|accords?)$/;

/** "Agreement was reached to …". */
function isReached(words: readonly Word[], at: number): boolean {
  return words[at]?.lower === "reached" && words.slice(0, at).some(({ lower }) => ACCORD.test(lower));
}

/** Index of "was" or "been" before a participle, over adverbs. */
function auxiliaryBefore(words: readonly Word[], at: number): number {
  let i = at - 1;
  while (
    i > at - 4 &&
    /(?:ly|^also|^further|^again|^once|^especially|^both|^in|^detail|^depth|^separately)$/.test(
      words[i]?.lower ?? "",
    )
  )
    i--;
  return /^(?:was|were|been|is|are)$/.test(words[i]?.lower ?? "") ? i : -1;
}

/** "…, which was discussed", "the plan that was agreed", "as was noted". */
function isSubordinate(words: readonly Word[], be: number): boolean {
  const verb = words[be]?.lower === "been" ? be - 1 : be;
  return /^(?:which|that|who|as|if|when|than|what)$/.test(words[verb - 1]?.lower ?? "");
}

/** What a passive is about: its subject, what follows "it", or both ("the need was stressed to …"). */
function matterOf(scene: Scene, be: number, at: number): Passage {
  const subject = matterBefore(scene, be);
  const [only] = subject;
  if (only && /\s/.test(only.words)) return subject;
  return [...subject, ...restOf(scene, at)];
}

/** What follows a word, without an article. */
function matterAfter(scene: Scene, at: number): Passage {
  return restOf(scene, /^(?:the|a|an)$/.test(scene.words[at + 1]?.lower ?? "") ? at + 1 : at);
}

/** The subject of a passive; empty for "it". */
function matterBefore(scene: Scene, be: number): Passage {
  const { words } = scene;
  let from = afterOpener(words, be);
  while (from < be && /^(?:the|a|an|also)$/.test(words[from]?.lower ?? "")) from++;
  const [first, last] = [words[from], words[be - 1]];
  if (!first || !last || from >= be || /^(?:it|there|this|that)$/.test(first.lower)) return [];
  const place = trimmedAt(scene.text, first.start, last.end);
  return place ? [place] : [];
}

/** Past "In this context" and "During the call,". */
function afterOpener(words: readonly Word[], end: number): number {
  const first = words[0]?.lower ?? "";
  if (!PREPOSITIONS.has(first) && !/^(?:while|when|as|given|meanwhile|also|moreover|besides)$/.test(first))
    return 0;
  const comma = words.findIndex(({ form }, i) => form === "," && i < end);
  if (comma !== -1) return comma + 1;
  return /^(?:this|that|these)$/.test(words[1]?.lower ?? "") ? 3 : 0;
}

/** "The conversation focused on …", "the agenda included …", "there was an exchange of views on …". */
function topicAt(scene: Scene, at: number, parties: Parties): Deed | null {
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

/** "Vale and Ortiz exchanged views", "the presidents had a detailed discussion of". */
function activeAt(scene: Scene, at: number, parties: Parties): Deed | null {
  const { words } = scene;
  const verb = words[at];
  const told = verb && isFiniteAt(words, at) ? actOfVerb(words, at) : null;
  const doer = verb && told ? subjectBefore(scene, at, parties) : null;
  if (!verb || !told || !doer) return null;
  return activeDeed(scene, at, verb, told, doer);
}

function activeDeed(scene: Scene, at: number, verb: Word, told: Act, doer: Doer): Deed {
  const { words } = scene;
  const mind = BE.test(verb.lower) ? words[mindAfter(words, at)] : undefined;
  const talks =
    /^(?:had|held|have|engaged)$/.test(verb.lower) || JOINT_VERBS.has(verb.lower) || isHandedOver(words, at);
  return {
    doer,
    verb,
    act:
      courtesyIn(words, at) ??
      assessmentIn(words, at) ??
      (mind || SETTLED.has(told) ? { act: told, by: mind ?? verb } : null),
    otherwise: told,
    matter: restOf(scene, at),
    isTalk: talks && words[at - 1]?.lower !== "had",
  };
}

/** "Handed over a list of proposals". */
function isHandedOver(words: readonly Word[], at: number): boolean {
  return (
    words[at]?.lower === "handed" && words.slice(at, at + 12).some(({ lower }) => HANDED_NOUNS.has(lower))
  );
}

const BE = /^(?:was|were|is|are)$/;
/** Acts that the verb settles, whatever its object. */
const SETTLED: ReadonlySet<Act> = new Set<Act>(["discuss", "agree"]);

/** Not an infinitive, a participle or a noun: "to discuss", "at the request". */
function isFiniteAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const form = CUE_FORMS.get(word?.lower ?? "");
  const before = words[at - 1]?.lower ?? "";
  if (!word || word.form !== word.lower || form?.gerund || before === "to") return false;
  if (TELLING_VERBS.has(word.lower) || (!form?.base && !form?.third)) return true;
  return (
    POSITION_VERBS.has(word.lower) &&
    !NO_SUBJECT.test(before) &&
    !DETERMINERS.has(before) &&
    !PREPOSITIONS.has(before)
  );
}

const NO_SUBJECT = /^(?:will|would|can|could|may|should|must|not)$/;

/** The act that an active verb tells by itself; `null` for a verb that tells none. */
function actOfVerb(words: readonly Word[], at: number): Act | null {
  const lower = words[at]?.lower ?? "";
  const near = words.slice(at + 1, at + 9).map((word) => word.lower);
  if (/^(?:had|held|have|engaged)$/.test(lower))
    return near.some((word) => TALK_NOUNS.has(word)) ? "discuss" : null;
  if (/^(?:reached|came)$/.test(lower)) return near.some((word) => ACCORD.test(word)) ? "agree" : null;
  if (BE.test(lower)) return mindOf(words[mindAfter(words, at)]?.lower ?? "");
  if (
    /^(?:paid|gave|put|devoted|placed|laid)$/.test(lower) &&
    near.slice(0, 5).some((word) => HEED_NOUNS.has(word))
  )
    return "discuss";
  if (lower === "considered" && /^(?:it|that|this)$/.test(near[0] ?? "")) return "assess";
  const told = TELLING_VERBS.get(lower);
  if (told) return told;
  if (UNTOLD_VERBS.has(lower) && !(lower === "called" && /^(?:for|on|upon)$/.test(near[0] ?? "")))
    return null;
  return CUE_FORMS.get(lower)?.verb.act ?? null;
}

/** "The leaders were *supportive* of", "Vale was *ready* to". */
function mindOf(word: string): Act | null {
  if (word === "supportive") return "praise";
  return word === "unanimous" ? "agree" : (MINDS.get(word) ?? null);
}

/** Index of the first word after "was" that is no adverb. */
function mindAfter(words: readonly Word[], at: number): number {
  let i = at + 1;
  while (/(?:ly|^also|^very|^both)$/.test(words[i]?.lower ?? "")) i++;
  return i;
}

/** "Exchanged New Year greetings", "sent a message of condolences": what is passed on is the act. */
function courtesyIn(words: readonly Word[], at: number): ActShown | null {
  if (!COURTESY_VERBS.has(words[at]?.lower ?? "")) return null;
  for (const word of words.slice(at + 1, at + 13)) {
    const act = ACT_NOUNS.get(word.lower) ?? (word.lower === "congratulatory" ? "congratulate" : null);
    if (act === "congratulate" || act === "condole" || act === "thank") return { act, by: word };
  }
  return null;
}

/** "Shared his assessment of the talks"; a "high assessment" is praise. */
function assessmentIn(words: readonly Word[], at: number): ActShown | null {
  const near = words.slice(at + 1, at + 7);
  const noun = near.find(({ lower }) => /^assessments?$/.test(lower));
  if (!noun || near.some(({ lower }) => /^(?:high|highly|positive|favou?rable|good)$/.test(lower)))
    return null;
  return /^(?:gave|shared|provided|presented|outlined|offered|made)$/.test(words[at]?.lower ?? "")
    ? { act: "assess", by: noun }
    : null;
}

/** What follows a word, to the end of the sentence. */
function restOf({ words, text, sentence }: Scene, at: number): Passage {
  const place = trimmedAt(text, words[at]?.end ?? sentence.end, sentence.end);
  return place ? [place] : [];
}
