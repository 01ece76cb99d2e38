/**
 * `readout brief`: one printable page on a contact, every line with its source.
 */

import { briefPage } from "../pages/brief.ts";
import type { Command, Given } from "./command.ts";
import { type ComparedInput, comparisonsOf } from "./compared-inputs.ts";
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
  details:
    "Takes what readout compare takes, for the contact that several documents tell of. Without\n--html the page goes to a pipe.",
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
  const one = theOneOf(await comparisonsOf("brief", given, world, talk), talk);
  if (one !== null) await writePage(path, briefPage(one.comparison, one.readings), world, talk);
  return talk.failed ? EXITS.unreadable : EXITS.ok;
}

/**
 * The contact that the documents are about: the only one, or the only one that
 * several of them tell of (a pile of accounts often has a text on what came
 * later). What is left out is named.
 */
function theOneOf(compared: readonly ComparedInput[], talk: Talk): ComparedInput | null {
  if (compared.length < 2) return compared[0] ?? null;
  const several = compared.filter(({ comparison }) => comparison.accounts.length > 1);
  const [one] = several;
  if (one === undefined || several.length > 1) {
    throw wrongUsage(
      `the documents tell of ${compared.length} contacts, and a brief is of one: ${idsOf(compared)}`,
      "readout add keeps them in a store, and readout brief takes an id of it",
    );
  }
  const left = compared.filter((other) => other !== one);
  talk.say(`left out what one document alone tells of: ${idsOf(left)}`);
  return one;
}

function idsOf(compared: readonly ComparedInput[]): string {
  return compared.map(({ comparison }) => comparison.contact.id).join(", ");
}
