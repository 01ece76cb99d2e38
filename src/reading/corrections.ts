/**
 * Corrections: what a person changed. They are laid over a Reading, never
 * written into it, and found again in a newer Reading by exact words only.
 */

import type { Passage } from "../text/span.ts";
import type { Reader, Reading } from "./reading.ts";

export type CorrectionAction = "accept" | "reject" | "change" | "add";

/** What a correction can be about. */
export type TargetKind = "attribution" | "statement" | "mention" | "time" | "contact" | "track";

/** A finding of a document's Reading, told by words and not by its id, which another reader numbers anew. */
export interface FindingTarget {
  kind: TargetKind;
  /** Id of the document. */
  document: string;
  /** The words that the finding stands on: a statement's and an attribution's content, a mention's or time's words, a contact's or track's evidence. */
  anchor: Passage;
  /** Tells apart two findings with the same anchor: the cue of an attribution or statement; empty when not needed. */
  beside: Passage;
  /** The field that is changed, as "speaker" or "requestedBy"; `null` when it is the whole finding. */
  field: string | null;
}

/** Whether accounts tell of the same contact: a merge ("same") or a split ("different") by hand. */
export interface GroupingTarget {
  kind: "grouping";
  /** Ids of the documents and the words that name the contact in each. */
  accounts: { document: string; anchor: Passage }[];
}

/** How accounts stand on a point. */
export interface PointTarget {
  kind: "point";
  cells: { document: string; anchor: Passage }[];
}

/** A commitment's status, or a piece of evidence for it. */
export interface CommitmentTarget {
  kind: "commitment";
  /** The statement that made it. */
  document: string;
  anchor: Passage;
  /** The later statement that it is about; `null` when it is the commitment itself. */
  evidence: { document: string; anchor: Passage } | null;
}

export type Target = FindingTarget | GroupingTarget | PointTarget | CommitmentTarget;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Correction {
  /** SHA-256 over all else, in hexadecimal. */
  id: string;
  target: Target;
  action: CorrectionAction;
  /** The new value for "change" and "add"; else `null`. */
  value: Json;
  /** The machine's answer at that time; `null` when it had none. */
  former: Json;
  /** Who gave that answer. */
  reader: Reader | null;
  author: string;
  reason: string;
  /** Moment, ISO 8601 in UTC. */
  at: string;
  /** Id of the correction that this one takes back; `null` when none. */
  undoes: string | null;
}

/** A Reading with its corrections laid over it. What a person changed is told in `marks`, and nowhere else. */
export interface CorrectedReading {
  /** As corrected: rejected findings are gone, changed fields hold the new value, added findings stand at the end. */
  reading: Reading;
  marks: Mark[];
  /** Corrections whose words this Reading no longer has as a finding. They change nothing until a person decides. */
  orphans: Correction[];
  /** Findings that a person rejected, as the machine had them: id and kind. */
  rejected: { finding: string; kind: TargetKind }[];
}

/** That a person looked at a finding, or changed a field of it. */
export interface Mark {
  /** Id of the finding in `reading`. */
  finding: string;
  kind: TargetKind;
  field: string | null;
  /** The correction that holds; earlier ones of the same place stand in the history. */
  correction: Correction;
}
