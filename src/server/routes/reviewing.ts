/** Reviewing: the queue, corrections, and making one. */

import type { ReviewItem } from "../../archive/answers.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Correction, Target } from "../../reading/corrections.ts";
import { formatCursor, limitOf, parseCursor } from "../../store/cursor.ts";
import type { Behind, Room } from "../handlers.ts";
import { Refusal } from "../problems.ts";
import { isMatched } from "../tags.ts";
import type {
  CorrectionAnswer,
  CorrectionRequest,
  CorrectionsPage,
  CorrectionsQuery,
  QueueAnswer,
  QueueEntry,
} from "../wire.ts";
import { contactOf } from "./contacts.ts";
import { documentTag } from "./documents.ts";

export function reviewRoutes({ archive }: Behind): Room<"corrections" | "correct" | "queue"> {
  const inTurn = turns();
  return {
    corrections: async ({ query }) => ({ body: await correctionsPage(archive, query) }),
    correct: async ({ body, headers }) => inTurn(() => corrected(archive, body, headers.get("if-match"))),
    queue: async ({ query }) => {
      if (query.document !== undefined) await documentTag(archive, query.document);
      if (query.contact !== undefined) await contactOf(archive, query.contact);
      const { items, judged, open } = await archive.queue(query);
      return { body: { items: await entriesFrom(archive, items), judged, open } satisfies QueueAnswer };
    },
  };
}

/** One after the other: between the look at the ETag and the writing nobody else writes. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function corrected(archive: Archive, request: CorrectionRequest, ifMatch: string | null) {
  const document = documentOf(request.target);
  if (document !== null) {
    const tag = await documentTag(archive, document);
    if (ifMatch === null) {
      throw new Refusal(428, "Send the document's ETag as If-Match, so that nobody's work is lost", {
        headers: { etag: tag },
      });
    }
    if (!isMatched(ifMatch, tag)) {
      throw new Refusal(412, "The document has changed since you saw it: look at it again", {
        headers: { etag: tag },
      });
    }
  }
  const correction = await archive.correct(request);
  const etag = document === null ? null : await documentTag(archive, document);
  const answer: CorrectionAnswer = { correction, etag };
  return { body: answer, status: 201, ...(etag === null ? {} : { tag: etag }) };
}

/** The document whose Reading is corrected; `null` when it is about several or about what was made of them. */
function documentOf(target: Target): string | null {
  return target.kind === "grouping" || target.kind === "point" || target.kind === "commitment"
    ? null
    : target.document;
}

async function correctionsPage(archive: Archive, query: CorrectionsQuery): Promise<CorrectionsPage> {
  const limit = limitOf(query);
  const after = parseCursor<[string, string]>(query.after, ["", ""]);
  const all = await archive.store.corrections(query.document);
  const from = after === null ? 0 : all.findIndex((one) => isAfter(one, after[0], after[1]));
  const items = from === -1 ? [] : all.slice(from, from + limit);
  const last = items.at(-1);
  const more = last !== undefined && from + limit < all.length;
  return { items, next: more ? formatCursor([last.at, last.id]) : null };
}

function isAfter({ at, id }: Correction, lastAt: string, lastId: string): boolean {
  return at > lastAt || (at === lastAt && id > lastId);
}

async function entriesFrom(archive: Archive, items: readonly ReviewItem[]): Promise<QueueEntry[]> {
  const known = new Map<string, Pick<QueueEntry, "title" | "publisher">>();
  for (const id of new Set(items.map(({ document }) => document))) {
    const document = await archive.store.document(id);
    known.set(id, { title: document?.title ?? null, publisher: document?.publisher ?? null });
  }
  return items.map((item) => ({
    ...item,
    ...(known.get(item.document) ?? { title: null, publisher: null }),
  }));
}
