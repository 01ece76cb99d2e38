/**
 * Corrections: kept apart from the Readings and never changed. One whose words
 * stand in no Reading's text of its document is refused, and so is one that
 * takes back a correction that is not there.
 */

import type { Correction, Target } from "../reading/corrections.ts";
import { hasPlace, misplacedIn } from "../reading/verbatim.ts";
import type { Backend } from "./backend.ts";
import { StoreError } from "./errors.ts";
import { unpackedText } from "./packing.ts";
import { countUp, insertAll, numberOf } from "./rows.ts";
import type { Db } from "./tables.ts";

export async function keepCorrection(backend: Backend, correction: Correction): Promise<void> {
  refuseMisshapen(correction);
  const { id, at, target, undoes } = correction;
  const body = JSON.stringify(correction);
  await backend.write(async (db) => {
    const kept = await db.selectFrom("corrections").select("body").where("id", "=", id).executeTakeFirst();
    if (kept?.body === body) return;
    if (kept !== undefined) throw mismatch(id, "another one is kept under this id");
    const documents: number[] = [];
    for (const document of documentsOf(target)) documents.push(await numberOf(db, document));
    const place = await misplacedOf(db, correction, new Texts(db));
    if (place !== null) throw mismatch(id, place);
    if (undoes !== null) await refuseUnknown(db, undoes);
    await db.insertInto("corrections").values({ id, at, body }).execute();
    await insertAll(
      db,
      "correction_documents",
      documents.map((document) => ({ document, correction: id })),
    );
    await countUp(db);
  });
}

/** In order of time; each place checked against a text of its document. */
export async function correctionsOf(db: Db, document?: string): Promise<Correction[]> {
  const all = db.selectFrom("corrections").select(["id", "body"]).orderBy("at").orderBy("id");
  const number = document === undefined ? null : await numberOf(db, document);
  const rows = await (number === null
    ? all
    : all.where("id", "in", (inner) =>
        inner.selectFrom("correction_documents").select("correction").where("document", "=", number),
      )
  ).execute();
  const texts = new Texts(db);
  const corrections: Correction[] = [];
  for (const row of rows) {
    const correction: Correction = JSON.parse(row.body);
    const place = await misplacedOf(db, correction, texts);
    if (place !== null)
      throw new StoreError("damaged", `Cannot give correction ${row.id}: ${place}; run \`readout doctor\``);
    corrections.push(correction);
  }
  return corrections;
}

/** Ids of the documents that a correction is about, each once. */
export function documentsOf(target: Target): string[] {
  return [...new Set(claimsOf(target).map((claim) => claim.document))].sort();
}

interface Claim {
  document: string;
  /** Places that must stand in one text of that document. */
  places: unknown[];
}

function claimsOf(target: Target): Claim[] {
  const claim = ({ document, anchor }: { document: string; anchor: unknown }) => ({
    document,
    places: [anchor],
  });
  switch (target.kind) {
    case "grouping":
      return target.accounts.map(claim);
    case "point":
      return target.cells.map(claim);
    case "commitment":
      return [claim(target), ...(target.evidence === null ? [] : [claim(target.evidence)])];
    default:
      return [{ document: target.document, places: [target.anchor, target.beside] }];
  }
}

/** What does not stand where it should, in words; `null` when all does. */
export async function misplacedOf(
  db: Db,
  correction: Correction,
  texts = new Texts(db),
): Promise<string | null> {
  const { target, value, former } = correction;
  const claims = claimsOf(target);
  // Who changes a finding's words says where the new ones stand; the old ones stood there too.
  const [only] = claims;
  if (only !== undefined && claims.length === 1) only.places.push(value, former);
  for (const { document, places } of claims) {
    const known = await texts.of(document);
    const stands = known.some((text) => misplacedIn(places, text) === null);
    const newest = known.at(-1);
    if (stands || newest === undefined) continue;
    const place = misplacedIn(places, newest);
    return `the words ${JSON.stringify(place?.words ?? "")} do not stand at ${place?.start}–${place?.end} of document ${document}`;
  }
  return null;
}

/** The texts of documents, one for each Reading, oldest first; the last document's are kept. */
class Texts {
  readonly #db: Db;
  #last: { document: string; texts: string[] } | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  async of(document: string): Promise<string[]> {
    if (this.#last?.document === document) return this.#last.texts;
    const rows = await this.#db
      .selectFrom("documents")
      .innerJoin("readings", "readings.document", "documents.number")
      .select("readings.text")
      .where("documents.id", "=", document)
      .orderBy("readings.number")
      .execute();
    this.#last = { document, texts: [...new Set(rows.map((row) => unpackedText(row.text)))] };
    return this.#last.texts;
  }
}

function refuseMisshapen({ id, at, target }: Correction): void {
  if (!/^[0-9a-f]{64}$/.test(id)) throw mismatch(id, "its id is no SHA-256 in hexadecimal");
  const moment = Date.parse(at);
  if (Number.isNaN(moment) || new Date(moment).toISOString() !== at)
    throw mismatch(id, `its moment ${JSON.stringify(at)} is not written as 2021-12-31T09:30:00.000Z`);
  if (claimsOf(target).length === 0) throw mismatch(id, "it is about no document");
  if (!hasPlace(claimsOf(target))) throw mismatch(id, "it names no words of any document");
}

async function refuseUnknown(db: Db, id: string): Promise<void> {
  const row = await db.selectFrom("corrections").select("id").where("id", "=", id).executeTakeFirst();
  if (row === undefined)
    throw new StoreError("unknown", `Cannot take back correction ${JSON.stringify(id)}: it was never made`);
}

function mismatch(id: string, because: string): StoreError {
  return new StoreError("mismatch", `Cannot keep correction ${JSON.stringify(id)}: ${because}`);
}
