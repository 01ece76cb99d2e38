/**
 * Facts of a contact as points: how long, when, who asked, where, by which
 * means, in which language, what was handed over.
 *
 * Takes what each account's Reading tells of the contact; gives a point for each
 * field that one tells, a cell for each telling.
 */

import type { Contact, Told as Field } from "../reading/reading.ts";
import type { Cell } from "./accounts.ts";
import { contactOf, groundOf, type Told } from "./tellings.ts";
import { durationTold, isLength, requestTold } from "./told-facts.ts";
import { type Ground, voiceOf } from "./voices.ts";

export type FactField =
  | "kind"
  | "date"
  | "clock"
  | "duration"
  | "requestedBy"
  | "place"
  | "channel"
  | "language"
  | "handedOver";

export interface Fact {
  field: FactField;
  cells: Cell[];
}

type AnyTold = Field<string> & { mod?: string | null };

/** In the order in which they are shown. */
const FIELDS: readonly (readonly [FactField, (contact: Contact) => (AnyTold | null)[]])[] = [
  ["kind", ({ kind }) => [kind]],
  ["channel", ({ channel }) => [channel]],
  ["date", ({ date }) => [date]],
  ["clock", ({ clocks }) => clocks],
  ["duration", ({ duration }) => [duration]],
  ["requestedBy", ({ requestedBy }) => [requestedBy]],
  ["place", ({ place }) => [place]],
  ["language", ({ language }) => [language]],
  ["handedOver", ({ handedOver }) => handedOver],
];

export function factsOf(accounts: readonly Told[], sides: ReadonlySet<string>): Fact[] {
  return FIELDS.flatMap(([field, of]) => {
    const cells = accounts.flatMap((told) => {
      const contact = contactOf(told);
      const ground = groundOf(told);
      const own = contact ? of(contact).flatMap((one) => (one && tells(field, one) ? [one] : [])) : [];
      const beside = own.length === 0 ? besideContact(field, told, sides) : null;
      return [...own, ...(beside ? [beside] : [])].map((one) =>
        cellOf(told, ground, contact?.id ?? "-", one),
      );
    });
    return cells.length > 0 ? [{ field, cells }] : [];
  });
}

/** A field with its words. */
function tells(field: FactField, { evidence, value, mod = null }: AnyTold): boolean {
  return evidence.length > 0 && (field !== "duration" || isLength({ value, mod }));
}

/** What the account tells outside of the contact that the reader found. */
function besideContact(field: FactField, { reading }: Told, sides: ReadonlySet<string>): AnyTold | null {
  if (field === "requestedBy") return requestTold(reading, sides);
  return field === "duration" ? durationTold(reading) : null;
}

function cellOf(told: Told, ground: Ground, finding: string, one: AnyTold): Cell {
  const last = one.chain[one.chain.length - 1];
  return {
    account: told.account.id,
    finding,
    words: one.evidence,
    value: one.value,
    mod: one.mod ?? null,
    chain: one.chain,
    side: voiceOf(one.chain, null, ground),
    speaker: last && last.basis !== "published" && last.basis !== "agency" ? last.actor : null,
    addressee: null,
    act: null,
    conditions: [],
    confidence: one.confidence,
    stands: null,
    moved: [],
  };
}
