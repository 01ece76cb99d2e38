/**
 * What is written about the command line is what it does.
 */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMON_FLAGS, type Flag } from "../src/cli/command.ts";
import { COMMANDS } from "../src/cli/commands.ts";
import { exitCodes, formatFlag, helpOf } from "../src/cli/help.ts";
import { VERSION } from "../src/reading/version.ts";

const here = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const sections = new Map(
  here("docs/cli.md")
    .split(/^## /m)
    .slice(1)
    .map((section): [string, string] => {
      const end = section.indexOf("\n");
      return [section.slice(0, end).trim(), section.slice(end)];
    }),
);

/** Rows of the first table with this head. */
function rowsOf(section: string, head: string): string[] {
  const [, table = ""] = section.split(`| ${head} |`);
  const lines = table.split("\n").slice(2);
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return end === -1 ? lines : lines.slice(0, end);
}

const rowOf = (flag: Flag) => `| \`${formatFlag(flag)}\` | ${flag.help} |`;

describe("docs/cli.md", () => {
  it("has a section for each command and no other", () => {
    const told = [...sections.keys()].filter((title) => title.startsWith("readout "));
    expect(told).toEqual(COMMANDS.map((command) => `readout ${command.name}`));
  });

  for (const command of COMMANDS) {
    const section = sections.get(`readout ${command.name}`) ?? "";

    it(`says what ${command.name} does, flag by flag`, () => {
      expect(section.toLowerCase()).toContain(`${command.summary.toLowerCase()}.`);
      expect(rowsOf(section, "Flag | Does")).toEqual(command.flags.map(rowOf));
    });

    it(`shows the examples of ${command.name}`, () => {
      for (const { type } of command.examples) expect(section).toContain(`\n${type}\n`);
    });
  }

  it("tells the flags of every command", () => {
    expect(rowsOf(sections.get("Flags of every command") ?? "", "Flag | Does")).toEqual(
      COMMON_FLAGS.map(rowOf),
    );
  });

  it("tells the exit codes", () => {
    const rows = exitCodes().map(([code, meaning]) => `| ${code} | ${meaning} |`);
    expect(rowsOf(sections.get("Exit codes") ?? "", "Code | Means")).toEqual(rows);
  });
});

describe("help", () => {
  for (const command of COMMANDS) {
    it(`of ${command.name} names every flag and gives an example`, () => {
      const help = helpOf(command);
      for (const flag of [...command.flags, ...COMMON_FLAGS]) expect(help).toContain(`${formatFlag(flag)} `);
      expect(command.examples.length).toBeGreaterThan(0);
      expect(Math.max(...help.split("\n").map((line) => line.length))).toBeLessThanOrEqual(90);
    });
  }
});

describe("package.json", () => {
  const manifest = JSON.parse(here("package.json")) as { version: string; bin: Record<string, string> };

  it("has the version that Readings name", () => expect(manifest.version).toBe(VERSION));
});
