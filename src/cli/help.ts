/**
 * Help: the same for every command, made from its definition.
 */

import { COMMON_FLAGS, type Command, type Flag } from "./command.ts";
import { EXIT_MEANINGS, EXITS } from "./exit.ts";
import { columnsIn } from "./paint.ts";

export function helpOf(command: Command): string {
  const examples = command.examples.map(({ type, does }) => `  ${type}\n      ${does}`);
  return [
    `readout ${command.name}: ${command.summary}`,
    "",
    `Usage: readout ${[command.name, command.operands, "[FLAGS]"].filter((part) => part !== "").join(" ")}`,
    "",
    ...(command.details === "" ? [] : [command.details, ""]),
    "Flags:",
    ...table([...command.flags, ...COMMON_FLAGS].map((flag) => [formatFlag(flag), flag.help])),
    "",
    "Examples:",
    ...examples,
    "",
  ].join("\n");
}

export function overview(commands: readonly Command[]): string {
  return [
    "Readout keeps the record of diplomatic conversations: who said what to whom, on whose word.",
    "",
    "Usage: readout COMMAND [FILE…] [FLAGS]",
    "",
    "Commands:",
    ...table(commands.map((command) => [`${command.name} ${command.operands}`.trim(), command.summary])),
    "",
    "Examples:",
    "  readout read report.txt",
    "  readout compare accounts/",
    "  readout add accounts/ && readout contacts",
    "",
    "Exit codes:",
    ...table(exitCodes().map(([code, meaning]) => [String(code), meaning])),
    "",
    "readout COMMAND --help says more. Colour follows NO_COLOR and FORCE_COLOR.",
    "",
  ].join("\n");
}

export function exitCodes(): [code: number, meaning: string][] {
  return (Object.keys(EXITS) as (keyof typeof EXITS)[]).map((key) => [EXITS[key], EXIT_MEANINGS[key]]);
}

export function formatFlag(flag: Flag): string {
  const long = flag.value === undefined ? `--${flag.name}` : `--${flag.name} ${flag.value}`;
  return flag.short === undefined ? long : `-${flag.short}, ${long}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => columnsIn(left)));
  return rows.map(([left, right]) => `  ${left}${" ".repeat(width - columnsIn(left))}  ${right}`);
}
