/**
 * Measures both stores with some 100,000 statements of made-up news, read by
 * the rules:
 *
 *   npx tsx scripts/bench-store.ts [--statements 100000] [--only sqlite|postgres] [--keep FILE] [--wall]
 *
 * Prints adds per second, bytes per document and the times of searches of many
 * sorts, each with its facets. `--keep` leaves the SQLite store for a look
 * and takes it as it is when it is full. Times of searches are processor time,
 * ours and the server's together; with `--wall` the time that one waits, for a
 * machine that nobody else uses.
 */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { read } from "../src/reader.ts";
import { openStore } from "../src/store/open.ts";
import type { SearchQuery, Store } from "../src/store/store.ts";
import { Postgres, postgresPrograms } from "../test/postgres.ts";

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "100000" },
    only: { type: "string" },
    keep: { type: "string" },
    wall: { type: "boolean" },
  },
});

const SPEAKERS =
  `Vladimir Putin,Joe Biden,Dmitry Peskov,Yuri Ushakov,Sergey Lavrov,Antony Blinken,Jens Stoltenberg,
Emmanuel Macron,Olaf Scholz,Angela Merkel,Boris Johnson,Volodymyr Zelensky,Xi Jinping,Recep Tayyip Erdogan,
Narendra Modi,Jake Sullivan,Jen Psaki,Maria Zakharova,Ursula von der Leyen,Josep Borrell`
    .split(",")
    .map((name) => name.trim());
const SAYINGS =
  "said that,warned that,promised that,denied that,stressed that,announced that,demanded that,proposed that,agreed that,hoped that".split(
    ",",
  );
const SUBJECTS =
  "the sanctions,the talks,the border,the gas supplies,the treaty,the ceasefire,the missiles,the embassy,the elections,the summit,the exercises,the prisoners,the grain deal,the inspectors,the strait".split(
    ",",
  );
const ENDS =
  "would be discussed again,could not be accepted,had to be lifted,must go on,were a matter of security,would be answered,remained on the agenda,had been agreed in full,should end soon,would never be recognised".split(
    ",",
  );
const IFS = ",,,,, if the other side refuses, unless the troops withdraw, until an agreement is signed".split(
  ",",
);
const SYLLABLES = "ba,ke,li,mo,nu,ra,se,ti,vo,zu,dar,fen,gil,hor,mun".split(",");

/** Numbers from 0 to 1, always the same ones. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(items: readonly T[], chance: number): T {
  // Few are frequent and many are rare, as in life.
  const item = items[Math.floor(items.length * chance ** 2)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

/** A word of a long tail, as names of places are: 3,375 of them. */
function placeName(chance: () => number): string {
  const name = [chance(), chance(), chance()].map((one) => pick(SYLLABLES, one)).join("");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function newsOf(number: number): { text: string; publisher: string; date: string } {
  const chance = chances(number * 7919 + 1);
  const sentences = Array.from({ length: 22 }, () => {
    const words = [pick(SUBJECTS, chance()), `in ${placeName(chance)}`, pick(ENDS, chance())].join(" ");
    return `${pick(SPEAKERS, chance())} ${pick(SAYINGS, chance())} ${words}${pick(IFS, chance())}.`;
  });
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(chance() * 3650) * 86_400_000);
  const paragraphs = sentences.map((sentence, i) => (i % 3 === 2 ? `${sentence}\n\n` : `${sentence} `));
  return {
    text: `Report number ${number}\n\n${paragraphs.join("")}`,
    publisher: `Gazette of ${placeName(chances(Math.floor(40 * chance() ** 2)))}`,
    date: day.toISOString().slice(0, 10),
  };
}

const QUERIES: readonly [sort: string, query: SearchQuery][] = [
  ["everything", {}],
  ["a frequent word", { words: "sanctions" }],
  ["a word in half of all", { words: "the" }],
  ["a rare word", { words: "Zuzuzu" }],
  ["a middling word", { words: "inspectors" }],
  ["two words", { words: "gas answered" }],
  ["words in a row", { words: '"could not be accepted"' }],
  ["two in a row and a word", { words: '"lifted unless" missiles' }],
  ["a speaker", { speaker: "Q7747" }],
  ["a rare speaker", { speaker: "Q1062885" }],
  ["an act", { act: "warn" }],
  ["a side", { side: "RUS" }],
  ["a day", { from: "2020-02-01", to: "2020-02-01" }],
  ["a year", { from: "2019-01-01", to: "2019-12-31" }],
  ["a condition", { condition: true }],
  ["a kind of condition", { condition: "unless" }],
  ["sureness", { minConfidence: 0.5 }],
  ["a speaker and a word", { speaker: "Q7747", words: "missiles" }],
  ["a side, an act, a year", { side: "USA", act: "promise", from: "2018-01-01", to: "2018-12-31" }],
  ["a word, a condition, sureness", { words: "treaty", condition: "if", minConfidence: 0.3 }],
];

interface Times {
  search: number[];
  facets: number[];
}

async function timesOf(store: Store, query: SearchQuery, clock: Clock): Promise<Times> {
  const times: Times = { search: [], facets: [] };
  let after: string | null = null;
  for (let page = 0; page < 10; page++) {
    const searched = clock();
    const found: { next: string | null } = await store.search({ ...query, limit: 50, after });
    times.search.push(clock() - searched);
    after = found.next;
    if (page % 2 === 1) continue;
    const counted = clock();
    await store.facets(query);
    times.facets.push(clock() - counted);
  }
  return times;
}

/** Milliseconds, since some moment. */
type Clock = () => number;

/**
 * Time that processors spent on us and on the server's processes: on a machine
 * that others use too, the time on the wall is theirs for the most part.
 */
function processorClock(server: number | null): Clock {
  return () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + (server === null ? 0 : childrenMs(server));
  };
}

/** Linux tells for each process how many nanoseconds it ran. */
function childrenMs(server: number): number {
  const children = readFileSync(`/proc/${server}/task/${server}/children`, "utf8").trim().split(" ");
  return children.reduce((sum, child) => sum + Number(scheduled(child).split(" ")[0]) / 1e6, 0);
}

function scheduled(process: string): string {
  try {
    return readFileSync(`/proc/${process}/schedstat`, "utf8");
  } catch {
    // It has just ended.
    return "0";
  }
}

function percentile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}

async function measure(name: string, address: string, server: number | null): Promise<void> {
  const clock = values.wall ? () => performance.now() : processorClock(server);
  const store = await openStore(address);
  const wanted = Number(values.statements);
  const before = await store.facets({});
  let [documents, statements, bytes, addingMs] = [0, before.total, 0, 0];
  while (statements < wanted) {
    const { text, publisher, date } = newsOf(documents);
    const input = new TextEncoder().encode(text);
    const reading = await read(input, { publisher, date, rules: true });
    const started = performance.now();
    await store.add({ bytes: input, name: null, given: {}, reading });
    addingMs += performance.now() - started;
    documents++;
    statements += reading.statements.length;
    bytes += input.length;
    if (documents % 100 === 0) process.stderr.write(`\r${name}: ${statements} statements `);
  }
  process.stderr.write("\n");
  const all: Times = { search: [], facets: [] };
  for (const [sort, query] of QUERIES) {
    const times = await timesOf(store, query, clock);
    all.search.push(...times.search);
    all.facets.push(...times.facets);
    const { total } = await store.facets(query);
    console.log(
      `${name}: ${sort} (${total}): search ${percentile(times.search, 0.5)} ms, most ${percentile(times.search, 1)}; facets ${percentile(times.facets, 0.5)} ms, most ${percentile(times.facets, 1)}`,
    );
  }
  for (const what of ["search", "facets"] as const)
    console.log(
      `${name}: ${what}: half within ${percentile(all[what], 0.5)} ms, 95 of 100 within ${percentile(all[what], 0.95)} ms, the slowest ${percentile(all[what], 1)} ms (${all[what].length} queries)`,
    );
  const started = performance.now();
  const report = await store.doctor();
  console.log(
    `${name}: doctor ${((performance.now() - started) / 1000).toFixed(1)} s, ${report.faults.length} faults`,
  );
  if (documents > 0)
    console.log(
      `${name}: ${Math.round(bytes / documents)} bytes each as they came; ${Math.round((1000 * documents) / addingMs)} adds/s`,
    );
  console.log(
    `${name}: ${report.documents} documents, ${report.statements} statements; ${Math.round(report.bytes / report.documents)} bytes a document on disk`,
  );
  await store.close();
}

const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
try {
  if (values.only !== "postgres") await measure("SQLite", values.keep ?? join(folder, "store.db"), null);
  const programs = values.only === "sqlite" ? null : postgresPrograms();
  if (programs !== null) {
    const server = new Postgres(programs);
    await server.start();
    try {
      await measure("PostgreSQL", await server.fresh(), server.process);
    } finally {
      await server.remove();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
