/**
 * `readout export`: statements with their provenance in a format that other
 * programs read, from files as they are or from a store with its corrections.
 * To a file it is written whole or not at all.
 */

import {
  CELL_FORMATS,
  EXPORT_FORMATS,
  type Exporter,
  type ExportFormat,
  exporterOf,
  type Piece,
  TABLE_FORMATS,
  TABLE_KINDS,
} from "../exports/exports.ts";
import { readWhole } from "../reader.ts";
import { correctedReadingOf } from "../reading/corrected.ts";
import type { CorrectedReading } from "../reading/corrections.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, factsFrom, MAX_BYTES_FLAG, QUIET_FLAG, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { inputsOf, workedInputs } from "./inputs.ts";
import { PIECE_LENGTH } from "./show.ts";
import { Talk } from "./talk.ts";
import { WholeFile } from "./whole-file.ts";
import { STORE_FLAG, withArchive } from "./with-archive.ts";
import { put, type World } from "./world.ts";

export const exportCommand: Command = {
  name: "export",
  summary: "write statements with their provenance for other programs",
  operands: "[FILE…]",
  offers: "paths",
  details:
    "FILEs are read as they are; without one it is the whole store, as persons corrected\n" +
    "it. docs/exports.md tells each format, column by column.",
  flags: [
    STORE_FLAG,
    {
      name: "format",
      value: "FORMAT",
      values: EXPORT_FORMATS,
      help: "jsonl, csv, parquet, annotation (W3C), tei or events (PLOVER)",
    },
    {
      name: "what",
      value: "ROWS",
      values: TABLE_KINDS,
      help: "statements, or facts of contacts and tracks (statements)",
    },
    { name: "out", value: "PATH", path: true, help: "write to a file, whole or not at all" },
    {
      name: "unguarded",
      help: "leave CSV cells as they are, though a spreadsheet may run them",
    },
    MAX_BYTES_FLAG,
    RULES_FLAG,
    ACTORS_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    { type: "readout export --format parquet --out statements.parquet", does: "the whole store" },
    { type: "readout export accounts/ --format csv --out statements.csv", does: "a folder of files" },
    { type: "readout export report.txt --format tei --out report.xml", does: "one text with its marks" },
    { type: "readout export --format jsonl | jq -c .human", does: "what persons changed" },
  ],
  run: runExport,
};

async function runExport(given: Given, world: World): Promise<Exit> {
  const format = formatFrom(given, world);
  await refuseBadActors(factsFrom(given));
  const talk = new Talk(world, given.switches.has("quiet"));
  const exporter = await exporterOf(format, {
    what: TABLE_KINDS.find((one) => one === given.values.get("what")) ?? "statements",
    guarded: !given.switches.has("unguarded"),
  });
  const sink = await sinkFrom(given, world);
  try {
    const count = await (given.operands.length > 0
      ? filesTo(sink, exporter, given, world, talk)
      : storeTo(sink, exporter, given, world, talk));
    talk.wipe();
    if (count.documents === 0 && talk.failed) await sink.discard();
    else await sink.finish();
    tellOf(count, given, talk);
  } catch (error) {
    talk.wipe();
    await sink.discard();
    throw error;
  }
  return talk.failed ? EXITS.unreadable : EXITS.ok;
}

function formatFrom(given: Given, world: World): ExportFormat {
  const { values, switches, operands } = given;
  const format = EXPORT_FORMATS.find((one) => one === values.get("format"));
  if (format === undefined)
    throw wrongUsage("export wants a --format", `one of ${EXPORT_FORMATS.join(", ")}`);
  if (values.has("what") && !TABLE_FORMATS.has(format))
    throw wrongUsage(`--what is for ${[...TABLE_FORMATS].join(", ")}; ${format} holds what it holds`);
  if (switches.has("unguarded") && !CELL_FORMATS.has(format))
    throw wrongUsage(`--unguarded is for ${[...CELL_FORMATS].join(" and ")}; ${format} has no such cells`);
  if (values.has("store") && operands.length > 0)
    throw wrongUsage("FILEs are exported without a store; leave out --store or the FILEs");
  if (format === "parquet" && (values.get("out") ?? "-") === "-" && world.screen !== null)
    throw wrongUsage("Parquet is not for a screen", "for example --out statements.parquet");
  return format;
}

/** Where the pieces go. */
interface Sink {
  add(piece: Piece): Promise<void>;
  finish(): Promise<void>;
  /** After a fault: takes away what is not whole. */
  discard(): Promise<void>;
}

async function sinkFrom(given: Given, world: World): Promise<Sink> {
  const path = given.values.get("out") ?? "-";
  if (path !== "-") return WholeFile.open(path);
  const nothing = async () => {};
  return { add: (piece) => put(world.stdout, piece), finish: nothing, discard: nothing };
}

interface Count {
  documents: number;
  /** Corrections whose words no finding has any more. */
  orphans: number;
}

async function filesTo(
  sink: Sink,
  exporter: Exporter,
  given: Given,
  world: World,
  talk: Talk,
): Promise<Count> {
  const inputs = workedInputs(inputsOf("export", given, world), factsFrom(given), world, talk, readWhole);
  async function* readings() {
    for await (const { name, result } of inputs) {
      talk.ignoredKeys(name, result.ignoredKeys);
      yield correctedReadingOf(result.reading, []);
    }
  }
  return exported(readings(), sink, exporter);
}

async function storeTo(
  sink: Sink,
  exporter: Exporter,
  given: Given,
  world: World,
  talk: Talk,
): Promise<Count> {
  return withArchive(given, world, false, async ({ store }) => {
    async function* readings() {
      let done = 0;
      for await (const reading of store.readings()) {
        talk.progress(`${done++} documents exported`);
        yield correctedReadingOf(reading, await store.corrections(reading.document.id));
      }
    }
    return exported(readings(), sink, exporter);
  });
}

/** Nothing is written before the first document is there. */
async function exported(
  readings: AsyncIterable<CorrectedReading>,
  sink: Sink,
  exporter: Exporter,
): Promise<Count> {
  const out = gathered(sink);
  const count: Count = { documents: 0, orphans: 0 };
  for await (const corrected of readings) {
    if (count.documents === 0) await out.addAll(exporter.begin());
    await out.addAll(exporter.add(corrected));
    count.documents++;
    count.orphans += corrected.orphans.length;
  }
  if (count.documents === 0) await out.addAll(exporter.begin());
  await out.addAll(exporter.end());
  await out.flush();
  return count;
}

/** Short pieces of text are put together before they are written. */
function gathered(sink: Sink) {
  let text = "";
  const flush = async () => {
    const whole = text;
    text = "";
    if (whole !== "") await sink.add(whole);
  };
  return {
    flush,
    async addAll(pieces: Iterable<Piece>): Promise<void> {
      for (const piece of pieces) {
        if (typeof piece === "string") text += piece;
        else {
          await flush();
          await sink.add(piece);
        }
        if (text.length >= PIECE_LENGTH) await flush();
      }
    },
  };
}

function tellOf({ documents, orphans }: Count, given: Given, talk: Talk): void {
  const path = given.values.get("out") ?? "-";
  if (documents === 0 && talk.failed) return;
  const of = `${documents} document${documents === 1 ? "" : "s"}`;
  if (documents === 0) talk.say("the store has no documents");
  else if (path !== "-") talk.say(`wrote ${path}: ${of}`);
  if (orphans > 0)
    talk.say(
      `${orphans} correction${orphans === 1 ? "" : "s"} changed nothing: no finding stands on their words`,
    );
}
