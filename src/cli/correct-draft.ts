/**
 * From what a person typed to a draft of a correction: which finding, which
 * words, which value. Words are found by their exact letters, and must stand in
 * the document once.
 */

import type { CorrectionDraft } from "../archive/answers.ts";
import type { Archive } from "../archive/archive.ts";
import { slugOf } from "../lexicon/offices.ts";
import { anchoredIn, anchoredOf } from "../reading/corrections/anchors.ts";
import type { Json, Target, TargetKind } from "../reading/corrections.ts";
import type { Reading } from "../reading/reading.ts";
import { type Passage, placeAt } from "../text/span.ts";
import type { Given } from "./command.ts";
import { type Stop, wrongUsage } from "./exit.ts";
import { nearestOf } from "./nearest.ts";
import { actorAt, documentAt, oneAt } from "./typed.ts";

const WAYS = ["accept", "reject", "to", "add", "same", "different", "undo"] as const;
type Way = (typeof WAYS)[number];
const HINT = "readout correct --help shows what it takes";

export async function draftFrom(given: Given, archive: Archive): Promise<CorrectionDraft> {
  const by = { author: given.values.get("author") ?? "", reason: given.values.get("reason") ?? "" };
  const way = wayFrom(given);
  const [first, second, third] = given.operands;
  if (third !== undefined)
    throw wrongUsage(`correct takes at most two of these, and ${third} is a third`, HINT);
  if (way === "undo") {
    if (first !== undefined) throw wrongUsage("--undo names the correction; nothing else is needed", HINT);
    return { ...by, ...(await undone(given.values.get("undo") ?? "", archive)) };
  }
  if (first === undefined) throw wrongUsage("correct wants a DOCUMENT and a FINDING", HINT);
  if (way === "same" || way === "different")
    return { ...by, ...(await grouped(way, first, second, archive)) };
  if (way === "add") return { ...by, ...(await added(given, first, second, archive)) };
  return { ...by, ...(await judged(way, given.values.get("to") ?? null, first, second, archive)) };
}

function wayFrom(given: Given): Way {
  const ways = WAYS.filter((way) => given.switches.has(way) || given.values.has(way));
  const [way, another] = ways;
  if (way === undefined)
    throw wrongUsage("correct wants --accept, --reject, --to, --add, --same, --different or --undo", HINT);
  if (another !== undefined) throw wrongUsage(`--${way} and --${another} are two corrections`, HINT);
  return way;
}

type Half = Omit<CorrectionDraft, "author" | "reason">;

async function undone(typed: string, archive: Archive): Promise<Half> {
  const corrections = await archive.store.corrections();
  const { id, target } = oneAt(typed, corrections, () =>
    wrongUsage(`there is no correction ${typed}`, "readout corrections lists them"),
  );
  return { target, action: "accept", undoes: id };
}

async function grouped(
  value: "same" | "different",
  first: string,
  second: string | undefined,
  archive: Archive,
): Promise<Half> {
  if (second === undefined) throw wrongUsage(`--${value} wants two accounts, as DOCUMENT/c1 DOCUMENT/c1`);
  const accounts = [];
  for (const typed of [first, second]) {
    const [document = "", finding = ""] = typed.split("/");
    const reading = await readingAt(archive, document);
    const anchor = finding === "-" ? [] : findingIn(reading, finding, ["contact"]).anchor;
    accounts.push({ document: reading.document.id, anchor });
  }
  return { target: { kind: "grouping", accounts }, action: "change", value };
}

async function added(
  given: Given,
  first: string,
  second: string | undefined,
  archive: Archive,
): Promise<Half> {
  if (second !== undefined)
    throw wrongUsage(`--add is for a whole DOCUMENT, and ${second} is something else`);
  const act = given.values.get("act");
  if (act === undefined) throw wrongUsage("--add wants --act: what was done with the words");
  const { document } = await readingAt(archive, first);
  const anchor = passageIn(document.text, given.values.get("add") ?? "");
  const actor = async (name: string) => {
    const typed = given.values.get(name);
    return typed === undefined ? null : await actorValue(typed, archive);
  };
  return {
    target: { kind: "statement", document: document.id, anchor, beside: [], field: null },
    action: "add",
    value: { act, speaker: await actor("speaker"), addressee: await actor("addressee") },
  };
}

async function judged(
  way: "accept" | "reject" | "to",
  to: string | null,
  first: string,
  second: string | undefined,
  archive: Archive,
): Promise<Half> {
  const action = way === "to" ? "change" : way;
  if (second === undefined) {
    const target = await commitmentAt(archive, first);
    return { target, action, ...(to === null ? {} : { value: to }) };
  }
  const reading = await readingAt(archive, first);
  const stop = second.indexOf(".");
  const [finding, field] = stop < 0 ? [second, null] : [second.slice(0, stop), second.slice(stop + 1)];
  const { kind, anchor, beside } = findingIn(reading, finding, null);
  if (to !== null && field === null)
    throw wrongUsage(
      `--to wants a field of ${finding}`,
      `for example readout correct ${first} ${finding}.speaker --to NAME`,
    );
  const target: Target = { kind, document: reading.document.id, anchor, beside, field };
  if (to === null) return { target, action };
  return { target, action, value: await valueFrom(to, field ?? "", reading, archive) };
}

async function readingAt(archive: Archive, typed: string): Promise<Reading> {
  const id = await documentAt(archive, typed);
  const reading = await archive.store.reading(id);
  if (reading === null) throw wrongUsage(`the document ${typed} has no Reading`, "readout reread makes one");
  return reading;
}

const KINDS: Readonly<Record<string, TargetKind>> = {
  s: "statement",
  a: "attribution",
  m: "mention",
  t: "time",
  c: "contact",
  k: "track",
};

function findingIn(reading: Reading, id: string, only: readonly TargetKind[] | null) {
  const kind = KINDS[id.charAt(0)];
  const found = kind === undefined ? null : anchoredOf(reading, kind, id);
  if (found !== null && (only === null || only.includes(found.kind))) return found;
  const kinds = only ?? Object.values(KINDS);
  const ids = kinds.flatMap((one) => anchoredIn(reading, one).map((anchored) => anchored.id));
  throw noFinding(id, ids);
}

function noFinding(id: string, ids: readonly string[]): Stop {
  const nearest = nearestOf(id, ids);
  const meant = nearest === null ? "" : `; did you mean ${nearest}?`;
  return wrongUsage(
    `the document has no ${id === "" ? "such finding" : id}${meant}`,
    "readout compare shows ids behind the words, readout explain FILE lists them",
  );
}

/** `2021-12-30-threat-joe-biden`, or with `.2` the second piece of evidence for it. */
async function commitmentAt(archive: Archive, typed: string): Promise<Target> {
  const [, name = "", place] = /^(.+?)(?:\.(\d+))?$/.exec(typed) ?? [];
  const commitment = oneAt(name, await archive.ledger(), (nearest) =>
    wrongUsage(
      `there is no commitment ${name}${nearest === null ? "" : `; did you mean ${nearest}?`}`,
      "correct wants a DOCUMENT and a FINDING, or the id of a commitment: readout ledger lists them",
    ),
  );
  const [telling] = commitment.tellings;
  const { document = "", words: anchor = [] } = telling ?? {};
  if (place === undefined) return { kind: "commitment", document, anchor, evidence: null };
  const evidence = commitment.evidence[Number(place) - 1];
  if (evidence === undefined)
    throw wrongUsage(
      `${commitment.id} has ${commitment.evidence.length} pieces of evidence, and no ${place}`,
    );
  const { at } = evidence;
  return { kind: "commitment", document, anchor, evidence: { document: at.document, anchor: at.words } };
}

const ACTORS: ReadonlySet<string> = new Set(["speaker", "addressee", "actor", "requestedBy"]);
const PASSAGES: ReadonlySet<string> = new Set(["source", "cue", "content"]);

/** What the field is to be: somebody, words of the text, or a text. "none" for nothing. */
async function valueFrom(
  typed: string,
  field: string,
  { document }: Reading,
  archive: Archive,
): Promise<Json> {
  if (typed === "none" && field !== "orientation") return PASSAGES.has(field) ? [] : null;
  if (ACTORS.has(field)) return actorValue(typed, archive);
  if (!PASSAGES.has(field)) return typed;
  return passageIn(document.text, typed).map(({ start, end, words }) => ({ start, end, words }));
}

/** Somebody known; a new name goes by "NAME (new)". */
async function actorValue(typed: string, archive: Archive): Promise<Json> {
  const [, name] = /^(.+?)\s*\(new\)$/.exec(typed) ?? [];
  if (name !== undefined) {
    // The id that the reader gives to somebody of that name whom no list knows.
    const slug = slugOf(name);
    if (slug === "") throw wrongUsage(`${name} is no name`, 'a new one goes by "NAME (new)"');
    return { id: `name:${slug}`, name };
  }
  return (await actorAt(archive, typed)).id;
}

/** The words where they stand, once; several parts go with " … " between them. */
function passageIn(text: string, typed: string): Passage {
  let from = 0;
  return typed.split(" … ").map((part, index) => {
    const start = text.indexOf(part, from);
    if (start < 0)
      throw wrongUsage(`the words “${part}” do not stand in the document`, "give them letter by letter");
    if (index === 0 && text.indexOf(part, start + 1) >= 0)
      throw wrongUsage(`the words “${part}” stand in the document more than once`, "give more of them");
    from = start + part.length;
    return placeAt(text, start, from);
  });
}
