/**
 * `readout search`: statements of a store by words, who said them to whom, on
 * whose word, and when; as sentences, each with its chain.
 */

import type { Archive } from "../archive/archive.ts";
import { ACT_CLASSES, type Act } from "../lexicon/acts.ts";
import { CONDITION_KINDS } from "../lexicon/conditions.ts";
import { formatAct, formatConfidence } from "../pages/view.ts";
import { formatTimex } from "../reading/times/timex-words.ts";
import type { FoundStatement, SearchQuery } from "../store/store.ts";
import { wordsOf } from "../text/span.ts";
import { foundIn } from "../text/stems.ts";
import { stretchesIn } from "../text/stretches.ts";
import type { Command, Given } from "./command.ts";
import { shortened } from "./comparison-cells.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, actorsFrom, refuseBadActors } from "./facts.ts";
import { parseCount, parseProbability } from "./flags.ts";
import { nearestOf } from "./nearest.ts";
import { type Line, type Piece, plain, styled, wrapped } from "./paint.ts";
import { showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { actorAt } from "./typed.ts";
import { namesIn, STORE_FLAG, shortId, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

const ACTS = Object.keys(ACT_CLASSES) as Act[];
const USUAL_LIMIT = 20;
const MOST = 1000;

export const searchCommand: Command = {
  name: "search",
  summary: "find statements by words, speaker, chain, act, day",
  operands: "[WORDS…]",
  offers: "nothing",
  details:
    "All WORDS must stand in what was said, in any of their forms; in quotation marks, in\n" +
    "that order. Newest first. ACTOR is a name or an id: Putin, Q7747, RUS.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print statements as JSON, a line each" },
    { name: "speaker", value: "ACTOR", help: "whose words they are" },
    { name: "via", value: "ACTOR", help: "who handed them on: somebody before the speaker in the chain" },
    { name: "addressee", value: "ACTOR", help: "who they were said to" },
    { name: "side", value: "ACTOR", help: "the side of the speaker, as RUS or Russia" },
    { name: "act", value: "ACT", values: ACTS, help: "what was done with them: warn, promise, deny …" },
    {
      name: "condition",
      value: "KIND",
      values: ["any", "none", ...CONDITION_KINDS],
      help: "on a condition of this kind; any, or none",
    },
    { name: "from", value: "DAY", help: "published on this day or later: 2021-12-31" },
    { name: "to", value: "DAY", help: "published on this day or earlier" },
    { name: "publisher", value: "NAME", help: "who published it" },
    { name: "min-confidence", value: "P", help: "at least this sure, from 0 to 1" },
    { name: "limit", value: "N", help: `at most so many, up to ${MOST} (${USUAL_LIMIT})` },
    ACTORS_FLAG,
  ],
  examples: [
    { type: "readout search sanctions --speaker Biden", does: "in any form: sanction, sanctioned" },
    { type: "readout search '\"strike weapons\"' --via Ushakov", does: "in that order, on his word" },
    {
      type: "readout search --act threaten --condition any --from 2021-12-01",
      does: "threats on a condition",
    },
  ],
  run: runSearch,
};

async function runSearch(given: Given, world: World): Promise<Exit> {
  await refuseBadActors(actorsFrom(given));
  const talk = new Talk(world, false);
  const words = given.operands.join(" ");
  await withArchive(given, world, false, async (archive) => {
    const query = await queryFrom(given, words, archive);
    const { items, next } = await archive.store.search(query);
    await (given.switches.has("json")
      ? showJsonLines(world, items)
      : showLines(world, foundLines(items, words, await namesIn(archive), columnsOf(world))));
    if (items.length === 0) talk.say("nothing found");
    else if (next !== null) talk.say(`these are the newest ${items.length}; --limit gives more`);
  });
  return EXITS.ok;
}

async function queryFrom({ values }: Given, words: string, archive: Archive): Promise<SearchQuery> {
  const query: SearchQuery = { limit: limitFrom(values.get("limit")) };
  if (words !== "") query.words = words;
  for (const name of ["speaker", "via", "addressee", "side"] as const) {
    const typed = values.get(name);
    if (typed !== undefined) query[name] = (await actorAt(archive, typed)).id;
  }
  const act = ACTS.find((one) => one === values.get("act"));
  if (act !== undefined) query.act = act;
  const condition = values.get("condition");
  const kind = CONDITION_KINDS.find((one) => one === condition);
  if (condition !== undefined) query.condition = kind ?? condition === "any";
  for (const name of ["from", "to"] as const) {
    const day = dayFrom(name, values.get(name));
    if (day !== null) query[name] = day;
  }
  const publisher = values.get("publisher");
  if (publisher !== undefined) query.publisher = await publisherAt(archive, publisher);
  const least = values.get("min-confidence");
  if (least !== undefined) query.minConfidence = probabilityFrom(least);
  return query;
}

function limitFrom(value: string | undefined): number {
  if (value === undefined) return USUAL_LIMIT;
  const limit = parseCount(value);
  if (limit === null || limit > MOST)
    throw wrongUsage(`--limit wants a whole number from 1 to ${MOST}, not ${value}`);
  return limit;
}

function dayFrom(name: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw wrongUsage(`--${name} wants a day, not ${value}`, `for example --${name} 2021-12-31`);
}

function probabilityFrom(value: string): number {
  const probability = parseProbability(value);
  if (probability === null) throw wrongUsage(`--min-confidence wants a number from 0 to 1, not ${value}`);
  return probability;
}

async function publisherAt(archive: Archive, typed: string): Promise<string> {
  const known = (await archive.store.facets({})).publisher.flatMap(({ value }) => value ?? []);
  const found =
    known.find((one) => one === typed) ?? known.find((one) => one.toLowerCase() === typed.toLowerCase());
  if (found !== undefined) return found;
  const begun = known.filter((one) => one.toLowerCase().includes(typed.toLowerCase()));
  const [only, another] = begun;
  if (only !== undefined && another === undefined) return only;
  const nearest = nearestOf(typed, known);
  const meant = nearest === null ? "" : `; did you mean ${nearest}?`;
  throw wrongUsage(
    another === undefined
      ? `nothing of the store is published by ${typed}${meant}`
      : `${begun.length} may be meant by ${typed}`,
    known.length === 0 ? null : `there are ${(another === undefined ? known : begun).slice(0, 8).join(", ")}`,
  );
}

function* foundLines(
  items: readonly FoundStatement[],
  words: string,
  nameOf: (id: string) => string,
  columns: number,
): Generator<Line> {
  for (const [index, one] of items.entries()) {
    if (index > 0) yield [];
    yield* wrapped(headPieces(one, nameOf), columns);
    const text = one.sentence === "" ? wordsOf(one.content) : one.sentence;
    for (const line of wrapped(wordPieces(text, words), columns - 2)) yield [plain("  "), ...line];
  }
}

function headPieces(one: FoundStatement, nameOf: (id: string) => string): Piece[] {
  const day = one.published === null ? "no date" : formatTimex(one.published.slice(0, 10));
  const chain = one.chainNames.flatMap((name, at) => [
    ...(at === 0 ? [] : [styled("quiet", " › ")]),
    styled("source", name),
  ]);
  const doer =
    one.speaker === null || one.chain[one.chain.length - 1] === one.speaker
      ? []
      : [styled("quiet", " of "), plain(nameOf(one.speaker))];
  return [
    ...(chain.length === 0 ? [styled("odd", "nobody named")] : chain),
    ...doer,
    styled("quiet", ": "),
    styled("cue", formatAct(one.act)),
    ...(one.addressee === null ? [] : [plain(` → ${nameOf(one.addressee)}`)]),
    styled(
      "quiet",
      ` · ${day} · ${formatConfidence(one.confidence)} · ${shortId(one.document)} ${one.statement}`,
    ),
  ];
}

/** The words that were looked for, marked. */
function wordPieces(text: string, words: string): Piece[] {
  const places = foundIn(text, words).map((span) => ({ span, what: true }));
  return shortened(
    stretchesIn({ start: 0, end: text.length }, places).map(({ start, end, on }) => {
      const part = text.slice(start, end);
      return on.length > 0 ? styled("moved", `*${part}*`) : plain(part);
    }),
  );
}
