/**
 * Tools of the MCP server: read-only questions to an archive. Each has a name,
 * what it is for, the schema of what it takes, the name of what it gives (in
 * `wire.ts`), and the answer itself. Every answer carries the exact words and
 * where they stand; none carries anything that has no words.
 */

import type { Archive } from "../../archive/archive.ts";
import type { ContactsTold, ContactTold, DocumentTold, StatementsTold } from "../wire.ts";
import { contactsTold, contactTold, documentTold, statementsTold } from "./told.ts";

export interface Tool<Given, Told> {
  title: string;
  description: string;
  /** JSON Schema of the arguments; unknown ones are refused. */
  takes: { properties: { [name: string]: object }; required?: string[] };
  /** Name of the answer's type in the schema. */
  gives: string;
  run: (archive: Archive, given: Given) => Promise<Told | null>;
}

export interface ContactsAsked {
  name?: string;
  from?: string;
  to?: string;
  limit?: number;
  after?: string;
}

export interface StatementsAsked {
  words?: string;
  speaker?: string;
  via?: string;
  act?: string;
  addressee?: string;
  from?: string;
  to?: string;
  publisher?: string;
  conditional?: boolean;
  limit?: number;
  after?: string;
}

export interface ContactAsked {
  id: string;
  verdict?: string;
  limit?: number;
}

export interface DocumentAsked {
  id: string;
  start?: number;
  end?: number;
}

const DAY = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "a day, as 2021-12-30" };
const LIMIT = { type: "integer", minimum: 1, maximum: 200, description: "answers at most" };
const AFTER = { type: "string", description: "`next` of the answer before, for more" };
const NAME = "a name, as far as it is the only one, or an actor's id";

const listContacts: Tool<ContactsAsked, ContactsTold> = {
  title: "List contacts",
  description:
    "Calls, meetings, visits and letters in the record, by date, with who took part and how many accounts tell of each.",
  takes: {
    properties: {
      name: { type: "string", description: "part of a participant's name" },
      from: DAY,
      to: DAY,
      limit: LIMIT,
      after: AFTER,
    },
  },
  gives: "ContactsTold",
  run: contactsTold,
};

const searchStatements: Tool<StatementsAsked, StatementsTold> = {
  title: "Search statements",
  description:
    "Who said what to whom, on whose word. Each statement has its chain (outermost voice first, the speaker last), its act, its exact words with offsets into the document, and its conditions. Nothing found means that no document in the record says it, not that it was not said.",
  takes: {
    properties: {
      words: {
        type: "string",
        description: "words of the statement, all of them; in quotation marks, in that order",
      },
      speaker: { type: "string", description: NAME },
      via: { type: "string", description: `somebody who hands the words on: ${NAME}` },
      act: { type: "string", description: "state, promise, threaten, warn, demand, deny, agree …" },
      addressee: { type: "string", description: NAME },
      from: DAY,
      to: DAY,
      publisher: { type: "string" },
      conditional: { type: "boolean", description: "only with (true) or without (false) a condition" },
      limit: LIMIT,
      after: AFTER,
    },
  },
  gives: "StatementsTold",
  run: statementsTold,
};

const getContact: Tool<ContactAsked, ContactTold> = {
  title: "Compare the accounts of a contact",
  description:
    "One contact with its accounts side by side: each point with its verdict (confirmed, one-account-only, scope-differs, wording-differs, attribution-differs, contradicted), the reason, the exact words of every account that tells it, and which accounts were searched and are silent. Silence is no denial.",
  takes: {
    properties: {
      id: { type: "string", description: "id of the contact, from list_contacts" },
      verdict: { type: "string", description: "only points with this verdict" },
      limit: { ...LIMIT, description: "points at most" },
    },
    required: ["id"],
  },
  gives: "ContactTold",
  run: contactTold,
};

const getDocument: Tool<DocumentAsked, DocumentTold> = {
  title: "Read a document",
  description:
    "The text of a document, or a stretch of it, with the statements in it and notes on damage. Offsets are UTF-16 code units into the whole text.",
  takes: {
    properties: {
      id: { type: "string", description: "id of the document, or the beginning of it" },
      start: { type: "integer", minimum: 0 },
      end: { type: "integer", minimum: 1 },
    },
    required: ["id"],
  },
  gives: "DocumentTold",
  run: documentTold,
};

export const TOOLS = {
  list_contacts: listContacts,
  search_statements: searchStatements,
  get_contact: getContact,
  get_document: getDocument,
} as const;
