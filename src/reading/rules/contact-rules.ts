/**
 * How each field of a contact and of a track is found, in one line for people.
 */

import type { Contact, Track } from "../reading.ts";

export const CONTACT_RULES: Readonly<Record<Exclude<keyof Contact, "id">, string>> = {
  main: "The contact that the document opens with and tells most of.",
  kind: "The noun or verb that tells of it: a call, a meeting, a visit, a letter.",
  channel: "Words of the means beside it: “by telephone”, “via video link”.",
  participants:
    "Those who are tied to its words: who called, met or wrote, and with whom; in a first-hand document, those it lists.",
  requestedBy: "Words that say on whose initiative or at whose request it was.",
  date: "The day nearest to its words, in no clause of its own; nothing ahead of the document.",
  clocks: "The hours beside its words, one for each clock that the text gives.",
  duration: "A length of time with a word that says that it lasted, or right before its noun.",
  place: "A city, house or state after a preposition beside its words.",
  language: "Words that name a language or interpreters.",
  handedOver: "Papers and lists with a verb of handing over.",
  followUps: "What was agreed or planned as next, and what comes with a day.",
};

export const TRACK_RULES: Readonly<Record<Exclude<keyof Track, "id" | "evidence" | "chain">, string>> = {
  venue: "A city after a preposition, or in a list of such, in a sentence of talks to come or under way.",
  format: "The name of a council or forum, or talks with a word that says of which sort.",
  parties: "States and organisations that the sentence ties to the talks.",
  date: "The time nearest to the venue or format, in its part of the sentence.",
  subject: "What the talks are on: words after “on”, “about” or “to discuss”.",
};
