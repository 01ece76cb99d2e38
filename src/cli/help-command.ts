/**
 * `readout help [COMMAND]`, and what stands in for a command that there is not.
 */

import type { Command } from "./command.ts";
import { EXITS, type Stop, wrongUsage } from "./exit.ts";
import { helpOf, overview } from "./help.ts";
import { nearestOf } from "./nearest.ts";
import { put } from "./world.ts";

export function helpCommand(commands: () => readonly Command[]): Command {
  return {
    name: "help",
    summary: "show what there is, or what a command takes",
    operands: "[COMMAND]",
    offers: "nothing",
    details: "",
    flags: [],
    examples: [{ type: "readout help read", does: "the same as readout read --help" }],
    async run(given, world) {
      const [name] = given.operands;
      if (name === undefined) {
        await put(world.stdout, overview(commands(), world.screen));
        return EXITS.ok;
      }
      const command = commands().find((one) => one.name === name);
      if (command === undefined) throw unknownCommand(name, commands(), false);
      await put(world.stdout, helpOf(command, world.screen));
      return EXITS.ok;
    },
  };
}

/** `isPath`: whether there is a file of that name, which is what people forget `read` before. */
export function unknownCommand(name: string, commands: readonly Command[], isPath: boolean): Stop {
  const names = commands.map((one) => one.name);
  if (isPath) return wrongUsage(`there is no command ${name}; did you mean readout read ${name}?`);
  const nearest = nearestOf(name, names);
  const meant = nearest === null ? "" : `; did you mean ${nearest}?`;
  return wrongUsage(`there is no command ${name}${meant}`, `the commands are ${names.join(", ")}`);
}
