/**
 * A store for tests of exports: one document whose text is hard on every
 * format (a character of two units, a control character, mark-up, a formula, an
 * empty line within a quotation), its Reading made by hand, and corrections by
 * two persons; and a second, plain one.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Archive, openArchive } from "../src/archive/archive.ts";
import type { TargetKind } from "../src/reading/corrections.ts";
import type { Reading } from "../src/reading/reading.ts";
import type { Passage } from "../src/text/span.ts";
import { MADE_TEXT, madeReading, wordsAt } from "./made-reading.ts";
import { madeDraft, sha256 } from "./made-store.ts";

/** Stands before the made text, so that every offset after it differs in code points. */
const HARD = '😀 Notes & <b>marks</b>\u0001 "so"\r\n\n=SUM(A1), and more.\n\n';
export const HARD_TEXT = `${HARD}${MADE_TEXT}`;

export interface MadeExport {
  path: string;
  /** A file in the folder of the store. */
  at(name: string): string;
  remove(): void;
}

export async function madeExport(): Promise<MadeExport> {
  const folder = mkdtempSync(join(tmpdir(), "readout-export-"));
  const path = join(folder, "made.db");
  let minute = 0;
  const now = () => new Date(Date.UTC(2031, 5, 1, 8, minute++));
  const archive = await openArchive({ address: path, rules: true, now });
  try {
    await filled(archive);
  } finally {
    await archive.close();
  }
  return {
    path,
    at: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function filled(archive: Archive): Promise<void> {
  const reading = hardReading();
  const bytes = new TextEncoder().encode(HARD_TEXT);
  await archive.store.add({ bytes, name: "hard.txt", given: { rules: true }, reading });
  const plain = madeDraft("Lund said that the port is open.", {
    statements: [{ chain: ["CN", "lund"], words: "the port is open" }],
    publisher: "Coastal News",
    model: "made@1",
  });
  await archive.store.add(plain);
  const target = (kind: TargetKind, anchor: Passage, field: string | null) => ({
    kind,
    document: reading.document.id,
    anchor,
    beside: [],
    field,
  });
  const [first, second] = reading.statements.map(({ content }) => content);
  const contact = reading.contacts[0]?.kind?.evidence;
  if (!first || !second || !contact) throw new Error("the made Reading has two statements and a contact");
  const by = (author: string, reason: string) => ({ author, reason });
  const speaker = { id: "name:ola-berg", name: "Ola Berg" };
  await archive.correct({ target: target("statement", first, null), action: "accept", ...by("vera", "") });
  await archive.correct({
    target: target("statement", second, "speaker"),
    action: "change",
    value: speaker,
    ...by("vera", "the tape has <his> voice"),
  });
  await archive.correct({
    target: target("statement", [wordsAt(HARD_TEXT, "=SUM(A1), and more.")], null),
    action: "add",
    value: { speaker: "ruiz", act: "promise", addressee: null },
    ...by("ben", "was missed"),
  });
  await archive.correct({
    target: target("contact", contact, "duration"),
    action: "change",
    value: "PT15M",
    ...by("ben", "by the log"),
  });
}

/** The Reading made by hand, moved behind the hard beginning. */
export function hardReading(): Reading {
  const made = moved(madeReading({ address: "https://example.org/a b" }), HARD.length) as Reading;
  const document = { ...made.document, id: sha256(HARD_TEXT), text: HARD_TEXT };
  const statements = made.statements.map((one) =>
    one.id === "s2"
      ? {
          ...one,
          act: "warn" as const,
          plover: { type: "THREATEN", mode: null, operators: ["future" as const] },
        }
      : one,
  );
  return { ...made, document, statements };
}

/** Every place in the value, so many units further on. */
function moved(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((one) => moved(one, by));
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.entries(value).map(([key, one]) => [
    key,
    (key === "start" || key === "end") && typeof one === "number" ? one + by : moved(one, by),
  ]);
  return Object.fromEntries(inner);
}
