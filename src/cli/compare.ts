/**
 * `readout compare`: what several accounts tell of one contact, point by point,
 * with a verdict and a reason for each. Of files, of a contact of a store, or
 * of all contacts of a store that several accounts tell of.
 */

import type { Comparison } from "../accounts/accounts.ts";
import { comparisonPage } from "../pages/comparison-page.ts";
import { comparisonView } from "../pages/comparison-view.ts";
import { ONLY } from "../pages/verdicts.ts";
import type { Command, Given } from "./command.ts";
import { comparisonsOf } from "./compared-inputs.ts";
import { comparisonLines } from "./comparison-lines.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, factsFrom, MAX_BYTES_FLAG, QUIET_FLAG, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { writePage } from "./html-output.ts";
import { showJson, showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { STORE_FLAG } from "./with-archive.ts";
import { columnsOf, put, type World } from "./world.ts";

export const compareCommand: Command = {
  name: "compare",
  summary: "lay the accounts of a contact side by side, point by point",
  operands: "[FILE… | CONTACT]",
  offers: "paths",
  details:
    "FILEs are compared as they are, without a store. CONTACT is the id of a contact of\n" +
    "the store, or its beginning. Without either: every contact of the store that more\n" +
    "than one account tells of.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print comparisons as JSON: an object for one contact, else a line each" },
    { name: "html", value: "PATH", path: true, help: "write one page that stands alone and prints" },
    {
      name: "only",
      value: "WHICH",
      values: ONLY,
      help: "differences, disputes, or the points of one verdict",
    },
    { name: "sides", help: "a column for each side; as it is with more than three accounts" },
    { name: "accounts", help: "a column for each account; as it is with up to three" },
    { name: "unfold", help: "show copies beside the account that they are a copy of" },
    MAX_BYTES_FLAG,
    RULES_FLAG,
    ACTORS_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    { type: "readout compare accounts/", does: "all files of a folder" },
    { type: "readout compare us.txt ru.txt --only disputes", does: "where two readouts part" },
    { type: "readout compare 2021-12-30-call --html call.html", does: "a contact of readout.db, as a page" },
    {
      type: "readout compare accounts/ --json | jq -c '.points[].verdict'",
      does: "verdicts, a line each",
    },
  ],
  run: runCompare,
};

async function runCompare(given: Given, world: World): Promise<Exit> {
  if (given.switches.has("sides") && given.switches.has("accounts"))
    throw wrongUsage("--sides and --accounts are two tables; run once for each");
  if (given.switches.has("json") && given.values.has("html"))
    throw wrongUsage("--json and --html are two outputs; run once for each");
  await refuseBadActors(factsFrom(given));
  const talk = new Talk(world, given.switches.has("quiet"));
  const compared = await comparisonsOf("compare", given, world, talk);
  const comparisons = compared.map(({ comparison }) => comparison);
  await shown(comparisons, given, world, talk);
  return talk.failed ? EXITS.unreadable : EXITS.ok;
}

async function shown(
  comparisons: readonly Comparison[],
  given: Given,
  world: World,
  talk: Talk,
): Promise<void> {
  const [only, another] = comparisons;
  if (only === undefined) return;
  if (given.switches.has("json")) {
    await (another === undefined ? showJson(world, only) : showJsonLines(world, comparisons));
    return;
  }
  const which = ONLY.find((one) => one === given.values.get("only")) ?? null;
  const options = { only: which, unfold: given.switches.has("unfold"), ...columnsFrom(given) };
  const path = given.values.get("html");
  if (path !== undefined) return writePage(path, comparisonPage(comparisons, options), world, talk);
  for (const [index, comparison] of comparisons.entries()) {
    if (index > 0) await put(world.stdout, "\n\n");
    await showLines(world, comparisonLines(comparisonView(comparison, options), columnsOf(world)));
  }
}

function columnsFrom(given: Given): { columns?: "sides" | "accounts" } {
  if (given.switches.has("sides")) return { columns: "sides" };
  return given.switches.has("accounts") ? { columns: "accounts" } : {};
}
