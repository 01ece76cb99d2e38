/**
 * The ledger: what was promised, demanded, threatened or offered, by whom, to
 * whom, on which condition, due when; what later documents say of it; and the
 * positions of an actor over time. Computed from Readings and corrections.
 * The specification in prose is `docs/ledger.md`.
 */

import type { CommitmentKind } from "../lexicon/bindings.ts";
import type { Act, ChainLink, Condition } from "../reading/reading.ts";
import type { Passage } from "../text/span.ts";

export type { CommitmentKind } from "../lexicon/bindings.ts";

export const STATUSES = ["open", "kept", "broken", "withdrawn", "superseded", "unknown"] as const;

/** `unknown` when evidence conflicts; nothing but confirmed evidence moves it from `open`. */
export type CommitmentStatus = (typeof STATUSES)[number];

/** A statement of a document, with the words that it stands on. */
export interface StatementAt {
  document: string;
  /** Id in the document's Reading. */
  statement: string;
  words: Passage;
  /** Who published the document. */
  publisher: string | null;
  chain: ChainLink[];
  /** Day of the contact or of publication, ISO 8601; `null` when unknown. */
  date: string | null;
}

export interface Commitment {
  /** Made from the holder, kind and words of its first statement: the same documents give the same id. */
  id: string;
  kind: CommitmentKind;
  act: Act;
  /** Actor's id of who is bound by it, demands it or threatens; `null` when nobody is named. */
  holder: string | null;
  addressee: string | null;
  /** First telling, then the others in order of date: the same commitment told by several accounts. */
  tellings: StatementAt[];
  conditions: Condition[];
  /** TIMEX3 value of when it is due, and its words; `null` when the text does not say. */
  due: { value: string; evidence: Passage } | null;
  status: CommitmentStatus;
  evidence: LedgerEvidence[];
}

export const RELATIONS = ["repeats", "weakens", "withdraws", "claims-kept", "claims-broken"] as const;

export type LedgerRelation = (typeof RELATIONS)[number];

/** A later statement and what it does to the commitment. */
export interface LedgerEvidence {
  at: StatementAt;
  relation: LedgerRelation;
  /** Probability that the relation holds. */
  confidence: number;
  /** Why, in one plain sentence. */
  reason: string;
  /** Id of the correction by which a person confirmed or refused it; `null` while only proposed. */
  judgedBy: string | null;
  state: "proposed" | "confirmed" | "refused";
}

/** What an actor said on a subject, in order of time. */
export interface Position {
  actor: string;
  /** The subject in words of the statements. */
  subject: string;
  statements: (StatementAt & { act: Act; likeness: number })[];
}
