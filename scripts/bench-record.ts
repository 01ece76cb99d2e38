/**
 * What the whole record costs over attributions alone, on the same texts in one
 * process: `npm run bench -- --record`, or
 *
 *   npx tsx scripts/bench-record.ts [DOCUMENTS] [--rules] [--json]
 *
 * Both ways let the documents in and, with the model, ask it for its numbers;
 * then one finds attributions and the other reads the whole record. Processor
 * time of all threads, the least of three rounds, so that a busy machine does
 * not count. Run through tsx because it takes the stages of the sources apart.
 */

import { parseArgs } from "node:util";
import { documentFromText } from "../src/intake/documents.ts";
import { loadGazetteer } from "../src/intake/gazetteer.ts";
import { loadModel } from "../src/model/model.ts";
import { attributionsIn } from "../src/reading/attributions.ts";
import type { Numbers } from "../src/reading/numbers.ts";
import { readingOf } from "../src/reading/read.ts";
import type { Document } from "../src/text/document.ts";
import { quotationsIn } from "../src/text/quotations.ts";
import { paragraphsOf, sentencesIn } from "../src/text/sentences.ts";
import { documentOf } from "./corpus.mjs";

const ROUNDS = 3;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rules: { type: "boolean" }, json: { type: "boolean" } },
});
const count = Number(positionals[0] ?? 100);
if (!Number.isInteger(count) || count < 1)
  throw new TypeError("usage: bench-record.ts [DOCUMENTS] [--rules] [--json]");

const texts = Array.from({ length: count }, (_, i) => documentOf(i + 1));
const gazetteer = await loadGazetteer();
const model = values.rules ? null : await loadModel();
const rows = [];
if (model) rows.push({ reader: "model", ...(await costs(async (text) => model.numbersFor(text))) });
rows.push({ reader: "rules", ...(await costs(null)) });
await model?.close();

if (values.json) console.log(JSON.stringify({ documents: count, rows }));
else {
  console.log(`Processor time a document, ${count} documents of about 600 words, one process`);
  for (const { reader, shared, attributions, record } of rows) {
    const [alone, whole] = [shared + attributions, shared + record];
    const more = (100 * (whole - alone)) / alone;
    console.log(
      `  ${reader}: attributions alone ${alone.toFixed(2)} ms, whole record ${whole.toFixed(2)} ms: ${more.toFixed(0)} % more`,
    );
  }
}

/** Milliseconds a document: what both ways need, and each for itself. */
async function costs(numbersFor: ((text: string) => Promise<Numbers>) | null) {
  const best = { shared: Infinity, attributions: Infinity, record: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    const documents: Document[] = [];
    const numbers: (Numbers | null)[] = [];
    const shared = await timed(async () => {
      for (const text of texts) {
        documents.push(documentFromText(text, { date: "2021-12-31", format: "text" }));
        numbers.push(numbersFor ? await numbersFor(text) : null);
      }
    });
    const each = (work: (document: Document, predicted: Numbers | null) => unknown) =>
      timed(async () => documents.forEach((document, i) => void work(document, numbers[i] ?? null)));
    best.shared = Math.min(best.shared, shared);
    best.attributions = Math.min(best.attributions, await each(attributed));
    best.record = Math.min(
      best.record,
      await each((document, predicted) => readingOf(document, gazetteer, predicted)),
    );
  }
  return best;
}

function attributed(document: Document, predicted: Numbers | null) {
  const { sentences, broken } = sentencesIn(document);
  const { quotations } = quotationsIn(document.text, paragraphsOf(sentences));
  return attributionsIn(document, sentences, quotations, broken, predicted);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / count;
}
