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

import { demonymIn } from "../lexicon/demonym-look.ts";
import type { Document } from "../text/document.ts";
import { type Passage, type Place, placeAt } from "../text/span.ts";
import { type Draft, draftsOf, kindOf } from "./contacts/drafts.ts";
import { exchangeIn } from "./contacts/exchanges.ts";
import {
  clocksOf,
  languageIn,
  lengthIn,
  mentionIn,
  placeOfContact,
  type Request,
  requestIn,
} from "./contacts/facts.ts";
import { followUpsIn, handedOverIn } from "./contacts/follow-ups.ts";
import { distinct, isReceived, type Party } from "./contacts/people.ts";
import { type Cast, castOf, type Scene, scenesOf } from "./contacts/scenes.ts";
import { type ContactWord, contactWordsIn } from "./contacts/words.ts";
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
  const main = completed(mainOf(drafts), scenes, cast);
  const ordered = main ? [main, ...drafts.filter((draft) => draft.words !== main.words)] : [];
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

/** The main contact with its people, where only sentences around it name them; a contact of a kind not told, where nothing else is. */
function completed(main: Draft | null, scenes: readonly Scene[], cast: Cast): Draft | null {
  if (main && main.people.filter((party) => party.ground !== "side").length >= 2) return main;
  const known = main?.people.filter((party) => party.ground !== "side").map((party) => party.actor) ?? [];
  const pair = exchangeIn(scenes, cast, known);
  if (pair.length < 2) return main;
  return {
    words: main?.words ?? [],
    people: distinct([...(main?.people ?? []), ...pair]),
    day: main?.day ?? null,
  };
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
  const words = titleLast(draft.words);
  const kindWord = words.find((word) => word.kind === kind) ?? words[0];
  const channelWord = words.find((word) => word.channel !== null && word.kind === kind);
  const participants = draft.people.map((party) => participantFrom(party, cast, voices));
  return {
    id,
    main,
    kind: kind === "talk" || !kindWord ? null : tell(kind, kindWord.place, kindConfidence(draft, kind)),
    channel: channelWord?.channel ? tell(channelWord.channel.words, channelWord.channel, 0.9) : null,
    participants,
    requestedBy: requesterOf(draft, participants, cast, tell, main ? scenes : []),
    date: dateOf(draft, scenes, tell, main),
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

/** A title repeats in short what the body tells in full. */
function titleLast(words: readonly ContactWord[]): ContactWord[] {
  return [...words].sort((a, b) => Number(a.scene.index === 0) - Number(b.scene.index === 0));
}

/** "XXXX-XX-XX" would say nothing: then the day of "an important event took place" serves the main contact. */
function dateOf(draft: Draft, scenes: readonly Scene[], tell: Teller, main: boolean): Told<string> | null {
  const own = draft.day?.value?.replace(/T.*$/, "") ?? null;
  if (draft.day && own !== null && own !== "XXXX-XX-XX") return tell(own, draft.day, 0.9);
  if (!main) return null;
  for (const scene of scenes) {
    const text = scene.text.slice(scene.sentence.start, scene.sentence.end);
    if (!/\b(?:took place|was held|happened|occurred)\b/.test(text) || contactWordsIn(scene).length > 0)
      continue;
    const time = scene.times.find(
      (one) => one.type === "DATE" && /^(?:\d{4}|XXXX)-\d\d-\d\d$/.test(one.value ?? ""),
    );
    if (time?.value && time.mod === null) return tell(time.value, time, 0.5);
  }
  return null;
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
    role:
      cast.get(party.actor)?.role ?? (party.office === null ? null : (cast.get(party.office)?.name ?? null)),
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
  for (const scene of new Set([...near, ...scenes.slice(0, 3), ...scenes.filter(isAboutIt)])) {
    const request = requestIn(scene);
    if (!request || !isOfContact(request, scene)) continue;
    const actor = askerOf(request, scene, participants, cast);
    if (actor) return tell(actor.id, request.place, actor.confidence);
  }
  return callerOf(draft, tell);
}

/** "Vale received a call from Ortiz": Ortiz called. */
function callerOf(draft: Draft, tell: Teller): Told<string> | null {
  for (const word of draft.words) {
    if (!isReceived(word) || (word.kind !== "call" && word.kind !== "video-call")) continue;
    const caller = draft.people.find((party) => party.place.start >= word.place.end);
    const from = word.scene.text.slice(word.place.end, caller?.place.start);
    if (caller && /^ from /.test(from))
      return tell(caller.actor, placeAt(word.scene.text, word.place.start, caller.place.end), 0.7);
  }
  return null;
}

/** "At the Norland side's request, Vale told of …" asks for words, not for the contact. */
function isOfContact(request: Request, scene: Scene): boolean {
  const text = scene.text.slice(scene.sentence.start, scene.sentence.end);
  if (/\brequest\b/i.test(request.place.words) && !/\brequested by\b/i.test(request.place.words)) {
    return /\b(?:conversation|call|talks?|contact|meeting|spoke)\b.*\b(?:held|took place|at|on|upon|was)\b|\b(?:had|held) (?:an? )?(?:\w+ ){0,2}(?:conversation|call|meeting)\b/i.test(
      text,
    );
  }
  return (
    isAboutIt(scene) ||
    /\b(?:conversation|call|calls|talks?|contact|meeting|visit|spoke|met|conversations)\b/i.test(text)
  );
}

function askerOf(
  request: Request,
  scene: Scene,
  participants: readonly Participant[],
  cast: Cast,
): { id: string; confidence: number } | null {
  if (request.isLatter) {
    const last = scene.mentions.findLast(
      (mention) =>
        mention.end <= request.who.start && participants.some((one) => one.value === mention.link.actor),
    );
    return last?.link.actor && participants.length > 1 ? { id: last.link.actor, confidence: 0.85 } : null;
  }
  const mention = mentionIn(scene, request.who);
  const known = mention?.link.actor ? cast.get(mention.link.actor) : undefined;
  if (known && known.kind !== "group") return { id: known.id, confidence: 0.9 };
  return mention ? null : sideNamed(scene.text.slice(request.who.start, request.who.end), participants, cast);
}

/** "On the American initiative": an adjective alone is no mention; its state, or the one who took part for it. */
function sideNamed(
  words: string,
  participants: readonly Participant[],
  cast: Cast,
): { id: string; confidence: number } | null {
  const side = demonymIn(words);
  if (side === null) return null;
  if (cast.has(side)) return { id: side, confidence: 0.85 };
  const of = participants.find((one) => cast.get(one.value)?.side === side);
  return of ? { id: of.value, confidence: 0.75 } : null;
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

/** "It was requested by …". */
function isAboutIt(scene: Scene): boolean {
  return /^["“”«]?(?:It|The (?:[a-z]+ )?(?:call|conversation|talks?|meeting|discussion|exchange|visit|initiative|request))\b/.test(
    scene.text.slice(scene.sentence.start, scene.sentence.start + 40),
  );
}

function goesOn(scene: Scene): boolean {
  return /^["“”«]?(?:It|They|Both|The (?:call|conversation|talks?|meeting|discussion|exchange|visit|two|pair|leaders|presidents|ministers|sides|parties))\b/.test(
    scene.text.slice(scene.sentence.start, scene.sentence.start + 40),
  );
}

function durationOf(
  draft: Draft,
  scenes: readonly Scene[],
  tell: Teller,
  main: boolean,
): Contact["duration"] {
  for (const word of titleLast(draft.words)) {
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
