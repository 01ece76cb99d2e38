/** Documents for tests of the store: bytes, and a Reading made by hand over their text. */

import { createHash } from "node:crypto";
import type { Correction, FindingTarget } from "../src/reading/corrections.ts";
import type { Act, Actor, Reading, Statement } from "../src/reading/reading.ts";
import type { DocumentDraft } from "../src/store/store.ts";
import type { Place } from "../src/text/span.ts";
import { madeReading, wordsAt } from "./made-reading.ts";

export function sha256(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}

export interface MadeStatement {
  /** Ids: who handed it on, then who said it. */
  chain: (string | null)[];
  words: string;
  act?: Act;
  addressee?: string;
  kinds?: Statement["conditions"][number]["kind"][];
  confidence?: number;
}

export interface Making {
  statements?: MadeStatement[];
  publisher?: string | null;
  published?: string | null;
  title?: string | null;
  version?: string;
  model?: string | null;
  name?: string | null;
}

const ACTORS: Actor[] = [
  actor("ARD", "state", "Arden", null),
  actor("BRL", "state", "Brill", null),
  actor("holt", "person", "Peter Holt", "ARD"),
  actor("ruiz", "person", "Ana Ruiz", "ARD"),
  actor("lund", "person", "Eva Lund", "BRL"),
  actor("CN", "organisation", "Coastal News", null),
];

function actor(id: string, kind: Actor["kind"], name: string, side: string | null): Actor {
  return { id, kind, name, side, role: null, members: [] };
}

/** A document of this text, with statements whose words stand in it. */
export function madeDraft(text: string, making: Making = {}): DocumentDraft {
  const bytes = new TextEncoder().encode(text);
  return { bytes, name: making.name ?? null, given: { rules: true }, reading: readingFor(text, making) };
}

export function readingFor(text: string, making: Making = {}): Reading {
  const made = madeReading();
  const fact = <T>(value: T | null | undefined) =>
    value === null || value === undefined ? null : { value, ground: "given" as const, evidence: [] };
  return {
    ...made,
    reader: { version: making.version ?? "0.0.0", model: making.model ?? null, actors: "0" },
    document: {
      ...made.document,
      id: sha256(text),
      text,
      title: fact(making.title),
      publisher: fact(making.publisher ?? null),
      published: fact(making.published ?? null),
      regions: [],
    },
    sentences: sentencesOf(text),
    actors: ACTORS,
    attributions: [],
    statements: (making.statements ?? []).map((one, index) => statementOf(text, one, index)),
    contacts: [],
    tracks: [],
    notes: [],
  };
}

function sentencesOf(text: string): Reading["sentences"] {
  return [...text.matchAll(/[^.]+\.?/g)].map((match) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return { start, end: match.index + match[0].length, paragraph: 0 };
  });
}

function statementOf(text: string, made: MadeStatement, index: number): Statement {
  const place = wordsAt(text, made.words);
  const [plain] = madeReading().statements;
  if (plain === undefined) throw new Error("the made Reading has a statement");
  return {
    ...plain,
    id: `s${index + 1}`,
    speaker: made.chain.at(-1) ?? null,
    addressee:
      made.addressee === undefined ? null : { actor: made.addressee, evidence: [], basis: "contact" },
    chain: made.chain.map((one) => ({ actor: one, evidence: [], basis: "said", attribution: null })),
    act: made.act ?? "state",
    content: [place],
    conditions: (made.kinds ?? []).map((kind) => ({
      kind,
      condition: [place],
      consequence: [],
      antecedent: [],
      holder: null,
      rule: "made",
    })),
    confidence: made.confidence ?? 0.9,
  };
}

/** A correction of the finding that stands on these words. */
export function madeCorrection(
  draft: DocumentDraft,
  words: string,
  changes: Partial<Correction> = {},
): Correction {
  const place = wordsAt(draft.reading.document.text, words);
  return correctionAt(draft.reading.document.id, place, changes);
}

export function correctionAt(document: string, place: Place, changes: Partial<Correction> = {}): Correction {
  const target: FindingTarget = {
    kind: "statement",
    document,
    anchor: [place],
    beside: [],
    field: "speaker",
  };
  const all: Omit<Correction, "id"> = {
    target,
    action: "change",
    value: "lund",
    former: "holt",
    reader: null,
    author: "vera",
    reason: "it was Lund who spoke",
    at: "2031-06-01T08:00:00.000Z",
    undoes: null,
    ...changes,
  };
  return { id: sha256(JSON.stringify(all)), ...all };
}

/** The same place moved by some units: its words do not stand there. */
export function moved(place: Place, by: number): Place {
  return { ...place, start: place.start + by, end: place.end + by };
}
