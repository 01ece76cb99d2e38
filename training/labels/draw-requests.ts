/**
 * Draws the calls whose request is to be labelled: who asked for the call.
 *
 *   npx tsx training/labels/draw-requests.ts FILE.jsonl… > drawn.jsonl
 *
 * Of the Kremlin's calls, the first by the hash of their ids: 126 (`asking`) that hold
 * a word which may tell of a request, 40 (`other`) that hold none, read to see
 * what such words miss. Each with the sentences to read.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const ASKING = /initiat|request|propos|suggest|invit|asked for|telephoned|phoned|sought|wish(?:ed)? to (?:speak|talk)/i;

interface Readout {
  id: string;
  title: string;
  lead?: string;
  body: string;
}

const readouts = process.argv
  .slice(2)
  .flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean))
  .map((line) => JSON.parse(line) as Readout);
const texts = readouts.map(({ id, title, lead, body }) => ({
  id,
  text: `${title}\n\n${[lead, body].filter(Boolean).join("\n\n")}`,
}));
const asking = texts.filter(({ text }) => ASKING.test(text));
const other = texts.filter(({ text }) => !ASKING.test(text));
for (const [part, list, count] of [
  ["asking", asking, 126],
  ["other", other, 40],
] as const) {
  const drawn = list
    .map(({ id, text }) => ({ id, text, key: createHash("sha256").update(`requests ${id}`).digest("hex") }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { id, text } of drawn.slice(0, count)) console.log(JSON.stringify({ id, part, text }));
}
