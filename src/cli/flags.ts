/**
 * Takes a command's arguments apart: switches, values, operands.
 *
 * `parseArgs` of Node splits them; the checks are ours, because a typo must be
 * one line that names the flag that was meant. Nothing is guessed: a flag is
 * never abbreviated, and given twice it is refused.
 */

import { parseArgs } from "node:util";
import { COMMON_FLAGS, type Command, type Flag, type Given } from "./command.ts";
import { wrongUsage } from "./exit.ts";
import { nearestOf } from "./nearest.ts";

export function parseGiven(command: Command, args: readonly string[]): Given {
  const flags = [...command.flags, ...COMMON_FLAGS];
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(flags.map((flag) => [flag.name, optionOf(flag)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const switches = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const flag = flags.find((candidate) => candidate.name === token.name);
    if (flag === undefined) throw unknownFlag(command, flags, token.rawName);
    if (switches.has(flag.name) || values.has(flag.name)) {
      throw wrongUsage(`--${flag.name} is given twice`, helpHint(command));
    }
    if (flag.value === undefined) {
      if (token.value !== undefined) throw wrongUsage(`--${flag.name} takes no value`, helpHint(command));
      switches.add(flag.name);
    } else {
      values.set(flag.name, checkedValue(command, flag, token.value, token.inlineValue === true));
    }
  }
  return { operands, switches, values };
}

function optionOf(flag: Flag): { type: "string" | "boolean"; short?: string } {
  const type = flag.value === undefined ? "boolean" : "string";
  return flag.short === undefined ? { type } : { type, short: flag.short };
}

function unknownFlag(command: Command, flags: readonly Flag[], rawName: string) {
  const nearest = nearestOf(
    rawName.replace(/^-+/, ""),
    flags.map((flag) => flag.name),
  );
  const meant = nearest === null ? "" : `; did you mean --${nearest}?`;
  return wrongUsage(`${command.name} has no flag ${rawName}${meant}`, helpHint(command));
}

function checkedValue(command: Command, flag: Flag, value: string | undefined, inline: boolean): string {
  const wants = `--${flag.name} wants a value: --${flag.name} ${flag.value}`;
  if (value === undefined || value === "") throw wrongUsage(wants, helpHint(command));
  if (!inline && value.startsWith("-") && value !== "-") {
    throw wrongUsage(`${wants}; for a value that begins with a dash write --${flag.name}=${value}`);
  }
  if (flag.values !== undefined && !flag.values.includes(value)) {
    const nearest = nearestOf(value, flag.values);
    const meant = nearest === null ? "" : `; did you mean ${nearest}?`;
    throw wrongUsage(`--${flag.name} is ${flag.values.join(", ")}, not ${value}${meant}`);
  }
  return value;
}

export function helpHint(command: Command): string {
  return `readout ${command.name} --help shows what it takes`;
}

/** A count of bytes: "500000", "64k", "8M", "8MiB". */
export function parseBytes(value: string): number | null {
  const parts = /^(\d{1,12})(?:([kKmMgG])(?:i?[bB])?)?$/.exec(value);
  if (parts === null) return null;
  const unit = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[parts[2]?.toLowerCase() ?? ""] ?? 1;
  const bytes = Number(parts[1]) * unit;
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : null;
}

/** A whole number above 0: "20". */
export function parseCount(value: string): number | null {
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}

/** A probability: "0.5", "1", ".25". */
export function parseProbability(value: string): number | null {
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(value)) return null;
  const probability = Number(value);
  return probability <= 1 ? probability : null;
}
