/**
 * `readout ledger`: what was promised, demanded, threatened or offered, and
 * what was said of it later.
 */

import type { Archive } from "../archive/archive.ts";
import { type Commitment, type CommitmentKind, STATUSES } from "../ledger/ledger.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, RULES_FLAG } from "./facts.ts";
import { ledgerLines } from "./ledger-lines.ts";
import { showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { actorAt } from "./typed.ts";
import { namesIn, STORE_FLAG, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

const KINDS = ["commitment", "demand", "threat", "offer"] as const satisfies readonly CommitmentKind[];

export const ledgerCommand: Command = {
  name: "ledger",
  summary: "list promises, demands, threats and offers, and what became of them",
  operands: "",
  offers: "nothing",
  details:
    "By day of the first telling. Evidence is proposed by the machine and confirmed by a\n" +
    "person (readout correct); only what is confirmed moves a status.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print commitments as JSON, a line each" },
    { name: "kind", value: "KIND", values: KINDS, help: "commitment, demand, threat or offer" },
    {
      name: "holder",
      value: "ACTOR",
      help: "who is bound, demands or threatens: a person, or a state's side",
    },
    { name: "status", value: "STATUS", values: STATUSES, help: "open, kept, broken, withdrawn …" },
    RULES_FLAG,
    ACTORS_FLAG,
  ],
  examples: [
    { type: "readout ledger --status open", does: "what is still owed" },
    { type: "readout ledger --kind threat --holder Russia", does: "threats of a side" },
    {
      type: "readout ledger --json | jq -r 'select(.due) | [.due.value, .id] | @tsv'",
      does: "what is due when",
    },
  ],
  run: runLedger,
};

async function runLedger(given: Given, world: World): Promise<Exit> {
  const [operand] = given.operands;
  if (operand !== undefined)
    throw wrongUsage(`ledger takes no ${operand}`, "for example readout ledger --holder NAME");
  await withArchive(given, world, false, async (archive) => {
    const shown = await chosen(archive, given);
    await (given.switches.has("json")
      ? showJsonLines(world, shown)
      : showLines(world, ledgerLines(shown, await namesIn(archive), columnsOf(world))));
    if (shown.length === 0) new Talk(world, false).say("nothing of that kind in the ledger");
  });
  return EXITS.ok;
}

async function chosen(archive: Archive, { values }: Given): Promise<Commitment[]> {
  const typed = values.get("holder");
  const holder = typed === undefined ? null : (await actorAt(archive, typed)).id;
  const sides = await sidesIn(archive);
  return (await archive.ledger()).filter(
    (one) =>
      (!values.has("kind") || one.kind === values.get("kind")) &&
      (!values.has("status") || one.status === values.get("status")) &&
      (holder === null || one.holder === holder || (one.holder !== null && sides.get(one.holder) === holder)),
  );
}

async function sidesIn(archive: Archive): Promise<ReadonlyMap<string, string | null>> {
  return new Map([...(await archive.actors()).values()].map(({ id, side }) => [id, side]));
}
