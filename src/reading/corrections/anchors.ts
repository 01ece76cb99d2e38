/**
 * Anchors: the words by which a finding is found again in another Reading of
 * the same document.
 *
 * Ids are numbered anew by each reader, places of findings may widen or shrink,
 * so a finding is the same only where it stands on exactly the same words.
 */

import type { Passage, Place } from "../../text/span.ts";
import type { FindingTarget, TargetKind } from "../corrections.ts";
import type { Contact, Reading, Track } from "../reading.ts";

/** A finding of any kind, told by the words that it stands on. */
export interface Anchored {
  kind: TargetKind;
  /** Id in its Reading. */
  id: string;
  anchor: Passage;
  beside: Passage;
}

/** All findings of a kind, in the Reading's order. */
export function anchoredIn(reading: Reading, kind: TargetKind): Anchored[] {
  return LISTS[kind](reading).map((one) => ({ kind, ...one }));
}

/** The finding's words; `null` when the Reading has no such id. */
export function anchoredOf(reading: Reading, kind: TargetKind, id: string): Anchored | null {
  return anchoredIn(reading, kind).find((one) => one.id === id) ?? null;
}

type Unkinded = Omit<Anchored, "kind">;

const LISTS: Readonly<Record<TargetKind, (reading: Reading) => Unkinded[]>> = {
  attribution: ({ attributions }) =>
    attributions.map(({ id, source, cue, content }) => ({
      id,
      anchor: content.length > 0 ? content : [...source, ...cue].sort((a, b) => a.start - b.start),
      beside: cue,
    })),
  statement: (reading) => {
    const cues = new Map(reading.attributions.map(({ id, cue }) => [id, cue]));
    return reading.statements.map(({ id, content, attribution }) => ({
      id,
      anchor: content,
      beside: attribution === null ? [] : (cues.get(attribution) ?? []),
    }));
  },
  mention: ({ mentions }) =>
    mentions.map((mention) => ({ id: mention.id, anchor: [bare(mention)], beside: [] })),
  time: ({ times }) => times.map((time) => ({ id: time.id, anchor: [bare(time)], beside: [] })),
  contact: ({ contacts }) =>
    contacts.map((contact) => ({ id: contact.id, anchor: wordsOf(contact), beside: [] })),
  track: ({ tracks }) => tracks.map((track) => ({ id: track.id, anchor: trackWords(track), beside: [] })),
};

function bare({ start, end, words }: Place): Place {
  return { start, end, words };
}

/** The first words that show the contact: what it was, when, or who took part. */
function wordsOf({ kind, date, participants, clocks, duration }: Contact): Passage {
  const told = [kind, date, duration, ...participants, ...clocks];
  return told.find((one) => one !== null && one.evidence.length > 0)?.evidence ?? [];
}

function trackWords({ evidence, venue, format }: Track): Passage {
  return evidence.length > 0 ? evidence : ((venue ?? format)?.evidence ?? []);
}

export interface Found {
  finding: Anchored;
  /** Whether the same words stand elsewhere than they did. */
  moved: boolean;
}

/**
 * The one finding that stands on the target's exact words; `null` when none or
 * several do. Words that moved, because the text is taken from the page in
 * another way, are followed only where they stand on one finding alone.
 */
export function foundAgain(reading: Reading, target: FindingTarget): Found | null {
  if (target.anchor.length === 0) return null;
  const all = anchoredIn(reading, target.kind);
  const there = all.filter(({ anchor }) => samePlaces(anchor, target.anchor));
  const here = only(there, target);
  if (here !== null || there.length > 0) return here === null ? null : { finding: here, moved: false };
  const elsewhere = only(
    all.filter(({ anchor }) => sameWords(anchor, target.anchor)),
    target,
  );
  return elsewhere === null ? null : { finding: elsewhere, moved: true };
}

function only(candidates: readonly Anchored[], target: FindingTarget): Anchored | null {
  if (candidates.length <= 1) return candidates[0] ?? null;
  const beside = candidates.filter((one) => sameWords(one.beside, target.beside));
  return beside.length === 1 ? (beside[0] ?? null) : null;
}

export function samePlaces(a: Passage, b: Passage): boolean {
  return (
    a.length === b.length &&
    a.every(
      (part, at) => part.start === b[at]?.start && part.end === b[at]?.end && part.words === b[at]?.words,
    )
  );
}

function sameWords(a: Passage, b: Passage): boolean {
  return a.length === b.length && a.every((part, at) => part.words === b[at]?.words);
}
