/**
 * The review queue: what a person should look at, least certain first.
 *
 * A statement stands in it until a person accepts, rejects or changes it or its
 * attribution.
 */

import type { ContactGroup } from "../accounts/accounts.ts";
import { correctedReadingOf } from "../reading/corrected.ts";
import { anchoredIn } from "../reading/corrections/anchors.ts";
import type { CorrectedReading } from "../reading/corrections.ts";
import type { Attribution, Reading, Statement } from "../reading/reading.ts";
import type { Store } from "../store/store.ts";
import type { QueueOptions, ReviewItem, ReviewProgress } from "./answers.ts";

const DEFAULT_LIMIT = 100;

export async function queueOf(
  store: Store,
  { limit = DEFAULT_LIMIT, document }: QueueOptions,
  contact: ContactGroup | null,
): Promise<ReviewProgress> {
  const corrections = await store.corrections();
  const only = contact === null ? null : new Set(contact.accounts.map((account) => account.split("/")[0]));
  const open: ReviewItem[] = [];
  let judged = 0;
  for await (const reading of chosen(store, document)) {
    if (only !== null && !only.has(reading.document.id)) continue;
    const corrected = correctedReadingOf(reading, corrections);
    const items = itemsOf(reading);
    const done = judgedIn(corrected, reading);
    for (const item of items) {
      if (done.has(item.finding)) judged++;
      else open.push(item);
    }
  }
  open.sort(leastCertainFirst);
  return { items: open.slice(0, limit), judged, open: open.length };
}

async function* chosen(store: Store, document?: string): AsyncGenerator<Reading, void, undefined> {
  if (document === undefined) yield* store.readings();
  else {
    const reading = await store.reading(document);
    if (reading !== null) yield reading;
  }
}

/** Ids of statements that a person looked at, by themselves or by their attribution. */
function judgedIn({ marks }: CorrectedReading, { statements }: Reading): ReadonlySet<string> {
  const marked = new Set(marks.map(({ kind, finding }) => `${kind} ${finding}`));
  return new Set(
    statements
      .filter(
        ({ id, attribution }) => marked.has(`statement ${id}`) || marked.has(`attribution ${attribution}`),
      )
      .map(({ id }) => id),
  );
}

function itemsOf(reading: Reading): ReviewItem[] {
  const attributions = new Map(reading.attributions.map((one) => [one.id, one]));
  const anchors = new Map(anchoredIn(reading, "statement").map((one) => [one.id, one]));
  return reading.statements.flatMap((statement) => {
    const anchored = anchors.get(statement.id);
    if (anchored === undefined) return [];
    const { anchor, beside } = anchored;
    const document = reading.document.id;
    return {
      target: { kind: "statement", document, anchor, beside, field: null },
      kind: "statement",
      document,
      finding: statement.id,
      confidence: statement.confidence,
      reason: reasonFor(statement, attributions.get(statement.attribution ?? "") ?? null),
    };
  });
}

function reasonFor(statement: Statement, attribution: Attribution | null): string {
  if (statement.speaker === null) return "nobody is known to have said it";
  if (attribution !== null && attribution.rivals.length > 0) return "another speaker is nearly as likely";
  if (statement.confidence < 0.5) return "less than even odds";
  return "not looked at yet";
}

function leastCertainFirst(a: ReviewItem, b: ReviewItem): number {
  const start = (item: ReviewItem) => ("anchor" in item.target ? (item.target.anchor[0]?.start ?? 0) : 0);
  return (
    a.confidence - b.confidence ||
    (a.document < b.document ? -1 : a.document > b.document ? 1 : start(a) - start(b))
  );
}
