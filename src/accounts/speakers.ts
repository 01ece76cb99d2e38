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
  /** Whose deed it is. */
  doer: string | null;
  ownVoice: boolean;
  /** Side of the speaker, where only that is known: an official of an official paper. */
  speakerSide: string | null;
}

export function speakersRelation(a: Spoken, b: Spoken, actors: ReadonlyMap<string, Actor>): SpeakerRelation {
  if (a.doer !== null && a.doer === b.doer) return "same";
  if (a.ownVoice || b.ownVoice) return "unknown";
  const [one, other] = [actors.get(a.doer ?? ""), actors.get(b.doer ?? "")];
  if (one && other && (isSeveral(one) || isSeveral(other))) return groupRelation(one, other);
  const [left, right] = [
    one ? sideOf(one, actors) : a.speakerSide,
    other ? sideOf(other, actors) : b.speakerSide,
  ];
  if (left === null || right === null)
    return one?.kind === "person" && other?.kind === "person" ? "other" : "unknown";
  if (left !== right) return "other";
  // A state, its house or an unnamed official may be any of its people; two named people are two.
  return one?.kind === "person" && other?.kind === "person" ? "other" : "related";
}

/** A group of others than the speaker is another mouth, and one that holds him says more than his. */
function groupRelation(one: Actor, other: Actor): SpeakerRelation {
  if (!knowsMembers(one) || !knowsMembers(other)) {
    if (isSeveral(one) && isSeveral(other)) return "related";
    return one.kind === "person" || other.kind === "person" ? "other" : "unknown";
  }
  const [left, right] = [membersOf(one), membersOf(other)];
  const shared = left.filter((id) => right.includes(id)).length;
  return shared === left.length && shared === right.length ? "same" : "other";
}

/** "Both ministers" are several, even where nobody knows which. */
function isSeveral({ kind, name }: Actor): boolean {
  return kind === "group" || (kind === "unnamed" && /^(?:both|the two)\b/i.test(name));
}

function knowsMembers(actor: Actor): boolean {
  return actor.kind !== "unnamed";
}

function membersOf(actor: Actor): string[] {
  return actor.kind === "group" ? actor.members : [actor.id];
}
