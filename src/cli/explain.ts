/**
 * `readout explain`: why a Reading holds a finding. Ids are local to a Reading,
 * so the document is read again, with the same flags as it was read with.
 */

import { stat } from "node:fs/promises";
import { InputError } from "../intake/errors.ts";
import { filesFrom } from "../intake/files.ts";
import { type ReadOptions, readWhole } from "../reader.ts";
import { type Explainer, explainerOf } from "../reading/explain.ts";
import type { Reading } from "../reading/reading.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, Stop, wrongUsage } from "./exit.ts";
import { explanationLines, indexLines, rangesOf } from "./explain-lines.ts";
import { ACTORS_FLAG, FACT_FLAGS, factsFrom, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { nearestOf } from "./nearest.ts";
import { showJson, showLines } from "./show.ts";
import { columnsOf, type World } from "./world.ts";

export const explainCommand: Command = {
  name: "explain",
  summary: "say why a Reading holds a finding: rule, confidence, words, runners-up",
  operands: "[ID] FILE",
  offers: "paths",
  details:
    "ID is that of any finding (s1 a2 m3 t1 q1 n1 c1 k1, an actor's id, or document),\n" +
    "alone or with a field of it (c1.duration). Without an ID it lists what ids there are.\n" +
    "Ids are those of one Reading: give the flags that the FILE was read with.",
  flags: [{ name: "json", help: "print the explanation as JSON" }, ...FACT_FLAGS, RULES_FLAG, ACTORS_FLAG],
  examples: [
    { type: "readout explain report.txt", does: "what ids there are" },
    {
      type: "readout explain s3 report.txt --date 2021-12-31",
      does: "why a statement is there, and is whose",
    },
    { type: "readout explain c1.duration report.txt", does: "on whose word a fact of the contact stands" },
    { type: "readout explain RUS report.txt --json", does: "which words were tied to an actor, and how" },
  ],
  run: runExplain,
};

async function runExplain(given: Given, world: World): Promise<Exit> {
  const { id, file } = await operandsOf(given);
  const facts = factsFrom(given);
  await refuseBadActors(facts);
  const explainer = explainerOf(await readingOf(file, facts, world));
  const json = given.switches.has("json");
  if (id === null) {
    await (json ? showJson(world, explainer.ids) : showLines(world, indexLines(explainer, columnsOf(world))));
    return EXITS.ok;
  }
  const explanation = explainer.explain(id);
  if (explanation === null) throw unknownId(id, file, explainer);
  await (json
    ? showJson(world, explanation)
    : showLines(world, explanationLines(explanation, columnsOf(world))));
  return EXITS.ok;
}

/** One operand is a FILE whose ids are asked for; two are ID and FILE. */
async function operandsOf({ operands }: Given): Promise<{ id: string | null; file: string }> {
  const [first, second, third] = operands;
  const example = "for example readout explain s1 report.txt";
  if (first === undefined) throw wrongUsage("explain wants an ID and a FILE", example);
  if (third !== undefined)
    throw wrongUsage(`explain takes one ID and one FILE, and ${third} is a third`, example);
  if (second !== undefined) return { id: first, file: second };
  if (first === "-" || (await stat(first).catch(() => null)) !== null) return { id: null, file: first };
  throw wrongUsage(`explain wants a FILE, and there is no file ${first}`, example);
}

async function readingOf(path: string, facts: ReadOptions, world: World): Promise<Reading> {
  if ((await stat(path).catch(() => null))?.isDirectory() === true)
    throw wrongUsage(`explain takes one document, and ${path} is a folder`);
  try {
    const options = {
      ...(facts.maxBytes !== undefined && { maxBytes: facts.maxBytes }),
      stdin: world.stdin,
    };
    for await (const { name, bytes } of filesFrom([path], options)) {
      const named = { ...facts, name: name === "-" ? "standard input" : name };
      return (await readWhole(bytes, named)).reading;
    }
    throw new Stop(EXITS.unreadable, `cannot read ${JSON.stringify(path)}: there is nothing in it`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new Stop(EXITS.unreadable, `${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`);
  }
}

function unknownId(id: string, file: string, explainer: Explainer): Stop {
  const all = explainer.ids.flatMap(({ ids }) => ids);
  const stop = id.lastIndexOf(".");
  const fields = stop < 0 ? [] : explainer.fieldsOf(id.slice(0, stop));
  if (fields.length > 0) {
    const field = nearestOf(id.slice(stop + 1), fields);
    const meant = field === null ? "" : `; did you mean ${id.slice(0, stop)}.${field}?`;
    return wrongUsage(
      `${id.slice(0, stop)} has no ${id.slice(stop + 1)}${meant}`,
      `it has ${fields.join(", ")}`,
    );
  }
  const nearest = nearestOf(id, all);
  const meant = nearest === null ? "" : `; did you mean ${nearest}?`;
  return wrongUsage(
    `there is no ${id} in the Reading of ${JSON.stringify(file)}${meant}`,
    `it has ${rangesOf(explainer)}; readout explain ${file} lists them`,
  );
}
