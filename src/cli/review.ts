/**
 * `readout review`: what a person should look at, least certain first. Only a
 * list; the desk judges by keys, and `readout correct` one by one.
 */

import type { ReviewItem } from "../archive/answers.ts";
import type { Archive } from "../archive/archive.ts";
import { formatAct, formatConfidence, Names } from "../pages/view.ts";
import type { Reading } from "../reading/reading.ts";
import { wordsOf } from "../text/span.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { parseCount } from "./flags.ts";
import { type Line, plain, styled, wrapped } from "./paint.ts";
import { crumbPieces } from "./record-lines.ts";
import { showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { contactAt, documentAt } from "./typed.ts";
import { STORE_FLAG, shortId, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

const USUAL_LIMIT = 20;

export const reviewCommand: Command = {
  name: "review",
  summary: "list what a person should look at, least certain first",
  operands: "[DOCUMENT]",
  offers: "nothing",
  details: "A statement leaves the list when somebody judges it: readout correct, or the desk.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print items as JSON, a line each" },
    { name: "contact", value: "CONTACT", help: "only the accounts of this contact" },
    { name: "limit", value: "N", help: `at most so many (${USUAL_LIMIT})` },
  ],
  examples: [
    { type: "readout review", does: "of the whole store" },
    { type: "readout review --contact 2021-12-30-call --limit 50", does: "before a brief" },
  ],
  run: runReview,
};

async function runReview(given: Given, world: World): Promise<Exit> {
  const [typed, second] = given.operands;
  if (second !== undefined) throw wrongUsage(`review takes one DOCUMENT, and ${second} is a second`);
  const value = given.values.get("limit");
  const limit = value === undefined ? USUAL_LIMIT : parseCount(value);
  if (limit === null) throw wrongUsage(`--limit wants a whole number above 0, not ${value}`);
  const contact = given.values.get("contact");
  await withArchive(given, world, false, async (archive) => {
    const { items, judged, open } = await archive.queue({
      limit,
      ...(typed === undefined ? {} : { document: await documentAt(archive, typed) }),
      ...(contact === undefined ? {} : { contact: (await contactAt(archive, contact)).id }),
    });
    if (given.switches.has("json")) await showJsonLines(world, items);
    for (const [index, item] of given.switches.has("json") ? [] : items.entries()) {
      if (index > 0) await showLines(world, [[]]);
      await showLines(world, await itemLines(archive, item, columnsOf(world)));
    }
    new Talk(world, false).say(`${open} to look at, ${judged} judged`);
  });
  return EXITS.ok;
}

async function itemLines(archive: Archive, item: ReviewItem, columns: number): Promise<Line[]> {
  const corrected = await archive.reading(item.document);
  const told = corrected === null ? [] : chainPieces(corrected.reading, item.finding);
  const words = "anchor" in item.target ? wordsOf(item.target.anchor) : "";
  const head = [
    styled("strong", `${shortId(item.document)} ${item.finding}`),
    plain("  "),
    ...told,
    styled("quiet", ` · ${formatConfidence(item.confidence)}, ${item.reason}`),
  ];
  return [
    ...wrapped(head, columns),
    ...wrapped([plain("“"), styled("content", words), plain("”")], columns - 2).map((line) => [
      plain("  "),
      ...line,
    ]),
  ];
}

function chainPieces(reading: Reading, id: string): Line {
  const statement = reading.statements.find((one) => one.id === id);
  if (statement === undefined) return [];
  const crumbs = new Names(reading).crumbs(statement.chain);
  return [...crumbPieces(crumbs), styled("quiet", ": "), styled("cue", formatAct(statement.act))];
}
