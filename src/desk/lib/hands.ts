/**
 * Hands: what persons changed in a document, for people. Pure: takes a
 * document's page, gives for a finding how it is named in a correction, and
 * what was done to it, in words.
 */

import { anchoredOf } from "../../reading/corrections/anchors.ts";
import type { CorrectedReading, Correction, FindingTarget, Json } from "../../reading/corrections.ts";
import type { Actor, Statement } from "../../reading/reading.ts";
import type { DocumentPage } from "../../server/wire.ts";
import { fieldSaid } from "./said.ts";

export type Kind = FindingTarget["kind"];

/** Ids of all findings in which a person had a hand, and of the attributions that their statements come from. */
export function correctedIds({ marks, reading }: CorrectedReading): Set<string> {
  const ids = new Set(marks.map(({ finding }) => finding));
  for (const { id, attribution } of reading.statements)
    if (attribution !== null && ids.has(id)) ids.add(attribution);
  return ids;
}

/**
 * How a correction names the finding: by the machine's words. Where a person
 * changed them, an earlier correction still has them.
 */
export function targetOf(corrected: CorrectedReading, kind: Kind, id: string): FindingTarget | null {
  const mark = corrected.marks.find(
    (one) => one.kind === kind && one.finding === id && one.correction.action !== "add",
  );
  if (mark !== undefined && "anchor" in mark.correction.target && mark.correction.target.kind === kind)
    return { ...mark.correction.target, field: null } as FindingTarget;
  const found = anchoredOf(corrected.reading, kind, id);
  if (found === null || found.anchor.length === 0) return null;
  return {
    kind,
    document: corrected.reading.document.id,
    anchor: found.anchor,
    beside: found.beside,
    field: null,
  };
}

export interface Deed {
  correction: Correction;
  /** Who took it back, if anybody. */
  undoneBy: string | null;
}

/** What was done to a finding, in order of time; what only takes back is told beside what it took back. */
export function deedsOn(target: FindingTarget, corrections: readonly Correction[]): Deed[] {
  const key = keyOf(target);
  return deedsOf(corrections).filter(
    ({ correction }) => "anchor" in correction.target && keyOf(correction.target as FindingTarget) === key,
  );
}

/** What was done to a statement and to the attribution that it comes from. */
export function statementDeeds(
  { id, attribution }: Statement,
  { corrected, corrections }: Pick<DocumentPage, "corrected" | "corrections">,
): Deed[] {
  const targets = [
    targetOf(corrected, "statement", id),
    attribution === null ? null : targetOf(corrected, "attribution", attribution),
  ];
  return targets.flatMap((target) => (target === null ? [] : deedsOn(target, corrections)));
}

/** Fields that hold a person's value, of the statement or of its attribution. */
export function changedFields({ id, attribution }: Statement, { marks }: CorrectedReading): Set<string> {
  return new Set(
    marks
      .filter(({ finding }) => finding === id || finding === attribution)
      .flatMap(({ field, correction }) => (correction.action === "change" && field !== null ? [field] : [])),
  );
}

export function deedsOf(corrections: readonly Correction[]): Deed[] {
  const undone = undoneIn(corrections);
  return corrections
    .filter(({ undoes }) => undoes === null)
    .map((correction) => ({ correction, undoneBy: undone.get(correction.id)?.author ?? null }));
}

/** Corrections that hold no more, with the one that took each back. */
export function undoneIn(corrections: readonly Correction[]): Map<string, Correction> {
  const undone = new Map<string, Correction>();
  // From the end: what takes back may itself be taken back.
  for (const one of [...corrections].reverse()) {
    if (one.undoes !== null && !undone.has(one.id)) undone.set(one.undoes, one);
  }
  return undone;
}

/** The last correction of that author that still holds: what "undo" takes back. */
export function lastOf(author: string, corrections: readonly Correction[]): Correction | null {
  const undone = undoneIn(corrections);
  return (
    corrections.findLast((one) => one.author === author && one.undoes === null && !undone.has(one.id)) ?? null
  );
}

function keyOf({ kind, anchor }: FindingTarget): string {
  return JSON.stringify([kind, anchor?.map(({ start, words }) => [start, words])]);
}

/** "changed the speaker from Yuri Ushakov to Vladimir Putin". */
export function deedSaid({ action, target, former, value }: Correction, actors: readonly Actor[]): string {
  if (action === "accept") return "accepted it";
  if (action === "reject") return "rejected it";
  if (action === "add") return `added a ${target.kind}`;
  const field = "field" in target && target.field !== null ? fieldSaid(target.field).toLowerCase() : "value";
  return `changed the ${field} from ${valueSaid(former, actors)} to ${valueSaid(value, actors)}`;
}

export function valueSaid(value: Json, actors: readonly Actor[]): string {
  if (value === null) return "none";
  if (typeof value === "string")
    return actors.find(({ id }) => id === value)?.name ?? value.replaceAll("-", " ");
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) {
    const words = value.map((place) => (isWith(place, "words") ? String(place["words"]) : ""));
    return words.length === 0 ? "none" : `“${words.join(" … ")}”`;
  }
  return String(value["name"] ?? value["value"] ?? value["id"] ?? "");
}

function isWith(value: Json, key: string): value is { [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value) && key in value;
}
