/** Contacts: the list with its filters, one with its comparison, its brief. */

import { createHash } from "node:crypto";
import type { ArchivedComparison, ContactSummary } from "../../archive/answers.ts";
import type { Archive } from "../../archive/archive.ts";
import { briefPage } from "../../pages/brief.ts";
import { COMPARISON_STYLE } from "../../pages/comparison-style.ts";
import { PAGE_STYLE } from "../../pages/html-style.ts";
import type { Reading } from "../../reading/reading.ts";
import { formatCursor, limitOf, parseCursor } from "../../store/cursor.ts";
import type { Behind, Room } from "../handlers.ts";
import { notFound } from "../problems.ts";
import type { ContactPage, ContactsPage, ContactsQuery } from "../wire.ts";

export function contactRoutes({ archive }: Behind): Room<"contacts" | "contact" | "brief"> {
  return {
    contacts: async ({ query }) => ({ body: pageOf(await archive.contacts(), query) }),
    contact: async ({ id, signal }) => {
      const contact = await contactOf(archive, id);
      const comparison = await comparisonOf(archive, id, signal);
      return { body: { contact, comparison } satisfies ContactPage };
    },
    brief: async ({ id, signal }) => {
      const comparison = await comparisonOf(archive, id, signal);
      const page = briefPage(comparison, await readingsOf(archive, comparison));
      return new Response(page, {
        headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": BRIEF_POLICY },
      });
    },
  };
}

/** The page's own styles, by their hashes; no script at all. */
const BRIEF_POLICY = [
  "default-src 'none'",
  `style-src ${[PAGE_STYLE, COMPARISON_STYLE].map(hashSource).join(" ")}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

function hashSource(style: string): string {
  return `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
}

async function comparisonOf(archive: Archive, id: string, signal: AbortSignal): Promise<ArchivedComparison> {
  const comparison = await archive.comparison(id, signal);
  if (comparison === null) throw notFound(`contact ${JSON.stringify(id)}`);
  return comparison;
}

/** Those that the comparison was made of. */
async function readingsOf(archive: Archive, { accounts }: ArchivedComparison): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const document of new Set(accounts.map((account) => account.document))) {
    const corrected = await archive.reading(document);
    if (corrected !== null) readings.push(corrected.reading);
  }
  return readings;
}

export async function contactOf(archive: Archive, id: string): Promise<ContactSummary> {
  const contact = (await archive.contacts()).find((one) => one.id === id);
  if (contact === undefined) throw notFound(`contact ${JSON.stringify(id)}`);
  return contact;
}

function pageOf(contacts: readonly ContactSummary[], query: ContactsQuery): ContactsPage {
  const limit = limitOf(query);
  const fitting = contacts.filter((contact) => fits(contact, query));
  const from = startOf(fitting, query.after);
  const items = fitting.slice(from, from + limit);
  const last = items.at(-1);
  const more = last !== undefined && from + limit < fitting.length;
  return {
    items,
    next: more ? formatCursor([dayOf(last), last.id]) : null,
    total: fitting.length,
  };
}

/** After the contact of the cursor; when it is gone, with its day: something may come twice, nothing is left out. */
function startOf(contacts: readonly ContactSummary[], after: string | undefined): number {
  const cursor = parseCursor<[string, string]>(after, ["", ""]);
  if (cursor === null) return 0;
  const [day, id] = cursor;
  const at = contacts.findIndex((one) => one.id === id);
  if (at !== -1) return at + 1;
  const next = contacts.findIndex((one) => dayOf(one) >= day);
  return next === -1 ? contacts.length : next;
}

function dayOf({ dates }: ContactSummary): string {
  return dates[0] ?? "9999";
}

function fits(contact: ContactSummary, query: ContactsQuery): boolean {
  const { from, to, participant, side, kind, told } = query;
  if (participant !== undefined && !contact.participants.includes(participant)) return false;
  if (side !== undefined && !contact.sides.some(({ id }) => id === side)) return false;
  if (kind !== undefined && contact.kind !== kind) return false;
  if (told !== undefined && contact.told !== told) return false;
  return (from === undefined && to === undefined) || contact.dates.some((date) => isWithin(date, from, to));
}

/** Of a date as far as it is told: "2021-12" is within a span that meets that month. */
function isWithin(date: string, from: string | undefined, to: string | undefined): boolean {
  const day = date.slice(0, 10);
  if (!/^\d{4}/.test(day)) return false;
  return (
    (from === undefined || day >= from.slice(0, day.length)) &&
    (to === undefined || day <= to.slice(0, day.length))
  );
}
