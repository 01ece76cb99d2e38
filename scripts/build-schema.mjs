/**
 * Makes the JSON Schemas from the types: schema/reading.schema.json of a
 * Reading, schema/api.schema.json of what goes over the wire.
 *
 *     npm run schema             writes the files
 *     npm run schema -- --check  says whether they are up to date
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const SCHEMAS = {
  reading: { types: "src/reading/reading.ts", type: "Reading" },
  api: { types: "src/server/wire.ts", type: "*" },
};

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export function schemaText(name) {
  const { types, type } = SCHEMAS[name];
  const schema = createGenerator({
    path: here(types),
    tsconfig: here("tsconfig.json"),
    type,
    schemaId: `urn:readout:schema:${name}`,
    additionalProperties: false,
    sortProps: true,
    skipTypeCheck: true,
    topRef: true,
    encodeRefs: true,
    jsDoc: "extended",
  }).createSchema(type);
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(SCHEMAS)) {
    const path = `schema/${name}.schema.json`;
    const text = schemaText(name);
    if (!process.argv.includes("--check")) writeFileSync(here(path), text);
    else if (readFileSync(here(path), "utf8") !== text) {
      console.error(`${path} is out of date: npm run schema`);
      process.exitCode = 1;
    }
  }
}
