/**
 * How two accounts stand on a fact of the contact, field by field.
 *
 * Known miss: a place inside a place ("the Kremlin" / "Moscow") is told only by
 * its words; without a common one the places are taken for two.
 */

import type { Actor } from "../reading/reading.ts";
import { parseDay } from "../reading/times/calendar.ts";
import type { Account, Cell } from "./accounts.ts";
import type { FactField } from "./facts.ts";
import { datesRelation, durationsRelation, secondsOf } from "./values.ts";
import { sideOf } from "./voices.ts";
import { stemOf } from "./words.ts";

export interface FactStand {
  kind: "confirmed" | "scope-differs" | "wording-differs" | "contradicted";
  confidence: number;
  /** Why, without names: "one day apart, as midnight allows". */
  why: string;
}

export interface FactGround {
  actors: ReadonlyMap<string, Actor>;
  accounts: ReadonlyMap<string, Account>;
  /** Whether both sides are in one place: then midnight and time zones excuse nothing. */
  faceToFace: boolean;
  visit: boolean;
  /** The sentence that a cell stands in. */
  sentenceOf: (cell: Cell) => string;
}

export function factStandOf(field: FactField, a: Cell, b: Cell, ground: FactGround): FactStand {
  switch (field) {
    case "duration":
      return durationStand(a, b, ground);
    case "date":
    case "clock":
      return dateStand(a, b, ground);
    case "requestedBy":
      return requestStand(a, b, ground);
    case "kind":
    case "channel":
      return kindStand(a, b);
    default:
      return wordsStand(a, b);
  }
}

const CONFIRMED: FactStand = { kind: "confirmed", confidence: 0.9, why: "" };

/** Of a visit one tells the talk, another the stay. */
function durationStand(a: Cell, b: Cell, { visit, sentenceOf }: FactGround): FactStand {
  const relation = durationsRelation(
    { value: a.value ?? "", mod: a.mod },
    { value: b.value ?? "", mod: b.mod },
  );
  if (relation === "apart" && (visit || isStay(a, b)))
    return { kind: "scope-differs", confidence: 0.4, why: "one may tell of the talk, the other of the stay" };
  if (relation === "apart" && [a, b].some((cell) => TELLS_PARTS.test(sentenceOf(cell))))
    return { kind: "scope-differs", confidence: 0.4, why: "one may tell of a part, the other of the whole" };
  if (relation === "apart")
    return { kind: "contradicted", confidence: 0.85, why: "the lengths cannot both be true" };
  if (relation === "unknown")
    return { kind: "scope-differs", confidence: 0.55, why: "one leaves the length more open" };
  return CONFIRMED;
}

/** The length of a part, or of all parts together: "an hour of it alone", "two hours in all, with a dinner". */
const TELLS_PARTS =
  /\b(?:in all|all told|altogether|in total|alone|one[- ]on[- ]one|tête-à-tête|of (?:it|them|which)|delegations|breakfast|lunch(?:eon)?|dinner|banquet|supper)\b/iu;

/** Nobody talks for half a day. */
const LONGEST_TALK = 6 * 3600;

function isStay(a: Cell, b: Cell): boolean {
  return [a, b].some(({ value }) => (secondsOf(value ?? "") ?? 0) > LONGEST_TALK);
}

function dateStand(a: Cell, b: Cell, { accounts, faceToFace }: FactGround): FactStand {
  const published =
    parseDay(accounts.get(a.account)?.published ?? "") ?? parseDay(accounts.get(b.account)?.published ?? "");
  const relation = datesRelation(a.value ?? "", b.value ?? "", published);
  if (relation === "same") return CONFIRMED;
  if (relation === "wider" || relation === "narrower")
    return { kind: "scope-differs", confidence: 0.7, why: "one gives the day more exactly" };
  if (relation === "unknown") return { kind: "confirmed", confidence: 0.4, why: "" };
  const [one, other] = [parseDay(a.value ?? ""), parseDay(b.value ?? "")];
  const near = one !== null && other !== null && Math.abs(one - other) <= 1;
  if (near && !faceToFace)
    return { kind: "confirmed", confidence: 0.6, why: "one day apart, as midnight or a time zone allows" };
  // "Thursday night" may be the night of something else.
  if (![a, b].every(namesDay))
    return { kind: "wording-differs", confidence: 0.4, why: "each tells another day" };
  return { kind: "contradicted", confidence: near ? 0.7 : 0.8, why: "the days cannot both be true" };
}

/** A day by its number in the month. */
function namesDay({ words }: Cell): boolean {
  return words.some((place) => /\d/.test(place.words));
}

function requestStand(a: Cell, b: Cell, { actors }: FactGround): FactStand {
  const [one, other] = [partyOf(a.value, actors), partyOf(b.value, actors)];
  if (one === null || other === null || one === other) return CONFIRMED;
  return { kind: "contradicted", confidence: 0.85, why: "each names another one who asked for it" };
}

function partyOf(id: string | null, actors: ReadonlyMap<string, Actor>): string | null {
  const actor = id === null ? undefined : actors.get(id);
  return actor ? (sideOf(actor, actors) ?? actor.id) : id;
}

/** A video call is a call to who says no more; told to be by telephone, it is none. */
function kindStand(a: Cell, b: Cell): FactStand {
  const [one, other] = [meansOf(a), meansOf(b)];
  if (one !== null && other !== null && one !== other)
    return { kind: "contradicted", confidence: 0.7, why: "one tells of a telephone, the other of pictures" };
  // "By phone" and "on the telephone" are one means.
  if (a.value === b.value || one === other || one === null || other === null) return CONFIRMED;
  return { kind: "wording-differs", confidence: 0.5, why: "each calls it something else" };
}

function meansOf({ words }: Cell): "telephone" | "video" | null {
  const text = words.map((place) => place.words.toLowerCase()).join(" ");
  return /video/.test(text) ? "video" : /phone/.test(text) ? "telephone" : null;
}

function wordsStand(a: Cell, b: Cell): FactStand {
  const [one, other] = [stemsOf(a), stemsOf(b)];
  const shared = [...one].filter((stem) => other.has(stem)).length;
  if (shared === 0) return { kind: "wording-differs", confidence: 0.4, why: "each uses other words" };
  if (shared < one.size && shared < other.size) return { kind: "confirmed", confidence: 0.6, why: "" };
  if (one.size !== other.size) return { kind: "confirmed", confidence: 0.7, why: "" };
  return CONFIRMED;
}

function stemsOf({ words }: Cell): Set<string> {
  const all = words.flatMap(({ words: text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return new Set(
    all.filter((word) => !/^(?:the|a|an|in|at|on|by|via|of|his|her|its)$/.test(word)).map(stemOf),
  );
}
