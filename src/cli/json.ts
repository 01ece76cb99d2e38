/**
 * A Reading as JSON, piece by piece: letter for letter what `JSON.stringify`
 * gives, without holding it all. A hostile document can have a Reading whose
 * JSON is longer than a string may be.
 */

import type { Reading } from "../reading/reading.ts";

/** In one line, or indented by two for people. */
export function* jsonOf(reading: Reading, indented: boolean): Generator<string> {
  const space = indented ? 2 : 0;
  const [line, colon] = indented ? ["\n", ": "] : ["", ":"];
  let before = "{";
  for (const [key, value] of Object.entries(reading)) {
    yield `${before}${line}${indent(space)}${JSON.stringify(key)}${colon}`;
    before = ",";
    if (Array.isArray(value)) yield* elementsOf(value, space);
    else yield shifted(JSON.stringify(value, null, space), space);
  }
  yield `${line}}`;
}

function* elementsOf(values: readonly unknown[], space: number): Generator<string> {
  if (values.length === 0) {
    yield "[]";
    return;
  }
  const line = space === 0 ? "" : "\n";
  let before = "[";
  for (const value of values) {
    yield `${before}${line}${indent(2 * space)}${shifted(JSON.stringify(value, null, space), 2 * space)}`;
    before = ",";
  }
  yield `${line}${indent(space)}]`;
}

function indent(columns: number): string {
  return " ".repeat(columns);
}

/** Line breaks in JSON are only its own: those of texts are written `\\n`. */
function shifted(json: string, columns: number): string {
  return columns === 0 ? json : json.replaceAll("\n", `\n${indent(columns)}`);
}
