/**
 * Makes schema/reading.schema.json from the types of a Reading.
 *
 *     npm run schema             writes the file
 *     npm run schema -- --check  says whether it is up to date
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const path = fileURLToPath(new URL("../schema/reading.schema.json", import.meta.url));
const types = fileURLToPath(new URL("../src/reading/reading.ts", import.meta.url));
const tsconfig = fileURLToPath(new URL("../tsconfig.json", import.meta.url));

export function schemaText() {
  const schema = createGenerator({
    path: types,
    tsconfig,
    type: "Reading",
    schemaId: "urn:readout:schema:reading",
    additionalProperties: false,
    sortProps: true,
    skipTypeCheck: true,
    topRef: true,
    encodeRefs: true,
    jsDoc: "extended",
  }).createSchema("Reading");
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = schemaText();
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    console.error("schema/reading.schema.json is out of date: npm run schema");
    process.exitCode = 1;
  }
}
