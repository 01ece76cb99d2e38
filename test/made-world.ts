/**
 * A world for a run of the command line: streams in memory, an environment of
 * its own, a clock that stands still.
 */

import { Readable, Writable } from "node:stream";
import { run } from "../src/cli/run.ts";
import type { World } from "../src/cli/world.ts";

export interface Ran {
  exit: number;
  out: string;
  err: string;
}

export interface Setting {
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
  /** Columns of the screen; without it, output is piped. */
  columns?: number;
  /** When the run is asked to stop; at once when absent. */
  stopped?: Promise<void>;
}

export async function ran(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const out = new Sink();
  const err = new Sink();
  const screen = setting.columns === undefined ? null : { isTTY: true, columns: setting.columns };
  const world: World = {
    stdin: Readable.from(setting.stdin === undefined ? [] : [Buffer.from(setting.stdin)]),
    stdout: out,
    stderr: err,
    screen,
    talkScreen: null,
    env: setting.env ?? {},
    nowMs: () => 0,
    untilStopped: () => setting.stopped ?? Promise.resolve(),
  };
  return { exit: await run(args, world), out: out.text, err: err.text };
}

class Sink extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}

/** Colours, as a terminal takes them. */
export const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
