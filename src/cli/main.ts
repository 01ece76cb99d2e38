#!/usr/bin/env node
/**
 * The program `readout`: the process around one run.
 */

import { codeOf, EXITS } from "./exit.ts";
import { run } from "./run.ts";
import type { Screen } from "./world.ts";

function screenOf(stream: NodeJS.WriteStream): Screen | null {
  if (stream.isTTY !== true) return null;
  return {
    isTTY: true,
    get columns() {
      return stream.columns || 80;
    },
  };
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: unknown) => {
    // The reader is gone; there is nobody left to tell.
    process.exit(codeOf(error) === "EPIPE" ? EXITS.ok : EXITS.unwritable);
  });
}
/** Set while a command waits to be asked to stop. */
let stop: (() => void) | null = null;
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(signal, () => {
    // Through exit, so that half-written files are taken away.
    if (stop === null) process.exit(code);
    stop();
    // Whoever asks twice does not want to wait.
    stop = null;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  screen: screenOf(process.stdout),
  talkScreen: screenOf(process.stderr),
  env: process.env,
  nowMs: () => performance.now(),
  untilStopped: () =>
    new Promise((resolve) => {
      stop = resolve;
    }),
});
