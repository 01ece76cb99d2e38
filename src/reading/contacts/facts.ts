/**
 * Facts of a contact that stand near its words: when, how long, where, who
 * asked for it, in which language.
 *
 * Takes a contact word with its scene (and the one after, where "it" goes on);
 * gives each fact with the words it stands on, or `null`.
 *
 * Known misses: "they talked until midnight" gives no length; a place told by
 * the host alone ("at the Grand Hotel").
 */

import { venuesByFirst } from "../../lexicon/venues.ts";
import { type Place, placeAt } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import type { Time } from "../reading.ts";
import { formatDay, parseDay } from "../times/calendar.ts";
import { type Scene, wordAt } from "./scenes.ts";
import type { ContactWord } from "./words.ts";

/** A day, or only its month: "they last met in November". */
const DAY = /^(?:\d{4}|XXXX)-(?:\d\d(?:-\d\d)?|WXX-\d|XX-XX)(?:T|$)/;
const CLOCK = /T\d\d:\d\d/;

/** A clock alone ("11 p.m.") is of a day that the text leaves open. */
const TELLS_DAY =
  /(?:day|tomorrow|tonight|morning|evening|January|February|March|April|May|June|July|August|September|October|November|December|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\d{4}-|\d\.\d\d\.)/;

/** Units of text between a contact's word and its day. */
const FURTHEST_DAY = 200;

/** Days in the scene that belong to this word rather than to another contact word of the sentence. */
export function dayOf(word: ContactWord, others: readonly ContactWord[], today: number | null): Time | null {
  const { scene } = word;
  let best: Time | null = null;
  for (const time of scene.times) {
    if (
      distance(word.place, time) > FURTHEST_DAY ||
      !isDay(time, word.kind) ||
      isAhead(scene, time) ||
      isOfPaper(scene, time) ||
      isFuture(time, today)
    )
      continue;
    if (closest(scene, time, [word, ...others]) !== word) continue;
    // "Their second call this month" is not told to be of that month alone.
    if (
      /^this (?:week|month|year)$/i.test(time.words) &&
      /\b(?:first|second|third|fourth|fifth)\b/.test(word.place.words)
    )
      continue;
    if (best === null || distance(word.place, time) < distance(word.place, best)) best = time;
  }
  return best;
}

function isDay(time: Time, kind: ContactWord["kind"]): boolean {
  if (time.type !== "DATE" && time.type !== "TIME") return false;
  if (time.mod === "BEFORE" || time.mod === "AFTER" || time.value === null) return false;
  if (time.value.includes("/") && kind !== "visit") return false;
  if (time.type === "TIME" && CLOCK.test(time.value) && !TELLS_DAY.test(time.words)) return false;
  // "One day before the New Year" and "today" in a quotation tell the speaker's reckoning, not the contact's day.
  return DAY.test(time.value) && !(time.anchor === "speech" && time.anchorValue === null);
}

function isFuture(time: Time, today: number | null): boolean {
  if (today === null) return false;
  const day = parseDay(time.value ?? "");
  return day === null ? (time.value ?? "") > formatDay(today) : day > today + 1;
}

/** "scheduled for December 9", "until Thursday". */
function isAhead(scene: Scene, time: Time): boolean {
  const at = wordAt(scene, time.start);
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const lower = scene.words[i]?.lower ?? "";
    if (/^(?:scheduled|planned|due|slated|upcoming|set|will|signed|adopted|dated)$/.test(lower)) return true;
    if (/^[.;]$/.test(scene.words[i]?.form ?? "")) return false;
  }
  return false;
}

const PAPERS =
  /^(?:statements?|agreements?|accords?|treat(?:y|ies)|declarations?|memorandum|resolutions?|protocols?|communiqués?|decisions?|pacts?|letters?|elections?|attacks?)$/;

/** "In line with the statement of 10 March": the day of a paper. */
function isOfPaper(scene: Scene, time: Time): boolean {
  const at = wordAt(scene, time.start);
  return scene.words[at - 1]?.lower === "of" && PAPERS.test(scene.words[at - 2]?.lower ?? "");
}

/** The contact word that a time is tied to: the nearest in the same clause; one right behind it wins ("the 7 December call"). */
function closest(scene: Scene, time: Time, words: readonly ContactWord[]): ContactWord | null {
  const behind = words.find(
    (word) =>
      word.from - wordAt(scene, time.end) >= 0 &&
      word.from - wordAt(scene, time.end) <= 2 &&
      word.place.end > time.end,
  );
  if (behind) return behind;
  let best: ContactWord | null = null;
  for (const word of words) {
    if (distance(word.place, time) > FURTHEST_DAY || barrier(scene, word, time)) continue;
    if (best === null || isNearer(scene, word, best, time)) best = word;
  }
  return best;
}

/** By distance; but "met Ortiz on Friday, the first visit since 2019" tells the day of the verb before the comma. */
function isNearer(scene: Scene, word: ContactWord, best: ContactWord, time: Time): boolean {
  const [before, after] = word.place.start < best.place.start ? [word, best] : [best, word];
  const parted =
    before.verb !== null &&
    before.place.end <= time.start &&
    time.end <= after.place.start &&
    !after.isVerb &&
    /^,/.test(scene.text.slice(time.end, after.place.start)) &&
    !/,/.test(scene.text.slice(before.place.end, time.start));
  if (parted) return word === before;
  return distance(word.place, time) < distance(best.place, time);
}

/** A clause of its own between the contact word and the time: "which", "reached", "that". */
function barrier(scene: Scene, word: ContactWord, time: Time): boolean {
  if (time.end <= word.place.start && isInAside(scene, word, time)) return true;
  const [from, to] =
    time.start > word.place.end ? [word.to, wordAt(scene, time.start)] : [wordAt(scene, time.end), word.from];
  for (let i = from; i < to; i++) {
    const lower = scene.words[i]?.lower ?? "";
    if (
      /^(?:which|that|who|reached|signed|adopted|approved|including|following|after|before|ahead|since|when|where|while|because|agreed|to)$/.test(
        lower,
      )
    ) {
      if (lower === "to" && (word.isVerb || !leadsToVerb(scene.words[i + 1]))) continue;
      return true;
    }
    if (/^[;.]$/.test(scene.words[i]?.form ?? "")) return true;
    // "Met in Oslo in June, and held a call": the day before the joint belongs to the verb before it.
    if (
      /^(?:and|but)$/.test(lower) &&
      (word.verb === i + 1 || word.verb === i + 2) &&
      leadsToVerb(scene.words[i + 1])
    )
      return true;
  }
  return false;
}

/** "Norland, which closed its border in June, welcomed the meeting": a day in a clause that ends before the word. */
function isInAside(scene: Scene, word: ContactWord, time: Time): boolean {
  const { words } = scene;
  const to = wordAt(scene, time.end);
  if (!words.slice(to, word.from).some(({ form }) => form === ",")) return false;
  for (let at = wordAt(scene, time.start) - 1; at > 0; at--) {
    if (words[at - 1]?.form === ",") return /^(?:which|who|whom|whose|where)$/.test(words[at]?.lower ?? "");
    if (words[at]?.form === ",") return false;
  }
  return false;
}

/** "To open the border", not "to Foreign Minister Vale", "to the president". */
function leadsToVerb(next: Word | undefined): boolean {
  return (
    next !== undefined && /^\p{Ll}/u.test(next.form) && !/^(?:the|a|an|his|her|their|its)$/.test(next.lower)
  );
}

function distance(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}

const CLOCK_WORDS =
  /\b(?:began|begun|started|starts|ended|concluded|finished|lasted|took place|spoke|talked|held|call|conversation|from|until)\b/i;

/** Clocks of a scene that tells of the contact. */
export function clocksOf(scene: Scene): Time[] {
  const clocks = scene.times.filter(
    (time) => time.type === "TIME" && CLOCK.test(time.value ?? "") && time.mod !== "BEFORE",
  );
  return clocks.length > 0 && CLOCK_WORDS.test(scene.text.slice(scene.sentence.start, scene.sentence.end))
    ? clocks
    : [];
}

const LASTED =
  /^(?:lasted|lasting|took|ran|continued|spanned|spoke|talked|went|for|of|after|exceeded|was|is)$/;

/**
 * The length told in a scene: "lasted about 50 minutes", "a 50-minute call",
 * "spoke for an hour". Without a contact word the scene goes on about the
 * contact told before it: "The two spoke for an hour."
 */
export function lengthIn(scene: Scene, word: ContactWord | null): Time | null {
  for (const time of scene.times) {
    if (
      time.type !== "DURATION" ||
      !/^P(?:T[\dX.]+[HM]|[\d.]+D)/.test(time.value ?? "") ||
      /^P[\dX.]+[MY]/.test(time.value ?? "")
    )
      continue;
    const from = wordAt(scene, time.start);
    const to = wordAt(scene, time.end);
    if (word && !word.isVerb && word.from >= to && word.from - to <= 3 && time.end <= word.place.end + 40)
      return time;
    for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
      const lower = scene.words[i]?.lower ?? "";
      if (/^(?:lasted|lasting|exceeded)$/.test(lower)) return time;
      if (/^(?:took|ran|continued|went|spoke|talked|conversed|sat)$/.test(lower)) return time;
      // "Was over after 40 minutes", "were on the line for 35 minutes".
      if (/^(?:over|line)$/.test(lower) && /^(?:after|for)$/.test(scene.words[i + 1]?.lower ?? ""))
        return time;
      if ((lower === "met" && word !== null) || (lower === "spent" && word?.from === i)) return time;
      if (
        !LASTED.test(lower) &&
        !/^(?:on|a|the|just|for|little|with|about|was|some|only|alone|together)$/.test(lower)
      )
        break;
    }
    if (word && /^(?:for|of|after)$/.test(scene.words[from - 1]?.lower ?? "") && isTiedTo(word, from))
      return time;
    if (word && /^(?:long|in)$/.test(scene.words[to]?.lower ?? "") && Math.abs(word.from - from) < 12)
      return time;
  }
  return null;
}

const FURTHEST_LENGTH = 26;

/** "spoke by phone for an hour": no other clause between the word and the length. */
function isTiedTo(word: ContactWord, at: number): boolean {
  if (at < word.to || at - word.to > FURTHEST_LENGTH) return false;
  const { words } = word.scene;
  for (let i = word.to; i < at; i++) {
    if (
      /^(?:that|which|who|because|but|will|would)$/.test(words[i]?.lower ?? "") ||
      (words[i]?.lower === "to" && leadsToVerb(words[i + 1])) ||
      /^[;.]$/.test(words[i]?.form ?? "")
    ) {
      return false;
    }
  }
  return true;
}

/** A city after "in", "at" or "to", as a place. */
export function venueAt(scene: Scene, at: number): { place: Place; to: number } | null {
  const { words, text } = scene;
  for (const name of venuesByFirst.get(words[at]?.form ?? "") ?? []) {
    if (!name.every((part, i) => words[at + i]?.form === part || `${words[at + i]?.form}.` === part))
      continue;
    const last = words[at + name.length - 1];
    const first = words[at];
    if (first && last) return { place: placeAt(text, first.start, last.end), to: at + name.length };
  }
  const hyphened = words[at]?.form ?? "";
  return hyphened.includes("-") && venuesByFirst.get(hyphened)?.length
    ? { place: placeAt(text, words[at]?.start ?? 0, words[at]?.end ?? 0), to: at + 1 }
    : null;
}

const PLACE_REACH = 26;

/** Where a meeting or visit was: "met in Oslo", "a visit to Oslo", "their Geneva summit". A call has no place of its own. */
export function placeOfContact(word: ContactWord): Place | null {
  if (word.kind === "call" || word.kind === "video-call" || word.kind === "letter" || word.kind === "talk")
    return null;
  const { scene } = word;
  const before = venueAt(scene, word.from - 1);
  if (before && !word.isVerb) return before.place;
  return placeAfter(word) ?? (word.isVerb || word.verb !== null ? placeInFront(scene) : null);
}

/** "In Oslo, Vale met Ortiz". */
function placeInFront(scene: Scene): Place | null {
  const [first, second] = scene.words;
  if (!/^(?:in|at)$/.test(first?.lower ?? "") || !second) return null;
  const found = spotAt(scene, 1);
  return found && /^,$/.test(scene.words[found.to]?.form ?? "") ? found.place : null;
}

function placeAfter(word: ContactWord): Place | null {
  const { scene } = word;
  for (let i = word.to; i < Math.min(scene.words.length, word.to + PLACE_REACH); i++) {
    const lower = scene.words[i]?.lower ?? "";
    if (/^[.;:]$/.test(scene.words[i]?.form ?? "") || /^(?:that|which|who|agreed|where|said)$/.test(lower))
      return null;
    if (lower !== "in" && lower !== "at" && lower !== "to" && !(word.isVerb && i === word.to)) continue;
    const isLed = lower === "in" || lower === "at" || lower === "to";
    const found = lower === "to" ? stateAt(scene, word, i + 1) : null;
    const spot = found ?? spotAt(scene, isLed ? i + 1 : i)?.place;
    if (spot) return spot;
  }
  return null;
}

/** "A visit to Norland": a state is where a visit goes. */
function stateAt(scene: Scene, word: ContactWord, at: number): Place | null {
  if (word.kind !== "visit") return null;
  const start = scene.words[scene.words[at]?.lower === "the" ? at + 1 : at]?.start;
  const state = scene.mentions.find(
    (mention) => mention.form === "name" && mention.start <= (start ?? -1) && (start ?? -1) < mention.end,
  );
  const isState = state && /^[A-Z]{3}$/.test(state.link.actor ?? "") && state.link.rule === "state";
  return isState ? placeAt(scene.text, state.start, state.end) : null;
}

/** A known city or house, or a name in capitals that means nobody and no time: "in Liverpool". */
function spotAt(scene: Scene, at: number): { place: Place; to: number } | null {
  const { words, text } = scene;
  const from = words[at]?.lower === "the" ? at + 1 : at;
  const known = venueAt(scene, from);
  if (known || from > at) return known;
  let to = from;
  while (to < from + 3 && isPlaceName(scene, words[to])) to++;
  const [first, last] = [words[from], words[to - 1]];
  if (
    !first ||
    !last ||
    to === from ||
    /^(?:summit|meeting|conference|forum|talks|palace)$/i.test(words[to]?.lower ?? "")
  )
    return null;
  return { place: placeAt(text, first.start, last.end), to };
}

const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|Europe|Asia|Africa|America)\.?$/;

function isPlaceName(scene: Scene, word: Word | undefined): boolean {
  if (!word || !/^\p{Lu}\p{Ll}/u.test(word.form) || NO_PLACE.test(word.form)) return false;
  const within = (one: { start: number; end: number }) => one.start < word.end && word.start < one.end;
  return !scene.mentions.some(within) && !scene.times.some(within);
}

const LANGUAGE =
  /\b(?:through|with|via|using|by|without) (?:the (?:help|aid|assistance) of )?(?:an? |simultaneous |consecutive |their )?(?:interpreters?|interpretation|translators?|translation)\b|\b(?:spoke|talked|conversed|held|conducted|was) (?:(?:largely|partly|entirely|mostly) )?in (?:English|Russian|German|French|Chinese|Mandarin|Spanish|Arabic|Turkish|Italian|Ukrainian|Persian|Japanese)\b(?=[.,;:)"”]|$| (?:and|but|with|without|through|throughout|by|for|on|at|about|which)\b)/;

/** Words that tell the language or the interpreters. */
export function languageIn(scene: Scene): Place | null {
  const found = LANGUAGE.exec(scene.text.slice(scene.sentence.start, scene.sentence.end));
  if (!found) return null;
  const start = scene.sentence.start + found.index;
  return placeAt(scene.text, start, start + found[0].length);
}
