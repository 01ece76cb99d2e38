/**
 * What a TEI file says of its document: publisher, day, address, language, and
 * by its structure what kind of document it is.
 *
 * The day is the dateline's `date/@when`; where the words of the dateline say
 * the same they are its evidence. Memorandum, transcript or letter: by the
 * head's words first, then by speakers' turns and a list of participants. A
 * letter is given in its own words, and so counts as a transcript.
 */

import { publisherNamed } from "../lexicon/publishers.ts";
import type { DocumentKind, Fact } from "../text/document.ts";
import type { KnownFacts } from "../text/metadata.ts";
import { momentIn } from "../text/metadata-dates.ts";
import type { RegionHint } from "../text/regions.ts";
import { placeAt } from "../text/span.ts";
import { isElement, nodesBelow, type PageElement, wordsIn } from "./page-tree.ts";

export function factsInTei(
  root: PageElement,
  document: PageElement,
  text: string,
  hints: readonly RegionHint[],
): KnownFacts {
  const publisher = publisherIn(root);
  const published = publishedIn(document, text, hints);
  const kind = kindIn(document, text, hints);
  const address = addressIn(root);
  const side = publisher === null ? null : sideOf(publisher);
  const language = document.attributes.get("xml:lang") ?? root.attributes.get("xml:lang");
  return {
    ...(publisher !== null && { publisher: inFile(publisher) }),
    ...(published && { published }),
    ...(kind && { kind }),
    ...(address !== null && { address: inFile(address) }),
    ...(side !== null && { side: { value: side, ground: "reckoned", evidence: [] } }),
    ...(language !== undefined && { language: inFile(language) }),
  };
}

function inFile<T>(value: T): Fact<T> {
  return { value, ground: "page", evidence: [] };
}

/** The first element of this name under one of that name, anywhere below. */
function firstIn(
  root: PageElement,
  name: string,
  isWanted: (element: PageElement) => boolean = () => true,
): PageElement | null {
  for (const node of nodesBelow(root))
    if (isElement(node) && node.name === name && isWanted(node)) return node;
  return null;
}

function publisherIn(root: PageElement): string | null {
  const statement = firstIn(root, "publicationStmt");
  const element = statement && (firstIn(statement, "publisher") ?? firstIn(statement, "authority"));
  return (element && wordsIn(element)) || null;
}

/** "Office of the Historian, Department of State of Norland": the official voice among its parts. */
function sideOf(publisher: string): string | null {
  for (const part of [publisher, ...publisher.split(/,\s*/u)]) {
    const known = publisherNamed(part);
    if (known?.side) return known.side;
  }
  return null;
}

function addressIn(root: PageElement): string | null {
  const header = firstIn(root, "teiHeader");
  const idno =
    header && firstIn(header, "idno", (one) => /^ur[il]$/iu.test(one.attributes.get("type") ?? ""));
  const address = idno ? wordsIn(idno) : "";
  return /^https?:\/\/\S+$/u.test(address) ? address : null;
}

const WHEN =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:T(?<clock>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:\d{2})?)?$/u;

function publishedIn(document: PageElement, text: string, hints: readonly RegionHint[]): Fact<string> | null {
  const dateline = firstIn(document, "dateline");
  const date = dateline && firstIn(dateline, "date", (one) => one.attributes.has("when"));
  const match = WHEN.exec(date?.attributes.get("when") ?? "");
  if (!match?.groups?.day) return null;
  const { day, clock, zone } = match.groups;
  const value = clock === undefined ? day : `${day}T${clock}${zone ?? ""}`;
  const hint = hints.find((one) => one.kind === "dateline");
  const moment = hint ? momentIn(text, hint.start, hint.end) : null;
  return moment?.value === value
    ? { value, ground: "text", evidence: [placeAt(text, moment.start, moment.end)] }
    : inFile(value);
}

const MEMORANDUM = /\bmemorand(?:um|a)\b|\bmemcon\b|\bminutes\b|\bnotes (?:of|on)\b|\brecord of\b/iu;
const TRANSCRIPT = /\btranscript\b|\btelephone conversation\b|\btelcon\b/iu;
const LETTER = /^(?:(?:personal )?letter|(?:personal )?message|note|telegram|cable) (?:from|to)\b/iu;
/** "The Minister: …", "ABC: …". */
const TURN =
  /^(?:The |Mr\. |Mrs\. |Miss |Ms\. |Dr\. )?\p{Lu}[\p{L}.'’-]{0,25}(?: (?:of )?\p{Lu}[\p{L}.'’-]{0,25}){0,4} ?:/u;

function kindIn(
  document: PageElement,
  text: string,
  hints: readonly RegionHint[],
): Fact<DocumentKind> | null {
  const head = hints.find((one) => one.kind === "headline");
  const turns = turnsIn(document);
  const said = (value: DocumentKind, match: RegExpExecArray): Fact<DocumentKind> => {
    const start = (head?.start ?? 0) + match.index;
    return { value, ground: "text", evidence: [placeAt(text, start, start + match[0].length)] };
  };
  const title = head ? text.slice(head.start, head.end) : "";
  const memorandum = MEMORANDUM.exec(title);
  if (memorandum) return said("memorandum", memorandum);
  const letter = LETTER.exec(title);
  if (letter) return said("transcript", letter);
  const transcript = TRANSCRIPT.exec(title);
  if (transcript) return said("transcript", transcript);
  if (turns) return { value: "transcript", ground: "reckoned", evidence: [] };
  const hasList = firstIn(document, "list", (one) => one.attributes.get("type") === "participants") !== null;
  return hasList ? { value: "memorandum", ground: "reckoned", evidence: [] } : null;
}

/** Speakers take turns: three or more, in at least a third of the paragraphs. */
function turnsIn(document: PageElement): boolean {
  let paragraphs = 0;
  let turns = 0;
  for (const node of nodesBelow(document)) {
    if (!isElement(node) || node.name !== "p") continue;
    paragraphs++;
    if (TURN.test(wordsIn(node).slice(0, 160))) turns++;
  }
  return turns >= 3 && turns * 3 >= paragraphs;
}
