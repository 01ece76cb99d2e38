/**
 * Tracks: negotiations to come or under way, with venue, format, parties, day
 * and subject, as far as the text tells.
 *
 * A sentence that lists several ("in Geneva on Monday, in Brussels within the
 * NATO-Russia Council on Wednesday") gives a track for each venue or format.
 * What two sentences tell of one venue is one track.
 *
 * Known misses: parties that "bilateral" only implies are not given; a venue
 * that no list of cities knows.
 */

import { demonymIn } from "../lexicon/demonym-look.ts";
import {
  AHEAD_SIGNS,
  FORMAT_HEADS,
  NEGOTIATION_WORDS,
  OVER_SIGNS,
  UNDER_WAY_SIGNS,
} from "../lexicon/tracks.ts";
import type { Document } from "../text/document.ts";
import { type Place, placeAt } from "../text/span.ts";
import type { Word } from "../text/words.ts";
import { venueAt } from "./contacts/facts.ts";
import { type Cast, castOf, type Scene, scenesOf, wordAt } from "./contacts/scenes.ts";
import type { Actor, Mention, Sentence, Time, Told, Track } from "./reading.ts";
import { parseDay } from "./times/calendar.ts";
import { type Format, formatsIn } from "./tracks/formats.ts";
import type { Voices } from "./voices.ts";

/** Negotiations to come or under way. */
export function tracksIn(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
  times: readonly Time[],
  voices: Voices,
): Track[] {
  const cast = castOf(actors);
  const today = document.published ? parseDay(document.published.value) : null;
  const drafts: Draft[] = [];
  for (const scene of scenesOf(document.text, sentences, mentions, times)) {
    for (const draft of draftsIn(scene, cast, today)) merge(drafts, draft);
  }
  return drafts.map((draft, i) => trackFrom(draft, `k${i + 1}`, cast, voices));
}

interface Draft {
  venue: Place | null;
  format: Place | null;
  time: Time | null;
  parties: Mention[];
  subject: Place | null;
  evidence: Place[];
}

/** A place in the sentence that a track hangs on: a venue, or a format without one. */
interface Anchor {
  from: number;
  to: number;
  venue: Place | null;
  format: Format | null;
}

function draftsIn(scene: Scene, cast: Cast, today: number | null): Draft[] {
  if (!scene.words.some((word) => NEGOTIATION_WORDS.has(word.lower)) || !isAhead(scene, today)) return [];
  const formats = formatsIn(scene, cast);
  const anchors = anchorsIn(scene, formats);
  if (anchors.length === 0) return [];
  const cuts = cutsBetween(scene, anchors, formats);
  return anchors.flatMap((anchor, i) => {
    const draft = draftOf(
      scene,
      anchor,
      { from: cuts[i] ?? 0, to: cuts[i + 1] ?? scene.words.length },
      formats,
      cast,
    );
    return draft && isToCome(draft, today) ? [draft] : [];
  });
}

/** The sentence speaks of what will be or goes on, by a word or by a day after the document's. */
function isAhead(scene: Scene, today: number | null): boolean {
  if (scene.words.some((word) => AHEAD_SIGNS.has(word.lower) || UNDER_WAY_SIGNS.has(word.lower))) return true;
  if (
    /\b(?:are|is) (?:also )?to (?:be|take|meet|begin|start)\b|\bto (?:hold|meet|convene|resume)\b|\bunder way\b/.test(
      sentenceText(scene),
    )
  )
    return true;
  return scene.times.some((time) => today !== null && (parseDay(time.value ?? "") ?? 0) > today);
}

function sentenceText(scene: Scene): string {
  return scene.text.slice(scene.sentence.start, scene.sentence.end);
}

function isToCome(draft: Draft, today: number | null): boolean {
  const day = parseDay(draft.time?.value ?? "");
  return day === null || today === null || day >= today - 1;
}

function anchorsIn(scene: Scene, formats: readonly Format[]): Anchor[] {
  const venues = venuesIn(scene, formats);
  const anchors: Anchor[] = venues.map((venue) => ({ ...venue, format: null }));
  for (const format of formats) {
    const near = venues.some((venue) => gapBetween(scene, venue, format) !== null);
    if (!near && (isDated(scene, format) || isHeld(scene, format))) {
      anchors.push({ from: format.from, to: format.to, venue: null, format });
    }
  }
  return anchors.sort((a, b) => a.from - b.from);
}

interface Stretch {
  from: number;
  to: number;
}

/** Cities after a preposition or in a list of such, outside formats and other names. */
function venuesIn(scene: Scene, formats: readonly Format[]): (Stretch & { venue: Place })[] {
  const found: (Stretch & { venue: Place })[] = [];
  for (let at = 0; at < scene.words.length; at++) {
    const venue = venueAt(scene, at);
    if (!venue) continue;
    const before = scene.words[at - 1]?.lower ?? "";
    const led = /^(?:in|at|to|near)$/.test(before);
    const listed = found.length > 0 && /^(?:,|and|then|or)$/.test(before);
    const owns = scene.words[venue.to]?.lower;
    const heads = FORMAT_HEADS.has(owns ?? "") && before === "the";
    if ((led || listed || heads) && !formats.some((format) => format.from < at && at < format.to)) {
      if (!isOver(scene, at)) found.push({ from: led ? at - 1 : at, to: venue.to, venue: venue.place });
    }
    at = venue.to - 1;
  }
  return found.length > 0 ? found : statesIn(scene, formats);
}

/** "in Norland": a state, where no city is told. */
function statesIn(scene: Scene, formats: readonly Format[]): (Stretch & { venue: Place })[] {
  return scene.mentions.flatMap((mention) => {
    const from = wordAt(scene, mention.start);
    const to = wordAt(scene, mention.end);
    const led =
      scene.words[from - 1]?.lower === "in" &&
      FORMAT_OR_VERB.test(
        scene.words
          .slice(Math.max(0, from - 8), from - 1)
          .map((word) => word.lower)
          .join(" "),
      );
    const isState = mention.link.actor !== null && /^[A-Z]{3}$/.test(mention.link.actor);
    if (
      !led ||
      !isState ||
      isOver(scene, from) ||
      formats.some((format) => format.from < from && from < format.to)
    )
      return [];
    return [{ from: from - 1, to, venue: placeAt(scene.text, mention.start, mention.end) }];
  });
}

const FORMAT_OR_VERB =
  /\b(?:talks|negotiations|consultations|summit|round|meet|resume|held|place|begin|start)\b/;

/** "talks held in Cairo": the nearest verb before says that it is over. */
function isOver(scene: Scene, at: number): boolean {
  for (let i = at - 2; i >= Math.max(0, at - 12); i--) {
    const lower = scene.words[i]?.lower ?? "";
    if (AHEAD_SIGNS.has(lower) || lower === "be" || lower === "to") return false;
    if (lower === "held" && scene.words[i - 1]?.lower === "be") return false;
    if (OVER_SIGNS.has(lower)) return true;
    if (/^[;.(]$/.test(scene.words[i]?.form ?? "")) return false;
  }
  return false;
}

function isDated(scene: Scene, format: Format): boolean {
  const end = scene.words[format.to - 1]?.end ?? 0;
  return scene.times.some((time) => time.start >= end && time.start - end <= 40 && time.type === "DATE");
}

function isHeld(scene: Scene, format: Format): boolean {
  const before = scene.words.slice(Math.max(0, format.from - 8), format.from).map((word) => word.lower);
  return before.some((word) =>
    /^(?:tracks?|held|meet|place|talks|negotiations|consultations|starting|beginning|efforts)$/.test(word),
  );
}

/** Words between a venue and a format that belong together; `null` if a joint parts them. */
function gapBetween(scene: Scene, venue: Stretch, format: Stretch): number | null {
  const [from, to] = venue.to <= format.from ? [venue.to, format.from] : [format.to, venue.from];
  if (from > to || to - from > 12) return from > to ? 0 : null;
  for (let i = from; i < to; i++) {
    const word = scene.words[i];
    if (word && isJointAt(scene, i)) return null;
  }
  return to - from;
}

/** A word that parts two items of a list; not the comma of "the summit, scheduled for …". */
function isJointAt(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (!word || !/^(?:and|,|;|then|but|or)$/.test(word.lower) || isInTime(scene, word.start)) return false;
  return (
    word.form !== "," ||
    !/^(?:scheduled|planned|due|set|expected|which|to|on|is|are|will|would|was|were)$/.test(
      scene.words[at + 1]?.lower ?? "",
    )
  );
}

function isInTime(scene: Scene, offset: number): boolean {
  return scene.times.some((time) => time.start <= offset && offset < time.end);
}

/** Where the sentence is cut between anchors: at the first joint after each that is not inside a format or a time. */
function cutsBetween(scene: Scene, anchors: readonly Anchor[], formats: readonly Format[]): number[] {
  const cuts = [headOf(scene, anchors[0]?.from ?? 0)];
  for (let i = 0; i + 1 < anchors.length; i++) {
    const [left, right] = [anchors[i], anchors[i + 1]];
    if (!left || !right) continue;
    let cut = right.from;
    for (let at = left.to; at < right.from; at++) {
      const word = scene.words[at];
      const inside = formats.some((format) => format.from <= at && at < format.to);
      if (!word || inside || !isJointAt(scene, at)) continue;
      cut = at;
      break;
    }
    cuts.push(cut);
  }
  return [...cuts, scene.words.length];
}

/** The list begins behind a bracket or colon before the first anchor. */
function headOf(scene: Scene, at: number): number {
  for (let i = at - 1; i >= 0; i--) if (/^[(:;]$/.test(scene.words[i]?.form ?? "")) return i + 1;
  return 0;
}

function draftOf(
  scene: Scene,
  anchor: Anchor,
  stretch: Stretch,
  formats: readonly Format[],
  cast: Cast,
): Draft | null {
  const inside = formats.filter((format) => format.from >= stretch.from && format.to <= stretch.to);
  const format = anchor.format ?? nearestFormat(scene, anchor, inside);
  const time = timeOf(scene, anchor, stretch);
  const parts: Stretch[] = [anchor, ...(format ? [format] : [])];
  if (time) parts.push({ from: wordAt(scene, time.start), to: wordAt(scene, time.end) });
  const from = Math.min(...parts.map((part) => part.from));
  const to = Math.max(...parts.map((part) => part.to));
  const [first, last] = [scene.words[from], scene.words[to - 1]];
  if (!first || !last) return null;
  const evidence = placeAt(scene.text, first.start, last.end);
  const parties = partiesOf(scene, anchor, evidence, stretch, cast);
  return {
    venue: anchor.venue,
    format: format?.place ?? null,
    time,
    parties,
    subject: subjectIn(scene, stretch),
    evidence: [evidence],
  };
}

function nearestFormat(scene: Scene, anchor: Anchor, formats: readonly Format[]): Format | null {
  let best: Format | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const format of formats) {
    const gap = gapBetween(scene, anchor, format);
    if (gap === null || gap >= least) continue;
    best = format;
    least = gap;
  }
  return best;
}

/** The time in the anchor's stretch that stands nearest to it. */
function timeOf(scene: Scene, anchor: Anchor, stretch: Stretch): Time | null {
  const from = scene.words[stretch.from]?.start ?? 0;
  const to = scene.words[stretch.to - 1]?.end ?? 0;
  const middle = scene.words[anchor.from]?.start ?? 0;
  let best: Time | null = null;
  for (const time of scene.times) {
    if ((time.type !== "DATE" && time.type !== "TIME") || time.start < from || time.end > to) continue;
    if (time.value === null || time.value.endsWith("_REF") || time.value.endsWith("..")) continue;
    if (best === null || Math.abs(time.start - middle) < Math.abs(best.start - middle)) best = time;
  }
  return best;
}

/** States, bodies and people named in the track's own words, else those between whom the talks are. */
function partiesOf(scene: Scene, anchor: Anchor, evidence: Place, stretch: Stretch, cast: Cast): Mention[] {
  const isParty = (mention: Mention) => {
    const kind = mention.link.actor === null ? undefined : cast.get(mention.link.actor)?.kind;
    const atVenue =
      anchor.venue !== null && mention.start < anchor.venue.end && anchor.venue.start < mention.end;
    return kind !== undefined && kind !== "group" && kind !== "document" && kind !== "unnamed" && !atVenue;
  };
  const own = scene.mentions.filter(
    (mention) => mention.start >= evidence.start && mention.end <= evidence.end && isParty(mention),
  );
  if (own.length > 0) return own;
  const between = scene.words.findIndex((word) => word.lower === "between");
  if (between < 0 || between > stretch.to) return [];
  const from = scene.words[between]?.end ?? 0;
  return scene.mentions
    .filter((mention) => mention.start >= from && mention.start - from < 80 && isParty(mention))
    .slice(0, 2);
}

/** "talks on", "talks between Norland and Sudland on": no verb in between. */
function isNegotiationBefore(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 9); i--) {
    const lower = words[i]?.lower ?? "";
    if (NEGOTIATION_WORDS.has(lower)) return true;
    if (
      !/^(?:between|and|the|of|delegations|officials|representatives|experts)$/.test(lower) &&
      !/^\p{Lu}/u.test(words[i]?.form ?? "")
    )
      return false;
  }
  return false;
}

/** "talks on arms control": the words after "on", up to where the place or time begins. */
function subjectIn(scene: Scene, stretch: Stretch): Place | null {
  const { words } = scene;
  for (let at = stretch.from; at < stretch.to; at++) {
    const leads = /^(?:on|about|regarding|concerning|over)$/.test(words[at]?.lower ?? "");
    if (!leads || !isNegotiationBefore(words, at) || isInTime(scene, words[at + 1]?.start ?? 0)) continue;
    let to = at + 1;
    while (to < Math.min(stretch.to, at + 16)) {
      const word = words[to];
      if (
        !word ||
        /^[,.;:()]$/.test(word.form) ||
        /^(?:in|at|will|would|are|is|were|was|that|which|to|and)$/.test(word.lower)
      )
        break;
      if (isInTime(scene, word.start) || (word.lower === "on" && isInTime(scene, words[to + 1]?.start ?? 0)))
        break;
      to++;
    }
    const [first, last] = [words[at + 1], words[to - 1]];
    if (first && last && to > at + 1) return placeAt(scene.text, first.start, last.end);
  }
  return null;
}

/** A document that tells of more is a list, and would take long to sort. */
const MOST_TRACKS = 100;

/** Two sentences of one venue, or of one format where a venue is missing, tell of one track. */
function merge(drafts: Draft[], draft: Draft): void {
  const known = drafts.find((other) => isSame(other, draft));
  if (!known) {
    if (drafts.length < MOST_TRACKS) drafts.push(draft);
    return;
  }
  known.venue ??= draft.venue;
  known.format ??= draft.format;
  known.time ??= draft.time;
  known.subject ??= draft.subject;
  if (known.parties.length === 0) known.parties = draft.parties;
  known.evidence.push(...draft.evidence);
}

function isSame(a: Draft, b: Draft): boolean {
  if (a.time?.value && b.time?.value && !daysFit(a.time.value, b.time.value)) return false;
  if (a.venue && b.venue) return a.venue.words === b.venue.words;
  return (
    a.format !== null && b.format !== null && a.format.words.toLowerCase() === b.format.words.toLowerCase()
  );
}

/** One may tell the month and the other the day. */
function daysFit(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function trackFrom(draft: Draft, id: string, cast: Cast, voices: Voices): Track {
  const tell = <T>(value: T, place: Place, confidence: number): Told<T> => ({
    value,
    evidence: [{ start: place.start, end: place.end, words: place.words }],
    chain: voices.chainAt(place),
    confidence,
  });
  const first = draft.evidence[0];
  return {
    id,
    venue: draft.venue ? tell(draft.venue.words, draft.venue, 0.9) : null,
    format: draft.format ? tell(draft.format.words, draft.format, 0.8) : null,
    parties: partiesTold(draft, cast).map(({ actor, place }) => tell(actor, place, 0.75)),
    date: draft.time?.value ? tell(draft.time.value, draft.time, 0.85) : null,
    subject: draft.subject ? tell(draft.subject.words, draft.subject, 0.7) : null,
    evidence: draft.evidence,
    chain: first ? voices.chainAt(first) : [],
  };
}

/** Those named, and those that a format pairs: "the NATO-Norland Council", "Norland-Sudland talks". */
function partiesTold(draft: Draft, cast: Cast): { actor: string; place: Place }[] {
  const named = draft.parties.map((mention) => ({ actor: mention.link.actor ?? "", place: mention }));
  const { format } = draft;
  const pair = format ? /^(?:the )?([\p{L}.]+)[-–]([\p{L}.]+) /iu.exec(`${format.words} `) : null;
  const paired =
    format && pair ? [pair[1], pair[2]].flatMap((part) => pairedActor(part ?? "", format, cast)) : [];
  const all = paired.length === 2 ? paired : named;
  return all.filter((one, i) => all.findIndex((other) => other.actor === one.actor) === i);
}

function pairedActor(part: string, place: Place, cast: Cast): { actor: string; place: Place }[] {
  const side = demonymIn(part);
  if (side !== null && cast.has(side)) return [{ actor: side, place }];
  for (const actor of cast.values()) {
    if (
      (actor.kind === "state" || actor.kind === "organisation") &&
      (actor.name === part || actor.id === part)
    ) {
      return [{ actor: actor.id, place }];
    }
  }
  return [];
}
