/**
 * Measures the links against data that is not part of Readout.
 *
 *   node scripts/measure-links.mjs DATA_DIR [--misses]
 *
 * 1. holder of an office by side, role and day: 200 drawn from terms.tsv, and
 *    17 well-known ones; 2. people that the Kremlin's site tags in its calls,
 *    linked to the same name; 3. the mentions of the seed report by entity; 4.
 *    milliseconds a document of 600 words. DATA_DIR holds actors/, readouts/
 *    and seed/.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [data, ...flags] = process.argv.slice(2);
if (!data) {
  console.error("Cannot measure the links: name the folder of the data");
  process.exit(2);
}
if (!process.env.READOUT_TSX) {
  const args = [fileURLToPath(import.meta.url), data, ...flags];
  const run = spawnSync(join(root, "node_modules/.bin/tsx"), args, {
    stdio: "inherit",
    env: { ...process.env, READOUT_TSX: "1" },
  });
  process.exit(run.status ?? 1);
}
const showMisses = flags.includes("--misses");
const { loadGazetteer } = await import("../src/intake/gazetteer.ts");
const { officeLabelOf } = await import("./office-of-row.mjs");
const { officeKeyOf } = await import("../src/lexicon/offices.ts");
const { givenNameOf } = await import("../src/lexicon/given-names.ts");
const { nameKeyOf, nameKeysOf, nameWordsOf } = await import("../src/lexicon/names.ts");
const { holderOf } = await import("../src/reading/links/terms-of-office.ts");
const { mentionsIn } = await import("../src/reading/mentions.ts");
const { linksOf } = await import("../src/reading/links.ts");
const { readingOf } = await import("../src/reading/read.ts");
const { attributionsIn } = await import("../src/reading/attributions.ts");
const { sentencesIn, paragraphsOf } = await import("../src/text/sentences.ts");
const { quotationsIn } = await import("../src/text/quotations.ts");

const gazetteer = await loadGazetteer();

function documentOf(text, day, side = null) {
  const fact = (value) => ({ value, ground: "given", evidence: [] });
  const body = { kind: "body", why: null, start: 0, end: text.length, words: text };
  return {
    id: "0".repeat(64),
    text,
    format: "text",
    title: null,
    publisher: null,
    dateline: null,
    published: day === null ? null : fact(day),
    address: null,
    kind: fact("news"),
    side: side === null ? null : fact(side),
    language: fact("en"),
    translated: null,
    regions: [body],
  };
}
function share(right, all) {
  return `${right} of ${all} (${((100 * right) / Math.max(all, 1)).toFixed(1)} %)`;
}

// 1. Offices by day -------------------------------------------------------
const KNOWN = [
  ["USA", "President", "2021-12-30", "Joe Biden"],
  ["USA", "President", "2016-12-30", "Barack Obama"],
  ["USA", "President", "2017-01-20", "Donald Trump"],
  ["RUS", "President", "2021-12-30", "Vladimir Putin"],
  ["RUS", "President", "2010-06-01", "Dmitry Medvedev"],
  ["RUS", "Minister of Foreign Affairs", "2021-12-30", "Sergey Lavrov"],
  ["USA", "Secretary of State", "2021-12-30", "Antony Blinken"],
  ["USA", "White House Press Secretary", "2021-12-30", "Jen Psaki"],
  ["GBR", "Prime Minister", "2019-07-20", "Theresa May"],
  ["GBR", "Prime Minister", "2019-07-24", "Boris Johnson"],
  ["FRA", "President", "2021-12-30", "Emmanuel Macron"],
  ["DEU", "Chancellor", "2021-12-08", "Olaf Scholz"],
  ["DEU", "Chancellor", "2021-12-07", "Angela Merkel"],
  ["UKR", "President", "2021-12-30", "Volodymyr Zelenskyy"],
  ["NATO", "Secretary General", "2021-12-30", "Jens Stoltenberg"],
  ["USA", "National Security Advisor", "2021-12-30", "Jake Sullivan"],
  ["CHN", "President", "2021-12-30", "Xi Jinping"],
];
function isSame(name, other) {
  const [a, b] = [nameKeysOf(name), nameKeysOf(other)];
  return a.some((key) => b.includes(key));
}
let probes = 0;
for (const [side, label, day, name] of KNOWN) {
  const holder = holderOf(gazetteer, `${side}:${officeKeyOf(label)}`, day);
  const found = holder ? gazetteer.personOf(holder.person)?.name : null;
  if (found && isSame(found, name)) probes++;
  else if (showMisses) console.log("  probe", side, label, day, name, "→", found);
}
console.log(`offices, known probes: ${share(probes, KNOWN.length)}`);

const classes = new Set([
  "head_of_state",
  "head_of_government",
  "foreign_minister",
  "defence_minister",
  "national_security",
  "spokesperson",
]);
const rows = readFileSync(join(data, "actors/terms.tsv"), "utf8")
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));
const eligible = rows.filter(
  (row) =>
    classes.has(row[4]) &&
    row[0].length === 3 &&
    row[7]?.length === 10 &&
    (row[8] === "" || row[8].length === 10),
);
let seed = 20211230;
function random() {
  seed = (seed * 1664525 + 1013904223) % 4294967296;
  return seed / 4294967296;
}
let right = 0;
let drawn = 0;
while (drawn < 200) {
  const row = eligible[Math.floor(random() * eligible.length)];
  const [iso3, , , position, , person, id, start, end, , snapshot] = row;
  const [from, to] = [Date.parse(start), Date.parse(end || snapshot)];
  if (!(to > from)) continue;
  const day = new Date(from + random() * (to - from - 1)).toISOString().slice(0, 10);
  // An office that the source itself gives to several that day has no one holder.
  const same = rows.filter(
    (other) =>
      other[0] === iso3 && other[3] === position && other[7] <= day && (other[8] === "" || other[8] > day),
  );
  if (new Set(same.map((other) => other[6])).size !== 1) continue;
  drawn++;
  const holder = holderOf(gazetteer, `${iso3}:${officeKeyOf(officeLabelOf(asRow(row), officeKeyOf))}`, day);
  if (holder?.person === id) right++;
  else if (showMisses)
    console.log(
      "  term",
      iso3,
      position,
      day,
      person,
      "→",
      holder ? gazetteer.personOf(holder.person)?.name : null,
    );
}
console.log(`offices, drawn from terms.tsv: ${share(right, drawn)}`);

function asRow(row) {
  return { iso3: row[0], position: row[3], class: row[4] };
}

// 2. People tagged by the Kremlin's site ------------------------------------
const calls = readFileSync(join(data, "readouts/kremlin-calls-2000-2020.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
let tagged = 0;
let tied = 0;
for (const call of calls) {
  if (call.personMentions.length === 0) continue;
  const reading = readingOf(documentOf(call.body, call.date, "RUS"), gazetteer);
  for (const tag of call.personMentions) {
    const person = call.persons.find((each) => each.id === tag.person);
    if (!person) continue;
    tagged++;
    const mention = reading.mentions.find((each) => each.start < tag.end && tag.start < each.end);
    const actor = reading.actors.find((each) => each.id === mention?.link.actor);
    if (actor && sameTagged(actor.name, person.name)) tied++;
    else if (showMisses)
      console.log(
        "  tag",
        call.id,
        call.date,
        tag.text,
        person.name,
        "→",
        mention?.words,
        actor?.name,
        mention?.link.rule,
      );
  }
}
/** The site writes "Surname First": the same words in any order, or most of them. */
function sameTagged(name, tag) {
  const words = (text) =>
    new Set(
      nameWordsOf(text)
        .map(nameKeyOf)
        .map(givenNameOf)
        .filter((word) => !["al", "el", "bin"].includes(word)),
    );
  const [a, b] = [words(name), words(tag)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= Math.min(2, a.size, b.size);
}
console.log(`people tagged in Kremlin calls: ${share(tied, tagged)}`);

// 3. The seed ----------------------------------------------------------------
const report = readFileSync(join(data, "seed/report.txt"), "utf8");
const gold = JSON.parse(readFileSync(join(data, "seed/gold.json"), "utf8"));
const ENTITIES = {
  putin: "Q7747",
  biden: "Q6279",
  ushakov: "Q4479563",
  "white-house": "USA:presidency",
  "ria-novosti": "org:ria-novosti",
  russia: "RUS",
  usa: "USA",
  ukraine: "UKR",
  nato: "NATO",
  osce: "OSCE",
  "both-presidents": "group:Q6279+Q7747",
};
const reading = readingOf(documentOf(report, "2021-12-31"), gazetteer);
let hits = 0;
for (const each of gold.mentions) {
  const mention = reading.mentions.find((other) => other.start < each.end && each.start < other.end);
  if (mention?.link.actor === ENTITIES[each.entity]) hits++;
  else if (showMisses)
    console.log(
      "  seed",
      each.line,
      each.text,
      each.entity,
      "→",
      mention?.words,
      mention?.link.actor,
      mention?.link.rule,
    );
}
const extra = reading.mentions.filter(
  (mention) =>
    mention.link.actor !== null &&
    !gold.mentions.some((each) => mention.start < each.end && each.start < mention.end),
);
console.log(
  `seed mentions by entity: ${share(hits, gold.mentions.length)}; linked beside the gold: ${extra.length}`,
);
if (showMisses)
  for (const mention of extra)
    console.log("  beside", mention.start, mention.words, mention.link.actor, mention.link.rule);

// 4. Speed ---------------------------------------------------------------------
const joined = calls
  .map((call) => call.body)
  .join("\n\n")
  .split(/(?<=\n\n)/);
const documents = [];
for (let at = 0, text = ""; at < joined.length && documents.length < 150; at++) {
  text += joined[at];
  if (text.split(/\s+/).length < 600) continue;
  documents.push(documentOf(text, "2019-01-01"));
  text = "";
}
const prepared = documents.map((document) => {
  const { sentences, broken } = sentencesIn(document);
  const { quotations } = quotationsIn(document.text, paragraphsOf(sentences));
  const attributions = attributionsIn(document, sentences, quotations, broken);
  return { document, sentences, quotations, attributions };
});
for (let round = 0; round < 2; round++) {
  const start = process.cpuUsage();
  for (const { document, sentences, quotations, attributions } of prepared) {
    const found = mentionsIn(document, sentences, gazetteer);
    linksOf(document, sentences, quotations, found, attributions, gazetteer);
  }
  const each = process.cpuUsage(start).user / 1000 / prepared.length;
  console.log(
    `mentions and links, ${round === 0 ? "first" : "second"} round: ${each.toFixed(2)} ms of processor time a document of 600 words`,
  );
}
