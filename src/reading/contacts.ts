/**
 * Contacts: the calls, meetings, visits and letters that a document tells of.
 *
 * Takes the scenes of a document with everything found in them; gives each
 * contact once, the main one first, every field with the words it stands on
 * and on whose word it is. What is only planned is no contact: it is a
 * follow-up of one, or a track.
 *
 * What is not told is `null`: a readout that gives no day has none, even where
 * the day of publication suggests one.
 */

import type { Document } from "../text/document.ts";
import type { Passage, Place } from "../text/span.ts";
import { type Draft, draftsOf, kindOf } from "./contact-drafts.ts";
import { clocksOf, languageIn, lengthIn, mentionIn, placeOfContact, type Request, requestIn } from "./contact-facts.ts";
import type { Party } from "./contact-people.ts";
import { type Cast, castOf, type Scene, scenesOf } from "./contact-scenes.ts";
import type { ContactWord } from "./contact-words.ts";
import { followUpsIn, handedOverIn } from "./follow-ups.ts";
import type { Actor, Contact, Mention, Participant, Sentence, Time, Told } from "./reading.ts";
import { parseDay } from "./times/calendar.ts";
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
  const scenes = scenesOf(document.text, sentences, mentions, times);
  const cast = castOf(actors);
  const today = document.published ? parseDay(document.published.value) : null;
  const titleEnd = document.regions.find((region) => region.kind === "headline")?.end ?? 0;
  const drafts = draftsOf(scenes, cast, today, titleEnd);
  const main = mainOf(drafts);
  const ordered = main ? [main, ...drafts.filter((draft) => draft !== main)] : [];
  return ordered.map((draft, i) => contactFrom(draft, `c${i + 1}`, draft === main, scenes, cast, voices));
}

/** The one told first and most: the title's or the first line's, unless another is spoken of far more. */
function mainOf(drafts: readonly Draft[]): Draft | null {
  const [first] = drafts;
  if (!first) return null;
  const most = drafts.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  const opens = (first.words[0]?.scene.index ?? 0) <= 2;
  return opens || most.words.length < first.words.length * 2 ? first : most;
}

function contactFrom(
  draft: Draft,
  id: string,
  main: boolean,
  scenes: readonly Scene[],
  cast: Cast,
  voices: Voices,
): Contact {
  const tell = tellerOf(voices);
  const told = main ? scenes : draft.words.map((word) => word.scene);
  const kind = kindOf(draft);
  const kindWord = draft.words.find((word) => word.kind === kind) ?? draft.words[0];
  const channelWord = draft.words.find((word) => word.channel !== null && word.kind === kind);
  const dayWord = draft.words.find((word) => draft.day && word.scene.times.includes(draft.day));
  const participants = draft.people.map((party) => participantFrom(party, cast, voices));
  return {
    id,
    main,
    kind: kind === "talk" || !kindWord ? null : tell(kind, kindWord.place, kindConfidence(draft, kind)),
    channel: channelWord?.channel ? tell(channelWord.channel.words, channelWord.channel, 0.9) : null,
    participants,
    requestedBy: requesterOf(draft, participants, cast, tell, main ? scenes : []),
    date: draft.day?.value ? tell(draft.day.value.replace(/T.*$/, ""), draft.day, dayWord ? 0.9 : 0.7) : null,
    clocks: clocksAround(draft, scenes).map((time) => tell(time.value ?? "", time, 0.85)),
    duration: durationOf(draft, scenes, tell, main),
    place: firstOf(draft.words, (word) => {
      const place = placeOfContact(word);
      return place ? tell(place.words, place, 0.85) : null;
    }),
    language: firstOf(told, (scene) => {
      const place = languageIn(scene);
      return place ? tell(place.words, place, 0.8) : null;
    }),
    handedOver: main ? scenes.flatMap(handedOverIn).map((place) => tell(place.words, place, 0.75)) : [],
    followUps: main ? scenes.flatMap(followUpsIn).map((place) => tell(place.words, place, 0.75)) : [],
  };
}

type Teller = <T>(value: T, place: Place, confidence: number) => Told<T>;

function tellerOf(voices: Voices): Teller {
  return (value, place, confidence) => ({
    value,
    evidence: evidenceOf(place),
    chain: voices.chainAt(place),
    confidence,
  });
}

function evidenceOf({ start, end, words }: Place): Passage {
  return [{ start, end, words }];
}

function firstOf<A, B>(all: readonly A[], pick: (one: A) => B | null): B | null {
  for (const one of all) {
    const found = pick(one);
    if (found !== null) return found;
  }
  return null;
}

/** Less sure where the words disagree. */
function kindConfidence(draft: Draft, kind: ContactWord["kind"]): number {
  const told = draft.words.filter((word) => word.kind !== "talk");
  return told.every((word) => word.kind === kind) ? 0.95 : 0.6;
}

const GROUND_CONFIDENCE = { person: 0.95, group: 0.85, side: 0.6 } as const;

function participantFrom(party: Party, cast: Cast, voices: Voices): Participant {
  return {
    value: party.actor,
    evidence: evidenceOf(party.place),
    chain: voices.chainAt(party.place),
    confidence: GROUND_CONFIDENCE[party.ground],
    role: cast.get(party.actor)?.role ?? null,
  };
}

function requesterOf(
  draft: Draft,
  participants: readonly Participant[],
  cast: Cast,
  tell: Teller,
  scenes: readonly Scene[],
): Told<string> | null {
  const near = draft.words.map((word) => word.scene);
  const around = scenes.filter((scene) => scene.index <= (near[0]?.index ?? 0) + 2 || near.includes(scene));
  for (const scene of new Set([...near, ...around])) {
    const request = requestIn(scene);
    if (!request || !isOfContact(request, scene)) continue;
    const actor = askerOf(request, scene, participants, cast);
    if (actor) return tell(actor.id, request.place, actor.confidence);
  }
  return null;
}

/** "At the Norland side's request, Vale told of …" asks for words, not for the contact. */
function isOfContact(request: Request, scene: Scene): boolean {
  const text = scene.text.slice(scene.sentence.start, scene.sentence.end);
  if (/\brequest\b/i.test(request.place.words) && !/\brequested by\b/i.test(request.place.words)) {
    return /\b(?:conversation|call|talks?|contact|meeting|spoke)\b[^.]*\b(?:held|took place|at|on|upon|was)\b|\b(?:had|held) (?:an? )?(?:\w+ ){0,2}(?:conversation|call|meeting)\b/i.test(text);
  }
  return /\b(?:conversation|call|calls|talks?|contact|meeting|visit|spoke|met|conversations)\b/i.test(text);
}

function askerOf(
  request: Request,
  scene: Scene,
  participants: readonly Participant[],
  cast: Cast,
): { id: string; confidence: number } | null {
  if (request.isLatter) {
    const last = participants[participants.length - 1];
    return last && participants.length === 2 ? { id: last.value, confidence: 0.85 } : null;
  }
  const mention = mentionIn(scene, request.who);
  if (mention?.link.actor) {
    const known = cast.get(mention.link.actor);
    if (known && known.kind !== "group") return { id: known.id, confidence: 0.9 };
  }
  return null;
}

/** Clocks beside the contact's words, and in the sentence after where "it" began or ended. */
function clocksAround(draft: Draft, scenes: readonly Scene[]): Time[] {
  const near = new Set<Scene>();
  for (const word of draft.words) {
    near.add(word.scene);
    const next = scenes[word.scene.index + 1];
    if (next && goesOn(next)) near.add(next);
  }
  return [...near].sort((a, b) => a.index - b.index).flatMap(clocksOf);
}

function goesOn(scene: Scene): boolean {
  return /^(?:It|They|The (?:call|conversation|talks?|meeting|two|leaders|presidents|sides))\b/.test(
    scene.text.slice(scene.sentence.start, scene.sentence.start + 40),
  );
}

function durationOf(draft: Draft, scenes: readonly Scene[], tell: Teller, main: boolean): Contact["duration"] {
  for (const word of draft.words) {
    const time = lengthIn(word.scene, word) ?? lengthOfNext(word, scenes);
    if (time?.value) return { ...tell(time.value, time, 0.9), mod: time.mod };
  }
  if (!main) return null;
  const time = firstOf(scenes, (scene) => (goesOn(scene) ? lengthIn(scene, null) : null));
  return time?.value ? { ...tell(time.value, time, 0.8), mod: time.mod } : null;
}

/** "… It lasted an hour." */
function lengthOfNext(word: ContactWord, scenes: readonly Scene[]): Time | null {
  const next = scenes[word.scene.index + 1];
  return next && goesOn(next) ? lengthIn(next, null) : null;
}
