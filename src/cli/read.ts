/**
 * `readout read`: documents in; records, JSON or a page out. An input that
 * cannot be read is told on the error stream and the others are still read.
 */

import { readWhole } from "../reader.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit } from "./exit.ts";
import { ACTORS_FLAG, FACT_FLAGS, factsFrom, QUIET_FLAG, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { inputsOf, workedInputs } from "./inputs.ts";
import { outputFrom } from "./read-output.ts";
import { Talk } from "./talk.ts";
import type { World } from "./world.ts";

export const readCommand: Command = {
  name: "read",
  summary: "read documents and show who said what to whom, on whose word",
  operands: "FILE…",
  offers: "paths",
  details:
    "Reads plain text, Markdown and saved HTML pages. FILE may be a folder, or - for\n" +
    "standard input. Flags that say something of a document say it of every FILE.",
  flags: [
    { name: "json", help: "print Readings as JSON: an object for one FILE, else a line each" },
    {
      name: "html",
      value: "PATH",
      path: true,
      help: "write one page: the text, its marks, a card a statement",
    },
    ...FACT_FLAGS,
    { name: "min-confidence", value: "P", help: "show only statements at least this sure, from 0 to 1" },
    RULES_FLAG,
    ACTORS_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    { type: "readout read report.txt", does: "a record for people" },
    {
      type: 'readout read report.txt --publisher "RIA Novosti" --date 2021-12-31',
      does: "with what you know of it",
    },
    { type: "readout read accounts/ --html accounts.html", does: "a folder as one page" },
    { type: "readout read *.txt --json | jq -c '.statements[]'", does: "statements, a line each" },
    {
      type: "curl -s https://example.org/readout | readout read - --format html",
      does: "from another program",
    },
  ],
  run: runRead,
};

async function runRead(given: Given, world: World): Promise<Exit> {
  const facts = factsFrom(given);
  await refuseBadActors(facts);
  const output = await outputFrom(given, world);
  const talk = new Talk(world, given.switches.has("quiet"));
  let read = 0;
  try {
    const inputs = workedInputs(inputsOf("read", given, world), facts, world, talk, readWhole);
    for await (const { name, result } of inputs) {
      read++;
      talk.ignoredKeys(name, result.ignoredKeys);
      talk.wipe();
      await output.add(result.reading, name);
    }
    await output.finish(read, talk);
  } catch (error) {
    talk.wipe();
    await output.discard();
    throw error;
  }
  return talk.failed ? EXITS.unreadable : EXITS.ok;
}
