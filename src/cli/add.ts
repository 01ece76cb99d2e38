/**
 * `readout add`: documents into the store, each read and kept whole before it
 * is told of. What is there already stays as it is.
 */

import type { Added } from "../archive/archive.ts";
import { titleOf } from "../pages/view-document.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit } from "./exit.ts";
import { ACTORS_FLAG, FACT_FLAGS, factsFrom, QUIET_FLAG, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { inputsOf, workedInputs } from "./inputs.ts";
import { type Line, plain, styled } from "./paint.ts";
import { showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { STORE_FLAG, shortId, withArchive } from "./with-archive.ts";
import type { World } from "./world.ts";

export const addCommand: Command = {
  name: "add",
  summary: "read documents and keep them in a store",
  operands: "FILE…",
  offers: "paths",
  details:
    "Takes what readout read takes. A document is known by its bytes: added twice, it is\n" +
    "there once, as it was added first. The store is made when there is none.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print what was added as JSON, a line a document" },
    ...FACT_FLAGS,
    RULES_FLAG,
    ACTORS_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    { type: "readout add accounts/", does: "a folder of accounts, into readout.db" },
    {
      type: 'readout add briefing.txt --store calls.db --publisher "Interfax" --date 2021-12-31',
      does: "one, with what you know of it, into a store of that name",
    },
    { type: "readout add *.html --json | jq -r .id", does: "the whole ids" },
  ],
  run: runAdd,
};

async function runAdd(given: Given, world: World): Promise<Exit> {
  const facts = factsFrom(given);
  await refuseBadActors(facts);
  const operands = inputsOf("add", given, world);
  const talk = new Talk(world, given.switches.has("quiet"));
  const json = given.switches.has("json");
  const count = { fresh: 0, known: 0 };
  let address = "";
  try {
    await withArchive(given, world, true, async (archive) => {
      address = archive.store.address;
      const inputs = workedInputs(operands, facts, world, talk, (bytes, options) =>
        archive.add(bytes, options),
      );
      for await (const { result } of inputs) {
        talk.wipe();
        if (result.added) count.fresh++;
        else count.known++;
        await (json ? showJsonLines(world, [jsonOf(result)]) : showLines(world, [lineOf(result)]));
      }
    });
  } finally {
    talk.wipe();
  }
  if (count.fresh + count.known > 1) talk.say(`${toldOf(count)} (${address})`);
  return talk.failed ? EXITS.unreadable : EXITS.ok;
}

function lineOf({ document, added, reading }: Added): Line {
  const state = added ? styled("cue", "new    ") : styled("quiet", "already");
  return [
    styled("strong", shortId(document.id)),
    plain("  "),
    state,
    plain(`  ${titleOf(reading.document)}`),
  ];
}

function jsonOf({ document, added, reading }: Added) {
  return { ...document, added, statements: reading.statements.length, contacts: reading.contacts.length };
}

function toldOf({ fresh, known }: { fresh: number; known: number }): string {
  const there = known === 0 ? "" : `, ${known} there already`;
  return `${fresh} added${there}`;
}
