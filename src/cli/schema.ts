/**
 * `readout schema`: the published JSON Schema of a Reading.
 */

import schema from "../../schema/reading.schema.json" with { type: "json" };
import type { Command } from "./command.ts";
import { EXITS, wrongUsage } from "./exit.ts";
import { put } from "./world.ts";

export const schemaCommand: Command = {
  name: "schema",
  summary: "print the JSON Schema of what read --json gives",
  operands: "",
  offers: "nothing",
  details: "What each field means is told in docs/reading.md.",
  flags: [],
  examples: [{ type: "readout schema > reading.schema.json", does: "keep it for a validator" }],
  async run(given, world) {
    if (given.operands.length > 0) throw wrongUsage(`schema takes no ${given.operands[0]}`);
    await put(world.stdout, `${JSON.stringify(schema, null, 2)}\n`);
    return EXITS.ok;
  },
};
