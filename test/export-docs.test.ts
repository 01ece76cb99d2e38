/** What docs/exports.md says of columns is what they are. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EVENTS } from "../src/exports/events.ts";
import { FACTS } from "../src/exports/facts.ts";
import { STATEMENTS } from "../src/exports/statements.ts";

const text = readFileSync(new URL("../docs/exports.md", import.meta.url), "utf8");

/** Rows of the first table of columns after a heading. */
function rowsAfter(heading: string): string[] {
  const [, rest = ""] = text.split(`\n${heading}\n`);
  const [, table = ""] = rest.split("| Column | Type | Holds |\n|---|---|---|\n");
  return table.slice(0, table.indexOf("\n\n")).split("\n");
}

describe("docs/exports.md", () => {
  it.each([
    ["### Columns of statements", STATEMENTS],
    ["### Columns of facts", FACTS],
    ["## Events", EVENTS],
  ])("lists the columns under %s", (heading, { columns }) => {
    expect(rowsAfter(heading)).toEqual(
      columns.map(({ name, type, says }) => `| \`${name}\` | ${type} | ${says} |`),
    );
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });
});
