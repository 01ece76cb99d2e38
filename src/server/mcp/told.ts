/**
 * Answers of the MCP tools, made from the archive: names beside ids, and every
 * quotation with its place.
 */

import type { Cell, Comparison, Point } from "../../accounts/accounts.ts";
import type { Archive } from "../../archive/archive.ts";
import { ACT_CLASSES, type Act } from "../../lexicon/acts.ts";
import { nameOfLink } from "../../reading/link-names.ts";
import type { ChainLink, Reading, Statement } from "../../reading/reading.ts";
import { formatCursor, parseCursor } from "../../store/cursor.ts";
import type { FoundStatement, SearchQuery } from "../../store/store.ts";
import type { Passage } from "../../text/span.ts";
import type {
  AccountTold,
  CellTold,
  ContactsTold,
  ContactTold,
  DocumentTold,
  PointTold,
  Quoted,
  StatementsTold,
  ToldStatement,
} from "../wire.ts";
import type { ContactAsked, ContactsAsked, DocumentAsked, StatementsAsked } from "./tools.ts";

/** What was asked cannot be answered; the message says what to ask instead. */
export class Unanswerable extends Error {
  override readonly name = "Unanswerable";
}

const USUAL = 20;
const USUAL_POINTS = 60;
/** Names that are given to choose from. */
const MOST_NEAR = 10;
/** Characters of a text that are given at once. */
const MOST_TEXT = 20_000;

export async function contactsTold(archive: Archive, asked: ContactsAsked): Promise<ContactsTold> {
  const { name, from, to, limit = USUAL, after } = asked;
  const wanted = name?.toLowerCase();
  const all = (await archive.contacts()).filter(
    ({ names, dates }) =>
      (wanted === undefined || names.some((one) => one.toLowerCase().includes(wanted))) &&
      (from === undefined || dates.some((day) => day >= from)) &&
      (to === undefined || dates.some((day) => day <= to)),
  );
  const [start] = parseCursor(after, [0]) ?? [0];
  const contacts = all.slice(start, start + limit);
  const more = start + limit < all.length;
  return { contacts, next: more ? formatCursor([start + limit]) : null };
}

export async function statementsTold(archive: Archive, asked: StatementsAsked): Promise<StatementsTold> {
  const { words, from, to, publisher, conditional, limit = USUAL, after } = asked;
  const query: SearchQuery = {
    limit,
    ...(words === undefined ? {} : { words }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(conditional === undefined ? {} : { condition: conditional }),
    ...(after === undefined ? {} : { after }),
    ...(asked.act === undefined ? {} : { act: actNamed(asked.act) }),
    ...(await actorNamed(archive, "speaker", asked.speaker)),
    ...(await actorNamed(archive, "via", asked.via)),
    ...(await actorNamed(archive, "addressee", asked.addressee)),
  };
  const found = await archive.store.search(query);
  const statements: ToldStatement[] = [];
  for (const one of found.items) {
    const corrected = await archive.reading(one.document);
    const statement = corrected?.reading.statements.find(({ id }) => id === one.statement);
    if (corrected != null && statement !== undefined)
      statements.push(statementTold(statement, corrected.reading, one));
  }
  return { statements, next: found.next };
}

function actNamed(act: string): Act {
  if (Object.hasOwn(ACT_CLASSES, act)) return act as Act;
  throw new Unanswerable(`There is no act "${act}": there are ${Object.keys(ACT_CLASSES).join(", ")}`);
}

async function actorNamed(
  archive: Archive,
  key: "speaker" | "via" | "addressee",
  name: string | undefined,
): Promise<Partial<SearchQuery>> {
  if (name === undefined) return {};
  const recorded = await archive.actors();
  const meant = (await archive.actorsMeant(name)).filter(({ id }) => recorded.has(id));
  const [only, another] = meant;
  if (only !== undefined && another === undefined) return { [key]: only.id };
  const near = meant.slice(0, MOST_NEAR).map((actor) => `${actor.name} (${actor.id})`);
  throw new Unanswerable(
    near.length === 0
      ? `Nobody in the record is named "${name}"`
      : `"${name}" may be ${near.join(", ")}: give the id`,
  );
}

function statementTold(
  statement: Statement,
  reading: Reading,
  found: Pick<FoundStatement, "publisher" | "published"> | null,
): ToldStatement {
  const { document } = reading;
  const nameOf = namesIn(reading);
  return {
    document: document.id,
    statement: statement.id,
    publisher: found?.publisher ?? document.publisher?.value ?? null,
    published: found?.published ?? document.published?.value ?? null,
    chain: chainTold(statement.chain, nameOf, document.publisher?.value ?? null),
    speaker: statement.speaker === null ? null : nameOf(statement.speaker),
    addressee: statement.addressee?.actor == null ? null : nameOf(statement.addressee.actor),
    act: statement.act,
    words: quoted(document.id, statement.content),
    conditions: statement.conditions.flatMap(({ condition }) => quoted(document.id, condition)),
    confidence: statement.confidence,
  };
}

function namesIn({ actors }: Pick<Reading, "actors">): (id: string) => string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

function chainTold(
  chain: readonly ChainLink[],
  nameOf: (id: string) => string,
  publisher: string | null,
): string[] {
  return chain.map((link) => nameOfLink(link, nameOf, publisher) ?? "nobody named");
}

function quoted(document: string, passage: Passage): Quoted[] {
  return passage.map(({ words, start, end }) => ({ words, document, start, end }));
}

export async function contactTold(archive: Archive, asked: ContactAsked): Promise<ContactTold | null> {
  const comparison = await archive.comparison(asked.id);
  if (comparison === null) return null;
  const { contact, points } = comparison;
  const fitting = points.filter(
    ({ verdict }) => asked.verdict === undefined || verdict.kind === asked.verdict,
  );
  const shown = fitting.slice(0, asked.limit ?? USUAL_POINTS);
  const names = new Map(comparison.actors.map(({ id, name }) => [id, name]));
  const numbers = new Map(comparison.accounts.map(({ id }, at) => [id, at + 1]));
  return {
    id: contact.id,
    kind: contact.kind,
    days: contact.dates,
    participants: contact.participants.map((id) => names.get(id) ?? id),
    accounts: accountsTold(comparison, numbers),
    points: shown.map((point) => pointTold(point, comparison, numbers, (id) => names.get(id) ?? id)),
    left: fitting.length - shown.length,
  };
}

function accountsTold({ accounts }: Comparison, numbers: ReadonlyMap<string, number>): AccountTold[] {
  return accounts.map(
    ({ id, document, publisher, title, published, kind, side, translated, partial, origin }, at) => ({
      number: at + 1,
      document,
      publisher,
      title,
      published,
      kind,
      side,
      translated,
      partial: partial.length > 0,
      copyOf: origin === id ? null : (numbers.get(origin) ?? null),
    }),
  );
}

function pointTold(
  { verdict, heading, cells, silent }: Point,
  { accounts }: Comparison,
  numbers: ReadonlyMap<string, number>,
  nameOf: (id: string) => string,
): PointTold {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const cellTold = (cell: Cell): CellTold => {
    const account = byId.get(cell.account);
    return {
      account: numbers.get(cell.account) ?? 0,
      speaker: cell.speaker === null ? null : nameOf(cell.speaker),
      act: cell.act,
      value: cell.value,
      chain: chainTold(cell.chain, nameOf, account?.publisher ?? null),
      words: quoted(account?.document ?? "", cell.words),
    };
  };
  return {
    verdict: verdict.kind,
    confidence: verdict.confidence,
    reason: verdict.reason,
    about: heading,
    told: cells.map(cellTold),
    silent: silent.map(({ account }) => numbers.get(account) ?? 0),
  };
}

export async function documentTold(archive: Archive, asked: DocumentAsked): Promise<DocumentTold | null> {
  const ids = await archive.store.idsBeginning(asked.id);
  if (ids.length > 1) throw new Unanswerable(`Several documents begin with "${asked.id}": ${ids.join(", ")}`);
  const corrected = ids[0] === undefined ? null : await archive.reading(ids[0]);
  if (corrected === null) return null;
  const { document, statements, notes } = corrected.reading;
  const { text } = document;
  const start = Math.min(asked.start ?? 0, text.length);
  const end = Math.min(asked.end ?? text.length, start + MOST_TEXT, text.length);
  if (end < start) throw new Unanswerable(`The end ${asked.end} stands before the start ${start}`);
  const inside = statements.filter(
    ({ content }) => (content[0]?.start ?? -1) >= start && (content[0]?.start ?? end) < end,
  );
  return {
    document: document.id,
    title: document.title?.value ?? null,
    publisher: document.publisher?.value ?? null,
    published: document.published?.value ?? null,
    text: text.slice(start, end),
    start,
    end,
    length: text.length,
    statements: inside.map((statement) => statementTold(statement, corrected.reading, null)),
    notes: notes.map(({ message }) => message),
  };
}
