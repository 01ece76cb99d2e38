/** Documents: the list, one with its Reading, its bytes, reading it again. */

import { parseAccountId } from "../../accounts/account-of.ts";
import type { Archive } from "../../archive/archive.ts";
import { correctedReadingOf } from "../../reading/corrected.ts";
import { DATA_POLICY } from "../guard.ts";
import type { Behind, Room } from "../handlers.ts";
import { notFound } from "../problems.ts";
import { isKnown, tagOf } from "../tags.ts";
import type { DocumentPage, DocumentsPage } from "../wire.ts";

type Ids = "documents" | "document" | "source" | "readAgain";

export function documentRoutes({ archive }: Behind): Room<Ids> {
  return {
    documents: async ({ query }) => ({
      body: (await archive.store.documents(query)) satisfies DocumentsPage,
    }),
    document: async ({ id, headers }) => {
      const facts = await factsOf(archive, id);
      const tag = tagOfFacts(facts);
      // A Reading is large: it is not fetched for somebody who has it.
      if (isKnown(headers.get("if-none-match"), tag)) return { body: null, tag };
      return { body: await pageOf(archive, facts), tag };
    },
    source: async ({ id, headers }) => sourceOf(archive, id, headers),
    readAgain: async ({ id, signal }) => {
      if ((await archive.readAgain(id, signal)) === null) throw unknown(id);
      const facts = await factsOf(archive, id);
      return { body: await pageOf(archive, facts), tag: tagOfFacts(facts) };
    },
  };
}

/** The ETag of a document's page. */
export async function documentTag(archive: Archive, id: string): Promise<string> {
  return tagOfFacts(await factsOf(archive, id));
}

/** All that a document's page is made from; the Reading itself follows from it. */
type Facts = Omit<DocumentPage, "corrected">;

async function factsOf(archive: Archive, id: string): Promise<Facts> {
  const { store } = archive;
  const document = await store.document(id);
  if (document === null) throw unknown(id);
  const contacts = (await archive.contacts()).flatMap((contact) =>
    contact.accounts
      .filter((account) => parseAccountId(account).document === id)
      .map((account) => ({ contact: contact.id, account })),
  );
  return {
    document,
    readings: await store.readingsOf(id),
    corrections: await store.corrections(id),
    contacts,
  };
}

function tagOfFacts({ document, readings, corrections, contacts }: Facts): string {
  return tagOf(JSON.stringify([document, readings, corrections.map(({ id }) => id), contacts]));
}

async function pageOf(archive: Archive, facts: Facts): Promise<DocumentPage> {
  const reading = await archive.store.reading(facts.document.id);
  if (reading === null) throw unknown(facts.document.id);
  return { ...facts, corrected: correctedReadingOf(reading, facts.corrections) };
}

async function sourceOf(archive: Archive, id: string, headers: Headers): Promise<Response> {
  const kept = await archive.store.bytesOf(id);
  if (kept === null) throw unknown(id);
  // The id is the hash of the bytes.
  const tag = `"${id}"`;
  if (isKnown(headers.get("if-none-match"), tag))
    return new Response(null, { status: 304, headers: { etag: tag } });
  return new Response(new Uint8Array(kept.bytes), {
    headers: {
      // Whatever it is: never a page, and never opened in place.
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${id.slice(0, 12)}.txt"`,
      "content-security-policy": DATA_POLICY,
      "cache-control": "private, no-cache",
      etag: tag,
    },
  });
}

function unknown(id: string) {
  return notFound(`document ${JSON.stringify(id)}`);
}
