/**
 * Speakers: whether two tellings are given to one mouth.
 *
 * Known miss: an unnamed official who is later named stays another one to a
 * reader; here both count as their side's.
 */

import type { Actor } from "../reading/reading.ts";
import { sideOf } from "./voices.ts";

export type SpeakerRelation = "same" | "related" | "other" | "unknown";

export interface Spoken {
  speaker: string | null;
  chain: readonly { actor: string | null }[];
}

export function speakersRelation(a: Spoken, b: Spoken, actors: ReadonlyMap<string, Actor>): SpeakerRelation {
  if (a.speaker === null || b.speaker === null) return "unknown";
  if (a.speaker === b.speaker) return "same";
  const [one, other] = [actors.get(a.speaker), actors.get(b.speaker)];
  if (!one || !other) return "unknown";
  if (one.kind === "group" || other.kind === "group") return groupRelation(one, other);
  const [left, right] = [sideOf(one, actors), sideOf(other, actors)];
  if (left === null || right === null) return standsFor(one) || standsFor(other) ? "unknown" : "other";
  if (left !== right) return "other";
  // A state, its house or an unnamed official may be any of its people; two named people are two.
  return standsFor(one) || standsFor(other) ? "related" : "other";
}

function standsFor({ kind }: Actor): boolean {
  return kind !== "person";
}

/** A group of others than the speaker is another mouth; one that holds him says more than his. */
function groupRelation(one: Actor, other: Actor): SpeakerRelation {
  const [left, right] = [membersOf(one), membersOf(other)];
  const shared = left.filter((id) => right.includes(id)).length;
  if (shared === left.length && shared === right.length) return "same";
  return "other";
}

function membersOf(actor: Actor): string[] {
  return actor.kind === "group" ? actor.members : [actor.id];
}
