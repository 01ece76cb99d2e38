/**
 * `readout mcp`: the record as tools of the Model Context Protocol, over
 * standard input and output. Over HTTP the same tools stand at `/mcp` of
 * `readout serve`.
 */

import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { STORE_FLAG, withArchive } from "./with-archive.ts";
import type { World } from "./world.ts";

export const mcpCommand: Command = {
  name: "mcp",
  summary: "answer a language model's questions from the record, with the exact words",
  operands: "",
  offers: "nothing",
  details:
    "Speaks the Model Context Protocol on standard input and output until the client\n" +
    "goes. The tools only read: list_contacts, search_statements, get_contact,\n" +
    "get_document. Every answer carries exact words and where they stand.",
  flags: [STORE_FLAG],
  examples: [{ type: "readout mcp --store calls.db", does: "as a client's configuration names it" }],
  run: runMcp,
};

async function runMcp(given: Given, world: World): Promise<Exit> {
  const [first] = given.operands;
  if (first !== undefined) throw wrongUsage(`mcp takes no FILE, and ${first} is one`);
  // The protocol's own package is large: it is loaded by whom it serves.
  const { serveStdio } = await import("../server/mcp/server.ts");
  await withArchive(given, world, false, serveStdio);
  return EXITS.ok;
}
