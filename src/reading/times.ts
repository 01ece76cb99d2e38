/**
 * Times: the words of a document that tell a time, with TIMEX3 values.
 *
 * Takes the document, its sentences and quotations; gives each time with its
 * place, value, modifier and what it was reckoned from. The grammar stands in
 * `times/grammar.ts`, the reckoning in `times/reckon.ts`; here they meet the
 * document: the day it is dated, the tense of a sentence, the day told of
 * last, and the day on which quoted words were spoken.
 *
 * Inside a quotation "today" is the speaker's. Where the text tells when he
 * spoke ("said on Thursday: …"), that day counts; else the document's own day
 * is assumed: `anchor` is "speech", `anchorValue` is `null`.
 *
 * Known miss: a dateline without a year helps only if the document is dated.
 */

import type { Document } from "../text/document.ts";
import { type Place, placeAt, type Span } from "../text/span.ts";
import type { Quotation, Sentence, Time } from "./reading.ts";
import { formatDay, parseDay } from "./times/calendar.ts";
import { foundIn } from "./times/grammar.ts";
import { type Around, reckon } from "./times/reckon.ts";
import type { Found } from "./times/sense.ts";
import { tenseAt } from "./times/tense.ts";
import { type Token, tokensIn } from "./times/tokens.ts";
import { offsetOf } from "./times/zones.ts";

/** Words that tell a time, with TIMEX3 values. */
export function timesIn(
  document: Document,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): Time[] {
  const story = storyOf(document);
  const isQuoted = quotedIn(quotations);
  const times: Time[] = [];
  for (const paragraph of paragraphsOf(sentences)) {
    times.push(...timesOfParagraph(document.text, paragraph, story, isQuoted, times.length));
  }
  return times;
}

/** What the reckoning carries from one time to the next. */
interface Story {
  today: number | null;
  /** The last whole day told of. */
  event: string | null;
  /** The day that a speaker's words are said to be from. */
  speech: { day: string; paragraph: number } | null;
}

function storyOf(document: Document): Story {
  const published = document.published ? parseDay(document.published.value) : null;
  return { today: datelineDay(document, published) ?? published, event: null, speech: null };
}

/** The day in the dateline, if it is near the day of publication. */
function datelineDay(document: Document, published: number | null): number | null {
  if (!document.dateline) return null;
  const line = document.dateline.value;
  const around: Around = { today: published, tense: "past", event: null };
  for (const time of foundIn(tokensIn(line, { start: 0, end: line.length }))) {
    const { value } = reckon(time, around);
    const day = value === null ? null : parseDay(value);
    if (day !== null && (published === null || Math.abs(published - day) <= 7)) return day;
  }
  return null;
}

/** Sentences of one paragraph are read as one stretch: "Dec. 30" may have been cut in two. */
function paragraphsOf(sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs[paragraphs.length - 1];
    if (last?.[0]?.paragraph === sentence.paragraph) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}

function timesOfParagraph(
  text: string,
  paragraph: readonly Sentence[],
  story: Story,
  isQuoted: (place: Span) => boolean,
  count: number,
): Time[] {
  const first = paragraph[0];
  const last = paragraph[paragraph.length - 1];
  if (!first || !last) return [];
  const tokens = tokensIn(text, { start: first.start, end: last.end });
  const founds = foundIn(tokens);
  const times: Time[] = [];
  const sentenceOf = sentencesAt(paragraph, first);
  for (const time of founds) {
    const place = placeOfTokens(text, tokens, time);
    const sentence = sentenceOf(place, times[times.length - 1]?.end ?? 0);
    const scene = { tokens, sentence, story, quoted: isQuoted(place), before: times };
    times.push(timeOf(place, time, scene, `t${count + times.length + 1}`));
  }
  return times;
}

/** The sentence of a place, asked in text order. A sentence that begins inside a time was cut too early. */
function sentencesAt(
  paragraph: readonly Sentence[],
  first: Sentence,
): (place: Span, lastEnd: number) => Sentence {
  let at = 0;
  let sentence = first;
  return (place, lastEnd) => {
    for (let next = paragraph[at + 1]; next && next.start <= place.start; next = paragraph[at + 1]) {
      sentence = next.start < lastEnd ? { ...next, start: sentence.start } : next;
      at++;
    }
    return sentence;
  };
}

interface Scene {
  tokens: readonly Token[];
  sentence: Sentence;
  story: Story;
  quoted: boolean;
  /** Times of the same paragraph that stand before. */
  before: readonly Time[];
}

function placeOfTokens(text: string, tokens: readonly Token[], time: Found): Place {
  const start = tokens[time.from]?.start ?? 0;
  return placeAt(text, start, tokens[time.to - 1]?.end ?? start);
}

function timeOf(place: Place, time: Found, scene: Scene, id: string): Time {
  const { story, sentence, tokens } = scene;
  const spoken =
    scene.quoted && story.speech && sentence.paragraph - story.speech.paragraph <= 1
      ? story.speech.day
      : null;
  const day = spoken === null ? story.today : parseDay(spoken);
  const [first, last] = tokensOfSentence(tokens, time, sentence);
  const around: Around = {
    today: day,
    tense: tenseAt(tokens, time.from, time.to, first, last),
    event: story.event,
  };
  const clockDay = time.type === "TIME" && time.sense.is === "unknown" ? dayOfClock(time, scene) : null;
  const { value, from } =
    clockDay === null
      ? reckon(time, around)
      : { ...reckon(time, { ...around, today: clockDay }), from: "event" as const };
  remember(value, time, scene);
  const shown = { ...place, id, type: time.type, value, mod: time.mod };
  if (from === "none") return { ...shown, anchor: "none", anchorValue: null };
  if (from === "event") {
    return { ...shown, anchor: "event", anchorValue: clockDay === null ? story.event : formatDay(clockDay) };
  }
  if (scene.quoted) return { ...shown, anchor: "speech", anchorValue: spoken };
  return { ...shown, anchor: "document", anchorValue: day === null ? null : formatDay(day) };
}

function tokensOfSentence(tokens: readonly Token[], time: Found, sentence: Span): [number, number] {
  let first = time.from;
  while (first > 0 && (tokens[first - 1]?.start ?? 0) >= sentence.start && time.from - first < 40) first--;
  let last = time.to;
  while (last < tokens.length && (tokens[last]?.start ?? 0) < sentence.end && last - time.to < 40) last++;
  return [first, last];
}

const NEAR_TIMES = 8;

/** A clock without a day is of the one day that its sentence tells, or of the clock before it in another zone. */
function dayOfClock(time: Found, scene: Scene): number | null {
  const { sentence } = scene;
  const before = scene.before.slice(-NEAR_TIMES);
  const near = before.findLast((other) => other.start >= sentence.start && other.value !== null);
  const other = near?.type === "TIME" && time.clock ? sameMoment(near.value ?? "", time) : null;
  if (other !== null) return other;
  const told = before.findLast((one) => one.start >= sentence.start && isWholeDay(one));
  return told?.value ? parseDay(told.value) : null;
}

function isWholeDay(time: Time): boolean {
  return (
    (time.type === "DATE" || time.type === "TIME") &&
    time.mod !== "BEFORE" &&
    time.mod !== "AFTER" &&
    parseDay(time.value ?? "") !== null &&
    !time.value?.includes("/")
  );
}

/** "6 p.m. EST (2 a.m. Moscow time)": the day of the second clock, if both tell the same moment. */
function sameMoment(value: string, time: Found): number | null {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)$/.exec(value);
  const day = parts ? parseDay(value) : null;
  if (!parts || day === null || !time.clock || time.clock.zone === null) return null;
  const offset = parts[4] === "Z" ? 0 : minutesOf(parts[4] ?? "");
  const mine = offsetOf(time.clock.zone, day);
  if (mine === null) return null;
  const moment = Number(parts[2]) * 60 + Number(parts[3]) - offset + mine;
  const days = Math.floor(moment / 1440);
  return moment - days * 1440 === (time.clock.hour % 24) * 60 + time.clock.minute ? day + days : null;
}

function minutesOf(offset: string): number {
  const size = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith("-") ? -size : size;
}

const SAID =
  /^(?:said|says|told|stated|noted|added|spoke|declared|announced|wrote|commented|reporters|briefing)$/;
const SPEECH_STEPS = 4;

/** Keeps the day for "the day before", and the day of speech for the quotation to come. */
function remember(value: string | null, time: Found, scene: Scene): void {
  if (value === null || time.mod === "BEFORE" || time.open !== null || value.includes("/")) return;
  const day = /^(?:\d{4}|XXXX)-\d\d-\d\d/.exec(value)?.[0];
  if (!day) return;
  scene.story.event = day;
  if (scene.quoted || parseDay(day) === null) return;
  for (let at = time.from - 1; at >= Math.max(0, time.from - SPEECH_STEPS); at--) {
    const token = scene.tokens[at];
    if (token && SAID.test(token.text) && token.start >= scene.sentence.start) {
      scene.story.speech = { day, paragraph: scene.sentence.paragraph };
    }
  }
}

/** Tells whether a place stands in quoted speech; asked in text order. */
function quotedIn(quotations: readonly Quotation[]): (place: Span) => boolean {
  const parts = quotations
    .filter((quotation) => quotation.kind === "speech")
    .flatMap((quotation) => quotation.outer)
    .sort((a, b) => a.start - b.start);
  let next = 0;
  let until = 0;
  return (place) => {
    for (let part = parts[next]; part && part.start <= place.start; part = parts[++next]) {
      until = Math.max(until, part.end);
    }
    return place.start < until;
  };
}
