/**
 * A contact or a track as labelled fields for people, each with the words it
 * stands on and, where it is not the document's own, on whose word. A field
 * that the text does not tell is not there.
 */

import type { Contact, ContactKind, Participant, Reading, Told, Track } from "../reading/reading.ts";
import { formatTimex } from "../reading/times/timex-words.ts";
import { type Passage, wordsOf } from "../text/span.ts";
import { type Crumb, type Names, wordOf } from "./view.ts";

export interface Field {
  label: string;
  values: FieldValue[];
}

export interface FieldValue {
  text: string;
  evidence: Passage;
  /** Whose word it is; empty when it is the document's own. */
  word: Crumb[];
}

export interface ContactView {
  id: string;
  title: string;
  main: boolean;
  fields: Field[];
  /** Whose word all fields are, when they are the same one's; each field then leaves it out. */
  word: Crumb[];
  followUps: FieldValue[];
}

export interface TrackView {
  id: string;
  fields: Field[];
  evidence: Passage;
  /** Whose word the track is; fields on the same word leave it out. */
  word: Crumb[];
}

const KINDS: Readonly<Record<ContactKind, string>> = {
  call: "Call",
  "video-call": "Video call",
  meeting: "Meeting",
  visit: "Visit",
  letter: "Letter",
};

/** The main contact first. */
export function contactsOf(reading: Reading, names: Names): ContactView[] {
  const contacts = [...reading.contacts].sort((a, b) => Number(b.main) - Number(a.main));
  return contacts.map((contact) => ({
    id: contact.id,
    title: contact.kind === null ? "Contact of a kind not told" : KINDS[contact.kind.value],
    main: contact.main,
    ...withOneWord(contactFields(contact, names)),
    followUps: contact.followUps.map((one) => fieldValueOf(one, names)),
  }));
}

function contactFields(contact: Contact, names: Names): Field[] {
  return fieldsFrom([
    ["Who", contact.participants.map((one) => participantOf(one, names))],
    ["When", whenOf(contact, names)],
    ["How long", told(contact.duration, names, (value) => formatTimex(value, contact.duration?.mod ?? null))],
    ["How", told(contact.channel, names)],
    ["Asked for by", told(contact.requestedBy, names, (id) => names.of(id))],
    ["Where", told(contact.place, names)],
    ["Language", told(contact.language, names)],
    ["Handed over", contact.handedOver.map((one) => fieldValueOf(one, names))],
  ]);
}

/** Says once on whose word all fields stand, if it is the same one's. */
function withOneWord(fields: Field[]): { fields: Field[]; word: Crumb[] } {
  const values = fields.flatMap((field) => field.values);
  const word = values[0]?.word ?? [];
  const isOne = values.length > 1 && values.every((value) => isSameWord(value.word, word));
  if (!isOne || word.length === 0) return { fields, word: [] };
  const bare = fields.map((field) => ({
    ...field,
    values: field.values.map((value) => ({ ...value, word: [] })),
  }));
  return { fields: bare, word };
}

function isSameWord(one: readonly Crumb[], other: readonly Crumb[]): boolean {
  return one.length === other.length && one.every((crumb, index) => crumb.name === other[index]?.name);
}

export function tracksOf(reading: Reading, names: Names): TrackView[] {
  return reading.tracks.map((track) => {
    const word = wordOf(track.chain, names);
    const fields = trackFields(track, names).map((field) => ({
      ...field,
      values: field.values.map((value) => (isSameWord(value.word, word) ? { ...value, word: [] } : value)),
    }));
    return { id: track.id, fields, evidence: track.evidence, word };
  });
}

function trackFields(track: Track, names: Names): Field[] {
  return fieldsFrom([
    ["Format", told(track.format, names)],
    ["Date", told(track.date, names, (value) => formatTimex(value))],
    ["Venue", told(track.venue, names)],
    ["Parties", track.parties.map((one) => fieldValueOf(one, names, (id) => names.of(id)))],
    ["Subject", told(track.subject, names)],
  ]);
}

function fieldsFrom(rows: readonly (readonly [string, FieldValue[]])[]): Field[] {
  return rows.flatMap(([label, values]) => (values.length === 0 ? [] : [{ label, values }]));
}

function participantOf(one: Participant, names: Names): FieldValue {
  const role = one.role ?? names.roleOf(one.value);
  return fieldValueOf(one, names, (id) => (role === null ? names.of(id) : `${names.of(id)}, ${role}`));
}

function whenOf(contact: Contact, names: Names): FieldValue[] {
  const day = told(contact.date, names, (value) => formatTimex(value));
  return [
    ...day,
    ...contact.clocks.map((clock) => fieldValueOf(clock, names, (value) => formatTimex(value))),
  ];
}

function told(field: Told<string> | null, names: Names, format = (value: string) => value): FieldValue[] {
  return field === null ? [] : [fieldValueOf(field, names, format)];
}

function fieldValueOf(field: Told<string>, names: Names, format = (value: string) => value): FieldValue {
  return { text: format(field.value), evidence: field.evidence, word: wordOf(field.chain, names) };
}

/** Whether the words say more than the value already does: "late on Thursday" for "30 December 2021". */
export function wordsAdd(value: FieldValue): boolean {
  const words = wordsOf(value.evidence).toLowerCase();
  return words !== "" && !value.text.toLowerCase().includes(words);
}
