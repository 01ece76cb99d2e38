/**
 * `readout predict`: the attributions of texts in JSONL, for scoring. Reads a
 * line, writes a line, keeps nothing: a file may be larger than memory. The
 * text is taken as it stands, so that offsets are offsets into that string.
 */

import { createReadStream } from "node:fs";
import { documentFromText, isMoment } from "../intake/documents.ts";
import { InputError } from "../intake/errors.ts";
import { readDocument } from "../reader.ts";
import type { Attribution } from "../reading/reading.ts";
import type { Passage } from "../text/span.ts";
import { workedAhead } from "./ahead.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, reasonOf, Stop, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, actorsFrom, maxBytesOf, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { LineError, linesIn } from "./lines.ts";
import { Progress } from "./progress.ts";
import { put, type World } from "./world.ts";

const DEFAULT_MAX_BYTES = 2 * 1024 * 1024;
/** A text grows at most sixfold in JSON (`\u0001`); the rest is for other keys of the line. */
const JSON_GROWTH = 6;
const OTHER_KEYS_BYTES = 16 * 1024 * 1024;

export const predictCommand: Command = {
  name: "predict",
  summary: "attributions of texts in JSONL, as offsets, for scoring",
  operands: "[FILE]",
  offers: "paths",
  details:
    'Reads lines {"id","text",…}, plain or gzip, from FILE or standard input, and writes\n' +
    'lines {"id","attributions":[{"id","source","cue","content","within"}]}; source, cue\n' +
    "and content are lists of [start, end) in UTF-16 code units. Of the other keys only\n" +
    "date, publisher and title are used.",
  flags: [
    { name: "max-bytes", value: "SIZE", help: "most bytes in a text, as 500k or 8M (2M)" },
    RULES_FLAG,
    ACTORS_FLAG,
    { name: "quiet", short: "q", help: "say nothing on the error stream but errors" },
  ],
  examples: [
    { type: "readout predict dev.jsonl.gz > predicted.jsonl", does: "a whole set" },
    { type: "zcat dev.jsonl.gz | readout predict | head -1", does: "from another program" },
  ],
  run: runPredict,
};

async function runPredict(given: Given, world: World): Promise<Exit> {
  const [path, second] = given.operands;
  if (second !== undefined) throw wrongUsage(`predict takes one FILE, and ${second} is a second`);
  const maxBytes = maxBytesOf(given.values.get("max-bytes")) ?? DEFAULT_MAX_BYTES;
  const progress = new Progress(world, given.switches.has("quiet"));
  const named = path === undefined || path === "-" ? "standard input" : path;
  const options = { maxBytes, rules: given.switches.has("rules"), ...actorsFrom(given) };
  await refuseBadActors(options);
  const stream = named === path ? createReadStream(path) : world.stdin;
  let at = 0;
  try {
    const lines = linesIn(stream, maxBytes * JSON_GROWTH + OTHER_KEYS_BYTES);
    const predictions = workedAhead(lines, AHEAD, ({ number, text }) => predictedAt(number, text, options));
    for await (const { number, prediction } of predictions) {
      at = number;
      progress.tell(`${number} texts`);
      if (prediction !== null) await put(world.stdout, `${JSON.stringify(prediction)}\n`);
    }
  } catch (error) {
    throw stopFrom(error, named, at);
  } finally {
    progress.wipe();
  }
  return EXITS.ok;
}

function stopFrom(error: unknown, named: string, at: number): unknown {
  if (error instanceof LineError) return badLine(named, error.number, error.message);
  if (error instanceof WrongLine) return badLine(named, error.number, error.message);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("Z_")) return badLine(named, at + 1, "the gzip data is broken or ends too soon");
  if (code.startsWith("E") && code !== "EPIPE" && !code.startsWith("ERR_")) {
    return new Stop(EXITS.unreadable, `cannot read ${JSON.stringify(named)}: ${reasonOf(error)}`);
  }
  return error;
}

function badLine(named: string, number: number, message: string): Stop {
  return new Stop(EXITS.unreadable, `cannot read ${JSON.stringify(named)}, line ${number}: ${message}`);
}

/** What is wrong with a line, and its number once that is known. */
class WrongLine extends Error {
  number = 0;
}

interface PredictOptions {
  maxBytes: number;
  rules: boolean;
  actors?: readonly string[];
}

/** So many texts are under way at once. */
const AHEAD = 4;

async function predictedAt(number: number, line: string, options: PredictOptions) {
  try {
    return { number, prediction: line.trim() === "" ? null : await predictionOf(line, options) };
  } catch (error) {
    if (error instanceof WrongLine) error.number = number;
    throw error;
  }
}

export interface Prediction {
  id: string | number;
  attributions: {
    id: string;
    source: [number, number][];
    cue: [number, number][];
    content: [number, number][];
    within: string | null;
  }[];
}

async function predictionOf(line: string, { maxBytes, ...options }: PredictOptions): Promise<Prediction> {
  const { id, text, facts } = taskFrom(line);
  if (!/\S/u.test(text)) return { id, attributions: [] };
  try {
    const document = documentFromText(text, { ...facts, format: "text", maxBytes });
    if (document.text !== text) throw new Error(`the intake changed the text of ${JSON.stringify(id)}`);
    const { attributions } = await readDocument(document, options);
    const handedOver = attributions.filter(isHandedOver);
    const kept = new Set(handedOver.map((attribution) => attribution.id));
    return { id, attributions: handedOver.map((attribution) => predictedOf(attribution, kept)) };
  } catch (error) {
    if (error instanceof InputError)
      throw new WrongLine(error.message.replace(/^Cannot read document: /, ""));
    throw error;
  }
}

/** A quotation that nobody answers for is told in a Reading; it is no attribution of words to somebody. */
function isHandedOver({ source, cue, continues }: Attribution): boolean {
  return source.length > 0 || cue.length > 0 || continues !== null;
}

function predictedOf(
  attribution: Attribution,
  kept: ReadonlySet<string>,
): Prediction["attributions"][number] {
  const { id, source, cue, content } = attribution;
  const within = attribution.within !== null && kept.has(attribution.within) ? attribution.within : null;
  return { id, source: pairsOf(source), cue: pairsOf(cue), content: pairsOf(content), within };
}

function pairsOf(passage: Passage): [number, number][] {
  return passage.map(({ start, end }) => [start, end]);
}

function taskFrom(line: string) {
  const task = parsed(line);
  if (typeof task !== "object" || task === null) throw new WrongLine("it is not an object");
  if (!("id" in task) || (typeof task.id !== "string" && typeof task.id !== "number")) {
    throw new WrongLine('it has no "id" that is a string or number');
  }
  if (!("text" in task) || typeof task.text !== "string")
    throw new WrongLine('it has no "text" that is a string');
  const date = stringIn(task, "date");
  const publisher = stringIn(task, "publisher");
  const title = stringIn(task, "title");
  const facts = {
    // A date in another form is no fact that a text can be read by.
    ...(date !== null && isMoment(date) && { date }),
    ...(publisher !== null && { publisher }),
    ...(title !== null && { title }),
  };
  return { id: task.id, text: task.text, facts };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new WrongLine("it is not JSON");
  }
}

function stringIn(task: object, key: string): string | null {
  const value: unknown = Object.entries(task).find(([name]) => name === key)?.[1];
  return typeof value === "string" && value !== "" ? value : null;
}
