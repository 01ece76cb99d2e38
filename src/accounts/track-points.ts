/**
 * Tracks as points: the same negotiation to come, told by several accounts.
 *
 * Takes the tracks of all accounts; gives them in clusters, and says how two
 * tellings of one stand: a day inside a month is more exact, another day is a
 * contradiction. Two tracks are one by format or venue and a date that allows
 * it.
 *
 * Known miss: two rounds of one negotiation in the same month, told without a day.
 */

import type { ChainLink, Track } from "../reading/reading.ts";
import { parseDay } from "../reading/times/calendar.ts";
import type { Cell } from "./accounts.ts";
import { groundOf, type Told } from "./tellings.ts";
import { datesRelation } from "./values.ts";
import { voiceOf } from "./voices.ts";
import { stemOf } from "./words.ts";

export interface TrackTelling {
  track: Track;
  cell: Cell;
  published: number | null;
}

export function tracksOf(accounts: readonly Told[]): TrackTelling[][] {
  const tellings = accounts.flatMap((told) => {
    const ground = groundOf(told);
    const published = parseDay(told.account.published ?? "");
    return told.reading.tracks.map((track) => ({
      track,
      published,
      cell: cellOf(told.account.id, track, voiceOf(track.chain, null, ground)),
    }));
  });
  const clusters: TrackTelling[][] = [];
  for (const telling of tellings) {
    const home = clusters.find((cluster) => cluster.some((other) => areOne(other, telling)));
    if (home) home.push(telling);
    else clusters.push([telling]);
  }
  return clusters;
}

function cellOf(account: string, track: Track, side: string | null): Cell {
  const last: ChainLink | undefined = track.chain[track.chain.length - 1];
  return {
    account,
    finding: track.id,
    words: track.evidence,
    value: track.date?.value ?? null,
    mod: null,
    chain: track.chain,
    side,
    speaker: last && last.basis !== "published" && last.basis !== "agency" ? last.actor : null,
    addressee: null,
    act: null,
    conditions: [],
    confidence: 0.8,
    stands: null,
    moved: [],
  };
}

/** Days between two dates of one round at most. */
const ONE_ROUND = 3;

function areOne(a: TrackTelling, b: TrackTelling): boolean {
  if (a.cell.account === b.cell.account) return false;
  const venues = relationOf(a.track.venue?.value, b.track.venue?.value);
  const formats = relationOf(a.track.format?.value, b.track.format?.value);
  if (venues === "other") return formats === "same" && sameDay(a, b);
  if (formats === "other" && venues !== "same") return false;
  if (venues !== "same" && formats !== "same") return false;
  const dates =
    a.cell.value && b.cell.value ? datesRelation(a.cell.value, b.cell.value, a.published) : "unknown";
  return dates !== "apart" || daysBetween(a, b) <= ONE_ROUND;
}

function sameDay(a: TrackTelling, b: TrackTelling): boolean {
  return a.cell.value !== null && a.cell.value === b.cell.value;
}

function daysBetween(a: TrackTelling, b: TrackTelling): number {
  const [one, other] = [parseDay(a.cell.value ?? ""), parseDay(b.cell.value ?? "")];
  return one === null || other === null ? Number.POSITIVE_INFINITY : Math.abs(one - other);
}

function relationOf(a: string | undefined, b: string | undefined): "same" | "other" | "unknown" {
  if (!a || !b) return "unknown";
  const [one, other] = [stems(a), stems(b)];
  return [...one].some((stem) => other.has(stem)) ? "same" : "other";
}

const GENERAL =
  /^(?:the|of|in|and|talks?|negotiations?|consultations?|meetings?|round|next|bilateral|session)$/;

function stems(words: string): Set<string> {
  const all = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = all.filter((word) => !GENERAL.test(word));
  return new Set((own.length > 0 ? own : all).map(stemOf));
}

export interface TrackStand {
  kind: "confirmed" | "scope-differs" | "contradicted";
  confidence: number;
  why: string;
}

export function trackStandOf(a: TrackTelling, b: TrackTelling): TrackStand {
  if (a.track.venue && b.track.venue && relationOf(a.track.venue.value, b.track.venue.value) === "other")
    return {
      kind: "contradicted",
      confidence: 0.65,
      why: "the same round on the same day is put in two places",
    };
  if (a.cell.value === null && b.cell.value === null) return { kind: "confirmed", confidence: 0.7, why: "" };
  if (a.cell.value === null || b.cell.value === null)
    return { kind: "scope-differs", confidence: 0.65, why: "only one gives the day" };
  const relation = datesRelation(a.cell.value, b.cell.value, a.published ?? b.published);
  if (relation === "same") return { kind: "confirmed", confidence: 0.85, why: "" };
  if (relation === "apart")
    return { kind: "contradicted", confidence: 0.75, why: "the days cannot both be true" };
  if (relation === "unknown") return { kind: "confirmed", confidence: 0.5, why: "" };
  return { kind: "scope-differs", confidence: 0.75, why: "one gives the day more exactly" };
}
