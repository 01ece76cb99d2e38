/**
 * Contacts as governments and wires tell them, through the whole reader:
 * `cases/contacts.txt`. A case: its title, publisher and day, the text, and
 * after "=>" each contact with its kind, day and people, then its facts.
 */

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../src/intake/documents.ts";
import { loadGazetteer } from "../src/intake/gazetteer.ts";
import type { Gazetteer } from "../src/lexicon/gazetteer.ts";
import { readingOf } from "../src/reading/read.ts";
import type { Contact, Reading } from "../src/reading/reading.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

interface Case {
  title: string;
  publisher: string;
  date: string;
  text: string;
  expected: string;
}

function caseFrom(block: string): Case {
  const [title = "", head = "", ...rest] = block.trim().split("\n");
  const [publisher = "", date = ""] = head.split(" | ");
  const at = rest.findIndex((line) => line.startsWith("=>"));
  return {
    title,
    publisher,
    date,
    text: rest.slice(0, at).join("\n").trim(),
    expected: rest.slice(at).join("\n").trim(),
  };
}

function told(reading: Reading, contact: Contact): string {
  const nameOf = (id: string) => reading.actors.find((actor) => actor.id === id)?.name ?? id;
  const people = contact.participants.map((one) => `${nameOf(one.value)} (${one.role ?? "-"})`).sort();
  const { duration, clocks, place, language, handedOver, followUps, requestedBy } = contact;
  const facts = [
    requestedBy && `asked ${nameOf(requestedBy.value)}`,
    duration && ["length", duration.value, duration.mod].filter(Boolean).join(" "),
    ...clocks.map((clock) => `clock ${clock.value}`),
    place && `place ${place.value}`,
    language && `language ${language.value}`,
    ...handedOver.map((one) => `handed ${one.value}`),
    ...followUps.map((one) => `next ${one.value}`),
  ];
  const head = `=> ${contact.kind?.value ?? "talk"} ${contact.date?.value ?? "-"} | ${people.join(", ")}`;
  return [head, ...facts.filter(Boolean).map((fact) => `   ${fact}`)].join("\n");
}

describe("contacts as they are told", () => {
  const blocks = readFileSync("cases/contacts.txt", "utf8").split(/^# /m).slice(1);
  it.each(blocks.map(caseFrom))("$title", ({ publisher, date, text, expected }) => {
    const reading = readingOf(documentFromText(text, { publisher, date }), gazetteer);
    const found = reading.contacts.map((contact) => told(reading, contact)).join("\n");
    expect(found || "=> none").toBe(expected);
  });
});
