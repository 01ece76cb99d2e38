/** A statement and a document for people: acts, kinds, qualifiers, contacts in words. */

import type { Act, Contact, Reading, Statement } from "../../reading/reading.ts";
import { formatTimex } from "../../reading/times/timex-words.ts";
import type { DocumentKind } from "../../text/document.ts";
import type { Passage } from "../../text/span.ts";
import { KINDS, namesSaid } from "./said.ts";

export const DOCUMENT_KINDS: Readonly<Record<DocumentKind, string>> = {
  news: "News",
  readout: "Official readout",
  transcript: "Transcript",
  memorandum: "Memorandum of conversation",
};

export function actSaid(act: Act): string {
  return act.replaceAll("-", " ");
}

export interface Trait {
  /** Field of the statement. */
  field: "polarity" | "certainty" | "orientation" | "strength";
  value: string;
  evidence: Passage;
}

const PLAIN: Readonly<Record<Trait["field"], string>> = {
  polarity: "positive",
  certainty: "certain",
  orientation: "present",
  strength: "plain",
};

/** Qualifiers that words show, or that are not what goes without saying. */
export function traitsOf(statement: Statement): Trait[] {
  const fields = Object.keys(PLAIN) as Trait["field"][];
  return fields
    .map((field) => ({ field, ...statement[field] }))
    .filter(({ field, value, evidence }) => evidence.length > 0 || value !== PLAIN[field]);
}

export function namesIn(reading: Reading): (actor: string) => string {
  const names = new Map(reading.actors.map(({ id, name }) => [id, name]));
  return (actor) => names.get(actor) ?? actor;
}

/** "Call of Joe Biden and Vladimir Putin, 30 December 2021". */
export function contactSaid(contact: Contact | undefined, nameOf: (actor: string) => string): string {
  if (contact === undefined) return "Contact";
  const kind = contact.kind === null ? "Contact" : KINDS[contact.kind.value];
  const names = contact.participants.map(({ value }) => nameOf(value));
  const who = names.length === 0 ? "" : ` of ${namesSaid(names)}`;
  const when = contact.date === null ? "" : `, ${formatTimex(contact.date.value)}`;
  return `${kind}${who}${when}`;
}
