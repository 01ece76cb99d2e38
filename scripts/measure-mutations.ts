/**
 * Measures that a changed word is never taken for the same.
 *
 *   npx tsx scripts/measure-mutations.ts FILE-OR-FOLDER… [--count 500] [--rules] [--verbose]
 *
 * Takes statements from Readings of the files, and changes one word of each by
 * program: a negation, a number, a name, a modal, a condition. The sentence is
 * changed in its place in the document, the document is read again, and both
 * tellings are judged as one point of two accounts: "confirmed" is a fault. The
 * same statements with other white space and other quotation marks must all be
 * the same words. Which statements and which words is decided by their order,
 * not by chance.
 */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { accountIdOf, accountOf } from "../src/accounts/account-of.ts";
import { type Stand, standOf } from "../src/accounts/judge.ts";
import { pairText } from "../src/accounts/pair-text.ts";
import { type Telling, tellingsOf } from "../src/accounts/tellings.ts";
import { loadPairs } from "../src/model/pairs.ts";
import { readWhole } from "../src/reader.ts";
import type { Actor, Reading } from "../src/reading/reading.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "500" },
    rules: { type: "boolean", default: false },
    verbose: { type: "boolean" },
  },
});
if (positionals.length === 0)
  throw new TypeError("usage: measure-mutations.ts FILE-OR-FOLDER… [--count N] [--rules] [--verbose]");

type Kind = "negation" | "number" | "name" | "modal" | "condition";

interface Mutation {
  kind: Kind;
  start: number;
  end: number;
  /** What comes in the place of the words. */
  words: string;
}

const MODALS: readonly (readonly [from: RegExp, to: string])[] = [
  [/\bwill\b/, "may"],
  [/\bwould\b/, "might"],
  [/\bmust\b/, "may"],
  [/\bshould\b/, "must"],
  [/\bmay\b/, "will"],
  [/\bcould\b/, "must"],
  [/\bcan\b/, "must"],
];
const NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"];
const STATES = [
  "Russia",
  "Ukraine",
  "Turkey",
  "India",
  "Pakistan",
  "Iran",
  "China",
  "Germany",
  "Japan",
  "France",
];

function mutationsIn(text: string, telling: Telling): Mutation[] {
  return telling.words.flatMap(({ start, end }) => {
    const stretch = text.slice(start, end);
    const at = (kind: Kind, pattern: RegExp, to: (found: string) => string | null): Mutation[] => {
      const found = pattern.exec(stretch);
      const words = found ? to(found[0]) : null;
      return found && words !== null
        ? [{ kind, start: start + found.index, end: start + found.index + found[0].length, words }]
        : [];
    };
    const modal = MODALS.find(([from]) => from.test(stretch));
    return [
      ...at("negation", /\b(?:will|would|should|must|could|can|may|is|are|was|were) not\b/, (found) =>
        found.replace(/ not$/, ""),
      ),
      ...at(
        "negation",
        /\b(?:will|would|must|could|is|are|was|were)(?= (?!not\b)[a-z])/,
        (found) => `${found} not`,
      ),
      ...at("number", /\b\d{1,3}\b(?![\d,.:]*\d)/, (found) => String(Number(found) + 3)),
      ...at(
        "number",
        new RegExp(`\\b(?:${NUMBERS.join("|")})\\b`),
        (found) => NUMBERS[(NUMBERS.indexOf(found) + 3) % NUMBERS.length] ?? null,
      ),
      ...at(
        "name",
        new RegExp(`\\b(?:${STATES.join("|")})\\b`),
        (found) => STATES[(STATES.indexOf(found) + 3) % STATES.length] ?? null,
      ),
      ...(modal ? at("modal", modal[0], () => modal[1]) : []),
      ...telling.conditions.flatMap(({ condition }): Mutation[] => {
        const first = condition[0];
        const opener = first ? /^(?:if|unless)\b/i.exec(first.words) : null;
        if (!first || !opener) return [];
        const other = opener[0].toLowerCase() === "if" ? "unless" : "if";
        return [{ kind: "condition", start: first.start, end: first.start + opener[0].length, words: other }];
      }),
    ];
  });
}

interface Read {
  text: string;
  reading: Reading;
  tellings: Telling[];
  name: string;
}

async function readOf(text: string, name: string): Promise<Read> {
  const { reading } = await readWhole(text, { name, rules: values.rules });
  const contact = (reading.contacts.find(({ main }) => main) ?? reading.contacts[0])?.id ?? null;
  const account = accountOf(reading, contact, accountIdOf(reading, contact));
  return { text: reading.document.text, reading, tellings: tellingsOf({ account, reading }), name };
}

function actorsOf(...reads: Read[]): Map<string, Actor> {
  return new Map(reads.flatMap(({ reading }) => reading.actors).map((actor) => [actor.id, actor]));
}

/** The telling that covers most of the place. */
function tellingAt(read: Read, start: number, end: number): Telling | null {
  let best: { telling: Telling; shared: number } | null = null;
  for (const telling of read.tellings) {
    const shared = telling.words.reduce(
      (sum, part) => sum + Math.max(0, Math.min(part.end, end) - Math.max(part.start, start)),
      0,
    );
    if (shared > (best?.shared ?? 0)) best = { telling, shared };
  }
  return best?.telling ?? null;
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .flatMap(filesIn)
    .filter((name) => /\.(?:txt|md)$/.test(name) && !/README/.test(name));
}

const pairs = values.rules ? null : await loadPairs();
const wanted = Number(values.count);
const results = new Map<Kind, { tried: number; confirmed: number; verdicts: Map<string, number> }>();
let tried = 0;
let lost = 0;
let [same, spaced, unread] = [0, 0, 0];
for (const path of positionals.flatMap(filesIn)) {
  if (tried >= wanted) break;
  const source = readFileSync(path, "utf8");
  const read = await readOf(source, path);
  const body = source.indexOf(read.text);
  if (body < 0) continue;
  for (const telling of read.tellings) {
    for (const mutation of mutationsIn(read.text, telling)) {
      if (tried >= wanted) break;
      const changed =
        source.slice(0, body + mutation.start) + mutation.words + source.slice(body + mutation.end);
      const other = await readOf(changed, path);
      const first = telling.words[0]?.start ?? 0;
      const last = telling.words[telling.words.length - 1]?.end ?? 0;
      const grown = mutation.words.length - (mutation.end - mutation.start);
      const there = tellingAt(other, first, last + grown);
      tried++;
      const row = results.get(mutation.kind) ?? {
        tried: 0,
        confirmed: 0,
        verdicts: new Map<string, number>(),
      };
      results.set(mutation.kind, row);
      row.tried++;
      const verdict = there ? (await standBetween(telling, there, actorsOf(read, other))).kind : "not found";
      if (!there) lost++;
      row.verdicts.set(verdict, (row.verdicts.get(verdict) ?? 0) + 1);
      if (verdict === "confirmed") {
        row.confirmed++;
        if (values.verbose)
          console.log(
            `${mutation.kind}: ${telling.text.replace(/\s+/g, " ")}\n    → ${there?.text.replace(/\s+/g, " ")}\n`,
          );
      }
    }
  }
  // One document at a time with white space and marks changed: as many tellings, each the same words.
  const restyled = await readOf(source.slice(0, body) + restyledFrom(source.slice(body)), path);
  const byWords = new Map(restyled.tellings.map((telling) => [plainOf(telling.text), telling]));
  for (const telling of read.tellings) {
    const there = byWords.get(plainOf(telling.text));
    if (!there) {
      unread++;
      continue;
    }
    spaced++;
    const stand = await standBetween(telling, there, actorsOf(read, restyled));
    if (stand.kind === "confirmed" && stand.moves.length === 0) same++;
    else if (values.verbose) console.log(`restyled: ${telling.text}\n    → ${there.text}\n`);
  }
}

/** As the comparison has it: by words, and by the pair model where documents are read with models. */
async function standBetween(a: Telling, b: Telling, actors: ReadonlyMap<string, Actor>): Promise<Stand> {
  const [read] = (await pairs?.standsFor([[pairText(a, actors), pairText(b, actors)]])) ?? [];
  return standOf(a, b, actors, read ?? null, 1);
}

function plainOf(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/\s+/g, " ");
}

/** Straight marks for curly ones and the reverse; a second blank between words. */
function restyledFrom(text: string): string {
  const curly = /[“”]/.test(text);
  const marks = curly ? text.replace(/[“”]/g, '"') : text.replace(/(^|[\s(])"/gm, "$1“").replace(/"/g, "”");
  return marks.replace(/([a-z,]) (?=[a-z])/g, "$1  ");
}

for (const [kind, { tried: count, confirmed, verdicts }] of results) {
  const list = [...verdicts].sort().map(([verdict, times]) => `${verdict} ${times}`);
  console.log(
    `${kind.padEnd(10)} ${String(count).padStart(4)} changed, ${confirmed} taken for confirmed  (${list.join(", ")})`,
  );
}
const faults = [...results.values()].reduce((sum, { confirmed }) => sum + confirmed, 0);
console.log(
  `\n${tried} changes, ${faults} taken for confirmed, ${lost} whose statement the reader no longer finds`,
);
console.log(
  `white space and quotation marks changed: ${same} of ${spaced} the same words, ${unread} that the reader cuts in another way`,
);
await pairs?.close();
