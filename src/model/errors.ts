/**
 * The one error of the model: weights that are not there or not what they
 * should be, or a runtime that does not run here.
 */

export type ModelErrorCode =
  /** A file of the model is not there. */
  | "missing"
  /** A file is not the one that was published. */
  | "damaged"
  /** The files are whole, but made for another version of Readout. */
  | "unsuited"
  /** The runtime does not load or fails. */
  | "runtime"
  /** The model was closed while somebody waited for it. */
  | "closed";

export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** `error` as words, whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
