/**
 * The one error of the store. The message says what could not be done, how
 * things stand and what to do; `code` says the same to a program. No message
 * holds a password.
 */

export type StoreErrorCode =
  /** No such file, folder or database. */
  | "not-found"
  /** It is there and we are not let in, or the server does not answer. */
  | "unreachable"
  /** It is something else than a store of Readout. */
  | "not-a-store"
  /** It was written by a newer Readout. */
  | "newer"
  /** Somebody else writes and did not end in time. */
  | "busy"
  /** The disk is full, read-only or fails. */
  | "disk"
  /** What stands there is not what was written. */
  | "damaged"
  /** The store has no such document or correction. */
  | "unknown"
  /** What is to be written does not agree with itself: another hash, words that do not stand there. */
  | "mismatch"
  /** A query that cannot be answered: a limit, a date, a cursor. */
  | "query"
  /** The store was closed before. */
  | "closed";

export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
