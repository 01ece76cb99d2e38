/**
 * How a run ends: the exit codes of `readout`, and the errors that lead to
 * them. `docs/cli.md` lists the codes, and a test compares the two.
 */

export const EXITS = {
  ok: 0,
  internal: 1,
  usage: 2,
  unreadable: 3,
  unwritable: 4,
  model: 5,
  store: 6,
} as const;

export type Exit = (typeof EXITS)[keyof typeof EXITS];

export const EXIT_MEANINGS: Readonly<Record<keyof typeof EXITS, string>> = {
  ok: "everything asked for was done",
  internal: "a fault in Readout itself: please report it",
  usage: "the command line is wrong: a typo in a flag, a value that does not fit",
  unreadable: "an input could not be read; other inputs of the same run were",
  unwritable: "the output could not be written",
  model: "the model could not be loaded; --rules reads without it",
  store: "the store could not be opened, read or written",
};

/** Something the user can put right, and the exit code it ends the run with. */
export class Stop extends Error {
  override readonly name = "Stop";
  readonly exit: Exit;
  /** A second line that says what to do; `null` when the first says it all. */
  readonly hint: string | null;

  constructor(exit: Exit, message: string, hint: string | null = null) {
    super(message);
    this.exit = exit;
    this.hint = hint;
  }
}

export function wrongUsage(message: string, hint: string | null = null): Stop {
  return new Stop(EXITS.usage, message, hint);
}

/** What the system says about a file, without its path and its code: "no such file". */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== null && code in REASONS) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}

export function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "there is no permission to open it",
  EPERM: "there is no permission to open it",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ENOSPC: "there is no space left on the disk",
  EROFS: "the disk can only be read",
  EMFILE: "too many files are open",
  ELOOP: "its links go round in a circle",
};
