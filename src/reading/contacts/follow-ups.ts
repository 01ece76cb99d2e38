/**
 * Follow-ups: what two sides agreed to do next, and what they handed over.
 *
 * "Agreed to continue contacts", "plan to resume the talks after Easter", "it
 * was agreed that the ministers will meet", "the upcoming talks in early May".
 *
 * Takes a scene; gives the words of each.
 *
 * Known misses: "a date is being worked on"; a follow-up told by a noun alone
 * ("a return visit is on the table").
 */

import { GOES_ON, HANDED_NOUNS, HANDED_VERBS } from "../../lexicon/contacts.ts";
import { type Place, placeAt } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import { type Scene, wordAt } from "./scenes.ts";

export function followUpsIn(scene: Scene): Place[] {
  const found: Place[] = [];
  for (let at = 0; at < scene.words.length; at++) {
    const to = agreedAt(scene, at) ?? plannedAt(scene, at) ?? comingAt(scene, at);
    if (!to) continue;
    const place = placeFrom(scene, to.from, to.to);
    if (place) found.push(place);
    at = to.to;
  }
  return found;
}

interface Stretch {
  from: number;
  to: number;
}

/** "agreed to continue …", "it was agreed that … will …", "agreed on a schedule of contacts". */
function agreedAt(scene: Scene, at: number): Stretch | null {
  const { words } = scene;
  if (words[at]?.lower !== "agreed" && words[at]?.lower !== "agree") return null;
  const next = words[at + 1]?.lower ?? "";
  const to = clauseEnd(words, at + 1);
  const from = subjectStart(words, at);
  if (next === "to") {
    const verb = words[at + 2]?.lower.endsWith("ly") ? words[at + 3] : words[at + 2];
    return verb &&
      /^\p{Ll}/u.test(verb.form) &&
      !/^(?:the|a|an|this|these|his|her|their|any\p{L}*|some\p{L}*|nothing|it|that|all)$/u.test(verb.lower)
      ? { from, to }
      : null;
  }
  const rest = words.slice(at + 1, to).map((word) => word.lower);
  if (next === "that")
    return rest.some((word) => /^(?:will|would|should|shall)$/.test(word)) ? { from, to } : null;
  if (next !== "on" && next !== "upon") return null;
  return rest.some((word) =>
    /^(?:contacts?|meetings?|talks|visits?|consultations|continuation|schedule|timetable|steps|date|dates|plan)$/.test(
      word,
    ),
  )
    ? { from, to }
    : null;
}

/** A pronoun or "it was" before the verb belongs to the words: "they agreed", "it was agreed". */
function subjectStart(words: readonly Word[], at: number): number {
  const before = words[at - 1]?.lower ?? "";
  if (/^(?:they|we|he|she)$/.test(before)) return at - 1;
  if (/^(?:was|been)$/.test(before) && /^(?:it|also)$/i.test(words[at - 2]?.lower ?? "")) return at - 2;
  return at;
}

/** "plan to continue the dialogue", "will meet again", "intend to hold". */
function plannedAt(scene: Scene, at: number): Stretch | null {
  const { words } = scene;
  const lower = words[at]?.lower ?? "";
  const carries =
    /^(?:plan|plans|planned|intend|intends|intended|expect|expects|hope|arranged|undertook|promised)$/.test(
      lower,
    ) && words[at + 1]?.lower === "to";
  const verb = carries ? at + 2 : lower === "will" ? at + 1 : -1;
  if (verb < 0) return null;
  const skipped = /^(?:also|soon|again|then|personally)$/.test(words[verb]?.lower ?? "") ? verb + 1 : verb;
  const acts = words[skipped]?.lower ?? "";
  if (!GOES_ON.has(acts)) return null;
  const to = clauseEnd(words, skipped);
  return isAboutContact(words, skipped, to) ? { from: at, to } : null;
}

function isAboutContact(words: readonly Word[], from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((word) =>
      /^(?:dialogue|contacts?|talks|meetings?|meet|conversations?|consultations|negotiations|touch|communication|discussions?|visit|round|call|speak|cooperation|work)$/.test(
        word.lower,
      ),
    );
}

/** "the upcoming talks in early May", "the next round will take place on Friday". */
function comingAt(scene: Scene, at: number): Stretch | null {
  const { words } = scene;
  if (!/^(?:upcoming|forthcoming|next|coming|future|further|planned|scheduled)$/.test(words[at]?.lower ?? ""))
    return null;
  let head = at + 1;
  while (
    head < Math.min(words.length, at + 5) &&
    !/^(?:negotiations|talks|round|meetings?|contacts|consultations|summit|visit)$/.test(
      words[head]?.lower ?? "",
    )
  ) {
    if (words[head]?.kind !== "word" || /^(?:of|in|on|and|the)$/.test(words[head]?.lower ?? "")) return null;
    head++;
  }
  if (head >= Math.min(words.length, at + 5)) return null;
  const to = clauseEnd(words, head);
  // Without a day it is only a word in passing.
  const dated = scene.times.find(
    (time) => wordAt(scene, time.start) >= head && wordAt(scene, time.start) <= Math.min(to, head + 10),
  );
  if (!dated) return null;
  const from = /^(?:the|a|their|its)$/.test(words[at - 1]?.lower ?? "") ? at - 1 : at;
  return { from, to: wordAt(scene, dated.end) };
}

const LONGEST_CLAUSE = 60;

/** The end of a clause: a stop, a semicolon, or a comma before a clause of another sort. */
function clauseEnd(words: readonly Word[], from: number): number {
  for (let at = from; at < Math.min(words.length, from + LONGEST_CLAUSE); at++) {
    const form = words[at]?.form ?? "";
    if (/^[.;:!?]$/.test(form) || /^["“”„«»]$/.test(form)) return at;
    if (
      form === "," &&
      /^(?:and|but|while|which|adding|noting|said|says|he|she|they|stressing|emphasising)$/.test(
        words[at + 1]?.lower ?? "",
      )
    ) {
      return at;
    }
    if (form === "," && isReport(words, at + 1)) return at;
  }
  return Math.min(words.length, from + LONGEST_CLAUSE);
}

/** ", Lang said". */
function isReport(words: readonly Word[], at: number): boolean {
  const says = words
    .slice(at, at + 6)
    .findIndex((word) => /^(?:said|says|told|added|noted|reported|reports|stressed)$/.test(word.lower));
  return says > 0 && words.slice(at, at + says).every((word) => word.kind === "word");
}

function placeFrom(scene: Scene, from: number, to: number): Place | null {
  let last = to - 1;
  while (last > from && scene.words[last]?.kind === "mark" && scene.words[last]?.form !== ")") last--;
  const first = scene.words[from];
  const end = scene.words[last];
  return first && end && last > from ? placeAt(scene.text, first.start, end.end) : null;
}

/** "the drafts handed over by Norland", "Norland handed over a list": what was handed over, with who did it. */
export function handedOverIn(scene: Scene): Place[] {
  const found: Place[] = [];
  const { words } = scene;
  for (let at = 0; at < words.length; at++) {
    if (!HANDED_NOUNS.has(words[at]?.lower ?? "")) continue;
    const after = participleAfter(words, at);
    const from = phraseStart(words, at);
    if (/^(?:no|not|any)$/.test(words[from]?.lower ?? "")) continue;
    const to = after ?? (isHandedBefore(words, from, at) ? phraseEnd(words, at) : null);
    const place = to === null ? null : placeFrom(scene, from, to);
    if (!place) continue;
    found.push(place);
    at = to ?? at;
  }
  return found;
}

/** After the noun, "handed over by Norland (to Sudland)": the end of it. */
function participleAfter(words: readonly Word[], at: number): number | null {
  for (let i = at + 1; i < Math.min(words.length, at + 9); i++) {
    const lower = words[i]?.lower ?? "";
    if (words[i]?.kind === "mark" && words[i]?.form !== "-") return null;
    const begins = HANDED_VERBS.has(lower) && (lower !== "handed" || words[i + 1]?.lower === "over");
    if (!begins) continue;
    const rest = i + (words[i + 1]?.lower === "over" || words[i + 1]?.lower === "on" ? 2 : 1);
    const led = words[rest]?.lower ?? "";
    if (led !== "by" && led !== "to" && lower !== "handed" && lower !== "transferred") return null;
    return partyEnd(words, rest);
  }
  return null;
}

/** After "by Norland", "to the Sudland side", both. */
function partyEnd(words: readonly Word[], at: number): number {
  let to = at;
  while (/^(?:by|to)$/.test(words[to]?.lower ?? "")) {
    let next = to + 1;
    while (
      next < Math.min(words.length, to + 7) &&
      words[next]?.kind === "word" &&
      !/^(?:by|to|on|in|at|and|was|were|is|are|will|which|that|last|earlier|this|during)$/.test(
        words[next]?.lower ?? "",
      )
    )
      next++;
    if (next === to + 1) break;
    to = next;
  }
  return to;
}

/** "handed over a list", "handed Sudland a list". */
function isHandedBefore(words: readonly Word[], from: number, noun: number): boolean {
  const spoken = /^(?:responses?|answers?|repl(?:y|ies)|messages?|proposals?)$/.test(
    words[noun]?.lower ?? "",
  );
  for (let i = from - 1; i >= Math.max(0, from - 8); i--) {
    const lower = words[i]?.lower ?? "";
    if (words[i]?.kind === "mark") return false;
    if (/^(?:handed|transferred|delivered)$/.test(lower)) return true;
    // "Gave an answer" is said, not handed over.
    if (/^(?:presented|submitted|gave)$/.test(lower)) return !spoken;
    if (
      lower === "over" ||
      lower === "to" ||
      /^\p{Lu}/u.test(words[i]?.form ?? "") ||
      /^(?:the|side|his|her|their|counterpart|colleague|guest|host|president|prime|foreign|minister|chancellor)$/.test(
        lower,
      )
    )
      continue;
    return false;
  }
  return false;
}

function phraseStart(words: readonly Word[], at: number): number {
  let from = at;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const lower = words[i]?.lower ?? "";
    if (/^(?:the|a|an|its|their|his|her|these|those)$/.test(lower)) return i;
    if (words[i]?.kind !== "word" || /^(?:of|in|on|by|to|and|with|over|about|was|were|had|has)$/.test(lower))
      return from;
    from = i;
  }
  return from;
}

function phraseEnd(words: readonly Word[], at: number): number {
  let to = at + 1;
  while (to < Math.min(words.length, at + 14)) {
    const word = words[to];
    if (
      !word ||
      word.kind === "mark" ||
      /^(?:and|but|which|that|who|during|when|while|after|before|at|will|would|was|were|is|are)$/.test(
        word.lower,
      )
    )
      break;
    to++;
  }
  return to;
}
