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
import { clocksOn } from "./contacts/clocks.ts";
import { type Draft, draftsOf, kindOf } from "./contacts/drafts.ts";
import { exchangeIn, turnsIn } from "./contacts/exchanges.ts";
import { clocksOf, languageIn, lengthIn, placeOfContact } from "./contacts/facts.ts";
import { followUpsIn, handedOverIn } from "./contacts/follow-ups.ts";
import { distinct, type Party, partiesOf } from "./contacts/people.ts";
import { requesterOf } from "./contacts/requests.ts";
import { type Cast, castOf, isBeside, isMouthpiece, type Scene, scenesOf } from "./contacts/scenes.ts";
import { evidenceOf, type Teller, tellerOf } from "./contacts/telling.ts";
import { type ContactWord, contactWordsIn, isTold } from "./contacts/words.ts";
import { authorIn } from "./links/author.ts";
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
  const cast = castOf(actors);
  const spoken = withSpeakers(mentions, cast);
  const author = spoken[authorIn(document, spoken)] ?? null;
  const asked = author === null ? null : askedIn(author, cast);
  const scenes = scenesOf(document.text, sentences, spoken, times, asked, author?.start);
  const today = document.published ? parseDay(document.published.value) : null;
  const headline = document.regions.find((region) => region.kind === "headline") ?? null;
  const titleEnd = headline?.end ?? 0;
  const drafts = draftsOf(scenes, cast, today, titleEnd);
  const voice = document.side?.value ?? null;
  const isStory = document.kind.value === "news";
  const found =
    toldWithoutWords(drafts, scenes, cast, voice) ??
    completed(mainOf(drafts), scenes, cast, voice, turnsIn(scenes, headline?.words ?? null, cast));
  const main = found !== null && isSomebodys(found) ? found : null;
  const others = drafts.filter((draft) => draft.words !== main?.words && isSomebodys(draft));
  const ordered = main ? [main, ...others] : others;
  return ordered.map((draft, i) =>
    contactFrom(draft, `c${i + 1}`, draft === main, scenes, cast, voices, isStory),
  );
}

/** The author of a statement, if he is one who meets others for his side. */
function askedIn(author: Mention, cast: Cast): Party | null {
  const [party] = partiesOf(author, cast);
  return party?.ground === "person" && !isMouthpiece(cast, party.actor) ? party : null;
}

/** "We met", "we spoke by phone" in a minister's mouth is the minister, though "we" means the side. */
function withSpeakers(mentions: readonly Mention[], cast: Cast): Mention[] {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  return mentions.map((mention) => {
    const { rule, via } = mention.link;
    if (rule !== "speaker-we" && rule !== "author-we") return mention;
    const actor = byId.get(via ?? "")?.link.actor ?? null;
    if (actor === null || cast.get(actor)?.kind !== "person" || isMouthpiece(cast, actor)) return mention;
    return { ...mention, link: { ...mention.link, actor } };
  });
}

/** The one told first and most: the title's or the first line's, unless another is spoken of far more. */
function mainOf(all: readonly Draft[]): Draft | null {
  const drafts = all.filter(
    (draft) => !isToldBeside(draft) && !isLetterInPassing(draft) && !isNobodys(draft),
  );
  const [first] = drafts;
  if (!first) return null;
  const most = drafts.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  const opens = (first.words[0]?.scene.index ?? 0) <= 2;
  return opens || most.words.length < first.words.length * 2 ? first : most;
}

/**
 * The exchange that an official text is about, where the contacts that its words
 * name are told in passing: "Vale briefed Ortiz on her recent meeting with Lang."
 */
function toldWithoutWords(
  drafts: readonly Draft[],
  scenes: readonly Scene[],
  cast: Cast,
  voice: string | null,
): Draft | null {
  if (voice === null || drafts.some((draft) => !isToldBeside(draft) && draft.words.some(isToldFirst)))
    return null;
  const pair = exchangeIn(scenes, cast, [], voice);
  return pair.length < 2 ? null : { words: [], people: pair, day: null };
}

/** A letter or visit is what a text is about only where it opens with it; "during the call" goes back to its title. */
function isToldFirst(word: ContactWord): boolean {
  const isRemote = word.kind === "call" || word.kind === "video-call";
  if (isRemote && word.isDefinite && !word.isAnother) return true;
  return isTold(word) && (word.scene.index === 0 || (word.kind !== "letter" && word.kind !== "visit"));
}

/** "The conversation ended": whose it was must be told somewhere. */
function isSomebodys(draft: Draft): boolean {
  if (draft.people.length > 0 || draft.day !== null) return true;
  return kindOf(draft) !== "talk" && draft.words.some(({ scene }) => scene.index > 0);
}

/** "An hour after Vale's letter". */
function isLetterInPassing(draft: Draft): boolean {
  return kindOf(draft) === "letter" && !draft.words.some((word) => word.scene.index === 0 || isTold(word));
}

/** "… a pact that ministers shelved at a video conference", "despite a row over a letter": told in passing, and of nobody. */
function isNobodys(draft: Draft): boolean {
  if (draft.people.length > 0) return false;
  if (kindOf(draft) === "letter") return true;
  return !draft.words.some((word) => isTold(word) || word.scene.index === 0);
}

function isToldBeside(draft: Draft): boolean {
  const scene = draft.words[0]?.scene;
  return scene !== undefined && isBeside(scene);
}

/** The main contact with its people, where only sentences around it name them; a contact of a kind not told, where nothing else is. */
function completed(
  main: Draft | null,
  scenes: readonly Scene[],
  cast: Cast,
  voice: string | null,
  turns: readonly Party[],
): Draft | null {
  if (main && main.people.filter((party) => party.ground !== "side").length >= 2) return main;
  const known = main?.people.filter((party) => party.ground !== "side").map((party) => party.actor) ?? [];
  const speak = known.every((actor) => turns.some((party) => party.actor === actor)) ? turns : [];
  const pair = speak.length > 0 ? speak : exchangeIn(scenes, cast, known, voice, main !== null);
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
  isStory: boolean,
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
    date: dateOf(draft, scenes, tell, main, isStory),
    clocks: clocksOn(clocksAround(draft, scenes), draft.day?.value?.slice(0, 10) ?? null).map(
      ({ time, value }) => tell(value, time, 0.85),
    ),
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

const EVENT =
  /^["“«]?(?:[\p{L}’'-]+ ){0,5}?(?:event|contact|exchange|dialogue|it|this|all)\b[^.;,]{0,40}\b(?:took place|was held|happened|occurred)\b/iu;

/** "XXXX-XX-XX" would say nothing: then the day of "an important event took place" serves the main contact. */
function dateOf(
  draft: Draft,
  scenes: readonly Scene[],
  tell: Teller,
  main: boolean,
  isStory: boolean,
): Told<string> | null {
  const own = draft.day?.value?.replace(/T.*$/, "") ?? null;
  if (draft.day && own !== null && own !== "XXXX-XX-XX") return tell(own, draft.day, 0.9);
  if (!main) return null;
  const opening = draft.words.length === 0 && isStory ? openingDay(scenes) : null;
  if (opening?.value) return tell(opening.value.slice(0, 10), opening, 0.5);
  for (const scene of scenes) {
    const text = scene.text.slice(scene.sentence.start, scene.sentence.end);
    if (!EVENT.test(text) || contactWordsIn(scene).length > 0) continue;
    const time = scene.times.find(
      (one) => one.type === "DATE" && /^(?:\d{4}|XXXX)-\d\d-\d\d$/.test(one.value ?? ""),
    );
    if (time?.value && time.mod === null) return tell(time.value, time, 0.5);
  }
  return null;
}

/** Of a story that tells a contact in other words ("came to Ortiz's lodgings on April 23rd"): the day in its first lines. */
function openingDay(scenes: readonly Scene[]): Time | null {
  const times = scenes.slice(0, 3).flatMap((scene) => scene.times);
  const days = times.filter(
    ({ type, value, mod, anchor, anchorValue }) =>
      type === "DATE" &&
      mod === null &&
      /^\d{4}-\d\d-\d\d$/.test(value ?? "") &&
      !(anchor === "speech" && anchorValue === null),
  );
  return new Set(days.map(({ value }) => value)).size === 1 ? (days[0] ?? null) : null;
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
