/**
 * First-hand documents: transcripts, memoranda of conversation, letters.
 *
 * Takes the drafts that hold for any text, and changes them as such documents
 * ask: speakers' turns are sure, paragraphs and turns go on with their speaker,
 * a letter is its writer's, and what only looks like somebody's speech inside
 * another's is dropped. Lists of participants are no prose: nobody speaks in
 * them. Whom the titles and initials mean is left to `first-hand/cast.ts`.
 */

import type { Document } from "../text/document.ts";
import { countBefore } from "../text/search.ts";
import { contains, overlaps, type Place, placeAt, type Span, trimmedAt } from "../text/span.ts";
import { RULES } from "./attributions/rules.ts";
import type { Draft } from "./attributions.ts";
import { isFirstHand, memoHeadOf } from "./first-hand/head.ts";
import { insideOf } from "./first-hand/inside.ts";
import { lettersIn } from "./first-hand/letters.ts";
import {
  goingOnInParagraphs,
  goingOnInTurns,
  isTalker,
  LISTED,
  type Names,
  paragraphsFrom,
  subjectOf,
} from "./first-hand/paragraphs.ts";
import type { Sentence } from "./reading.ts";

export function firstHandDrafts(
  document: Document,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): Draft[] {
  if (!isFirstHand(document)) return [...drafts];
  const { text } = document;
  const head = memoHeadOf(document);
  const title = document.regions.filter((region) => region.kind === "headline");
  const aside = [...title, ...head.lines].sort((a, b) => a.start - b.start);
  const prose = outside(sentences, aside);
  const names = namesIn(text, [...title, ...(head.subject ? [head.subject] : [])], head.participants);
  const isAside = insideOf(aside);
  const changed = drafts.map((draft) => {
    if (isAside(draft.cue[0] ?? draft.content[0])) return null;
    return draft.rule === "turn"
      ? sureTurn(draft)
      : { ...withoutLead(text, draft, names, sentenceAt(prose)) };
  });
  const found = [...rejoined(drafts, changed), ...labelledTurns(text, prose)];
  const told = apart(text, labelsCut(text, found), names);
  const turns = told
    .filter((draft) => draft.rule === "speaker-turn")
    .sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  const added =
    turns.length >= FEWEST_TURNS
      ? goingOnInTurns(text, prose, turns, told, names)
      : lettersIn(document, prose);
  const voices = turns.length >= FEWEST_TURNS ? [...turns, ...added] : added;
  if (voices.length > 0) return [...thirdParties(told, voices), ...added];
  const goingOn = goingOnInParagraphs(text, prose, told, names);
  return [...thirdParties(told, goingOn.concat(told)), ...goingOn];
}

/** "VALE (via interpreter): …": a label with a word about how it was said. */
const LABEL =
  /^(?<name>(?:The )?\p{Lu}[\p{L}.’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30}){0,3}) ?\([^():]{2,40}\) ?:/u;

function labelledTurns(text: string, prose: readonly Sentence[]): Draft[] {
  return paragraphsFrom(prose).flatMap((paragraph) => {
    const start = paragraph[0]?.start ?? 0;
    const end = paragraph[paragraph.length - 1]?.end ?? start;
    const match = LABEL.exec(text.slice(start, Math.min(end, start + 200)));
    const name = match?.groups?.name;
    const content = match ? trimmedAt(text, start + match[0].length, end) : null;
    if (!match || !name || !content) return [];
    const colon = start + match[0].length - 1;
    return [
      sureTurn({
        source: [placeAt(text, start, start + name.length)],
        cue: [placeAt(text, colon, colon + 1)],
        content: [content],
        rule: "turn",
        confidence: RULES.turn,
        continues: null,
      }),
    ];
  });
}

/** A sentence is read with its label; what is said starts behind it. */
function labelsCut(text: string, drafts: Draft[]): Draft[] {
  const behind = new Map<number, number>();
  for (const { rule, source, content } of drafts)
    if (rule === "speaker-turn" && source[0] && content[0]) behind.set(source[0].start, content[0].start);
  if (behind.size === 0) return drafts;
  for (const draft of drafts) {
    draft.content = draft.content.flatMap((part) => {
      const start = behind.get(part.start);
      if (start === undefined) return [part];
      return start < part.end ? [placeAt(text, start, part.end)] : [];
    });
  }
  return drafts;
}

/**
 * "Vale said something of his fears, and the Minister replied that …": the
 * second is not told by the first. The first one's content ends at the "and".
 */
function apart(text: string, drafts: Draft[], names: Names): Draft[] {
  const byCue = drafts
    .filter((draft) => draft.cue[0] && draft.source[0] && draft.source[0].start < draft.cue[0].start)
    .sort((a, b) => (a.source[0]?.start ?? 0) - (b.source[0]?.start ?? 0));
  for (const [i, first] of byCue.entries()) {
    for (const second of byCue.slice(i + 1, i + 4)) {
      const source = second.source[0];
      const last = first.content[first.content.length - 1];
      if (!source || !last || !contains(last, source) || /^(?:he|she|it|they|we|I)$/iu.test(source.words))
        continue;
      const joint = /,\s+(?:and|but|while|whereupon)\s+$/u.exec(text.slice(last.start, source.start));
      if (!joint || !isTalker(source.words, names) || first.rule === "speaker-turn") continue;
      const kept = placeAt(text, last.start, last.start + joint.index);
      first.content = [...first.content.slice(0, -1), ...(kept.end > kept.start ? [kept] : [])];
      break;
    }
  }
  return drafts;
}

function sureTurn(turn: Draft): Draft {
  return { ...turn, rule: "speaker-turn", confidence: RULES["speaker-turn"] };
}

/** Without those that only look like another's speech inside somebody's own words. */
function thirdParties(drafts: readonly Draft[], voices: readonly Draft[]): Draft[] {
  const isInside = insideContents(voices);
  const kept = drafts.map((draft) => (isInside(draft) && !isThirdParty(draft) ? null : draft));
  return rejoined(drafts, kept);
}

/** Fewer colons may be anything. */
const FEWEST_TURNS = 3;

function sourceWords(draft: Draft): string {
  return draft.source[0]?.words ?? "";
}

/** Those that stand in none of the places; both in text order. */
function outside<T extends Span>(all: readonly T[], places: readonly Span[]): T[] {
  let next = 0;
  return all.filter((one) => {
    while (next < places.length && (places[next]?.end ?? 0) <= one.start) next++;
    const place = places[next];
    return !place || !overlaps(place, one);
  });
}

/** Whether the cue stands in the content of one of those. */
function insideContents(others: readonly Draft[]): (draft: Draft) => boolean {
  const inside = insideOf(others.flatMap((other) => other.content));
  return (draft) => inside(draft.cue[0]);
}

/** Drafts put in the place of others, with what goes on from them; what goes on from a dropped one is dropped. */
function rejoined(before: readonly Draft[], after: readonly (Draft | null)[]): Draft[] {
  const now = new Map(before.map((draft, i) => [draft, after[i] ?? null]));
  return after.flatMap((draft) => {
    if (draft === null) return [];
    if (draft.continues === null) return [draft];
    const target = now.get(draft.continues);
    return target ? [Object.assign(draft, { continues: target })] : [];
  });
}

/**
 * Inside somebody's words, "you tell", "everyone says" and "to say" are the
 * speaker's own way of speaking; "he asked me" and "the Chairman thinks" tell
 * of another.
 */
function isThirdParty(draft: Draft): boolean {
  const words = sourceWords(draft);
  if (
    /\b(?:I|we|you|you all|y['’]all|to|everyone|everybody|nobody|no one|one|some|it|that|this|which|who)$/iu.test(
      words,
    )
  )
    return false;
  if (/^(?:you|everyone|everybody|nobody|some|one|no)\b/iu.test(words)) return false;
  if (/^(?:the|our|their|his|my|these|those) \p{L}+$/iu.test(words) || /^\p{Ll}{3,}s$/u.test(words))
    return true;
  return /^(?:he|she|they)$/iu.test(words) || /(?<=^|\s)\p{Lu}\p{L}+\W*$/u.test(words);
}

/** Capitalised words of titles and lists, in lower case: by these the document calls its people. */
function namesIn(text: string, titles: readonly Span[], entries: readonly Span[]): Names {
  const names = new Set<string>();
  for (const place of [...titles, ...entries]) {
    const words = text.slice(place.start, place.end);
    const named = titles.includes(place) ? words : words.replace(/[,(].*$/u, "");
    for (const [word] of named.matchAll(/\p{Lu}[\p{L}’'-]+/gu))
      if (!NO_NAMES.has(word.toLowerCase())) names.add(word.toLowerCase());
  }
  const listed = entries.filter((entry) => /\p{Lu}\p{Ll}+/u.test(text.slice(entry.start, entry.end)));
  if (listed.length >= FEWEST_LISTED) names.add(LISTED);
  return names;
}

/** So many entries with a name make a list that is whole. */
const FEWEST_LISTED = 3;

const NO_NAMES = new Set(
  `memorandum transcript telephone conversation between and the of with from letter message meeting talk washington
  moscow london paris vienna january february march april may june july august september october november december
  department state states united kingdom union soviet ministry foreign affairs office house white security council
  national us ussr uk`.split(/\s+/),
);

const TAIL =
  /(?:^|[\s,])(?<tail>(?:he|she|I|(?:the |The )(?:(?:Prime|Foreign|Vice) )?(?<title>\p{L}+)|Mr\. (?<name>\p{Lu}[\p{L}’-]+)|Chairman \p{Lu}[\p{L}’-]+|President \p{Lu}[\p{L}’-]+))$/u;

/** "In reply to a question of the Chairman he": only "he" speaks. */
function withoutLead(text: string, draft: Draft, names: Names, sentenceOf: SentenceOf): Draft {
  const source = draft.source[0];
  if (!source || draft.source.length > 1) return draft;
  if (!isTalker(source.words, names)) return withTalkerBefore(text, draft, names, sentenceOf);
  const match = TAIL.exec(source.words);
  const tail = match?.groups?.tail;
  if (!match || !tail || tail.length === source.words.length || !isTalker(tail, names)) return draft;
  const before = source.words.slice(0, source.words.length - tail.length);
  if (/\b(?:of|and|for|by|with|to|or|from)\s+$/iu.test(before)) return draft;
  return { ...draft, source: [placeOfTail(text, source, tail)] };
}

/** "In reply to the Minister's question, Mr. Vale said": whoever stands right before the verb. */
function withTalkerBefore(text: string, draft: Draft, names: Names, sentenceOf: SentenceOf): Draft {
  const cue = draft.cue[0];
  const source = draft.source[0];
  if (!cue || !source || source.end > cue.start) return draft;
  const before = text.slice(Math.max(source.start, cue.start - 60), cue.start).replace(/[,\s]+$/u, "");
  const tail = TAIL.exec(before)?.groups?.tail;
  if (!tail || !isTalker(tail, names)) return withSubject(text, draft, names, sentenceOf(cue.start));
  const end = Math.max(source.start, cue.start - 60) + before.length;
  return { ...draft, source: [placeAt(text, end - tail.length, end)] };
}

/** "Vale told of his journey, and in reply to a question of the Minister said": the subject goes on. */
function withSubject(text: string, draft: Draft, names: Names, sentence: Sentence | null): Draft {
  const cue = draft.cue[0];
  const source = draft.source[0];
  if (!sentence || !cue || !source) return draft;
  const subject = subjectOf(text, sentence, names);
  if (!subject || subject.isOwner || subject.end > source.start) return draft;
  const isReply = /\b(?:in|In) (?:reply|answer|response) to\b/u.test(text.slice(subject.end, cue.start));
  return isReply ? { ...draft, source: [placeAt(text, subject.start, subject.end)] } : draft;
}

type SentenceOf = (at: number) => Sentence | null;

function sentenceAt(sentences: readonly Sentence[]): SentenceOf {
  return (at) => {
    const low = countBefore(sentences.length, (middle) => (sentences[middle]?.start ?? 0) <= at);
    const found = sentences[low - 1];
    return found && at < found.end ? found : null;
  };
}

function placeOfTail(text: string, source: Place, tail: string): Place {
  return placeAt(text, source.end - tail.length, source.end);
}
