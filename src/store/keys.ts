/**
 * Values that rows are found and sorted by: short enough for an index, and in
 * letters that every database can keep.
 */

import { createHash } from "node:crypto";
import type { Reader } from "../reading/reading.ts";
import { StoreError } from "./errors.ts";

export function hashOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const LONGEST_KEY = 200;

/** A value as a key. One that is too long for an index is cut, and stays apart from others by its hash. */
export function keyOf(value: string): string {
  const plain = value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;
  if (plain.length <= LONGEST_KEY) return wellFormed(plain);
  return `${wellFormed(plain.slice(0, LONGEST_KEY - 66))}… ${hashOf(plain)}`;
}

/** Half a surrogate pair becomes U+FFFD: no database keeps it. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

export function keyOrNull(value: string | null): string | null {
  return value === null ? null : keyOf(value);
}

/** The day of a moment as a number that is the smaller the later it is: -20211231. 0 when no day is given. */
export function ageOf(published: string | null): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(published ?? "");
  return match ? -Number(`${match[1]}${match[2]}${match[3]}`) : 0;
}

/** A day that a person asks for. */
export function parseDay(day: string): number {
  const age = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? ageOf(day) : 0;
  if (age === 0)
    throw new StoreError("query", `Cannot search by the day ${JSON.stringify(day)}: give it as 2021-12-31`);
  return age;
}

/** First 48 bits of an id, to sort documents by it in little room. */
export function markOf(id: string): number {
  return Number.parseInt(id.slice(0, 12), 16);
}

/** What tells a document's Readings apart, as columns. */
export function columnsOfReader({ version, model, actors }: Reader): {
  version: string;
  model: string;
  actors: string;
} {
  return { version, model: model ?? "", actors };
}

export function readerOf(row: { version: string; model: string; actors: string }): Reader {
  return { version: row.version, model: row.model === "" ? null : row.model, actors: row.actors };
}
