/**
 * Accounts side by side: what several documents tell of one contact, point by
 * point, and how they stand on each. The specification in prose is
 * `docs/accounts.md`.
 *
 * Everything here is computed from Readings and never edited: the same accounts
 * in any order give the same Comparison, byte for byte.
 */

import type { Act, ChainLink, ContactKind } from "../reading/reading.ts";
import type { DocumentKind } from "../text/document.ts";
import type { Passage, Place } from "../text/span.ts";

/** Words of a document that something stands on. */
export interface Evidence {
  /** Id of the document. */
  document: string;
  passage: Passage;
}

/** What one document tells of one contact. */
export interface Account {
  /** `DOCUMENT/CONTACT`: the document's id and the contact's id in its Reading; `DOCUMENT/-` without a contact. */
  id: string;
  document: string;
  /** Id of the contact in the Reading; `null` when the reader found none and a person laid the document beside the others. */
  contact: string | null;
  publisher: string | null;
  title: string | null;
  /** ISO 8601, as far as known. */
  published: string | null;
  kind: DocumentKind;
  /** Whose official voice it is: an actor's id; `null` for nobody's. */
  side: string | null;
  /** BCP 47. */
  language: string;
  /** `null` when nothing tells. */
  translated: boolean | null;
  /** Words that say that the text is not the whole ("abridged", cut off); empty when nothing does. */
  partial: Passage;
  /** Length of the text in UTF-16 code units. */
  length: number;
  /** Id of the origin that it is folded into: the account it is a copy of, or itself. */
  origin: string;
}

/** A text and its copies: one source, whoever printed it. */
export interface Origin {
  /** Id of the account that the others are copies of: the earliest, then the longest, then by id. */
  id: string;
  copies: Copy[];
}

export interface Copy {
  /** Id of the account that is the copy. */
  account: string;
  /** Share of the shorter text's word shingles that stand in the other, 0 to 1. */
  overlap: number;
  /** What the copy changed where it keeps the sentence, in text order. */
  changes: Change[];
}

/** Words that a copy put in the place of others; one of both may be empty. */
export interface Change {
  before: Evidence;
  after: Evidence;
}

/** A thing that happened once, with all that tells of it. */
export interface ContactGroup {
  /** Day, kind and participants in letters, as `2021-12-30-call-joe-biden-vladimir-putin`: the same accounts give the same id. */
  id: string;
  /** Whether a document is mainly about it; else it is only mentioned. */
  told: boolean;
  kind: ContactKind | null;
  /** Actors' ids, sorted. */
  participants: string[];
  /** Day or days in TIMEX3, sorted: several where accounts differ. */
  dates: string[];
  /** Ids of the accounts, sorted by time of publication, then id. */
  accounts: string[];
}

export type VerdictKind =
  | "confirmed"
  | "one-account-only"
  | "scope-differs"
  | "wording-differs"
  | "attribution-differs"
  | "contradicted";

/** What sort of word moved between two accounts. */
export type MoveKind =
  | "negation"
  | "modality"
  | "number"
  | "date"
  | "quantifier"
  | "condition"
  | "act"
  | "conjunct"
  | "distance-marks"
  | "actor"
  | "detail"
  | "word";

/** Words that stand in one account where another has others, or none. */
export interface Move {
  kind: MoveKind;
  before: Evidence;
  after: Evidence;
}

export interface Verdict {
  kind: VerdictKind;
  /** Probability that the verdict is right. */
  confidence: number;
  /** Why, in one plain sentence for a person. */
  reason: string;
  /** Indexes of the two cells that show it; `null` for confirmed and one account only. A contradiction always has both. */
  between: [number, number] | null;
  moves: Move[];
}

export type PointKind = "fact" | "statement" | "track";

/** One thing that accounts can agree on. */
export interface Point {
  /** Made from its cells' documents and words: the same cells give the same id. */
  id: string;
  kind: PointKind;
  /** For facts and tracks: which field, as "duration", "requestedBy", "date". `null` for statements. */
  field: string | null;
  /** Words of the first cell, or for a fact its field's name and value: a heading for the row. */
  heading: string;
  /** One for each account that tells it (several where it tells it more than once), by account order. */
  cells: Cell[];
  /** Accounts that were searched and do not tell it. */
  silent: Silence[];
  verdict: Verdict;
}

export interface Cell {
  /** Id of the account. */
  account: string;
  /** Id in the account's Reading of the statement, contact or track. */
  finding: string;
  words: Passage;
  /** Normal form of a fact: TIMEX3, an actor's id; `null` where the words are all. */
  value: string | null;
  /** TIMEX3 modifier of a time; else `null`. */
  mod: string | null;
  chain: ChainLink[];
  /** Whose official word it is in the end: the actor's id of the side; `null` for the outlet's own or nobody's. */
  side: string | null;
  /** For statements; `null` for facts and tracks. */
  speaker: string | null;
  addressee: string | null;
  act: Act | null;
  /** Words of the conditions, in text order. */
  conditions: Passage[];
  confidence: number;
  /** How it stands to the point's first cell; `null` in the first. */
  stands: Exclude<VerdictKind, "one-account-only"> | null;
  /** The words in this cell that moved against the first cell. */
  moved: Place[];
}

export interface Silence {
  account: string;
  partial: boolean;
  translated: boolean;
}

/** Several accounts of one contact, laid side by side. */
export interface Comparison {
  contact: ContactGroup;
  /** Names of the actors in it: id → name and side. */
  actors: ComparedActor[];
  accounts: Account[];
  origins: Origin[];
  /** Facts first, then statements and tracks in the order in which the accounts tell them. */
  points: Point[];
}

export interface ComparedActor {
  id: string;
  name: string;
  side: string | null;
  role: string | null;
}
