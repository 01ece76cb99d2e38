/**
 * `readout brief`: one printable page on a contact, every line with its source.
 */

import { briefPage } from "../pages/brief.ts";
import type { Command, Given } from "./command.ts";
import { comparisonsOf } from "./compared-inputs.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, factsFrom, MAX_BYTES_FLAG, QUIET_FLAG, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { writePage } from "./html-output.ts";
import { Talk } from "./talk.ts";
import { STORE_FLAG } from "./with-archive.ts";
import type { World } from "./world.ts";

const EXAMPLE = "for example readout brief accounts/ --html brief.html";

export const briefCommand: Command = {
  name: "brief",
  summary: "write one printable page on a contact, every line with its source",
  operands: "FILE… | CONTACT",
  offers: "paths",
  details: "Takes what readout compare takes, for one contact. Without --html the page goes to a pipe.",
  flags: [
    STORE_FLAG,
    { name: "html", value: "PATH", path: true, help: "where to write the page; - for standard output" },
    MAX_BYTES_FLAG,
    RULES_FLAG,
    ACTORS_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    { type: "readout brief accounts/ --html brief.html", does: "of files" },
    { type: "readout brief 2021-12-30-call --html brief.html", does: "of a contact of readout.db" },
  ],
  run: runBrief,
};

async function runBrief(given: Given, world: World): Promise<Exit> {
  if (given.operands.length === 0) throw wrongUsage("brief wants FILEs or a CONTACT", EXAMPLE);
  const path = given.values.get("html") ?? (world.screen === null ? "-" : null);
  if (path === null) throw wrongUsage("brief writes a page and wants --html PATH", EXAMPLE);
  await refuseBadActors(factsFrom(given));
  const talk = new Talk(world, given.switches.has("quiet"));
  const [one, another] = await comparisonsOf("brief", given, world, talk);
  if (another !== undefined) {
    throw wrongUsage(
      "the documents tell of more than one contact, and a brief is of one",
      "readout add keeps them in a store; readout contacts lists the ids to choose from",
    );
  }
  if (one !== undefined) await writePage(path, briefPage(one.comparison, one.readings), world, talk);
  return talk.failed ? EXITS.unreadable : EXITS.ok;
}
