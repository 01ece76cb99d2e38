/**
 * The cast of a first-hand document: whom "the Secretary", "K" and "LBJ" mean.
 *
 * Takes the mentions of a transcript, memorandum or letter and gives them with
 * those added that only such texts have (initials, "the Sec", a name in
 * brackets), and for each that stands for one of the document's own people the
 * mention that names him: in the title or the list of those present. "He" who
 * speaks goes on being the paragraph's speaker; "I" outside of all speech is
 * the one of two who is never told of by name. Whom the naming mention means
 * is left to `links.ts`.
 *
 * Known misses: two ministers without a word that parts them are nobody's; an
 * initial that two people share; "he" who answers a question.
 */

import { REPLIES, SHORT_TITLES, TALKERS } from "../../lexicon/first-hand.ts";
import type { Gazetteer } from "../../lexicon/gazetteer.ts";
import { foldOf, nameKeyOf } from "../../lexicon/names.ts";
import { roleOf } from "../../lexicon/titles.ts";
import type { Document } from "../../text/document.ts";
import { byPlace, contains, overlaps, type Place, placeAt, type Span } from "../../text/span.ts";
import { wordsIn } from "../../text/words.ts";
import { mentionAt } from "../links/mention-index.ts";
import { type Clue, noClue, type Pointer } from "../mentions/clues.ts";
import type { Attribution, Sentence } from "../reading.ts";
import { isFirstHand, type MemoHead, memoHeadOf } from "./head.ts";
import { insideOf } from "./inside.ts";

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

export interface Cast {
  mentions: Pointer[];
  members: Member[];
  stands: Stands;
}

/**
 * Index of a mention → index of the mention that it stands for: several for
 * "they" who talk, none for somebody of whom the text does not tell.
 */
export type Stands = ReadonlyMap<number, readonly number[]>;

export function castOf(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  gazetteer: Gazetteer,
): Cast {
  if (!isFirstHand(document)) return { mentions: [...mentions], members: [], stands: new Map() };
  const head = memoHeadOf(document);
  const known = withNamesOfHead(document, head, mentions);
  const members = membersOf(document, head, known, gazetteer);
  if (members.length === 0) return { mentions: [...mentions], members: [], stands: new Map() };
  learnTitles(document.text, known, members);
  const others = othersIn(known, members, gazetteer);
  const aliases = aliasesOf(members, known, attributions);
  const added = aliasPointersIn(document.text, known, aliases);
  const isCovered = insideOf(added);
  const all = numbered([...known.filter((mention) => !isCovered(mention)), ...added]);
  return {
    mentions: all,
    members: members.map((member) => ({
      ...member,
      pointer: all[indexAt(all, member.pointer)] ?? member.pointer,
    })),
    stands: standsOf(document, sentences, all, attributions, members, others, aliases),
  };
}

// The people of the head -----------------------------------------------------

const BRACKETED = /\((?<name>\p{Lu}[\p{L}’'-]{2,30})\)/gu;
/** An entry that opens with a name which nothing else vouches for: "Mr. L. Hale, Chief of Press". */
const PLAIN = /^(?:Mr|Mrs|Miss|Ms|Dr|M)\.? (?<name>(?:\p{Lu}\. ){0,3}\p{Lu}[\p{L}’'-]{1,30})(?=,|$| \()/u;
const DRAFTER =
  /^(?:(?:Mr|Mrs|Miss|Ms|Dr)\.? )?(?<name>(?:\p{Lu}\. ?){0,3}\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?)/u;
const RULER = /\bthe (?<title>Shah|Sultan|Emir|Amir|King|Queen|Emperor) of (?=\p{Lu})/gu;

/** Mentions that only a title or list makes plain: "(Hale)", "the Shah of Norland", "The Secretary". */
function withNamesOfHead(document: Document, head: MemoHead, mentions: readonly Pointer[]): Pointer[] {
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

function pointerAt(text: string, span: Span, form: Pointer["form"], clue: Clue): Pointer {
  return { id: "", ...placeAt(text, span.start, span.end), form, clue };
}

function headPlaces(document: Document, head: MemoHead): Place[] {
  const titles = document.regions.filter((region) => region.kind === "headline");
  const lines = [head.subject, head.drafter].filter((place) => place !== null);
  const extra = lines.filter((place) => !head.participants.includes(place));
  return [...titles, ...extra, ...head.participants].sort(byPlace);
}

/** Those in the title, in the list, and where neither names two, in the subject line. */
function membersOf(
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

/** Those whom only the prose names with a title: "Chairman Hale". */
function othersIn(mentions: readonly Pointer[], members: readonly Member[], gazetteer: Gazetteer): Member[] {
  const families = new Set(members.map((member) => foldOf(member.family)));
  const found: Member[] = [];
  for (const pointer of mentions) {
    if (found.length >= MOST_ALIASES || pointer.clue.name === null || pointer.clue.role === null) continue;
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

// What they are called ---------------------------------------------------------

/** Words that stand for a member wherever they stand: "K", "LBJ", "Sec", "HALE". */
type Aliases = Map<string, Member>;

const MOST_ALIASES = 60;

function aliasesOf(
  members: readonly Member[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
): Aliases {
  const aliases: Aliases = new Map();
  for (const member of members) {
    if (member.family.length < 2) continue;
    for (const form of [member.family, member.family.toUpperCase()])
      if (!aliases.has(form)) aliases.set(form, member);
  }
  const labels = new Set<string>();
  for (const attribution of attributions) {
    const source = attribution.source[0];
    if (!source) continue;
    const words = source.words.replace(/^the\s+/iu, "").replace(/[.:]$/u, "");
    if (attribution.rule === "speaker-turn") labels.add(words);
    if (aliases.has(words) || aliases.size > MOST_ALIASES) continue;
    const style = STYLE.exec(words)?.groups?.style?.toLowerCase();
    const styled = style === undefined ? null : byStyle(members, style);
    if (styled) aliases.set(words, styled);
    if (style !== undefined || mentionAt(mentions, source)) continue;
    const member = /^\p{Lu}{1,4}$/u.test(words) ? byInitials(members, words) : byTitle(members, words);
    if (member && words.length > 0) aliases.set(words, member);
  }
  byElimination(members, labels, aliases);
  return aliases;
}

const STYLE = /^(?:His|Her) (?<style>Majesty|Beatitude|Eminence|Grace|Holiness|Highness|Excellency)$/u;

/** Who is addressed by which style. */
const STYLED: Readonly<Record<string, string>> = {
  majesty: "king queen shah emperor empress sultan monarch",
  highness: "prince princess emir amir sultan",
  beatitude: "archbishop patriarch",
  eminence: "cardinal archbishop",
  grace: "archbishop duke",
  holiness: "pope patriarch",
  excellency: "ambassador president minister",
};

function byStyle(members: readonly Member[], style: string): Member | null {
  const titles = STYLED[style]?.split(" ") ?? [];
  return only(members.filter((member) => titles.some((title) => member.words.has(title))));
}

/** The prose may give another title than the list: "Archbishop Vale". */
function learnTitles(text: string, mentions: readonly Pointer[], members: readonly Member[]): void {
  const byFamily = new Map(members.map((member) => [foldOf(member.family), member]));
  for (const mention of mentions) {
    const name = mention.clue.name?.words.split(/\s+/u) ?? [];
    const member = byFamily.get(foldOf(name[name.length - 1] ?? ""));
    if (!member || member.family === "") continue;
    for (const word of mention.words.toLowerCase().split(/[\s,]+/u))
      if (TALKERS.has(word)) member.words.add(word);
    const before = /(?<title>\p{Lu}\p{L}+) $/u.exec(
      text.slice(Math.max(0, mention.start - 30), mention.start),
    );
    const title = before?.groups?.title?.toLowerCase();
    if (title !== undefined && TALKERS.has(title)) member.words.add(title);
  }
}

/** "LBJ": all letters; "K": of the family, else of the title. */
function byInitials(members: readonly Member[], letters: string): Member | null {
  const fits = (test: (member: Member) => boolean) => only(members.filter(test));
  if (letters.length > 1)
    return (
      fits((member) => member.initials.toUpperCase() === letters) ??
      fits(
        (member) => member.family.startsWith(letters.slice(-1)) && member.initials.length <= letters.length,
      )
    );
  return (
    fits((member) => member.family.startsWith(letters)) ??
    fits((member) =>
      [...member.words].some((word) => TALKERS.has(word) && word.startsWith(letters.toLowerCase())),
    )
  );
}

/** The only one, or the only one of the title. */
function only(members: readonly Member[]): Member | null {
  const [first, second] = distinctPeople(members);
  if (first && !second) return first;
  const [principal, other] = distinctPeople(members.filter((member) => member.principal));
  return principal && !other ? principal : null;
}

function distinctPeople(members: readonly Member[]): Member[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    const key = member.family === "" ? member.pointer.words.toLowerCase() : member.family.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** The one in whose entry all words of the title stand. */
function byTitle(members: readonly Member[], words: string): Member | null {
  const bare = words
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .split(/[\s.]+/u)
    .filter((word) => word !== "" && !/^(?:the|mr|madam|mister)$/u.test(word))
    .map((word) => SHORT_TITLES.get(word) ?? word);
  if (bare.length === 0 || !bare.some((word) => TALKERS.has(word))) return null;
  return only(members.filter((member) => bare.every((word) => member.words.has(word))));
}

/** Of two who talk one is known: the other label is the other one's. */
function byElimination(members: readonly Member[], labels: ReadonlySet<string>, aliases: Aliases): void {
  const principals = distinctPeople(members.filter((member) => member.principal));
  if (labels.size !== 2 || principals.length !== 2) return;
  const [a, b] = [...labels];
  if (a === undefined || b === undefined) return;
  for (const [one, two] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = aliases.get(one) ?? byTitle(members, one);
    const other = principals.find((member) => member !== known);
    if (known && principals.includes(known) && !aliases.has(two) && !byTitle(members, two) && other)
      aliases.set(two, other);
  }
}

// Their mentions ---------------------------------------------------------------

function aliasPointersIn(text: string, mentions: readonly Pointer[], aliases: Aliases): Pointer[] {
  const forms = [...aliases.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (forms.length === 0) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}.])(?:[Tt]he )?(?<form>${forms.join("|")})(?![\\p{L}\\p{N}]|\\.\\p{L})`,
    "gu",
  );
  const added: Pointer[] = [];
  for (const match of text.matchAll(pattern)) {
    const form = match.groups?.form ?? "";
    const member = aliases.get(form);
    const span = { start: match.index, end: match.index + match[0].length };
    const there = mentionAt(mentions, span);
    if (!member || (there && !(there.clue.pronoun && contains(span, there)))) continue;
    added.push(pointerAt(text, span, "name", noClue()));
  }
  return added;
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}

function numbered(mentions: readonly Pointer[]): Pointer[] {
  return [...mentions].sort(byPlace).map((mention, i) => ({ ...mention, id: `m${i + 1}` }));
}

function indexAt(mentions: readonly Pointer[], place: Span): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < place.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Who stands for whom ------------------------------------------------------------

function standsOf(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  members: readonly Member[],
  others: readonly Member[],
  aliases: Aliases,
): Stands {
  const stands = new Map<number, number>();
  const stand = (index: number, member: Member | null | undefined) => {
    const target = member ? indexAt(mentions, member.pointer) : index;
    if (target !== index) stands.set(index, target);
  };
  const titles = new Map<string, Member | null>();
  for (const [index, mention] of mentions.entries()) {
    const { clue } = mention;
    const form = mention.words.replace(/^the\s+/iu, "");
    if (clue.name === null && clue.role === null && clue.pronoun === null && clue.thing === null)
      stand(index, aliases.get(form) ?? aliases.get(mention.words));
    else if (clue.role !== null && clue.name === null && isPlainTitle(clue)) {
      const member = titles.has(form) ? titles.get(form) : (byTitle(members, form) ?? byTitle(others, form));
      titles.set(form, member ?? null);
      if (member && mayMean(document, form, member, members)) stand(index, member);
    }
  }
  thirdPersonsInTurns(sentences, mentions, attributions, members, stands);
  const other = authorSpeaks(mentions, attributions, members, stands);
  speakersGoOn(sentences, mentions, attributions, stands, other);
  nestedSpeakers(mentions, attributions, stands);
  const all = new Map<number, readonly number[]>();
  for (const [index, target] of stands) all.set(index, target === NOBODY ? [] : [target]);
  for (const index of jointIn(mentions, attributions)) {
    const both = distinctPeople(members.filter((member) => member.principal));
    if (both.length === 2)
      all.set(
        index,
        both.map((member) => indexAt(mentions, member.pointer)),
      );
  }
  return all;
}

function isPlainTitle(clue: Clue): boolean {
  return !clue.plural && clue.owner === null && clue.serves === null && !clue.former;
}

/** In one state's own papers "the President" is its own, unless he of another is the only one who talks. */
function mayMean(document: Document, form: string, member: Member, members: readonly Member[]): boolean {
  const side = document.side?.value;
  const own = member.pointer.clue.sides[0];
  if (!/^president$/iu.test(form) || side === undefined || own === undefined || own === side) return true;
  return (
    members.length === 2 &&
    members.every((one) => one === member || (!one.words.has("president") && !one.words.has("emissary")))
  );
}

/**
 * In a turn "he said" is neither of the two who talk but the third who last
 * spoke in it or opened a sentence; nobody, where none did.
 */
function thirdPersonsInTurns(
  sentences: readonly Sentence[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  members: readonly Member[],
  stands: Map<number, number>,
): void {
  const principals = new Set(
    members.filter((member) => member.principal).map((member) => member.pointer.start),
  );
  const isInTurn = insideOf(
    attributions.filter((one) => one.rule === "speaker-turn").flatMap((one) => one.content),
  );
  const isThird = (index: number): boolean => {
    const mention = mentions[index];
    const target = mentions[stands.get(index) ?? index];
    if (!mention || !target || stands.get(index) === NOBODY || principals.has(target.start)) return false;
    const { name, role, definite, owner } = target.clue;
    // "Madam Secretary" is spoken to, and whose "my Minister" is, is not told here.
    const isTitle = (role?.sort === "office" || role?.sort === "post") && definite && owner === null;
    const isOne = name !== null || isTitle;
    return isOne && !target.clue.plural && !namesOneOf(target, members);
  };
  const speaking = new Map<number, boolean>();
  for (const { source, cue } of attributions) {
    const place = source[0];
    if (!place || !isInTurn(cue[0])) continue;
    speaking.set(indexAt(mentions, place), /^(?:he|she)$/iu.test(place.words));
  }
  const starts = new Set(sentences.map((sentence) => sentence.start));
  for (const { rule, content } of attributions)
    if (rule === "speaker-turn" && content[0]) starts.add(content[0].start);
  let last: number | null = null;
  for (const [index, mention] of mentions.entries()) {
    const isHe = speaking.get(index);
    if (isHe) stands.set(index, last ?? NOBODY);
    else if ((isHe === false || starts.has(mention.start)) && isInTurn(mention) && isThird(index))
      last = stands.get(index) ?? index;
  }
}

const NOBODY = -1;

function namesOneOf(mention: Pointer, members: readonly Member[]): boolean {
  const name = mention.clue.name;
  return name !== null && members.some((member) => member.principal && sameFamily(name.words, member.family));
}

/** "He said" goes on with the speaker of the paragraph, unless he may be the one who was asked. */
function speakersGoOn(
  sentences: readonly Sentence[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  stands: Map<number, number>,
  other: number | null,
): void {
  const outermost = attributions
    .filter((one) => one.within === null && one.cue.length > 0 && one.source.length > 0)
    .sort((a, b) => (a.source[0]?.start ?? 0) - (b.source[0]?.start ?? 0));
  let sentence = 0;
  let paragraph = -1;
  let speaker: number | null = null;
  let asked = -1;
  for (const { source, cue } of outermost) {
    const place = source[0];
    if (!place) continue;
    while (sentence + 1 < sentences.length && (sentences[sentence]?.end ?? 0) <= place.start) sentence++;
    const here = sentences[sentence]?.paragraph ?? -1;
    if (here !== paragraph) speaker = null;
    paragraph = here;
    const mention = mentionAt(mentions, place);
    if (!mention) continue;
    const index = indexAt(mentions, mention);
    const verb = (cue[0]?.words ?? "").toLowerCase().split(/\s+/u);
    const { pronoun } = mention.clue;
    const isHe =
      pronoun !== null && pronoun.person === 3 && pronoun.number === "one" && pronoun.gender !== "n";
    if (isHe && !pronoun.owns && other !== null) {
      if (other !== index) stands.set(index, other);
    } else if (isHe && !pronoun.owns) {
      const answers = verb.some((word) => REPLIES.has(word)) || (asked >= 0 && sentence <= asked + 1);
      if (speaker !== null && speaker !== index && !answers) stands.set(index, speaker);
      else if (speaker !== null) speaker = null;
      speaker ??= index;
    } else if (mention.clue.plural || pronoun !== null) continue;
    else speaker = index;
    asked = verb.some((word) => /^(?:ask|asks|asked|inquired|enquired|wondered)$/u.test(word))
      ? sentence
      : -1;
  }
}

/**
 * "The Minister said that he hoped": inside his words "he" is the Minister,
 * where nobody else is spoken of before it.
 */
function nestedSpeakers(
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  stands: Map<number, number>,
): void {
  const byId = new Map(attributions.map((one) => [one.id, one]));
  for (const { source, within } of attributions) {
    const place = source[0];
    const outer = within === null ? undefined : byId.get(within);
    if (!place || !outer || outer.rule === "speaker-turn" || !/^(?:he|she)$/iu.test(place.words)) continue;
    const speaker = outer.source[0];
    const start = outer.content[0]?.start ?? place.start;
    if (!speaker || speaker.start > place.start || /^(?:I|we|they)$/iu.test(speaker.words)) continue;
    const from = indexAt(mentions, { start, end: start });
    const index = indexAt(mentions, place);
    const isAlone = mentions.slice(from, Math.min(index, from + MOST_BETWEEN)).every(isNoOther);
    const mention = mentionAt(mentions, speaker);
    if (!mention || !isAlone || index - from > MOST_BETWEEN) continue;
    const target = indexAt(mentions, mention);
    if (target !== index) stands.set(index, stands.get(target) ?? target);
  }
}

const MOST_BETWEEN = 12;

function isNoOther({ clue }: Pointer): boolean {
  if (clue.name !== null) return false;
  return clue.role === null || clue.plural || clue.role.sort === "body";
}

/** "They agreed", "both": the two who talk. */
function jointIn(mentions: readonly Pointer[], attributions: readonly Attribution[]): number[] {
  return attributions.flatMap(({ source, cue, within, rule }) => {
    const place = source[0];
    if (!place || within !== null || rule === "speaker-turn" || !/^(?:they|we|both)$/iu.test(place.words))
      return [];
    const mention = mentionAt(mentions, place);
    return mention && JOINT.test(cue[0]?.words ?? "") ? [indexAt(mentions, mention)] : [];
  });
}

const JOINT = /\b(?:agreed|decided|discussed|mentioned|exchanged|concluded|settled)\b/iu;

/**
 * Who writes "I": the one of two whom the text itself never names. Gives the
 * other one, who then is "he".
 */
function authorSpeaks(
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  members: readonly Member[],
  stands: Map<number, number>,
): number | null {
  if (attributions.some((one) => one.rule === "speaker-turn" || one.rule === "letter")) return null;
  const firsts = mentions.flatMap((mention, index) =>
    mention.clue.pronoun?.person === 1 &&
    mention.clue.pronoun.number === "one" &&
    !/^your/iu.test(mention.words)
      ? [index]
      : [],
  );
  const author = firsts.length === 0 ? null : unnamedOf(mentions, members, stands);
  if (!author) return null;
  const target = indexAt(mentions, author.pointer);
  const quoted = insideOf(
    attributions
      .filter((one) => one.manner !== "indirect" && !/^I$/u.test(one.source[0]?.words ?? ""))
      .flatMap((one) => one.content),
  );
  for (const index of firsts) {
    const mention = mentions[index];
    if (mention && !quoted(mention)) stands.set(index, target);
  }
  const other = members.find((member) => member.principal && member.family !== author.family);
  return other ? indexAt(mentions, other.pointer) : null;
}

/** Of two principals, the one who is neither named nor titled outside of the head. */
function unnamedOf(
  mentions: readonly Pointer[],
  members: readonly Member[],
  stands: ReadonlyMap<number, number>,
): Member | null {
  const principals = distinctPeople(members.filter((member) => member.principal));
  if (principals.length !== 2) return null;
  const end = Math.max(...principals.map((member) => member.entry.end));
  const named = new Set<Member>();
  for (const [index, mention] of mentions.entries()) {
    if (mention.start < end) continue;
    const target = stands.get(index);
    for (const member of principals) {
      const isSame = mention.clue.name !== null && sameFamily(mention.clue.name.words, member.family);
      if (isSame || (target !== undefined && mentions[target]?.start === member.pointer.start))
        named.add(member);
    }
  }
  const silent = principals.filter((member) => !named.has(member));
  return silent.length === 1 ? (silent[0] ?? null) : null;
}

function sameFamily(name: string, family: string): boolean {
  const words = name.split(/\s+/u);
  return foldOf(words[words.length - 1] ?? "") === foldOf(family);
}
