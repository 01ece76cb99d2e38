/**
 * The types, the published schema and the specification say the same.
 */

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { schemaText } from "../scripts/build-schema.mjs";
import { read } from "../src/index.ts";
import { MADE_TEXT, madeReading } from "./made-reading.ts";

const here = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const published = here("schema/reading.schema.json");
const schema = JSON.parse(published) as Schema;
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

interface Schema {
  $ref?: string;
  enum?: string[];
  properties?: Record<string, Schema>;
  definitions: Record<string, Schema>;
}

describe("reading.schema.json", () => {
  it("is made from the types as they are (npm run schema)", () => {
    expect(published).toBe(schemaText("reading"));
  }, 60_000);

  it("accepts a Reading that holds one of everything", () => {
    validate(JSON.parse(JSON.stringify(madeReading())));
    expect(validate.errors).toBe(null);
  });

  it("accepts what the reader gives", async () => {
    const reading = await read(MADE_TEXT, { date: "2031-05-06", publisher: "Coastal News" });
    expect(reading.attributions.length).toBeGreaterThan(0);
    validate(JSON.parse(JSON.stringify(reading)));
    expect(validate.errors).toBe(null);
  });

  it("accepts a Reading of a text that says nothing", async () => {
    validate(JSON.parse(JSON.stringify(await read("Nothing."))));
    expect(validate.errors).toBe(null);
  });

  it("refuses a field that it does not know, and a field that is missing", () => {
    expect(validate({ ...madeReading(), mood: "good" })).toBe(false);
    const { notes, ...without } = madeReading();
    expect(notes.length).toBeGreaterThan(0);
    expect(validate(without)).toBe(false);
  });
});

describe("docs/reading.md", () => {
  const told = fieldsTold(here("docs/reading.md"));

  it("names the types of the schema, no more and no fewer", () => {
    expect([...told.keys()].sort()).toEqual([...fieldsOfSchema().keys()].sort());
  });

  for (const [type, fields] of fieldsOfSchema()) {
    it(`names the fields of ${type}`, () => {
      expect([...(told.get(type)?.keys() ?? [])].sort()).toEqual([...fields.keys()].sort());
    });

    it(`names the values that fields of ${type} can have`, () => {
      for (const [field, values] of fields) {
        const row = told.get(type)?.get(field) ?? "";
        // A row that says "…" gives examples.
        if (row.includes("…")) continue;
        expect(
          values.filter((value) => !row.includes(`\`${value}\``)),
          `${type}.${field}`,
        ).toEqual([]);
      }
    });
  }
});

/** Types with fields, each field with the only values it can have; arguments of generic types are dropped. */
function fieldsOfSchema(): Map<string, Map<string, string[]>> {
  const types = new Map<string, Map<string, string[]>>();
  for (const [name, definition] of Object.entries(schema.definitions)) {
    if (definition.properties === undefined) continue;
    const fields = Object.entries(definition.properties).map(([field, type]): [string, string[]] => [
      field,
      valuesOf(type),
    ]);
    const bare = name.replace(/<.*>$/, "");
    // Told<string> and Told<ContactKind> are one type in the specification, whose values differ.
    types.set(bare, new Map(fields.map(([field, values]) => [field, bare === name ? values : []])));
  }
  return types;
}

function valuesOf(type: Schema): string[] {
  const target =
    type.$ref === undefined
      ? type
      : schema.definitions[decodeURIComponent(type.$ref.replace("#/definitions/", ""))];
  return target?.enum ?? [];
}

/** Headings with a table of fields: type → field → its row. */
function fieldsTold(markdown: string): Map<string, Map<string, string>> {
  const types = new Map<string, Map<string, string>>();
  for (const section of markdown.split(/^## /m).slice(1)) {
    const rows = section.split("\n").filter((line) => line.startsWith("|"));
    if (!/^\|\s*Field\s*\|/.test(rows[0] ?? "")) continue;
    const heading = section.split("\n", 1)[0]?.trim() ?? "";
    const fields = rows
      .slice(2)
      .map((row): [string, string] => [/^\|\s*`([^`]+)`/.exec(row)?.[1] ?? row, row]);
    types.set(heading, new Map(fields));
  }
  return types;
}
