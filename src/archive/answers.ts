/**
 * Answers of the archive: types alone, for every door and for the desk.
 */

import type { Comparison, ContactGroup } from "../accounts/accounts.ts";
import type { Correction, CorrectionAction, Json, Target, TargetKind } from "../reading/corrections.ts";

/** What a person sends; the archive adds the former answer, the moment and the id. */
export interface CorrectionDraft {
  target: Target;
  action: CorrectionAction;
  value?: Json;
  author: string;
  reason: string;
  undoes?: string | null;
}

/** A state or organisation that takes part through somebody. */
export interface Side {
  id: string;
  name: string;
}

export interface ContactSummary extends ContactGroup {
  /** Names of the participants, in their order. */
  names: string[];
  /** Sides of the participants, sorted by id. */
  sides: Side[];
  publishers: string[];
}

/** A comparison with what persons said of its points. */
export interface ArchivedComparison extends Comparison {
  marks: PointMark[];
}

export interface PointMark {
  /** Id of the point. */
  point: string;
  correction: Correction;
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

export interface QueueOptions {
  limit?: number;
  document?: string;
  contact?: string;
}
