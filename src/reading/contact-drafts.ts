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

import type { Cast, Scene } from "./contact-scenes.ts";
import { dayOf, placeOfContact } from "./contact-facts.ts";
import { type Party, type People, peopleOf } from "./contact-people.ts";
import { type ContactWord, contactWordsIn } from "./contact-words.ts";
import type { Time } from "./reading.ts";
import { parseDay } from "./times/calendar.ts";

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
}

/** Drafts in the order of their first words. */
export function draftsOf(scenes: readonly Scene[], cast: Cast, today: number | null, titleEnd: number): Draft[] {
  const drafts: Draft[] = [];
  for (const scene of scenes) {
    const words = contactWordsIn(scene);
    for (const word of words) {
      const others = words.filter((other) => other !== word);
      const people = peopleOf(word, cast);
      const day = dayOf(word, others, today);
      for (const sighting of sightingsOf({ word, people, day, isTitle: scene.sentence.end <= titleEnd })) {
        place(drafts, sighting);
      }
    }
  }
  return drafts.filter((draft) => isContact(draft, titleEnd));
}

/** One for each partner, where several contacts are told at once. */
function sightingsOf(sighting: Sighting): Sighting[] {
  const { word, people } = sighting;
  const several = word.isPlural && people.far.length > 1 && people.far.every((party) => party.ground === "person");
  if (!several) return [sighting];
  return people.far.map((party) => ({ ...sighting, people: { near: people.near, far: [party] } }));
}

function place(drafts: Draft[], sighting: Sighting): void {
  const people = [...sighting.people.near, ...sighting.people.far];
  const known = drafts.find((draft) => isSame(draft, sighting, people, drafts));
  if (known) {
    join(known, sighting, people);
    return;
  }
  const { word, day } = sighting;
  const ownPlace = placeOfContact(word);
  if (people.length === 0 && !(day || ownPlace) && !sighting.isTitle) return;
  if (word.kind === "talk" && people.length === 0) return;
  drafts.push({ words: [word], people: distinct(people), day });
}

function isSame(draft: Draft, sighting: Sighting, people: readonly Party[], drafts: readonly Draft[]): boolean {
  const { word, day } = sighting;
  if (!kindsFit(draft, sighting)) return false;
  if (draft.day && day && !daysFit(draft.day, day)) return false;
  if (word.isAnother && (people.length > 0 || day)) return false;
  if (word.isAnother) return false;
  if (people.length === 0) return !day || draft.day !== null || word.isDefinite || draft === drafts[0];
  return peopleFit(draft, sighting, people);
}

/** A title may call a video call a phone call: there the people decide. */
function kindsFit(draft: Draft, sighting: Sighting): boolean {
  const kind = kindOf(draft);
  const own = sighting.word.kind;
  if (kind === "talk" || own === "talk" || kind === own) return true;
  const remote = (one: string) => one === "call" || one === "video-call";
  if (remote(kind) && remote(own)) return sighting.word.isDefinite || draft.words.every((word) => word.scene.index <= 1);
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
  if (x.startsWith("XXXX-W") || y.startsWith("XXXX-W")) return bare(x) === bare(y);
  return bare(x).slice(4) === bare(y).slice(4) || x.startsWith("XXXX-XX") || y.startsWith("XXXX-XX");
}

/** All of one are among the other, or the partners are the same. */
function peopleFit(draft: Draft, sighting: Sighting, people: readonly Party[]): boolean {
  if (draft.people.length === 0) return draft.words.some((word) => word.scene.index <= 1);
  const mine = new Set(people.map((party) => party.actor));
  const theirs = new Set(draft.people.map((party) => party.actor));
  const shared = [...mine].filter((actor) => theirs.has(actor)).length;
  if (sighting.people.far.length > 0 && draft.words.length > 0) {
    const partners = sighting.people.far.every((party) => theirs.has(party.actor));
    if (partners && (shared === mine.size || theirs.size <= 1)) return true;
    // The title names one partner, the first line the other: "Call with Vale" and "Ortiz spoke with Vale".
    return partners && theirs.size < 3 && shared > 0 && (shared === mine.size || theirs.size === 1);
  }
  return shared === mine.size || shared === theirs.size;
}

function join(draft: Draft, sighting: Sighting, people: readonly Party[]): void {
  draft.words.push(sighting.word);
  draft.people = distinct([...draft.people, ...people]);
  draft.day ??= sighting.day;
}

/** One party for each actor; a name is better evidence than a group or a state, a body better than a title. */
function distinct(people: readonly Party[]): Party[] {
  const found: Party[] = [];
  for (const party of people) {
    const at = found.findIndex((one) => one.actor === party.actor);
    const known = found[at];
    if (!known) found.push(party);
    else if (known.ground !== "person" && party.ground === "person") found[at] = party;
  }
  const persons = found.filter((party) => party.ground !== "side");
  return persons.length > 0 ? persons : found;
}

/** Something is told of it: two people, or one and a day, or it is what the document opens with. */
function isContact(draft: Draft, titleEnd: number): boolean {
  const first = draft.words[0];
  const opens = first !== undefined && (first.scene.sentence.start < titleEnd || first.scene.index <= 1);
  if (kindOf(draft) === "talk" && draft.people.length < 2) return false;
  return draft.people.length >= 2 || (draft.people.length === 1 && (draft.day !== null || opens)) || (opens && kindOf(draft) !== "talk");
}
