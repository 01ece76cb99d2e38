/**
 * The contact that a first-hand document records: its own talk, with everybody
 * of its head, the day and hour of its dateline, and its kind by its title.
 *
 * Takes the contacts that the text tells of in passing, and gives them with the
 * document's own one as the main one. What the prose has added to it (duration,
 * place, what was handed over) stays.
 *
 * Known miss: a list that says "Listed on page 4" without the page gives only
 * those whom title and subject name.
 */

import type { Document } from "../../text/document.ts";
import { type Passage, type Place, placeAt, type Span, trimmedAt } from "../../text/span.ts";
import { mentionAt } from "../links/mention-index.ts";
import type { Actor, Contact, ContactKind, Mention, Participant, Told } from "../reading.ts";
import type { Voices } from "../voices.ts";
import { isFirstHand } from "./head.ts";
import type { Member } from "./members.ts";

export function withOwnContact(
  document: Document,
  members: readonly Member[],
  contacts: readonly Contact[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
  voices: Voices,
): Contact[] {
  if (!isFirstHand(document)) return [...contacts];
  const participants = participantsFrom(members, mentions, actors, voices);
  if (participants.length < 2) return [...contacts];
  const main = contacts.find((contact) => contact.main);
  const others = contacts.filter((contact) => contact !== main);
  const own = ownOf(document, main ?? emptyContact(), participants, voices);
  return [own, ...others.map((contact, i) => ({ ...contact, id: `c${i + 2}` }))];
}

function participantsFrom(
  members: readonly Member[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
  voices: Voices,
): Participant[] {
  const cast = new Map(actors.map((actor) => [actor.id, actor]));
  const found: Participant[] = [];
  for (const { pointer, entry } of members) {
    const mention = mentionAt(mentions, pointer);
    const actor = mention?.link.actor ? cast.get(mention.link.actor) : undefined;
    if (!mention || !actor || (actor.kind !== "person" && actor.kind !== "office")) continue;
    if (found.some((one) => one.value === actor.id)) continue;
    found.push({
      value: actor.id,
      evidence: [{ start: mention.start, end: mention.end, words: mention.words }],
      chain: voices.chainAt(mention),
      confidence: 0.95,
      role: actor.role ?? roleIn(entry, mention),
    });
  }
  return found;
}

/** What stands after the name in a list, or before it in brackets: "Mr. Vale, Director of Shipping", "the Special Emissary (Vale)". */
function roleIn(entry: Place, mention: Span): string | null {
  const before = entry.words.slice(0, Math.max(0, mention.start - entry.start));
  const title = /(?:^|['’]s |\b(?:the|and|between|Between) )(?<title>(?:\p{Lu}\p{L}+ ?){1,6})\($/u.exec(
    before,
  );
  if (title?.groups?.title) return title.groups.title.trim();
  if (mention.end >= entry.end || mention.start < entry.start) return null;
  const rest = entry.words
    .slice(mention.end - entry.start)
    .replace(/^[\s,(–—-]+|[\s,]+$/gu, "")
    .replace(/^(?<open>[^(]*)\)$/u, "$<open>");
  return rest === "" || rest.length > 100 ? null : rest;
}

const CALL = /\b(?:tele)?phone\b|\btelcon\b/iu;
const LETTER = /^(?:\p{L}+ )?(?:letter|message|note|telegram|cable)\b/iu;
const MEETING = /\bmemorandum of (?:a )?conversation\b|\bmemcon\b|\bmeeting\b|\bluncheon\b|\bminutes\b/iu;

function ownOf(document: Document, main: Contact, participants: Participant[], voices: Voices): Contact {
  const title = document.regions.find((region) => region.kind === "headline") ?? null;
  const kind = title ? kindIn(document.text, title, voices) : null;
  const isLetter = (kind ?? main.kind)?.value === "letter";
  return {
    ...main,
    id: "c1",
    main: true,
    kind: kind ?? main.kind,
    channel:
      main.channel ?? (title && kind?.value === "call" ? channelIn(document.text, title, voices) : null),
    participants,
    date: dateOf(document, voices) ?? main.date,
    clocks: isLetter ? main.clocks : clocksOf(document, main, voices),
  };
}

function told<T>(value: T, place: Place, voices: Voices, confidence: number): Told<T> {
  return { value, evidence: passageOf(place), chain: voices.chainAt(place), confidence };
}

function passageOf({ start, end, words }: Place): Passage {
  return [{ start, end, words }];
}

const KINDS: readonly (readonly [ContactKind, RegExp])[] = [
  ["letter", LETTER],
  ["call", CALL],
  ["meeting", MEETING],
];

function kindIn(text: string, title: Place, voices: Voices): Told<ContactKind> | null {
  for (const [kind, words] of KINDS) {
    const match = words.exec(title.words);
    if (!match) continue;
    const start = title.start + match.index;
    return told(kind, placeAt(text, start, start + match[0].length), voices, 0.97);
  }
  return null;
}

function channelIn(text: string, title: Place, voices: Voices): Told<string> | null {
  const match = /\b(?:tele)?phone(?: (?:call|conversation))?\b|\btelcon\b/iu.exec(title.words);
  if (!match) return null;
  const place = placeAt(text, title.start + match.index, title.start + match.index + match[0].length);
  return told(place.words, place, voices, 0.95);
}

/** The dateline's day is the talk's: such papers are dated by what they record. */
function dateOf(document: Document, voices: Voices): Told<string> | null {
  const place = datePlace(document);
  const day = document.published?.value.slice(0, 10);
  return place && day ? told(day, place, voices, 0.95) : null;
}

function clocksOf(document: Document, main: Contact, voices: Voices): Told<string>[] {
  const place = datePlace(document);
  const moment = document.published?.value ?? "";
  if (!place || !moment.includes("T")) return main.clocks;
  const value = moment.slice(0, 16);
  return main.clocks.some((clock) => clock.value === value)
    ? main.clocks
    : [told(value, place, voices, 0.95), ...main.clocks];
}

function datePlace(document: Document): Place | null {
  const known = document.published?.evidence[0];
  if (known) return known;
  const dateline = document.regions.find((region) => region.kind === "dateline");
  return dateline ? trimmedAt(document.text, dateline.start, dateline.end) : null;
}

function emptyContact(): Contact {
  return {
    id: "c1",
    main: true,
    kind: null,
    channel: null,
    participants: [],
    requestedBy: null,
    date: null,
    clocks: [],
    duration: null,
    place: null,
    language: null,
    handedOver: [],
    followUps: [],
  };
}
