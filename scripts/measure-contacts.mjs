#!/usr/bin/env node
/**
 * Measures the reading of contacts on official readouts of calls whose titles
 * name the partner: one JSON object a line with `id`, `title`, `lead`, `body`,
 * `date`.
 *
 *   npx tsx scripts/measure-contacts.mjs FILE.jsonl… [--no-title] [--requests LABELS.jsonl] [--show] [--others]
 *
 * Counts, for the main contact: its kind is a call; the president whose site it
 * is and everybody in the title take part, and nobody else; offices fit the
 * title. Calls whose title names a group ("heads of member states") are not
 * judged. --no-title reads the body alone: there a body that never names a
 * party cannot tell it, and its honest answer is silence, so bodies that name
 * both parties, and those that do not, are counted apart. --requests takes
 * labels of who asked for the call (training/labels/requests.jsonl). --show
 * prints what is wrong, --others every further contact. Run through tsx because
 * it reads the sources, not the build.
 */

import { readFileSync } from "node:fs";
import { documentFromText } from "../src/intake/documents.ts";
import { loadGazetteer } from "../src/intake/gazetteer.ts";
import { readingOf } from "../src/reading/read.ts";

const args = process.argv.slice(2);
const labelsAt = args.indexOf("--requests");
const labelFile = labelsAt < 0 ? null : args[labelsAt + 1];
const files = args.filter((arg, i) => !arg.startsWith("--") && (labelsAt < 0 || i !== labelsAt + 1));
const flags = new Set(args.filter((arg) => arg.startsWith("--")));
if (files.length === 0 || labelFile === undefined) {
  console.error(
    "usage: npx tsx scripts/measure-contacts.mjs FILE.jsonl… [--no-title] [--requests LABELS.jsonl] [--show] [--others]",
  );
  process.exit(2);
}

const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const gazetteer = await loadGazetteer();

const OFFICE =
  /\b(President|Prime Minister|Chancellor|King|Crown Prince|Emir|Chairman|Secretary-General|Minister)\b/;
const NO_NAME =
  /^(?:president|prime|minister|federal|chancellor|king|crown|prince|emir|chairman|secretary|secretary-general|first|general|acting|foreign|governor|people's|republic|kingdom|state|states|united|council|ministers|communist|party|central|committee|region|organisation|national|authority|liberation|european|commission|counterpart|commander|supreme|deputy|armed|forces|emergency|situations|president-elect|patriarch)$/;

/** "with President of Norland Ann Vale and Prime Minister of Sudland Bo Lang" → the parts that name somebody; `null` for a group. */
function partnersIn(title) {
  const after = /conversations? (?:with|to) (.+)$/i.exec(title)?.[1];
  if (!after || /\b(?:leaders|heads|authorities) (?:of|in)\b/.test(after)) return null;
  const bare = after
    .replace(/\s(?:on|at|upon) (?:the )?\S+(?: side)?(?:['’]s)? (?:initiative|request).*$/i, "")
    .replace(/ (?:and congratulated|before departing|, who) .*$/, "");
  const list = /^[A-Z]\S+ [A-Z]\S+, [A-Z]\S+ [A-Z]\S+ and /.test(bare) ? bare.replace(", ", " and ") : bare;
  const parts = list
    .split(/ and (?=(?:President|Prime|Federal|King|Chancellor|Governor|[A-Z]\S+ (?:bin )?[A-Z]))/)
    .filter((part) => /[A-Z]/.test(part));
  const host = /Putin and (.+?) (?:had|held) /.exec(title)?.[1];
  return host ? [host, ...parts] : parts;
}

/** The words of a title's part that are nobody's office and no state: the name. */
function nameIn(part) {
  return fold(part)
    .split(/[\s,]+/)
    .map((word) => word.replace(/['’]s$/, ""))
    .filter((word) => word.length > 3 && !NO_NAME.test(word) && gazetteer.thingsFrom(word).length === 0);
}

const names = (part, body) => nameIn(part).some((word) => body.includes(word.slice(0, 5)));
const namesHost = (body) =>
  /\b(?:Putin|Medvedev|President of Russia|Russia['’]s President|(?:Russian|The|the) President\b(?! of))|head of the Russian state/.test(
    body,
  );

const tally = {
  judged: 0,
  groups: 0,
  main: 0,
  kind: 0,
  people: 0,
  both: 0,
  bothRight: 0,
  notBoth: 0,
  notBothRight: 0,
  notBothPart: 0,
  silent: 0,
  wrong: 0,
  offices: 0,
  officesAll: 0,
  others: 0,
};
const readouts = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
);
const began = performance.now();
for (const readout of readouts) {
  const partners = partnersIn(readout.title);
  if (!partners) {
    tally.groups++;
    continue;
  }
  measure(readout, partners);
}
const took = (performance.now() - began) / tally.judged;

function read(readout, withTitle) {
  const body = [readout.lead, readout.body].filter(Boolean).join("\n\n");
  const text = withTitle ? `${readout.title}\n\n${body}` : body;
  const reading = readingOf(documentFromText(text, { date: readout.date, publisher: "Kremlin" }), gazetteer);
  return { body, reading, actorOf: (id) => reading.actors.find((actor) => actor.id === id) };
}

function measure(readout, partners) {
  const { body, reading, actorOf } = read(readout, !flags.has("--no-title"));
  const nameOf = (id) => actorOf(id)?.name ?? id;
  tally.judged++;
  const main = reading.contacts.find((contact) => contact.main);
  tally.others += reading.contacts.filter((contact) => !contact.main).length;
  if (main) tally.main++;
  if (main?.kind?.value === "call") tally.kind++;
  else if (main?.kind)
    show("kind:", readout.id, readout.title, "←", main.kind.value, main.kind.evidence[0]?.words);
  // A plural title is several calls: all of them count together.
  const told = /conversations/i.test(readout.title)
    ? reading.contacts
        .filter((contact) => contact.kind?.value === "call")
        .flatMap((contact) => contact.participants)
    : (main?.participants ?? []);
  const found = [...new Set(told.map((one) => nameOf(one.value)))];
  const title = fold(readout.title);
  const inTitle = (name) =>
    fold(name)
      .split(/[\s-]+/)
      .some((part) => part.length > 2 && title.includes(part.slice(0, 7)));
  const others = found.filter(
    (name) => !/Putin|Medvedev/.test(name) || partners.some((part) => part.includes("Medvedev")),
  );
  const fits = others.every(inTitle) && others.length <= partners.length;
  const right = found.length > others.length && fits && others.length === partners.length;
  if (right) tally.people++;
  else
    show(
      "people:",
      readout.id,
      readout.title,
      "←",
      found.join(", "),
      "|",
      body.slice(0, 150).replaceAll("\n", " "),
    );
  const namesBoth = namesHost(body) && partners.every((part) => names(part, fold(body)));
  if (namesBoth) {
    tally.both++;
    if (right) tally.bothRight++;
    else show("both named:", readout.id, readout.title, "←", found.join(", "));
  } else {
    tally.notBoth++;
    if (right) tally.notBothRight++;
    else if (found.length === 0) tally.silent++;
    else if (fits) tally.notBothPart++;
    else {
      tally.wrong++;
      show("not named, wrong:", readout.id, readout.title, "←", found.join(", "));
    }
  }
  measureOffices(told, partners, nameOf);
  if (flags.has("--others")) showOthers(reading, nameOf);
}

function measureOffices(told, partners, nameOf) {
  for (const one of told) {
    const name = nameOf(one.value);
    const partner = partners.find((part) =>
      fold(name)
        .split(/[\s-]+/)
        .some((piece) => piece.length > 2 && fold(part).includes(piece)),
    );
    const office = OFFICE.exec(partner ?? "")?.[1];
    if (!office) continue;
    tally.officesAll++;
    const kin =
      office === "Chancellor" ? /Chancellor|Prime Minister|head of government/i : new RegExp(office, "i");
    if (one.role && kin.test(one.role)) tally.offices++;
    else show("office:", partner, "←", name, "/", one.role);
  }
}

function showOthers(reading, nameOf) {
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

function show(...words) {
  if (flags.has("--show")) console.log(...words);
}

/** Labels of who asked: side right where told, silence where it is not. */
function measureRequests(labels) {
  const byId = new Map(readouts.map((readout) => [readout.id, readout]));
  const count = { told: 0, right: 0, wrong: 0, missed: 0, untold: 0, silent: 0 };
  for (const label of labels) {
    const readout = byId.get(label.id);
    if (!readout) continue;
    const { reading, actorOf } = read(readout, true);
    const contacts = reading.contacts.filter((contact) => contact.requestedBy);
    const asked = (contacts.find((contact) => contact.main) ?? contacts[0])?.requestedBy ?? null;
    const actor = asked ? actorOf(asked.value) : null;
    const side = actor ? (actor.kind === "state" ? actor.id : actor.side) : null;
    if (label.asked === null) {
      count.untold++;
      if (asked === null) count.silent++;
      else show("asked, not told:", label.id, actor?.name, asked.evidence[0]?.words);
      continue;
    }
    count.told++;
    if (side === label.asked) count.right++;
    else if (asked === null) count.missed++;
    else count.wrong++;
    if (side !== label.asked) show("asked:", label.id, label.asked, "←", side, asked?.evidence[0]?.words);
  }
  console.log(
    `who asked, where told: ${share(count.right, count.told)}; ${count.wrong} wrong, ${count.missed} not found`,
  );
  console.log(`who asked, not told:   silent in ${share(count.silent, count.untold)}`);
}

function share(part, all) {
  return `${part} of ${all} (${((100 * part) / Math.max(all, 1)).toFixed(1)} %)`;
}

console.log(`calls judged:          ${tally.judged}; ${tally.groups} name a group or nobody in their titles`);
console.log(`main contact found:    ${share(tally.main, tally.judged)}`);
console.log(`kind is a call:        ${share(tally.kind, tally.judged)}`);
console.log(`people right:          ${share(tally.people, tally.judged)}`);
console.log(`  body names both:     ${share(tally.bothRight, tally.both)}`);
console.log(
  `  body does not:       ${share(tally.notBothRight, tally.notBoth)}; of the others ${tally.silent} silent, ${tally.notBothPart} only who is named, ${tally.wrong} wrong`,
);
console.log(`offices fit:           ${share(tally.offices, tally.officesAll)}`);
console.log(`further contacts:      ${tally.others}, ${(tally.others / tally.judged).toFixed(2)} a document`);
if (labelFile)
  measureRequests(
    readFileSync(labelFile, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
console.log(`time:                  ${took.toFixed(1)} ms a document, the whole reading`);
