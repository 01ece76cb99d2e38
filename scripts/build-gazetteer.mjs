/**
 * Builds data/gazetteer.tsv, the list of actors that Readout ships.
 *
 *   npx tsx scripts/build-gazetteer.mjs SOURCE_DIR
 *   node scripts/build-gazetteer.mjs SOURCE_DIR      (starts tsx itself)
 *
 * SOURCE_DIR holds terms.tsv, leaders-2021-2022.tsv, foreign-ministers-2023-01.tsv,
 * supplement.tsv, metonyms.tsv and countries.tsv; our own rows come from
 * data/actors-extra.tsv. The same files give the same bytes. What is left out:
 * offices below the national level, judges, and names not in Latin letters.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { officeLabelOf } from "./office-of-row.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const sources = process.argv[2];
if (!sources) {
  console.error("Cannot build the list of actors: name the folder of its sources");
  process.exit(2);
}
if (!process.env.READOUT_TSX) {
  const tsx = join(root, "node_modules/.bin/tsx");
  const run = spawnSync(tsx, [fileURLToPath(import.meta.url), sources], {
    stdio: "inherit",
    env: { ...process.env, READOUT_TSX: "1" },
  });
  process.exit(run.status ?? 1);
}
const { officeKeyOf, slugOf } = await import("../src/lexicon/offices.ts");
const { nameKeysOf, nameWordsOf, nameKeyOf, isParticle, foldOf } = await import("../src/lexicon/names.ts");
const { READY, readyFrom } = await import("../src/lexicon/actor-rows.ts");
const { eachDemonym } = await import("../src/lexicon/demonyms.ts");

const HEADER = `${READY}
# Made by scripts/build-gazetteer.mjs from lists that docs/actors.md describes; do not edit.
# Sources: Wikidata (people and terms of office, CC0 1.0); datasets/country-codes (states and capitals, ODC-PDDL 1.0); Readout's own rows (CC0 1.0)`;

function rowsOf(path) {
  const [head, ...lines] = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? "").trim()]));
  });
}

/** Of the offices that no class names, those whose holders turn up in accounts of talks. */
const NATIONAL =
  /^(general secretary|first secretary|chair(man|woman|person)? of the|chief of the general staff|chief of defen|director of (the )?(cia|national intelligence|federal security|foreign intelligence)|governor of the (central|national)|head of the (office of the president|presidential|government|security|foreign intelligence|delegation)|speaker|president of the|leader of|secretary-general|director-general|under-secretary|high commissioner|national security|minister|secretary|presidential|special|state councilor|vice|counselor|white house|supreme|acting|interim)/i;
const DEPUTY =
  /prime minister|premier|foreign|secretary of state|national security|head of|chief of staff|vice|defen[cs]e|deputy leader|presidential|secretary-general|chancellor|adviser|advisor|aide/i;
const LOCAL =
  /\b(governor of (?!the (central|national|reserve))|mayor|prefect|oblast|krai|lieutenant|judge|justice of|councillor|municipal|county|bishop|first lady|regional|autonomous|mp for|chief minister|city|crimea|royal household|equerry|(navy|air force|army|marine|naval)\b.*)/i;
const FOREIGN = /[^\x20-\u024f\u1e00-\u1eff\u2018\u2019\u02bb\u02bc]/;

/** People by id; their terms by office and start. */
const people = new Map();
const states = new Map();

function personOf(id, name, side) {
  const cleaned = name
    .replace(/,? (\d+\w\w )?(Baron|Baroness|Lord|Viscount|Marquis|Earl)(ess)? .*$/, "")
    .replace(/^Lord Davies of.*/, name);
  let person = people.get(id);
  if (!person) {
    person = {
      id,
      name: cleaned || name,
      side,
      sides: new Set(),
      names: new Set(),
      terms: new Map(),
      own: false,
    };
    people.set(id, person);
    byKey = null;
  }
  person.sides.add(side);
  return person;
}

/** The listed person that a row without an id means; a new one when none or several fit. */
function personNamed(name, side, others = [], royal = false, held = new Set()) {
  const ids = [
    ...new Set(
      [name, ...others].flatMap((each) => nameKeysOf(each).flatMap((key) => idsByKey().get(key) ?? [])),
    ),
  ];
  const near = ids.filter(
    (id) => people.get(id).sides.has(side) && !initialsDiffer(people.get(id).name, name),
  );
  const exact = near.filter((id) => people.get(id).name === name);
  const peers = near.filter((id) => [...people.get(id).terms.values()].some((term) => held.has(term.id)));
  const fits = [near, exact, peers].find((each) => each.length === 1) ?? [];
  if (fits.length === 1 || (royal && ids.length === 1)) return people.get(fits[0] ?? ids[0]);
  const crosses = ids.length === 1 && (!states.has(side) || !states.has(people.get(ids[0]).side));
  if (crosses) return people.get(ids[0]);
  return personOf(
    `name:${slugOf(name)}${people.has(`name:${slugOf(name)}`) ? `-${side.toLowerCase()}` : ""}`,
    name,
    side,
  );
}
/** "George W. Bush" and "George H. W. Bush" are two. */
function initialsDiffer(a, b) {
  const [one, other] = [a, b].map((name) => name.match(/\b[A-Z]\./g)?.join(" ") ?? "");
  return one !== "" && other !== "" && one !== other;
}

/** Ids of the offices that a row of ours names. */
function heldIn(row) {
  const labels = row.terms.split("|").filter(Boolean);
  return new Set(labels.map((term) => `${row.side}:${officeKeyOf(term.split("@")[0])}`));
}
let byKey = null;
function idsByKey() {
  if (byKey) return byKey;
  byKey = new Map();
  for (const person of people.values()) {
    for (const key of nameKeysOf(person.name)) byKey.set(key, [...(byKey.get(key) ?? []), person.id]);
  }
  return byKey;
}
/** Rows whose code the source lost, by the state's Wikidata id. */
const LOST = { Q1030: "NAM", Q756617: "DNK", Q159583: "VAT", Q458: "EU", Q31354462: "ABH", Q23427: "OST" };
function placedRow(row) {
  return row.iso3 ? row : { ...row, iso3: LOST[row.country_q] ?? "" };
}
function isUsable(row) {
  return (
    row.person_q &&
    row.iso3 &&
    !FOREIGN.test(row.person) &&
    row.iso3 !== "EU" &&
    !/relations with states/i.test(row.position)
  );
}

const offices = new Map();
function addTerm(person, side, label, start, end) {
  const { side: office, label: short } = placed(side, label);
  const id = `${office}:${officeKeyOf(short)}`;
  if (!offices.has(id)) offices.set(id, { id, side: office, labels: new Map() });
  const labels = offices.get(id).labels;
  labels.set(short, (labels.get(short) ?? 0) + (person.own ? 100 : 1));
  for (const [key, old] of person.terms) {
    if (old.id !== id || !sameStart(old.start, start)) continue;
    // The same term twice: the exact start, and an end over an open one.
    person.terms.delete(key);
    start = old.start.length > start.length ? old.start : start;
    end = person.own && end.startsWith("~") ? end : better(old.end, end);
  }
  person.terms.set(`${id}@${start}`, { id, start, end });
}
function sameStart(a, b) {
  const size = Math.min(a.length, b.length, 7);
  if (a.slice(0, size) === b.slice(0, size)) return true;
  // Lists differ by some days about when a term starts.
  return a.length === 10 && b.length === 10 && Math.abs(Date.parse(a) - Date.parse(b)) < 40 * 86_400_000;
}
function better(a, b) {
  const open = (end) => end.startsWith("~");
  if (open(a) !== open(b)) return open(a) ? b : a;
  if (open(a)) return [a, b].sort()[1];
  return a.length >= b.length ? a : b;
}

const IGO = [
  [
    /^(Secretary-General|Deputy Secretary-General|Under-Secretary-General) of the United Nations$/,
    "UN",
    "$1",
  ],
  [/^President of the United Nations General Assembly$/, "UNGA", "President"],
  [/^(President|Vice President) of the International Court of Justice$/, "ICJ", "$1"],
  [/^Director-General of the World Trade Organization$/, "WTO", "Director-General"],
  [/^OSCE (High Commissioner on National Minorities)$/, "OSCE", "$1"],
  [
    /^President of the Parliamentary Assembly of the Council of Europe$/i,
    "COE",
    "President of the Parliamentary Assembly",
  ],
];
function placed(side, label) {
  if (side !== "IGO") return { side, label };
  for (const [form, org, short] of IGO)
    if (form.test(label)) return { side: org, label: label.replace(form, short) };
  return { side: "UN", label };
}

// Rows in the order of trust: our own, then dated terms, then terms to the year.
for (const row of rowsOf(join(sources, "countries.tsv"))) states.set(row.iso3, row);
const extra = rowsOf(join(root, "data/actors-extra.tsv"));
for (const row of extra) if (row.kind === "state") states.set(row.id, { ...states.get(row.id), ...row });

const terms = rowsOf(join(sources, "terms.tsv"));
for (const row of terms) {
  if (FOREIGN.test(row.person) || !row.person_q || row.class === "class") continue;
  if (row.class === "other" && !NATIONAL.test(row.position)) continue;
  if (row.class === "deputy_or_other" && !DEPUTY.test(row.position)) continue;
  if (LOCAL.test(row.position) && row.iso3 !== "IGO") continue;
  const side = row.iso3 || "DNR";
  const office = placed(side, row.position);
  addTerm(
    personOf(row.person_q, row.person, office.side),
    side,
    officeLabelOf(row, officeKeyOf),
    row.start,
    row.end || `~${row.snapshot}`,
  );
}
const ministers = rowsOf(join(sources, "foreign-ministers-2023-01.tsv")).map(placedRow).filter(isUsable);
const leaders = rowsOf(join(sources, "leaders-2021-2022.tsv")).map(placedRow).filter(isUsable);
for (const row of [...ministers, ...leaders]) personOf(row.person_q, row.person, row.iso3);
for (const row of extra) {
  if (row.kind !== "person") continue;
  const royal = /\b(King|Queen|Emperor|Emir|Sultan)@/.test(row.terms);
  const person = personNamed(row.name, row.side, row.names.split("|").filter(Boolean), royal, heldIn(row));
  person.own = true;
  if (person.id.startsWith("name:") || states.has(row.side)) person.side = row.side;
  if (person.name !== row.name) {
    person.names.add(person.name);
    person.name = row.name;
  }
  for (const name of row.names.split("|").filter(Boolean)) person.names.add(name);
  for (const term of row.terms.split("|").filter(Boolean)) {
    const [label, dates] = term.split("@");
    const [start, end] = dates.split("/");
    addTerm(person, row.side, label, start, end);
  }
}
for (const row of rowsOf(join(sources, "supplement.tsv"))) {
  const side = row.iso3 || row.org;
  const person = row.person_q ? personOf(row.person_q, row.person, side) : personNamed(row.person, side);
  addTerm(person, side, row.position, row.start, row.end || "~2025-09-01");
}
for (const row of ministers) {
  addTerm(
    personOf(row.person_q, row.person, row.iso3),
    row.iso3,
    "Minister of Foreign Affairs",
    row.start || "2022",
    "~2023-01-15",
  );
}
for (const row of leaders) {
  const label = yearLabelOf(row);
  const person = personOf(row.person_q, row.person, row.iso3);
  const id = `${row.iso3}:${officeKeyOf(label)}`;
  const listed = [...person.terms.values()].some((term) => term.id === id);
  if (!listed) addTerm(person, row.iso3, label, row.start_year, row.end_year || "~2022-12-31");
}
function yearLabelOf(row) {
  const label = row.position
    .replace(/ (of|in) (the )?[A-Z].*$/, "")
    .replace(/^(French|Episcopal) co-prince$/i, "Co-Prince");
  if (/executive yuan/i.test(row.position)) return "Prime Minister";
  return /^(monarch|king|queen|emir|sultan|emperor|prince|ngwenyama|druk gyalpo|yang di)/i.test(label)
    ? "Monarch"
    : capital(label);
}
function capital(label) {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

const FAMILY_FIRST = new Set(["CHN", "TWN", "PRK", "KOR", "VNM", "SGP", "KHM", "HKG"]);
const RANKED =
  /:(president|prime-minister|monarch|foreign-minister|defence-minister|crown-prince|supreme-leader|secretary-general|high-representative|commission-president|council-president|national-security-adviser|vice-president|press-secretary)$/;

/** The key under which a leader is called by family name alone; "" where that would be a guess. */
function familyOf(person) {
  const known = person.own || [...person.terms.values()].some((term) => RANKED.test(term.id));
  if (!known || / of [A-Z]/.test(person.name)) return "";
  const words = person.name.split(/\s+/);
  if (words.length < 2 || /^(I|II|III|IV|V|VI|VII|XIV|XVI)$/.test(words[words.length - 1])) return "";
  if (FAMILY_FIRST.has(person.side) && words.length < 4) return nameKeyOf(words[0]);
  let last = words.length - 1;
  if (/^jr\.?$/i.test(words[last])) last--;
  let first = last;
  while (first > 1 && isParticle(foldOf(words[first - 1]))) first--;
  const family = words
    .slice(first, last + 1)
    .join(" ")
    .replace(/^(al|el|ash|as|ad|at|an|ar)[- ](?=\w)/i, "");
  return nameWordsOf(family).map(nameKeyOf).join(" ");
}

/** Kings and queens are listed by their realm: "Abdullah II of Jordan" is called King Abdullah II. */
function royalNamesOf(person) {
  const match = /^(.+?) of [A-Z]/.exec(person.name);
  if (!match || ![...person.terms.values()].some((term) => term.id.endsWith(":monarch"))) return [];
  const title = /^(Elizabeth|Margrethe|Beatrix|Mary)/.test(match[1]) ? "Queen" : "King";
  const bare = match[1].replace(/ [IVX]+$/, "");
  return [match[1], `${title} ${match[1]}`, `${title} ${bare}`].filter((name) => name.includes(" "));
}

function termText(person, { id, start, end }) {
  const [side, key] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  return `${side === person.side ? "" : side}:${key}@${start}/${end}`;
}
function line(...cells) {
  return cells.join("\t").replace(/\t+$/, "");
}

const lines = [];
for (const [iso3, state] of [...states].sort()) {
  const name = state.name || state.cldr_name;
  const names = new Set([
    state.cldr_name,
    state.unterm_short,
    state.unterm_formal,
    state.iso_name,
    ...(state.names ?? "").split("|"),
  ]);
  names.delete(name);
  names.delete("");
  names.delete(undefined);
  lines.push(
    line("state", iso3, name, state.side || iso3, [...names].filter((each) => !/[(,]/.test(each)).join("|")),
  );
}
const capitals = new Map();
for (const row of extra) if (row.kind === "capital") capitals.set(row.name, row);
const stateNames = new Set([...states.values()].map((state) => state.name || state.cldr_name));
for (const [iso3, state] of [...states].sort()) {
  const name = (state.capital ?? "").replace(/ D\.?C\.?$/, "");
  const own = [...capitals.values()].some((row) => row.name === name || row.names.split("|").includes(name));
  if (name && state.independent === "Yes" && !stateNames.has(name) && !own)
    capitals.set(name, { id: iso3, name, side: iso3, names: "" });
}
for (const row of [...capitals.values()].sort((a, b) => (a.name < b.name ? -1 : 1)))
  lines.push(line("capital", row.id, row.name, row.side, row.names));
for (const row of extra)
  if (["organ", "organisation", "outlet"].includes(row.kind))
    lines.push(line(row.kind, row.id, row.name, row.side, row.names));
for (const office of [...offices.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
  const label = [...office.labels].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
  lines.push(line("office", office.id, capital(label), office.side));
}
let count = 0;
for (const person of [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
  for (const name of royalNamesOf(person)) person.names.add(name);
  person.names.delete(person.name);
  const names = [...person.names];
  if (person.terms.size === 0 && !person.own) continue;
  const dated = [...person.terms.values()]
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((term) => termText(person, term));
  lines.push(
    line(
      "person",
      person.id,
      person.name,
      person.side,
      names.join("|"),
      dated.join("|"),
      familyOf(person) || " ",
    ),
  );
  count++;
}
eachDemonym((words, { side, people: folk }) => {
  const state = states.get(side);
  lines.push(line(folk ? "people" : "demonym", side, state?.name || state?.cldr_name || side, side, words));
});
const text = `${HEADER}\n${readyFrom(lines.join("\n"))}`;
writeFileSync(join(root, "data/gazetteer.tsv"), text);
console.log(
  `data/gazetteer.tsv: ${lines.length} rows, ${count} people, ${offices.size} offices, ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`,
);
