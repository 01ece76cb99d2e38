/**
 * `readout correct`: what a person says of a finding, laid over the Reading
 * with name and reason. What it is about is made of the words typed here
 * (`correct-target.ts`, `correct-value.ts`); whether it fits is the archive's.
 */

import type { CorrectionDraft } from "../archive/answers.ts";
import type { Archive } from "../archive/archive.ts";
import { CorrectionError } from "../archive/correcting.ts";
import { ACT_CLASSES } from "../lexicon/acts.ts";
import type { Correction } from "../reading/corrections.ts";
import type { Command, Given } from "./command.ts";
import { draftFrom } from "./correct-draft.ts";
import { correctionPieces } from "./correction-lines.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, RULES_FLAG } from "./facts.ts";
import { wrapped } from "./paint.ts";
import { showJson, showLines } from "./show.ts";
import { namesIn, STORE_FLAG, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

export const correctCommand: Command = {
  name: "correct",
  summary: "accept, reject or change what the machine found, with name and reason",
  operands: "DOCUMENT FINDING[.FIELD]",
  offers: "nothing",
  details:
    "The Reading stays as it is; the correction is laid over it, and survives a newer\n" +
    "reader. FINDING is an id (s3 a2 m4 t1 c1 k1). A COMMITMENT of the ledger, or the Nth\n" +
    "piece of evidence for it (COMMITMENT.N), can stand in place of both; and two\n" +
    "accounts, as DOCUMENT/c1 DOCUMENT/c1, with --same or --different.",
  flags: [
    STORE_FLAG,
    { name: "accept", help: "it is right" },
    { name: "reject", help: "it is wrong: leave it out" },
    { name: "to", value: "VALUE", help: "what the FIELD is: an actor's name or id, words of the text, none" },
    { name: "add", value: "WORDS", help: "a statement that was missed, by its exact words in DOCUMENT" },
    { name: "speaker", value: "ACTOR", help: "with --add: who said it" },
    { name: "addressee", value: "ACTOR", help: "with --add: to whom" },
    {
      name: "act",
      value: "ACT",
      values: Object.keys(ACT_CLASSES),
      help: "with --add: what was done with it",
    },
    { name: "same", help: "both accounts tell of one contact" },
    { name: "different", help: "the accounts tell of two contacts" },
    { name: "undo", value: "ID", help: "take back this correction" },
    { name: "author", value: "NAME", help: "who corrects" },
    { name: "reason", value: "TEXT", help: "why" },
    { name: "json", help: "print the correction as JSON" },
    RULES_FLAG,
    ACTORS_FLAG,
  ],
  examples: [
    {
      type: 'readout correct 4378379c s12.speaker --to Psaki --author Vale --reason "on video"',
      does: "who said it",
    },
    {
      type: 'readout correct 4378379c s3 --reject --author Vale --reason "a caption"',
      does: "not a statement",
    },
    {
      type: 'readout correct 2021-12-30-threat-joe-biden.1 --accept --author Vale --reason "read"',
      does: "evidence of the ledger holds",
    },
    {
      type: 'readout correct --undo 61f0a2 --author Vale --reason "I was wrong"',
      does: "take one back; readout corrections lists them",
    },
  ],
  run: runCorrect,
};

async function runCorrect(given: Given, world: World): Promise<Exit> {
  const missing = ["author", "reason"].filter((name) => (given.values.get(name) ?? "").trim() === "");
  if (missing.length > 0) {
    const wanted = missing.map((name) => `--${name}`).join(" and ");
    throw wrongUsage(`correct wants ${wanted}`, "a correction without a name and a reason helps nobody");
  }
  await withArchive(given, world, false, async (archive) => {
    const correction = await corrected(archive, await draftFrom(given, archive));
    const nameOf = await namesIn(archive);
    await (given.switches.has("json")
      ? showJson(world, correction)
      : showLines(world, wrapped(correctionPieces(correction, nameOf), columnsOf(world))));
  });
  return EXITS.ok;
}

async function corrected(archive: Archive, draft: CorrectionDraft): Promise<Correction> {
  try {
    return await archive.correct(draft);
  } catch (error) {
    if (error instanceof CorrectionError) throw wrongUsage(error.message);
    throw error;
  }
}
