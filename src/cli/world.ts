/**
 * The world as a command sees it: streams, environment, signal. A command
 * touches nothing else, so a test gives it a world of its own.
 */

import type { Readable, Writable } from "node:stream";

export interface Screen {
  /** Whether a person is looking. */
  isTTY: boolean;
  columns: number;
}

export interface World {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable;
  stderr: Writable;
  /** `stdout` as a screen; `null` when it is piped. */
  screen: Screen | null;
  /** `stderr` as a screen; `null` when it is piped. */
  talkScreen: Screen | null;
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds, counting up. */
  nowMs: () => number;
  /** Resolves when the process is asked to stop; from the call on, a first signal no longer ends it at once. */
  untilStopped: () => Promise<void>;
}

/** Writes and waits until the stream wants more, so that a slow reader slows us down. */
export async function put(stream: Writable, piece: string | Uint8Array): Promise<void> {
  if (piece.length === 0 || stream.write(piece)) return;
  await new Promise<void>((resolve, reject) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      stream.off("error", failed);
      resolve();
    };
    const failed = (error: Error) => {
      stream.off("drain", done);
      stream.off("close", done);
      reject(error);
    };
    stream.once("drain", done);
    stream.once("close", done);
    stream.once("error", failed);
  });
}

/** Whether to colour what goes to a stream: FORCE_COLOR over NO_COLOR over whether it is a screen. */
export function wantsColour(env: World["env"], screen: Screen | null): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  return screen !== null && env.TERM !== "dumb";
}

/** Longer lines are hard to read, however wide the screen. */
const MOST_COLUMNS = 100;
const PIPED_COLUMNS = 80;

/** Columns to write in. COLUMNS of the environment is for pipes and tests; a screen knows its own width. */
export function columnsOf({ screen, env }: Pick<World, "screen" | "env">): number {
  if (screen !== null) return Math.min(MOST_COLUMNS, Math.max(20, screen.columns));
  const given = Number(env.COLUMNS);
  return Math.min(MOST_COLUMNS, Number.isInteger(given) && given >= 20 ? given : PIPED_COLUMNS);
}
