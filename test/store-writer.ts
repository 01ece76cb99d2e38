/**
 * A process to be killed: opens a store, bringing its schema some steps
 * further, then adds, reads again and corrects until it is ended. Says what is
 * done only when it is done:
 *
 *   tsx test/store-writer.ts ADDRESS FIRST-NUMBER FURTHER-STEPS
 */

import { writeSync } from "node:fs";
import { sql } from "kysely";
import { STEPS, type Step } from "../src/store/migrations.ts";
import { openStore } from "../src/store/open.ts";
import { madeCorrection, madeDraft, readingFor } from "./made-store.ts";

/** Steps that take a while and touch every document, as a later version of the schema might. */
export function furtherSteps(count: number): Step[] {
  return Array.from({ length: count }, (_, index) => ({
    name: furtherName(index),
    async up(db) {
      await sql.raw(`create table further_${index} (document bigint, words text)`).execute(db);
      await sql.raw(`insert into further_${index} select number, id from documents`).execute(db);
      await sql.raw("update documents set name = name").execute(db);
      await sql.raw(`create index further_${index}_by_words on further_${index} (words)`).execute(db);
    },
  }));
}

export function furtherName(index: number): string {
  return `further ${index}`;
}

async function write(address: string, first: number, further: number): Promise<never> {
  say("opening");
  const store = await openStore(address, { steps: [...STEPS, ...furtherSteps(further)] });
  say(`open ${further}`);
  for (let number = first; ; number++) {
    const text = `Holt said in talk ${number} that he agreed. Lund warned of sanctions. ${"They went on. ".repeat(20)}`;
    const statements = [
      { chain: ["CN", "holt"], words: "he agreed" },
      { chain: ["CN", "lund"], words: "sanctions", kinds: ["if" as const] },
    ];
    const draft = madeDraft(text, { statements, publisher: "Coastal News", published: "2031-05-05" });
    await store.add(draft);
    say(`added ${draft.reading.document.id}`);
    const correction = madeCorrection(draft, "he agreed");
    await store.correct(correction);
    say(`corrected ${correction.id}`);
    await store.saveReading(readingFor(text, { version: "0.1.0", statements: statements.slice(1) }));
    say(`read ${draft.reading.document.id}`);
  }
}

/** Written when it returns: a line in a buffer would not outlive the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const [address, first, further] = process.argv.slice(2);
if (process.argv[1]?.endsWith("store-writer.ts") && address !== undefined)
  await write(address, Number(first), Number(further));
