/**
 * One run of `readout`: finds the command, takes its arguments apart, runs it,
 * and turns whatever goes wrong into one line and an exit code. The process
 * itself is left to `main.ts`, so that tests can run it in a world of theirs.
 */

import { existsSync } from "node:fs";
import { ModelError } from "../model/errors.ts";
import { visibleText } from "../pages/visible.ts";
import { VERSION } from "../reading/version.ts";
import { COMMANDS } from "./commands.ts";
import { codeOf, EXITS, type Exit, Stop, wrongUsage } from "./exit.ts";
import { parseGiven } from "./flags.ts";
import { helpOf, overview } from "./help.ts";
import { unknownCommand } from "./help-command.ts";
import { nearestOf } from "./nearest.ts";
import { spoken } from "./spoken.ts";
import { put, type World } from "./world.ts";

export async function run(args: readonly string[], world: World): Promise<Exit> {
  try {
    return await dispatched(args, world);
  } catch (error) {
    return told(error, world);
  }
}

async function dispatched(args: readonly string[], world: World): Promise<Exit> {
  const [name, ...rest] = args;
  if (name === undefined) {
    await put(world.stderr, overview(COMMANDS, world.talkScreen));
    return EXITS.usage;
  }
  if (name === "--version" || name === "-v" || name === "-V") return shown(`${VERSION}\n`, world);
  if (name === "--help" || name === "-h") return shown(overview(COMMANDS, world.screen), world);
  if (name.startsWith("-") && name !== "-") throw flagFirst(name);
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw unknownCommand(name, COMMANDS, name === "-" || existsSync(name));
  if (asksHelp(rest)) return shown(helpOf(command, world.screen), world);
  const given = parseGiven(command, rest);
  if (given.switches.has("version")) return shown(`${VERSION}\n`, world);
  return command.run(given, world);
}

/** Help is given even when the rest of the line is wrong: that is when it is asked for. */
function asksHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const before = end === -1 ? args : args.slice(0, end);
  return before.includes("--help") || before.includes("-h");
}

async function shown(text: string, world: World): Promise<Exit> {
  await put(world.stdout, text);
  return EXITS.ok;
}

function flagFirst(name: string): Stop {
  const flags = COMMANDS.flatMap((command) => command.flags.map((flag) => ({ command, flag })));
  const bare = name.replace(/^-+/, "").replace(/=.*$/s, "");
  const owner = flags.find(({ flag }) => flag.name === bare);
  if (owner !== undefined) {
    return wrongUsage(
      `${name} stands before the command`,
      `for example readout ${owner.command.name} FILE ${name}`,
    );
  }
  const nearest = nearestOf(bare, ["help", "version"]);
  return wrongUsage(
    `there is no flag ${name}${nearest === null ? "" : `; did you mean --${nearest}?`}`,
    HINT,
  );
}

const HINT = "readout --help shows what there is";

function told(error: unknown, world: World): Exit {
  // Nobody reads on: "readout read … | head" is done, not broken.
  if (codeOf(error) === "EPIPE") return EXITS.ok;
  if (error instanceof Stop) {
    world.stderr.write(spoken(`readout: ${error.message}`, world));
    if (error.hint !== null) world.stderr.write(spoken(error.hint, world, "  "));
    return error.exit;
  }
  if (error instanceof ModelError) {
    world.stderr.write(spoken(`readout: ${lowerFirst(error.message)}`, world));
    world.stderr.write("  --rules reads without the model, faster and less well\n");
    return EXITS.model;
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.stderr.write(`readout: a fault in Readout ${VERSION}, please report it\n${visibleText(message)}\n`);
  return EXITS.internal;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
