/**
 * Evidence: what later statements do to a commitment.
 *
 * The holder himself repeats, weakens or takes back; anybody may claim that it
 * was kept or broken. Each is a proposal with its reason until a person judges
 * it; a person may also point at a statement that the machine passed over.
 */

import {
  BINDING_ACTS,
  BONDS,
  type CommitmentKind,
  SAYS_BROKEN,
  SAYS_KEPT,
  TAKES_BACK,
} from "../lexicon/bindings.ts";
import { samePlaces } from "../reading/corrections/anchors.ts";
import type { Statement } from "../reading/reading.ts";
import type { Passage } from "../text/span.ts";
import type { CommitmentStatus, LedgerEvidence, LedgerRelation } from "./ledger.ts";
import type { Likes } from "./likes.ts";
import { aroundTheSameDays, lowerWordsOf, type Told } from "./told.ts";

/** What a person said of a commitment or of a piece of evidence for it. */
export interface JudgedEvidence {
  /** Id of the correction. */
  correction: string;
  document: string;
  anchor: Passage;
  /** The later statement; `null` when it is the commitment itself. */
  evidence: { document: string; anchor: Passage } | null;
  verdict: "confirmed" | "refused";
  /** Relation or status that the person gave; `null` to keep the machine's. */
  relation: LedgerRelation | null;
  status: CommitmentStatus | null;
}

/** As likely as this a later statement is about the same thing. */
const ALIKE = 0.5;

export function laterOn(
  told: readonly Told[],
  likes: Likes,
  tellings: readonly number[],
  kind: CommitmentKind,
  judged: readonly JudgedEvidence[],
): { proposed: LedgerEvidence[]; status: CommitmentStatus | null } {
  const first = tellings[0] ?? 0;
  const own = judged.filter((one) => tellings.some((at) => isAt(told[at], one)));
  const proposed = new Map<number, LedgerEvidence>();
  for (const at of likes.after(first)) {
    const likeness = tellings.includes(at) || !isLater(told[first], told[at]) ? 0 : likes.likeness(first, at);
    const found = likeness < ALIKE ? null : relationOf(told[first], told[at], kind);
    const later = told[at];
    if (found === null || later === undefined) continue;
    const confidence = Math.round(likeness * found.sure * 100) / 100;
    proposed.set(at, { at: later.at, ...found, confidence, judgedBy: null, state: "proposed" });
  }
  for (const one of own) {
    const { evidence } = one;
    if (evidence === null) continue;
    const at = told.findIndex((later) => isAt(later, evidence));
    const machine = proposed.get(at);
    const later = told[at];
    if (later === undefined) continue;
    const relation = one.relation ?? machine?.relation;
    if (relation === undefined) continue;
    proposed.set(at, {
      at: later.at,
      relation,
      confidence: machine?.confidence ?? 1,
      reason: machine?.reason ?? "A person pointed at it.",
      judgedBy: one.correction,
      state: one.verdict,
    });
  }
  const status = own.findLast((one) => one.evidence === null && one.status !== null)?.status ?? null;
  const ordered = [...proposed].sort(([a], [b]) => a - b).map(([, one]) => withoutSure(one));
  return { proposed: ordered, status };
}

function withoutSure({ at, relation, confidence, reason, judgedBy, state }: LedgerEvidence): LedgerEvidence {
  return { at, relation, confidence, reason, judgedBy, state };
}

function isAt(told: Told | undefined, { document, anchor }: { document: string; anchor: Passage }): boolean {
  return told !== undefined && told.at.document === document && samePlaces(told.at.words, anchor);
}

function isLater(first: Told | undefined, other: Told | undefined): boolean {
  const [one, two] = [first?.at.date ?? null, other?.at.date ?? null];
  return one !== null && two !== null && two > one;
}

interface Found {
  relation: LedgerRelation;
  reason: string;
  /** How sure, 0 to 1, beside the likeness. */
  sure: number;
}

function relationOf(first: Told | undefined, later: Told | undefined, kind: CommitmentKind): Found | null {
  if (first === undefined || later === undefined) return null;
  const words = lowerWordsOf(later);
  const has = (list: ReadonlySet<string>) => [...words].some((word) => list.has(word));
  const byHolder = first.side !== null && first.side === later.side;
  const same = first.statement.polarity.value === later.statement.polarity.value;
  if (has(SAYS_BROKEN) || later.statement.act === "accuse") {
    return { relation: "claims-broken", reason: "A later statement says that it was broken.", sure: 0.8 };
  }
  if (byHolder && ((has(TAKES_BACK) && has(BONDS)) || words.has("longer"))) {
    return { relation: "withdraws", reason: "The one who is bound takes it back.", sure: 0.7 };
  }
  const { value: orientation } = later.statement.orientation;
  if (!same && !byHolder && orientation !== "future") {
    return { relation: "claims-broken", reason: "A later statement tells of it as not done.", sure: 0.7 };
  }
  if (orientation === "past") {
    if (same)
      return {
        relation: "claims-kept",
        reason: "A later statement tells of it as done.",
        sure: has(SAYS_KEPT) ? 0.9 : 0.7,
      };
    return { relation: "claims-broken", reason: "A later statement tells of it as not done.", sure: 0.7 };
  }
  // The same words of the same days are another account of them, and no new act.
  if (!byHolder || (same && aroundTheSameDays(first, later))) return null;
  const binds = BINDING_ACTS[later.statement.act] === kind || later.statement.orientation.value === "future";
  if (!same)
    return binds || later.statement.act === "refuse" || later.statement.act === "deny"
      ? { relation: "withdraws", reason: "The one who is bound now says the contrary.", sure: 0.6 }
      : null;
  if (isWeaker(first.statement, later.statement)) {
    return { relation: "weakens", reason: weakness(first.statement, later.statement), sure: 0.7 };
  }
  return binds ? { relation: "repeats", reason: "The one who is bound says it again.", sure: 0.9 } : null;
}

const CERTAINTY: Readonly<Record<Statement["certainty"]["value"], number>> = {
  certain: 3,
  probable: 2,
  possible: 1,
  uncommitted: 0,
};
const STRENGTH: Readonly<Record<Statement["strength"]["value"], number>> = { strong: 2, plain: 1, weak: 0 };

function isWeaker(first: Statement, later: Statement): boolean {
  return (
    CERTAINTY[later.certainty.value] < CERTAINTY[first.certainty.value] ||
    STRENGTH[later.strength.value] < STRENGTH[first.strength.value] ||
    (first.conditions.length === 0 && later.conditions.length > 0)
  );
}

function weakness(first: Statement, later: Statement): string {
  if (first.conditions.length === 0 && later.conditions.length > 0)
    return "It is said again, now with a condition.";
  return "It is said again, less surely or less strongly.";
}
