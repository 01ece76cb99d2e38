/**
 * An account: what a document says of itself, as whoever lays it beside others
 * must know it: whose paper, which day, translated, cut short.
 */

import { PARTIAL_MARKS } from "../lexicon/partial.ts";
import type { Reading } from "../reading/reading.ts";
import { type Passage, placeAt } from "../text/span.ts";
import type { Account } from "./accounts.ts";

/** @param contact id of the contact in the Reading; `null` when it has none. */
export function accountIdOf(reading: Reading, contact: string | null): string {
  return `${reading.document.id}/${contact ?? "-"}`;
}

export function parseAccountId(account: string): { document: string; contact: string | null } {
  const [document = "", contact = "-"] = account.split("/");
  return { document, contact: contact === "-" ? null : contact };
}

/** @param origin id of the account that it is a copy of, or its own. */
export function accountOf(reading: Reading, contact: string | null, origin: string): Account {
  const { document } = reading;
  return {
    id: accountIdOf(reading, contact),
    document: document.id,
    contact,
    publisher: document.publisher?.value ?? null,
    title: document.title?.value ?? null,
    published: document.published?.value ?? null,
    kind: document.kind.value,
    side: document.side?.value ?? null,
    language: document.language.value,
    translated: document.translated?.value ?? null,
    partial: partialIn(document.text),
    length: document.text.length,
    origin,
  };
}

/** Where a text may say that it is not the whole: at its head or its foot, in units. */
const HEAD = 1000;
const FOOT = 600;

/** The words that say that the text is not the whole; empty when none do. */
function partialIn(text: string): Passage {
  const lower = text.toLowerCase();
  // A letter whose lower case is longer would shift what follows.
  if (lower.length !== text.length) return [];
  return PARTIAL_MARKS.flatMap((mark) => {
    const first = lower.indexOf(mark);
    const last = lower.lastIndexOf(mark);
    const at = first >= 0 && first < HEAD ? first : last >= text.length - FOOT ? last : -1;
    return at < 0 ? [] : [placeAt(text, at, at + mark.length)];
  }).sort((a, b) => a.start - b.start);
}
