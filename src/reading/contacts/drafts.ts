/**
 * Drafts of contacts: the contact words of a document, gathered into one draft
 * for each contact.
 *
 * Two words speak of one contact when kind, people and day can be the same;
 * "the conversation" goes back to what was told before. A plural with several
 * partners ("telephone conversations with Vale and Ortiz") is one contact with
 * each. A new contact needs people or a day of its own, so that "their
 * meetings" in passing make none.
 *
 * Known miss: two calls of the same two people on days that the text does not
 * tell are one.
 */

import { pronounOf } from "../../lexicon/pronouns.ts";
import type { Time } from "../reading.ts";
import { parseDay } from "../times/calendar.ts";
import { dayOf, placeOfContact } from "./facts.ts";
import { joinersIn } from "./joiners.ts";
import { distinct, type Party, type People, peopleOf } from "./people.ts";
import { type Cast, type Scene, wordAt } from "./scenes.ts";
import { type ContactWord, contactWordsIn, isTold } from "./words.ts";

export interface Draft {
  words: ContactWord[];
  people: Party[];
  day: Time | null;
}

interface Sighting {
  word: ContactWord;
  people: People;
  day: Time | null;
  isTitle: boolean;
  /** States and organisations that its people belong to, or are. */
  sides: ReadonlySet<string>;
}

/**
 * Drafts in the order of their first words. Where no word tells of a contact,
 * two who exchange views in the first lines have one of a kind not told.
 */
export function draftsOf(
  scenes: readonly Scene[],
  cast: Cast,
  today: number | null,
  titleEnd: number,
): Draft[] {
  const drafts: Draft[] = [];
  for (const scene of scenes) {
    const words = contactWordsIn(scene);
    let subject: Party[] = [];
    for (const word of words) {
      const others = words.filter((other) => other !== word);
      const own = peopleOf(word, cast);
      // "Vale met Ortiz and held a call with Lang": one subject for both.
      const people = own.near.length === 0 && goesOnWith(word) ? { near: subject, far: own.far } : own;
      subject = people.near;
      const day = dayOf(word, others, today);
      const sides = new Set(
        [...people.near, ...people.far].map(({ actor }) => cast.get(actor)?.side ?? actor),
      );
      const isTitle = scene.sentence.end <= titleEnd;
      for (const sighting of sightingsOf({ word, people, day, isTitle, sides })) {
        place(drafts, sighting);
      }
    }
    if (words.length === 0) join(drafts, joinersIn(scene, cast), scene);
  }
  return drafts.filter((draft, i) => isContact(draft, i === 0, titleEnd));
}

/** "… and held a call": the verb is joined to one before it. */
function goesOnWith(word: ContactWord): boolean {
  const { words } = word.scene;
  if (word.verb === null) return false;
  const before = words[word.verb - 1];
  const joint =
    before?.lower.endsWith("ly") || /^(?:also|then|later|earlier|had)$/.test(before?.lower ?? "") ? 2 : 1;
  return /^(?:and|but|then|before)$/.test(words[word.verb - joint]?.lower ?? "");
}

/** One for each partner, where several contacts are told at once. */
function sightingsOf(sighting: Sighting): Sighting[] {
  const { word, people } = sighting;
  const several =
    word.isPlural && people.far.length > 1 && people.far.every((party) => party.ground === "person");
  if (!several) return [sighting];
  return people.far.map((party) => ({ ...sighting, people: { near: people.near, far: [party] } }));
}

function place(drafts: Draft[], sighting: Sighting): void {
  const people = [...sighting.people.near, ...sighting.people.far];
  const fitting = drafts.filter((draft) => isSame(draft, sighting, people, drafts));
  const known = people.length === 0 ? (lastTold(fitting, sighting.word) ?? fitting[0]) : fitting[0];
  if (known) {
    tell(known, sighting, people);
    return;
  }
  const { word, day } = sighting;
  const ownPlace = placeOfContact(word);
  const opens = isOpeningWord(word) && drafts.length === 0;
  if (people.length === 0 && !(day || ownPlace) && !sighting.isTitle && !opens) return;
  if (word.kind === "talk" && people.length === 0 && !opens) return;
  if (drafts.length < MOST_DRAFTS) drafts.push({ words: [word], people: distinct(people), day });
}

const LAST_OPENING_SCENE = 3;

/** "The conversation ended half an hour ago": a briefing that takes for known who talked. */
function isOpeningWord(word: ContactWord): boolean {
  const before = word.scene.words[wordAt(word.scene, word.place.start) - 1];
  // "It was Vale who wanted this call".
  const begins = before === undefined || before.kind === "mark" || /^this\b/i.test(word.place.words);
  return (
    begins &&
    word.isDefinite &&
    !word.isAnother &&
    word.scene.index <= LAST_OPENING_SCENE &&
    (isTold(word) || /^this\b/i.test(word.place.words))
  );
}

/** A document that tells of more is a list, and would take long to sort. */
const MOST_DRAFTS = 60;
const MOST_WORDS = 100;

/** "The conversation" goes back to a call told in the same paragraph, before it goes back to the first. */
function lastTold(drafts: readonly Draft[], word: ContactWord): Draft | null {
  const { paragraph } = word.scene.sentence;
  const near = drafts.filter(
    (draft) => draft.words[draft.words.length - 1]?.scene.sentence.paragraph === paragraph,
  );
  return near.findLast((draft) => kindOf(draft) === "call" || kindOf(draft) === "video-call") ?? null;
}

function isSame(
  draft: Draft,
  sighting: Sighting,
  people: readonly Party[],
  drafts: readonly Draft[],
): boolean {
  const { word, day } = sighting;
  if (!kindsFit(draft, sighting)) return false;
  if (draft.day && day && !daysFit(draft.day, day)) return false;
  // "Another call" in the first line is the title's own.
  if (word.isAnother && !(isOpening(draft) && word.scene.index <= 1)) return false;
  if (isFurther(word)) return false;
  if (people.length === 0) return !day || draft.day !== null || word.isDefinite || draft === drafts[0];
  // One meeting on one day, told once by its people and once by their states.
  const onlySides =
    people.every((party) => party.ground === "side") ||
    draft.people.every((party) => party.ground === "side");
  if (onlySides && day && draft.day && draft.people.length > 0) return true;
  // "Norland-Sudland summit" in the title, and the people of both below.
  const isOfSides = draft.people.every(({ ground, actor }) => ground === "side" && sighting.sides.has(actor));
  if (draft.people.length > 0 && isOfSides && isOpening(draft)) return true;
  return peopleFit(draft, people, word);
}

/** "I also held a meeting of the staff". */
function isFurther({ scene, place, verb, isVerb }: ContactWord): boolean {
  return verb !== null && !isVerb && /^an? /i.test(place.words) && scene.words[verb - 1]?.lower === "also";
}

/** A title may call a video call a phone call: there the people decide. */
function kindsFit(draft: Draft, sighting: Sighting): boolean {
  const kind = kindOf(draft);
  const own = sighting.word.kind;
  if (kind === "talk" || own === "talk" || kind === own) return true;
  const remote = (one: string) => one === "call" || one === "video-call";
  if (remote(kind) && remote(own)) return sighting.word.isDefinite || isOpening(draft);
  return false;
}

export function kindOf(draft: Draft): ContactWord["kind"] {
  const told = draft.words.filter((word) => word.kind !== "talk");
  // What the body says counts more than a title.
  const body = told.find((word) => word.scene.index > 0);
  return (body ?? told[0])?.kind ?? "talk";
}

/** The same day, or one that the other leaves partial; a call over midnight has two. */
function daysFit(a: Time, b: Time): boolean {
  const [x, y] = [a.value ?? "", b.value ?? ""];
  const [left, right] = [parseDay(x), parseDay(y)];
  if (left !== null && right !== null) return left === right;
  const bare = (value: string) => value.replace(/T.*$/, "");
  if (left === null && /^\d{4}-\d\d$/.test(x)) return y.startsWith(x);
  if (right === null && /^\d{4}-\d\d$/.test(y)) return x.startsWith(y);
  if (x.startsWith("XXXX-W") || y.startsWith("XXXX-W")) return bare(x) === bare(y);
  return bare(x).slice(4) === bare(y).slice(4) || x.startsWith("XXXX-XX") || y.startsWith("XXXX-XX");
}

/**
 * All of the new ones are known; or the draft had less: only the title's
 * ("Call with Vale" before "Ortiz spoke with Vale"), or nobody's partner.
 */
function peopleFit(draft: Draft, people: readonly Party[], word: ContactWord): boolean {
  const mine = new Set(people.map((party) => party.actor));
  const theirs = new Set(draft.people.map((party) => party.actor));
  if (theirs.size === 0) return isOpening(draft) && !isParted(draft, word);
  if ([...mine].every((actor) => theirs.has(actor))) return true;
  return [...theirs].every((actor) => mine.has(actor)) && (theirs.size === 1 || isOpening(draft));
}

/** "Leaders hold summit as Vale talks falter": the second is of another clause. */
function isParted(draft: Draft, word: ContactWord): boolean {
  const last = draft.words[draft.words.length - 1];
  if (last?.scene !== word.scene) return false;
  return word.scene.words
    .slice(last.to, word.from)
    .some(({ lower }) => /^(?:as|while|amid|after|before|ahead|despite|following|when)$/.test(lower));
}

/** Told by the title or the first line alone so far. */
function isOpening(draft: Draft): boolean {
  return draft.words.every((word) => word.scene.index <= 1);
}

/** Those who took part belong to what the sentence before tells, or the title and the first line. */
function join(drafts: readonly Draft[], parties: readonly Party[], scene: Scene): void {
  if (parties.length === 0) return;
  const draft = drafts.findLast((one) => {
    const last = one.words[one.words.length - 1]?.scene.index ?? -9;
    return scene.index - last <= 2 && (one.people.length > 0 || parties.length > 1);
  });
  if (draft) draft.people = distinct([...draft.people, ...parties]);
}

function tell(draft: Draft, sighting: Sighting, people: readonly Party[]): void {
  // The last one is kept in any case: "the call" goes back to it.
  if (draft.words.length < MOST_WORDS) draft.words.push(sighting.word);
  else draft.words[MOST_WORDS - 1] = sighting.word;
  draft.people = distinct([...draft.people, ...people]);
  // The day says more than the month.
  if (
    !draft.day ||
    (sighting.day && parseDay(draft.day.value ?? "") === null && parseDay(sighting.day.value ?? "") !== null)
  ) {
    draft.day = sighting.day ?? draft.day;
  }
}

/**
 * Something is told of it: two people, or one with a day or place; two states
 * only with a day. What the document opens with is one in any case.
 */
function isContact(draft: Draft, isFirst: boolean, titleEnd: number): boolean {
  const first = draft.words[0];
  const kind = kindOf(draft);
  const opens =
    isFirst && first !== undefined && (first.scene.sentence.start < titleEnd || first.scene.index <= 1);
  const persons = draft.people.filter((party) => party.ground !== "side").length;
  if (isFirst && first !== undefined && isOpeningWord(first)) return true;
  if (opens && kind !== "talk" && (persons > 0 || draft.words.some(isTold))) return true;
  // "I talked to him", "his talks with Lang": who is meant hangs on a pronoun, and a talk may be any. "I" who write are known.
  const isAuthors = (words: string) => (first?.scene.asked ?? null) !== null && /^(?:I|we)$/i.test(words);
  const hangs = (words: string) => isPronoun(words) && !isAuthors(words);
  if (kind === "talk" && !opens && draft.people.some((party) => hangs(party.place.words))) return false;
  if (persons >= 2) return true;
  if (kind === "talk" && persons < 2) return false;
  // "The call of 7 December": nobody need be named.
  if (
    persons === 0 &&
    (kind === "call" || kind === "video-call") &&
    parseDay(draft.day?.value ?? "") !== null
  )
    return true;
  if (persons === 1) return draft.day !== null || draft.words.some((word) => placeOfContact(word) !== null);
  return draft.people.length >= 2 && draft.day !== null;
}

function isPronoun(words: string): boolean {
  return pronounOf(words.toLowerCase()) !== null;
}
