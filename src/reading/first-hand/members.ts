/**
 * The people of a document's head: everybody whom its title and its list of
 * those present name, each with the words of his entry.
 *
 * Also finds there the mentions that only a title or list makes plain: a name
 * in brackets, "the Shah of Norland", "The Secretary" in papers of Washington.
 *
 * Known miss: a title that names two without a word between.
 */

import type { Gazetteer } from "../../lexicon/gazetteer.ts";
import { foldOf, nameKeyOf } from "../../lexicon/names.ts";
import { roleOf } from "../../lexicon/titles.ts";
import type { Document } from "../../text/document.ts";
import { countBefore } from "../../text/search.ts";
import { byPlace, contains, overlaps, type Place, placeAt, type Span } from "../../text/span.ts";
import { wordsIn } from "../../text/words.ts";
import { mentionAt } from "../links/mention-index.ts";
import { type Clue, noClue, type Pointer } from "../mentions/clues.ts";
import type { MemoHead } from "./head.ts";

/** One of the document's own people. */
export interface Member {
  /** The mention that names him or his office. */
  pointer: Pointer;
  /** All words of his entry, in lower case: name, title, office. */
  words: Set<string>;
  /** Last word of his name as written; empty when only an office is given. */
  family: string;
  /** First letters of the listed name: "LBJ". */
  initials: string;
  /** Named in the title, or in the subject line. */
  principal: boolean;
  entry: Place;
}

const BRACKETED = /\((?<name>\p{Lu}[\p{L}’'-]{2,30})\)/gu;
/** An entry that opens with a name which nothing else vouches for: "Mr. L. Hale, Chief of Press". */
const PLAIN = /^(?:Mr|Mrs|Miss|Ms|Dr|M)\.? (?<name>(?:\p{Lu}\. ){0,3}\p{Lu}[\p{L}’'-]{1,30})(?=,|$| \()/u;
const DRAFTER =
  /^(?:(?:Mr|Mrs|Miss|Ms|Dr)\.? )?(?<name>(?:\p{Lu}\. ?){0,3}\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?)/u;
const RULER = /\bthe (?<title>Shah|Sultan|Emir|Amir|King|Queen|Emperor) of (?=\p{Lu})/gu;

/** Mentions that only a title or list makes plain: "(Hale)", "the Shah of Norland", "The Secretary". */
export function withNamesOfHead(document: Document, head: MemoHead, mentions: readonly Pointer[]): Pointer[] {
  const { text } = document;
  const added: Pointer[] = [];
  const dropped = new Set<Pointer>();
  for (const place of headPlaces(document, head)) {
    const words = text.slice(place.start, place.end);
    for (const match of words.matchAll(BRACKETED)) {
      const start = place.start + match.index + 1;
      const name = match.groups?.name ?? "";
      const span = { start, end: start + name.length };
      if (!mentionAt(mentions, span)) added.push(pointerAt(text, span, "name", nameClue(name)));
    }
    for (const match of words.matchAll(RULER)) {
      const start = place.start + match.index;
      const of = mentionAt(mentions, { start: start + match[0].length, end: start + match[0].length + 1 });
      const side = of?.clue.thing?.id;
      const role = roleOf("monarch");
      if (!of || side === undefined || !role) continue;
      dropped.add(of);
      const span = { start: start + "the ".length, end: of.end };
      const name = nameClue(text.slice(span.start, span.end));
      added.push(pointerAt(text, span, "name", { ...name, role, sides: [side] }));
    }
    const plain = (place === head.drafter ? DRAFTER : PLAIN).exec(words);
    if (plain?.groups?.name && !mentions.some((mention) => overlaps(mention, place) && mention.clue.name)) {
      const start = place.start + plain[0].indexOf(plain.groups.name);
      const span = { start, end: place.start + plain[0].length };
      added.push(pointerAt(text, span, "name", nameClue(plain.groups.name)));
    }
    const secretary = /^(?:The Secretary|(?:The )?Secretary of State)$/u.exec(words);
    const role = roleOf("foreign-minister");
    if (secretary && role && document.side?.value === "USA") {
      for (const old of mentions) if (overlaps(old, place)) dropped.add(old);
      added.push(pointerAt(text, place, "title", { ...noClue(), role, sides: ["USA"], definite: true }));
    }
  }
  return [...mentions.filter((mention) => !dropped.has(mention)), ...added].sort(byPlace);
}

function nameClue(name: string): Clue {
  return { ...noClue(), name: { keys: name.split(/\s+/u).map(nameKeyOf), words: name, people: [] } };
}

export function pointerAt(text: string, span: Span, form: Pointer["form"], clue: Clue): Pointer {
  return { id: "", ...placeAt(text, span.start, span.end), form, clue };
}

function headPlaces(document: Document, head: MemoHead): Place[] {
  const titles = document.regions.filter((region) => region.kind === "headline");
  const lines = [head.subject, head.drafter].filter((place) => place !== null);
  const extra = lines.filter((place) => !head.participants.includes(place));
  return [...titles, ...extra, ...head.participants].sort(byPlace);
}

/** Those in the title, in the list, and where neither names two, in the subject line. */
export function membersOf(
  document: Document,
  head: MemoHead,
  mentions: readonly Pointer[],
  gazetteer: Gazetteer,
): Member[] {
  const titles = document.regions.filter((region) => region.kind === "headline");
  const named = titles.flatMap((title) => inTitle(document.text, title, mentions, gazetteer));
  const listed = head.participants.flatMap((entry) => inEntry(document.text, entry, mentions, gazetteer));
  const found = [...named, ...listed];
  if (found.length >= 2 || !head.subject) return found;
  return [...found, ...inTitle(document.text, head.subject, mentions, gazetteer)];
}

function isPerson({ clue }: Pointer): boolean {
  return clue.name !== null || (clue.role !== null && clue.role.sort === "office" && !clue.plural);
}

function within(mentions: readonly Pointer[], place: Span): Pointer[] {
  return mentions.filter((mention) => contains(place, mention));
}

/** Whom a text names besides its people, at most. */
const MOST_OTHERS = 60;

/** Those whom only the prose names with a title: "Chairman Hale". */
export function othersIn(
  mentions: readonly Pointer[],
  members: readonly Member[],
  gazetteer: Gazetteer,
): Member[] {
  const families = new Set(members.map((member) => foldOf(member.family)));
  const found: Member[] = [];
  for (const pointer of mentions) {
    if (found.length >= MOST_OTHERS || pointer.clue.name === null || pointer.clue.role === null) continue;
    if (pointer.clue.role.sort === "honorific" || pointer.clue.former) continue;
    const member = memberFrom(pointer, pointer, false, gazetteer);
    if (!families.has(foldOf(member.family))) found.push(member);
  }
  return found;
}

/** Everybody in a title, each with the words before him. */
function inTitle(text: string, title: Place, mentions: readonly Pointer[], gazetteer: Gazetteer): Member[] {
  const members: Member[] = [];
  let from = title.start;
  const own = within(mentions, title).filter(isPerson);
  for (const [i, pointer] of own.entries()) {
    const after = text.slice(pointer.end, pointer.end + 2);
    const isOwner = /^['’]/u.test(after) || /['’]s?$/u.test(pointer.words);
    // "the Norland Ambassador (Vale)": title and name are one person.
    const next = own[i + 1];
    const isTitleOfNext =
      pointer.clue.name === null && next?.clue.name && /^\s*\($/u.test(text.slice(pointer.end, next.start));
    if (isOwner || isTitleOfNext) continue;
    const entry = placeAt(text, from, pointer.end);
    from = pointer.end;
    members.push(memberFrom(pointer, entry, true, gazetteer));
  }
  return members;
}

/** The first one of an entry; who stands after him is told of ("Assistant to Minister Vale"). */
function inEntry(text: string, entry: Place, mentions: readonly Pointer[], gazetteer: Gazetteer): Member[] {
  const own = within(mentions, entry).filter(isPerson);
  const first = own.find((pointer) => pointer.clue.name !== null) ?? own[0];
  if (!first) return [];
  const to = / to (?:the )?/u.exec(text.slice(first.end, entry.end));
  const end = to ? first.end + to.index : entry.end;
  return [memberFrom(first, placeAt(text, entry.start, end), false, gazetteer)];
}

function memberFrom(pointer: Pointer, entry: Place, principal: boolean, gazetteer: Gazetteer): Member {
  const name = pointer.clue.name;
  const written = name?.words.split(/\s+/u) ?? [];
  const family = written[written.length - 1] ?? "";
  const listed = name?.people[0] ? (gazetteer.personOf(name.people[0])?.name ?? "") : "";
  const initials = (listed || (name?.words ?? ""))
    .split(/[\s-]+/u)
    .map((word) => word[0] ?? "")
    .join("");
  const words = new Set(
    wordsIn(entry.words, { start: 0, end: entry.words.length }).map((word) => word.lower.replace(/\.$/u, "")),
  );
  return { pointer, words, family, initials, principal, entry };
}

/** The only one, or the only one of the title. */
export function only(members: readonly Member[]): Member | null {
  const [first, second] = distinctPeople(members);
  if (first && !second) return first;
  const [principal, other] = distinctPeople(members.filter((member) => member.principal));
  return principal && !other ? principal : null;
}

export function distinctPeople(members: readonly Member[]): Member[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    const key = member.family === "" ? member.pointer.words.toLowerCase() : member.family.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

export function indexAt(mentions: readonly Pointer[], place: Span): number {
  return countBefore(mentions.length, (middle) => (mentions[middle]?.start ?? 0) < place.start);
}
