/**
 * Citations: words of a document as a person pastes them, with whose they are,
 * where they were published and where exactly they stand.
 */

import { nameOfLink } from "../../reading/link-names.ts";
import type { ChainLink, Reading, Statement } from "../../reading/reading.ts";
import { formatTimex } from "../../reading/times/timex-words.ts";
import { hullOf, type Span } from "../../text/span.ts";
import { namesIn } from "./said-of.ts";

/** “Words” (RIA › Ushakov › Putin). Publisher, “Title”, 31 December 2021. Document 2a79aa06c205, 120–180. */
export function citationOf(reading: Reading, span: Span, statement: Statement | null): string {
  const { document } = reading;
  const chain = statement === null ? "" : ` (${chainSaid(statement.chain, reading)})`;
  const facts = [
    document.publisher?.value,
    document.title === null ? undefined : `“${oneLine(document.title.value)}”`,
    document.published === null ? undefined : formatTimex(document.published.value),
  ].filter((fact) => fact !== undefined);
  const words = document.text.slice(span.start, span.end);
  const source = facts.length === 0 ? "" : ` ${facts.join(", ")}.`;
  return `“${words}”${chain}.${source} Document ${document.id.slice(0, 12)}, ${span.start}–${span.end}.`;
}

/** The citation of all words of a statement. */
export function statementCitation(reading: Reading, statement: Statement): string | null {
  const hull = hullOf(statement.content);
  return hull === null ? null : citationOf(reading, hull, statement);
}

export function chainSaid(chain: readonly ChainLink[], reading: Reading): string {
  const publisher = reading.document.publisher?.value ?? null;
  const nameOf = namesIn(reading);
  return chain.map((link) => nameOfLink(link, nameOf, publisher) ?? "nobody named").join(" › ");
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
