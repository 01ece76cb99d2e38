/**
 * The one error of the intake: bytes or text that Readout cannot read as a
 * document. The message says what could not be done, how things stand, and
 * what to do about it; `code` says the same to a program.
 */

export type InputErrorCode =
  /** No such file or folder. */
  | "not-found"
  /** It is there and the system does not let us read it. */
  | "unreadable"
  /** A kind of file that Readout does not read: an image, a PDF, an archive, markup that is no page. */
  | "format"
  /** Text in another encoding than UTF-8, or with code units that no encoding can write. */
  | "encoding"
  /** Nothing but white space, or no text in the markup. */
  | "empty"
  /** Over the limit, or nested past what a page can be. */
  | "too-large"
  /** A value given with the document is not one that it can have: a date, a kind. */
  | "option"
  /** A list of the user's own actors is not there, or holds a row that cannot be meant so. */
  | "actors";

export class InputError extends Error {
  override readonly name = "InputError";
  readonly code: InputErrorCode;

  constructor(code: InputErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** An InputError on one document: `Cannot read document "x.txt": the text is empty`. */
export function cannotRead(code: InputErrorCode, name: string | undefined, because: string): InputError {
  const which = name === undefined ? "document" : `document ${JSON.stringify(name)}`;
  return new InputError(code, `Cannot read ${which}: ${because}`);
}
