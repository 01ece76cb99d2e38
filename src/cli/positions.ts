/**
 * `readout positions`: what an actor said on a subject, in order of time.
 */

import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, RULES_FLAG } from "./facts.ts";
import { positionLines } from "./ledger-lines.ts";
import { showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { actorAt } from "./typed.ts";
import { namesIn, STORE_FLAG, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

export const positionsCommand: Command = {
  name: "positions",
  summary: "show what an actor said on a subject, in order of time",
  operands: "ACTOR",
  offers: "nothing",
  details:
    "ACTOR is a name or an id; for a state, all who speak for it count. Without a subject,\n" +
    "statements are gathered by likeness.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print positions as JSON, a line each" },
    { name: "subject", value: "WORDS", help: "only on this: most of the words stand in the statement" },
    RULES_FLAG,
    ACTORS_FLAG,
  ],
  examples: [
    { type: "readout positions Putin --subject sanctions", does: "one actor, one subject" },
    { type: "readout positions USA", does: "all who speak for the United States, by subject" },
  ],
  run: runPositions,
};

async function runPositions(given: Given, world: World): Promise<Exit> {
  const typed = given.operands.join(" ");
  if (typed === "") throw wrongUsage("positions wants an ACTOR", "for example readout positions Putin");
  await withArchive(given, world, false, async (archive) => {
    const { id, name } = await actorAt(archive, typed);
    const positions = await archive.positions(id, given.values.get("subject"));
    await (given.switches.has("json")
      ? showJsonLines(world, positions)
      : showLines(world, positionLines(positions, await namesIn(archive), columnsOf(world))));
    if (positions.length > 0) return;
    const on = given.values.has("subject") ? " on this subject" : "";
    new Talk(world, false).say(`the store has nothing that ${name} said${on}`);
  });
  return EXITS.ok;
}
