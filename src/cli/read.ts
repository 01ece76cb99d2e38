/**
 * `readout read`: documents in; records, JSON or a page out. An input that
 * cannot be read is told on the error stream and the others are still read.
 */

import { InputError } from "../intake/errors.ts";
import { filesFrom, type InputFile } from "../intake/files.ts";
import { type ReadOptions, type ReadResult, readWhole } from "../reader.ts";
import { workedAhead } from "./ahead.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, FACT_FLAGS, factsFrom, RULES_FLAG, refuseBadActors } from "./facts.ts";
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
    { name: "quiet", short: "q", help: "say nothing on the error stream but errors" },
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

/** So many documents are under way at once. */
const AHEAD = 3;

async function runRead(given: Given, world: World): Promise<Exit> {
  const facts = factsFrom(given);
  await refuseBadActors(facts);
  const output = await outputFrom(given, world);
  const talk = new Talk(world, given.switches.has("quiet"));
  let read = 0;
  try {
    const files = filesFrom(operandsOf(given, world), fileOptions(facts, world, talk));
    const results = workedAhead(files, AHEAD, async (file) => ({
      file,
      result: await resultOf(file, facts, talk),
    }));
    for await (const { file, result } of results) {
      talk.working(read, file.name);
      if (result === null) continue;
      read++;
      talk.ignoredKeys(file.name, result.ignoredKeys);
      talk.wipe();
      await output.add(result.reading, file.name);
    }
    talk.skippedFiles();
    if (read === 0 && !talk.failed) talk.nothing();
    await output.finish(read, talk);
  } catch (error) {
    talk.wipe();
    await output.discard();
    throw error;
  }
  return talk.failed ? EXITS.unreadable : EXITS.ok;
}

function operandsOf(given: Given, world: World): readonly string[] {
  const { operands } = given;
  if (operands.filter((operand) => operand === "-").length > 1) throw wrongUsage("- is given twice");
  if (operands.length === 0) {
    if (world.stdin.isTTY === true)
      throw wrongUsage("read wants a FILE", "for example readout read report.txt");
    return ["-"];
  }
  if (operands.length > 1) {
    for (const flag of ["title", "address"]) {
      if (given.values.has(flag))
        throw wrongUsage(`--${flag} is for one document; ${operands.length} are named`);
    }
  }
  return operands;
}

function fileOptions(facts: ReadOptions, world: World, talk: Talk) {
  return {
    ...(facts.maxBytes !== undefined && { maxBytes: facts.maxBytes }),
    onSkipped: (name: string, why: string) => talk.skipped(name, why),
    onError: (error: InputError) => talk.refused(error),
    stdin: world.stdin,
  };
}

async function resultOf(file: InputFile, facts: ReadOptions, talk: Talk): Promise<ReadResult | null> {
  try {
    return await readWhole(file.bytes, { ...facts, name: file.name === "-" ? "standard input" : file.name });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    talk.refused(error);
    return null;
  }
}
