/**
 * Help: the same for every command, made from its definition. On a screen it
 * is wrapped to its width; without one its lines are as long as they are.
 */

import { COMMON_FLAGS, type Command, type Flag } from "./command.ts";
import { EXIT_MEANINGS, EXITS } from "./exit.ts";
import { columnsIn, paintLine, plain, wrapped } from "./paint.ts";
import type { Screen } from "./world.ts";

export function helpOf(command: Command, screen: Screen | null = null): string {
  const examples = command.examples.map(({ type, does }) => `  ${type}\n      ${does}`);
  return [
    `readout ${command.name}: ${command.summary}`,
    "",
    `Usage: readout ${[command.name, command.operands, "[FLAGS]"].filter((part) => part !== "").join(" ")}`,
    "",
    ...(command.details === "" ? [] : [...paragraphs(command.details, screen), ""]),
    "Flags:",
    ...table(
      [...command.flags, ...COMMON_FLAGS].map((flag) => [formatFlag(flag), flag.help]),
      screen,
    ),
    "",
    "Examples:",
    ...examples,
    "",
  ].join("\n");
}

export function overview(commands: readonly Command[], screen: Screen | null = null): string {
  return [
    ...paragraphs(
      "Readout keeps the record of diplomatic conversations: who said what to whom, on whose word.",
      screen,
    ),
    "",
    "Usage: readout COMMAND [FILE…] [FLAGS]",
    "",
    "Commands:",
    ...table(
      commands.map((command) => [`${command.name} ${command.operands}`.trim(), command.summary]),
      screen,
    ),
    "",
    "Examples:",
    "  readout read report.txt",
    "  readout compare accounts/",
    "  readout add accounts/ && readout contacts",
    "",
    "Exit codes:",
    ...table(
      exitCodes().map(([code, meaning]) => [String(code), meaning]),
      screen,
    ),
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

/** A longer name stands in a line of its own, so that one does not push the rest to the edge. */
const LEFT_COLUMNS = 26;

function table(rows: readonly (readonly [string, string])[], screen: Screen | null): string[] {
  const widest = Math.max(...rows.map(([left]) => columnsIn(left)));
  const width = screen === null ? widest : Math.min(widest, LEFT_COLUMNS);
  return rows.flatMap(([left, right]) => {
    const [first = "", ...rest] = fitted(right, screen, width + 4);
    const room = width - columnsIn(left);
    const margin = " ".repeat(width + 4);
    const below = rest.map((line) => `${margin}${line}`);
    if (room < 0) return [`  ${left}`, `${margin}${first}`, ...below];
    return [`  ${left}${" ".repeat(room)}  ${first}`, ...below];
  });
}

/** Lines that fit stay as they are written: some are examples. */
function paragraphs(text: string, screen: Screen | null): string[] {
  return text
    .split("\n")
    .flatMap((line) =>
      screen === null || columnsIn(line) <= screen.columns ? [line] : fitted(line, screen, 0),
    );
}

/** The text in lines that fit the screen beside a margin. */
function fitted(text: string, screen: Screen | null, margin: number): string[] {
  if (screen === null) return [text];
  return wrapped([plain(text)], screen.columns - margin).map((line) => paintLine(line, false));
}
