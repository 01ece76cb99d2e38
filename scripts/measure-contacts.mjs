#!/usr/bin/env node
/**
 * Measures the reading of contacts on official readouts of calls whose titles
 * name the partner: one JSON object a line with `title`, `lead`, `body`,
 * `date`, and where known `personRoles` and `countries`.
 *
 *   npx tsx scripts/measure-contacts.mjs FILE.jsonl… [--no-title] [--show] [--asked] [--others]
 *
 * Counts, for the main contact: kind is a call; the president whose site it is and everybody in the
 * title take part, and nobody else; offices fit the title; who asked is told
 * where the text says "initiative" or "initiated". --no-title reads the body
 * alone. --show prints what is wrong, --asked every answer to who asked,
 * --others every further contact. Run through tsx because it reads the
 * sources, not the build.
 */

import { readFileSync } from "node:fs";
import { documentFromText } from "../src/intake/documents.ts";
import { loadGazetteer } from "../src/intake/gazetteer.ts";
import { readingOf } from "../src/reading/read.ts";

const files = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const flags = new Set(process.argv.slice(2).filter((arg) => arg.startsWith("--")));
if (files.length === 0) {
  console.error(
    "usage: npx tsx scripts/measure-contacts.mjs FILE.jsonl… [--no-title] [--show] [--asked] [--others]",
  );
  process.exit(2);
}

const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** "with President of Norland Ann Vale and Prime Minister of Sudland Bo Lang" → the parts that name somebody. */
function partnersIn(title) {
  const after = /conversations? (?:with|to) (.+)$/i.exec(title)?.[1];
  if (!after) return null;
  const bare = after.replace(
    /\s(?:on|at|upon) (?:the )?\S+(?: side)?(?:['’]s)? (?:initiative|request).*$/i,
    "",
  );
  const list = /^[A-Z]\S+ [A-Z]\S+, [A-Z]\S+ [A-Z]\S+ and /.test(bare) ? bare.replace(", ", " and ") : bare;
  return list
    .split(/ and (?=(?:President|Prime|Federal|King|Chancellor|[A-Z]\S+ [A-Z]))/)
    .filter((part) => /[A-Z]/.test(part));
}

const gazetteer = await loadGazetteer();
const tally = {
  all: 0,
  main: 0,
  kind: 0,
  people: 0,
  offices: 0,
  officesAll: 0,
  asked: 0,
  askedTold: 0,
  others: 0,
};
const began = performance.now();
for (const file of files) {
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const readout = JSON.parse(line);
    const partners = partnersIn(readout.title);
    if (!partners) continue;
    tally.all++;
    const body = [readout.lead, readout.body].filter(Boolean).join("\n\n");
    const text = flags.has("--no-title") ? body : `${readout.title}\n\n${body}`;
    const document = documentFromText(text, { date: readout.date, publisher: "Kremlin" });
    const reading = readingOf(document, gazetteer);
    const nameOf = (id) => reading.actors.find((actor) => actor.id === id)?.name ?? id;
    const main = reading.contacts.find((contact) => contact.main);
    tally.others += Math.max(0, reading.contacts.length - 1);
    if (main) tally.main++;
    if (main?.kind?.value === "call") tally.kind++;
    else if (flags.has("--show"))
      console.log("kind:", readout.title, "←", main?.kind?.value, "|", main?.kind?.evidence[0]?.words);
    // A plural title is several calls: all of them count together.
    const told = /conversations/i.test(readout.title)
      ? reading.contacts
          .filter((contact) => contact.kind?.value === "call")
          .flatMap((contact) => contact.participants)
      : (main?.participants ?? []);
    const names = [...new Set(told.map((one) => nameOf(one.value)))];
    const title = fold(readout.title);
    const inTitle = (name) =>
      fold(name)
        .split(/[\s-]+/)
        .some((part) => part.length > 2 && title.includes(part.slice(0, 7)));
    const others = names.filter(
      (name) => !/Putin|Medvedev/.test(name) || partners.some((part) => part.includes("Medvedev")),
    );
    const right = names.length > others.length && others.every(inTitle) && others.length === partners.length;
    if (right) tally.people++;
    else if (flags.has("--show"))
      console.log(
        "people:",
        readout.id,
        readout.title,
        "←",
        names.join(", "),
        "|",
        body.slice(0, 150).replaceAll("\n", " "),
      );
    for (const one of told) {
      const name = nameOf(one.value);
      const partner = partners.find((part) =>
        fold(name)
          .split(/[\s-]+/)
          .some((piece) => piece.length > 2 && fold(part).includes(piece)),
      );
      const office =
        /\b(President|Prime Minister|Chancellor|King|Crown Prince|Emir|Chairman|Secretary-General|Minister)\b/.exec(
          partner ?? "",
        )?.[1];
      if (!office) continue;
      tally.officesAll++;
      const kin =
        office === "Chancellor" ? /Chancellor|Prime Minister|head of government/i : new RegExp(office, "i");
      if (one.role && kin.test(one.role)) tally.offices++;
      else if (flags.has("--show")) console.log("office:", partner, "←", name, "/", one.role);
    }
    const says =
      /[^.\n]*\b(?:initiative|initiated|request)\b[^.\n]*\b(?:conversation|call|talk)|\b(?:conversation|call|talk)[^.\n]*\b(?:initiative|initiated)\b[^.\n]*/i.exec(
        body.slice(0, 500),
      );
    if (says && /initiat/i.test(says[0])) {
      tally.asked++;
      if (main?.requestedBy) tally.askedTold++;
      if (flags.has("--asked"))
        console.log(
          "asked:",
          main?.requestedBy ? nameOf(main.requestedBy.value) : null,
          "|",
          main?.requestedBy?.evidence[0]?.words,
          "|",
          says[0].slice(0, 200),
        );
    } else if (main?.requestedBy && flags.has("--asked"))
      console.log("asked without:", nameOf(main.requestedBy.value), "|", main.requestedBy.evidence[0].words);
    if (flags.has("--others")) {
      for (const contact of reading.contacts.filter((one) => !one.main)) {
        console.log(
          "other:",
          contact.kind?.value ?? "talk",
          contact.date?.value,
          contact.place?.value,
          contact.participants.map((one) => nameOf(one.value)).join(", "),
          "|",
          contact.kind?.evidence[0]?.words ?? contact.participants[0]?.evidence[0]?.words,
        );
      }
    }
  }
}
const share = (part, all) => `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;
console.log(`main contact found:  ${share(tally.main, tally.all)}`);
console.log(`kind is a call:      ${share(tally.kind, tally.all)}`);
console.log(`people right:        ${share(tally.people, tally.all)}`);
console.log(`offices fit:         ${share(tally.offices, tally.officesAll)}`);
console.log(`who asked is told:   ${share(tally.askedTold, tally.asked)}`);
console.log(`further contacts:    ${tally.others}, ${(tally.others / tally.all).toFixed(2)} a document`);
console.log(
  `time:                ${((performance.now() - began) / tally.all).toFixed(1)} ms a document, the whole reading`,
);
