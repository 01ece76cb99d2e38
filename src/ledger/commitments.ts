/**
 * Commitments: what was promised, demanded, threatened or offered, each once,
 * with all who told of it at the time and what was said of it later.
 *
 * Takes Readings and what persons judged; gives the ledger. A status moves from
 * "open" only by evidence that a person confirmed: the machine proposes.
 *
 * Known miss: a promise told in quite other words is a promise of its own.
 */

import { groupIdOf } from "../accounts/group-ids.ts";
import { BINDING_ACTS, type CommitmentKind } from "../lexicon/bindings.ts";
import type { Reading, Time } from "../reading/reading.ts";
import { contains } from "../text/span.ts";
import { type JudgedEvidence, laterOn } from "./evidence.ts";
import type { Commitment, CommitmentStatus, LedgerEvidence } from "./ledger.ts";
import { type Likes, likesAmong } from "./likes.ts";
import { aroundTheSameDays, type Told, toldIn } from "./told.ts";

/** By day of the first telling, then id. */
export function commitmentsFrom(
  readings: Iterable<Reading>,
  judged: readonly JudgedEvidence[],
  vectorOf: (text: string) => Float32Array | null,
): Commitment[] {
  const told = toldIn(readings);
  const likes = likesAmong(told, vectorOf);
  const used = new Set<number>();
  const ids = new Map<string, number>();
  const commitments: Commitment[] = [];
  for (const [index, one] of told.entries()) {
    const kind = kindOf(one);
    if (kind === null || used.has(index)) continue;
    const later = likes.after(index);
    const tellings = [index, ...later.filter((at) => !used.has(at) && isTellingOf(told, likes, index, at))];
    for (const at of tellings) used.add(at);
    const evidence = laterOn(told, likes, tellings, kind, judged);
    commitments.push(commitmentFrom(told, tellings, kind, evidence, ids));
  }
  return commitments;
}

/** Texts whose vectors are asked for. */
export function ledgerTextsOf(readings: Iterable<Reading>): string[] {
  return toldIn(readings).map(({ text }) => text);
}

function kindOf({ statement }: Told): CommitmentKind | null {
  const kind = BINDING_ACTS[statement.act] ?? null;
  // "They agreed that the talk was useful" binds nobody.
  return statement.act === "agree" && statement.orientation.value !== "future" ? null : kind;
}

/** Likelier than not. */
const ALIKE = 0.5;

/** The same thing by the same side, said or denied alike, told of the same contact. */
function isTellingOf(told: readonly Told[], likes: Likes, first: number, at: number): boolean {
  const [one, other] = [told[first], told[at]];
  if (one === undefined || other === undefined || one.side === null || one.side !== other.side) return false;
  if (one.statement.polarity.value !== other.statement.polarity.value) return false;
  return aroundTheSameDays(one, other) && likes.likeness(first, at) >= ALIKE;
}

function commitmentFrom(
  told: readonly Told[],
  tellings: readonly number[],
  kind: CommitmentKind,
  evidence: { proposed: LedgerEvidence[]; status: CommitmentStatus | null },
  ids: Map<string, number>,
): Commitment {
  const all = tellings.flatMap((at) => told[at] ?? []);
  const [first] = all;
  if (first === undefined) throw new RangeError("a commitment needs a telling");
  const { statement } = first;
  return {
    id: idOf(first, kind, ids),
    kind,
    act: statement.act,
    holder: statement.speaker,
    addressee: all.find((one) => one.statement.addressee?.actor != null)?.statement.addressee?.actor ?? null,
    tellings: all.map(({ at }) => at),
    conditions: all.find((one) => one.statement.conditions.length > 0)?.statement.conditions ?? [],
    due: dueOf(all),
    status: evidence.status ?? statusFrom(evidence.proposed),
    evidence: evidence.proposed,
  };
}

/** Day, kind and holder, numbered within a day: `2021-12-30-threat-joe-biden-2`. */
function idOf({ at, statement, reading }: Told, kind: CommitmentKind, ids: Map<string, number>): string {
  const holder = reading.actors.find(({ id }) => id === statement.speaker)?.name ?? "nobody-named";
  const plain = groupIdOf(at.date, null, [{ name: holder }]).replace("contact", kind);
  const count = (ids.get(plain) ?? 0) + 1;
  ids.set(plain, count);
  return count === 1 ? plain : `${plain}-${count}`;
}

/** The first date to come that stands in a telling. */
function dueOf(all: readonly Told[]): Commitment["due"] {
  for (const { statement, reading, at } of all) {
    const time = reading.times.find(
      (one) =>
        (lastDayOf(one) ?? "") > (at.date ?? "") && statement.content.some((part) => contains(part, one)),
    );
    const value = time === undefined ? null : lastDayOf(time);
    if (time !== undefined && value !== null) {
      return { value, evidence: [{ start: time.start, end: time.end, words: time.words }] };
    }
  }
  return null;
}

/** The day, month or year that a date ends with: "by 1 May" is "../2022-05-01". */
function lastDayOf({ type, value }: Time): string | null {
  const last = value?.split("/").at(-1) ?? "";
  return type === "DATE" && /^\d{4}/.test(last) ? last : null;
}

/** From confirmed evidence alone; where it conflicts, nobody knows. */
function statusFrom(evidence: readonly LedgerEvidence[]): CommitmentStatus {
  const confirmed = new Set(
    evidence.filter(({ state }) => state === "confirmed").map(({ relation }) => relation),
  );
  if (confirmed.has("claims-kept") && confirmed.has("claims-broken")) return "unknown";
  if (confirmed.has("claims-broken")) return "broken";
  if (confirmed.has("claims-kept")) return "kept";
  return confirmed.has("withdraws") ? "withdrawn" : "open";
}
