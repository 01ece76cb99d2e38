/**
 * `readout corrections`: the history of what persons changed, and what of it
 * holds now.
 */

import type { Archive } from "../archive/archive.ts";
import { standing } from "../reading/corrected.ts";
import type { Correction } from "../reading/corrections.ts";
import type { Command, Given } from "./command.ts";
import { correctionLines, type Standing, type StandingCorrection } from "./correction-lines.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { documentAt } from "./typed.ts";
import { namesIn, STORE_FLAG, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

export const correctionsCommand: Command = {
  name: "corrections",
  summary: "list what persons changed: former answer, new answer, who, when, why",
  operands: "[DOCUMENT]",
  offers: "nothing",
  details: "In order of time, of one document or of the whole store; orphans are told.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print corrections as JSON, a line each, with how each stands" },
    { name: "orphans", help: "only those whose words are no finding any more" },
  ],
  examples: [
    { type: "readout corrections", does: "the whole history" },
    { type: "readout corrections 4378379c --json", does: "of one document" },
    { type: "readout corrections --orphans", does: "what waits for a person" },
  ],
  run: runCorrections,
};

async function runCorrections(given: Given, world: World): Promise<Exit> {
  const [typed, second] = given.operands;
  if (second !== undefined) throw wrongUsage(`corrections takes one DOCUMENT, and ${second} is a second`);
  await withArchive(given, world, false, async (archive) => {
    const document = typed === undefined ? undefined : await documentAt(archive, typed);
    const all = await standingIn(archive, await archive.store.corrections(document));
    const shown = given.switches.has("orphans") ? all.filter((one) => one.standing === "orphan") : all;
    const nameOf = await namesIn(archive);
    await (given.switches.has("json")
      ? showJsonLines(
          world,
          shown.map((one) => ({ ...one.correction, standing: one.standing })),
        )
      : showLines(world, correctionLines(shown, nameOf, columnsOf(world))));
    if (shown.length === 0)
      new Talk(world, false).say(given.switches.has("orphans") ? "no orphans" : "no corrections");
  });
  return EXITS.ok;
}

async function standingIn(
  archive: Archive,
  corrections: readonly Correction[],
): Promise<StandingCorrection[]> {
  const hold = new Set(standing(corrections).map(({ id }) => id));
  const undone = new Set(corrections.flatMap(({ undoes }) => undoes ?? []));
  const orphans = await orphansAmong(archive, corrections);
  const standingOf = ({ id, undoes }: Correction): Standing => {
    if (orphans.has(id)) return "orphan";
    if (hold.has(id) || (undoes !== null && !undone.has(id))) return "holds";
    return undone.has(id) ? "undone" : "replaced";
  };
  return corrections.map((correction) => ({ correction, standing: standingOf(correction) }));
}

async function orphansAmong(
  archive: Archive,
  corrections: readonly Correction[],
): Promise<ReadonlySet<string>> {
  const documents = new Set(
    corrections.flatMap(({ target }) => ("document" in target ? [target.document] : [])),
  );
  const orphans = new Set<string>();
  for (const document of [...documents].sort()) {
    const corrected = await archive.reading(document);
    for (const { id } of corrected?.orphans ?? []) orphans.add(id);
  }
  return orphans;
}
