/**
 * `readout reread`: kept documents read again by this reader. Says what is told
 * otherwise than before, and which corrections lost their words.
 */

import type { Archive } from "../archive/archive.ts";
import { anchoredIn } from "../reading/corrections/anchors.ts";
import type { Correction } from "../reading/corrections.ts";
import type { Reading, Statement } from "../reading/reading.ts";
import type { Command, Given } from "./command.ts";
import { correctionPieces } from "./correction-lines.ts";
import { EXITS, type Exit } from "./exit.ts";
import { ACTORS_FLAG, actorsFrom, QUIET_FLAG, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { type Line, plain, styled, wrapped } from "./paint.ts";
import { showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { documentAt } from "./typed.ts";
import { namesIn, STORE_FLAG, shortId, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

export const rereadCommand: Command = {
  name: "reread",
  summary: "read kept documents again with this reader, and say what changed",
  operands: "[DOCUMENT…]",
  offers: "nothing",
  details:
    "After an update, or with a list of actors. Former Readings are kept; corrections\n" +
    "follow their words, and those that lose them are named. Without a DOCUMENT: all.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print what changed as JSON, a line a document" },
    RULES_FLAG,
    ACTORS_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    { type: "readout reread", does: "all documents of readout.db" },
    { type: "readout reread 4378379c --actors my.tsv", does: "one, with your own actors" },
  ],
  run: runReread,
};

interface Reread {
  document: string;
  title: string | null;
  statements: { before: number; after: number; gone: number; fresh: number; changed: number };
  orphans: Correction[];
}

async function runReread(given: Given, world: World): Promise<Exit> {
  await refuseBadActors(actorsFrom(given));
  const talk = new Talk(world, given.switches.has("quiet"));
  let done = 0;
  try {
    await withArchive(given, world, false, async (archive) => {
      const nameOf = await namesIn(archive);
      for (const document of await documentsFrom(archive, given.operands)) {
        talk.progress(`${done} read again, now ${shortId(document)}`);
        const one = await rereadOf(archive, document);
        done++;
        talk.wipe();
        await (given.switches.has("json")
          ? showJsonLines(world, [one])
          : showLines(world, rereadLines(one, nameOf, columnsOf(world))));
      }
    });
  } finally {
    talk.wipe();
  }
  if (done === 0) talk.say("the store has no documents");
  return EXITS.ok;
}

async function documentsFrom(archive: Archive, typed: readonly string[]): Promise<string[]> {
  if (typed.length > 0) {
    const ids = [];
    for (const one of typed) ids.push(await documentAt(archive, one));
    return [...new Set(ids)];
  }
  const all: string[] = [];
  let after: string | null = null;
  do {
    const page = await archive.store.documents({ limit: 500, after });
    all.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return all;
}

async function rereadOf(archive: Archive, document: string): Promise<Reread> {
  const before = await archive.reading(document);
  const was = await archive.store.reading(document);
  const is = await archive.readAgain(document);
  const after = await archive.reading(document);
  const known = new Set(before?.orphans.map(({ id }) => id));
  return {
    document,
    title: is?.document.title?.value ?? null,
    statements: differenceOf(was, is),
    orphans: (after?.orphans ?? []).filter(({ id }) => !known.has(id)),
  };
}

/** By the words that statements stand on, as corrections follow them. */
function differenceOf(was: Reading | null, is: Reading | null): Reread["statements"] {
  const [before, after] = [byWords(was), byWords(is)];
  const stayed = [...after].filter(([key]) => before.has(key));
  return {
    before: before.size,
    after: after.size,
    gone: [...before.keys()].filter((key) => !after.has(key)).length,
    fresh: after.size - stayed.length,
    changed: stayed.filter(([key, statement]) => !isSame(statement, before.get(key))).length,
  };
}

function byWords(reading: Reading | null): ReadonlyMap<string, Statement> {
  if (reading === null) return new Map();
  const statements = new Map(reading.statements.map((one) => [one.id, one]));
  return new Map(
    anchoredIn(reading, "statement").flatMap(({ id, anchor, beside }): [string, Statement][] => {
      const statement = statements.get(id);
      const places = [...anchor, ...beside].map(({ start, end }) => `${start}–${end}`);
      return statement === undefined ? [] : [[places.join(" "), statement]];
    }),
  );
}

function isSame(one: Statement, other: Statement | undefined): boolean {
  return (
    other !== undefined &&
    one.speaker === other.speaker &&
    one.act === other.act &&
    one.addressee?.actor === other.addressee?.actor &&
    one.polarity.value === other.polarity.value &&
    one.chain.map(({ actor }) => actor).join() === other.chain.map(({ actor }) => actor).join()
  );
}

function* rereadLines(one: Reread, nameOf: (id: string) => string, columns: number): Generator<Line> {
  const { gone, fresh, changed, after } = one.statements;
  const told = [
    fresh === 0 ? "" : `${fresh} new`,
    gone === 0 ? "" : `${gone} gone`,
    changed === 0 ? "" : `${changed} told otherwise`,
  ].filter((part) => part !== "");
  const what = told.length === 0 ? `the same ${after} statements` : `${after} statements: ${told.join(", ")}`;
  yield* wrapped(
    [
      styled("strong", shortId(one.document)),
      plain(` ${what}`),
      styled("quiet", one.title === null ? "" : ` · ${one.title}`),
    ],
    columns,
  );
  for (const orphan of one.orphans) {
    const lost = [styled("odd", "lost its words: "), ...correctionPieces(orphan, nameOf)];
    for (const line of wrapped(lost, columns - 2)) yield [plain("  "), ...line];
  }
}
