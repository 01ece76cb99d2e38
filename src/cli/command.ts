/**
 * What a command is: its name, its flags, its help and what it does. Help,
 * completion and `docs/cli.md` are all made from, or tested against, these.
 */

import type { Exit } from "./exit.ts";
import type { World } from "./world.ts";

export interface Flag {
  /** Without the dashes. */
  name: string;
  /** One letter, without the dash. */
  short?: string;
  /** What stands for the value in help ("DATE"); a flag without one is a switch. */
  value?: string;
  /** The only values that it takes. */
  values?: readonly string[];
  /** Whether the value is a path, for completion. */
  path?: boolean;
  help: string;
}

export interface Example {
  type: string;
  does: string;
}

export interface Command {
  name: string;
  summary: string;
  /** After `readout NAME`: "FILE…". */
  operands: string;
  /** What completion offers for operands: paths, a closed list, or nothing. */
  offers: "paths" | "nothing" | readonly string[];
  details: string;
  flags: readonly Flag[];
  examples: readonly Example[];
  run: (given: Given, world: World) => Promise<Exit>;
}

/** The command line, taken apart and checked against the command's flags. */
export interface Given {
  operands: readonly string[];
  switches: ReadonlySet<string>;
  values: ReadonlyMap<string, string>;
}

export const COMMON_FLAGS: readonly Flag[] = [
  { name: "help", short: "h", help: "show this help" },
  { name: "version", help: "print the version" },
];
