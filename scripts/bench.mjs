/**
 * How fast, how soon, how much memory: `npm run bench`.
 *
 *     npm run bench                   corpora of 100, 1,000 and 10,000 documents
 *     npm run bench -- --only 100     one corpus
 *     npm run bench -- --rules        by rules alone, without the model
 *     npm run bench -- --json         for a program
 *     npm run bench -- --record       only what the whole record costs over attributions alone
 *
 * By rules it reads every corpus; with the model those of up to 1,000 documents,
 * which already take minutes. Last it says how far the encoder is from the
 * machine's own int8 peak, measured in the same run.
 *
 * Measures the built program as people run it: `readout read FOLDER --json` in
 * a process of its own, its output counted and thrown away. Tokens are words
 * and punctuation marks. Build first (`npm run build`; `npm run bench` does).
 */

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatModel, measureModel } from "./bench-model.mjs";
import { documentOf } from "./corpus.mjs";

const PROGRAM = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const RESOURCES = new URL("./resources.mjs", import.meta.url).href;
const RECORD = fileURLToPath(new URL("./bench-record.ts", import.meta.url));
const SIZES = [100, 1000, 10_000];
const STARTS = 10;
const MOST_WITH_MODEL = 1000;
const LOAD = loadavg()[0];

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rules: { type: "boolean" },
    json: { type: "boolean" },
    record: { type: "boolean" },
  },
});
if (values.record) {
  const flags = ["rules", "json"].filter((flag) => values[flag]).map((flag) => `--${flag}`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", RECORD, ...flags], { stdio: "inherit" });
  process.exit(status ?? 1);
}
const sizes = values.only === undefined ? SIZES : values.only.split(",").map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error("bench: --only wants counts of documents, as 100 or 100,1000");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
try {
  const start = await startUp();
  const rows = [];
  for (const size of sizes) rows.push(await measured(size, ["--rules"]));
  const withModel = values.rules ? [] : sizes.filter((size) => size <= MOST_WITH_MODEL);
  for (const size of withModel) rows.push(await measured(size, []));
  const encoder = values.rules ? null : await measureModel();
  const machine = machineOf();
  if (values.json) console.log(JSON.stringify({ machine, start, rows, encoder }, null, 2));
  else print(machine, start, rows, encoder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds from a cold process to its end: help, and a record of one document. */
async function startUp() {
  const path = join(folder, "one.txt");
  writeFileSync(path, documentOf(1));
  const median = async (args) => {
    const times = [];
    for (let run = 0; run < STARTS; run++) times.push((await ran(args)).seconds * 1000);
    return times.sort((a, b) => a - b)[STARTS / 2];
  };
  return {
    node: await median(null),
    help: await median(["--help"]),
    rules: await median(["read", path, "--date", "2021-12-31", "--rules"]),
    read: await median(["read", path, "--date", "2021-12-31"]),
  };
}

async function measured(size, flags) {
  const corpus = join(folder, String(size));
  mkdirSync(corpus);
  let words = 0;
  let tokens = 0;
  for (let number = 1; number <= size; number++) {
    const text = documentOf(number);
    words += text.trim().split(/\s+/).length;
    tokens += text.match(/[\p{L}\p{N}]+|[^\s]/gu)?.length ?? 0;
    writeFileSync(join(corpus, `${String(number).padStart(6, "0")}.txt`), text);
  }
  const { seconds, peakKib, cpuMicros, outputBytes, lines } = await ran([
    "read",
    corpus,
    "--json",
    "--date",
    "2021-12-31",
    ...flags,
  ]);
  if (lines !== size) throw new Error(`${size} documents gave ${lines} Readings`);
  rmSync(corpus, { recursive: true });
  return {
    reader: flags.includes("--rules") ? "rules" : "model",
    size,
    words,
    tokens,
    seconds,
    cpuSeconds: cpuMicros / 1e6,
    peakBytes: peakKib * 1024,
    outputBytes,
  };
}

/** Runs the program, or nothing but Node, and waits for its end. */
function ran(args) {
  return new Promise((resolve, reject) => {
    const line = args === null ? ["-e", "0"] : ["--import", RESOURCES, PROGRAM, ...args];
    const began = process.hrtime.bigint();
    const child = spawn(process.execPath, line, { stdio: ["ignore", "pipe", "inherit", "pipe"] });
    let outputBytes = 0;
    let lines = 0;
    let used = "";
    child.stdout.on("data", (piece) => {
      outputBytes += piece.length;
      for (const byte of piece) if (byte === 10) lines++;
    });
    child.stdio[3].on("data", (piece) => {
      used += piece;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      if (code !== 0) reject(new Error(`readout ${args?.join(" ")} ended with ${code}`));
      else resolve({ seconds, outputBytes, lines, ...(used === "" ? {} : JSON.parse(used)) });
    });
  });
}

function machineOf() {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memoryBytes: totalmem(),
    node: process.version,
    /** Processes that wanted a core over the last minute, before the bench began. */
    load: LOAD,
  };
}

function print(machine, start, rows, encoder) {
  const ms = (value) => `${value.toFixed(0)} ms`;
  const mib = (bytes) => `${(bytes / 1024 ** 2).toFixed(0)} MiB`;
  const count = (value) => Math.round(value).toLocaleString("en");
  if (machine.load > 0.5) {
    console.log(
      `The machine is busy (load ${machine.load.toFixed(1)}): times are longer than they need be.\n`,
    );
  }
  console.log(
    `${machine.processor}, ${machine.cores} cores, ${mib(machine.memoryBytes)}, Node ${machine.node}\n`,
  );
  console.log(`Start to end, cold process, median of ${STARTS}`);
  table([
    ["", "time"],
    ["node -e 0", ms(start.node)],
    ["readout --help", ms(start.help)],
    ["readout read one.txt --rules", ms(start.rules)],
    ["readout read one.txt", ms(start.read)],
  ]);
  console.log("\nreadout read FOLDER --json, one process");
  table([
    [
      "read by",
      "documents",
      "words each",
      "time",
      "documents/s",
      "tokens/s",
      "processor time",
      "peak memory",
      "output",
    ],
    ...rows.map((row) => [
      row.reader,
      count(row.size),
      count(row.words / row.size),
      `${row.seconds.toFixed(2)} s`,
      count(row.size / row.seconds),
      count(row.tokens / row.seconds),
      `${row.cpuSeconds.toFixed(2)} s`,
      mib(row.peakBytes),
      mib(row.outputBytes),
    ]),
  ]);
  if (encoder) console.log(`\n${formatModel(encoder)}`);
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log(`  ${cells.join("  ")}`);
  }
}
