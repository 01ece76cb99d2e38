/**
 * The archive: a store with the reader and the comparisons over it. Command
 * line, server and library all call it, so they give the same answers.
 *
 * It brings store, reader, `accounts` and `ledger` together and decides nothing
 * itself. What it computes from the store (contacts, comparisons, the ledger) is
 * kept in memory for one revision of the store and made anew after a change.
 */

import type { Comparison, ContactGroup, VerdictKind } from "../accounts/accounts.ts";
import type { Commitment, Position } from "../ledger/ledger.ts";
import type { ReadOptions } from "../reader.ts";
import type {
  CorrectedReading,
  Correction,
  CorrectionAction,
  Json,
  Target,
  TargetKind,
} from "../reading/corrections.ts";
import type { Reading } from "../reading/reading.ts";
import type { Store, StoredDocument } from "../store/store.ts";

export interface ArchiveOptions {
  /** A path of a SQLite file, or `postgres://…`. */
  address: string;
  /** Read by rules alone. */
  rules?: boolean;
  /** The clock, for tests. */
  now?: () => Date;
}

/** What a person sends; the archive adds the former answer, the moment and the id. */
export interface CorrectionDraft {
  target: Target;
  action: CorrectionAction;
  value?: Json;
  author: string;
  reason: string;
  undoes?: string | null;
}

export interface ContactSummary extends ContactGroup {
  /** Names of the participants, in their order. */
  names: string[];
  publishers: string[];
  origins: number;
  points: number;
  verdicts: { [kind in VerdictKind]: number };
}

/** One thing for a person to judge, with where it stands. */
export interface ReviewItem {
  target: Target;
  kind: TargetKind;
  document: string;
  /** Id in the document's Reading. */
  finding: string;
  confidence: number;
  /** Why it stands here: "two possible speakers", "less than even odds". */
  reason: string;
}

export interface ReviewProgress {
  items: ReviewItem[];
  judged: number;
  open: number;
}

export interface Archive {
  readonly store: Store;
  /** Reads a document and keeps both; one that is there already is not read again. */
  add(
    input: Uint8Array,
    options?: ReadOptions,
  ): Promise<{ document: StoredDocument; added: boolean; reading: Reading }>;
  /** Reads a kept document again with this reader and keeps the new Reading beside the old. */
  readAgain(document: string, signal?: AbortSignal): Promise<Reading>;
  /** The newest Reading with its corrections laid over. */
  reading(document: string): Promise<CorrectedReading | null>;
  /** By date, then id. */
  contacts(): Promise<ContactSummary[]>;
  comparison(contact: string): Promise<Comparison | null>;
  correct(draft: CorrectionDraft): Promise<Correction>;
  /** Least certain first. */
  queue(options?: { limit?: number; document?: string; contact?: string }): Promise<ReviewProgress>;
  ledger(): Promise<Commitment[]>;
  positions(actor: string, subject?: string): Promise<Position[]>;
  close(): Promise<void>;
}
