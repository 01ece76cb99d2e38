#!/usr/bin/env node
/**
 * Measures the reading of times against a folder with `expressions.jsonl` and
 * `gum-dates.dev.jsonl` (see their README for the fields).
 *
 *   npx tsx scripts/measure-times.mjs DATA_DIR [--show]
 *
 * An expression is right when span, type, value and modifier are; a date of
 * GUM when a time overlaps it and tells the same stretch of days. With --show,
 * prints what is wrong. Run through tsx because it reads the sources, not the
 * build.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayNumber, monthLength, parseDay, weekdayOf } from "../src/reading/times/calendar.ts";
import { timesIn } from "../src/reading/times.ts";

const [dir, ...flags] = process.argv.slice(2);
if (!dir) {
  console.error("usage: npx tsx scripts/measure-times.mjs DATA_DIR [--show]");
  process.exit(2);
}
const show = flags.includes("--show");

function lines(name) {
  return readFileSync(join(dir, name), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function read(text, date) {
  const fact = (value) => ({ value, ground: "given", evidence: [] });
  const document = {
    id: "",
    text,
    format: "text",
    title: null,
    publisher: null,
    dateline: null,
    published: date ? fact(date) : null,
    address: null,
    kind: fact("news"),
    side: null,
    language: fact("en"),
    translated: null,
    regions: [],
  };
  const sentences = [];
  for (const found of text.matchAll(/[^.!?]+(?:[.!?](?!\s+[A-Z"“[])[^.!?]*)*[.!?]*\s*/g)) {
    const end = found.index + found[0].trimEnd().length;
    sentences.push({ start: found.index, end, paragraph: 0 });
  }
  return timesIn(document, sentences, []);
}

const SEASONS = { SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 2] };

function months(year, from, to) {
  const last = year + (to < from ? 1 : 0);
  return [dayNumber(year, from, 1), dayNumber(last, to, monthLength(last, to))];
}

function week(year, number) {
  const fourth = dayNumber(year, 1, 4);
  const monday = fourth - weekdayOf(fourth) + 1 + (number - 1) * 7;
  return [monday, monday + 6];
}

const FORMS = [
  [/^(\d{4}-\d\d-\d\d)/, (day) => [parseDay(day), parseDay(day)]],
  [/^(\d{4})-W(\d\d)$/, (year, number) => week(Number(year), Number(number))],
  [/^(\d{4})-Q(\d)$/, (year, quarter) => months(Number(year), quarter * 3 - 2, quarter * 3)],
  [/^(\d{4})-(SP|SU|FA|WI)$/, (year, season) => months(Number(year), ...SEASONS[season])],
  [/^(\d{4})-(\d\d)$/, (year, month) => months(Number(year), Number(month), Number(month))],
  [/^(\d{4})$/, (year) => months(Number(year), 1, 12)],
  [
    /^(\d{3})X$/,
    (decade) => [months(Number(`${decade}0`), 1, 12)[0], months(Number(`${decade}9`), 1, 12)[1]],
  ],
  [/^(\d\d)XX$/, (age) => [months(Number(`${age}00`), 1, 12)[0], months(Number(`${age}99`), 1, 12)[1]]],
];

/** First and last day of a value. */
function stretchOf(value) {
  if (!value) return null;
  if (value.includes("/")) {
    const [a, b] = value.split("/");
    if (a === "..") return stretchOf(b);
    if (b === "..") return stretchOf(a);
    const [first, last] = [stretchOf(a), stretchOf(b)];
    return first && last ? [first[0], last[1]] : null;
  }
  for (const [form, stretch] of FORMS) {
    const found = form.exec(value);
    if (found) return stretch(...found.slice(1));
  }
  return null;
}

function sameDate(gold, time) {
  if (gold.kind === "time") {
    const clock = /T(\d\d):(\d\d)/.exec(time.value ?? "");
    return clock !== null && `${clock[1] === "24" ? "00" : clock[1]}:${clock[2]}:00` === gold.when;
  }
  const given = gold.when?.replace(/^-/, "");
  const mine = stretchOf(time.value);
  if (given) {
    const stretch = stretchOf(given);
    return mine !== null && stretch !== null && mine[0] === stretch[0] && mine[1] === stretch[1];
  }
  if (gold.from && gold.to) {
    const [from, to] = [stretchOf(gold.from), stretchOf(gold.to)];
    return mine !== null && from !== null && to !== null && mine[0] === from[0] && mine[1] === to[1];
  }
  // "a few months ago": before a day, and no more is known.
  if (gold.notAfter && !gold.notBefore)
    return time.value === "PAST_REF" || (mine !== null && mine[1] <= (stretchOf(gold.notAfter)?.[1] ?? 0));
  return false;
}

const expressions = lines("expressions.jsonl");
let right = 0;
for (const gold of expressions) {
  const times = read(gold.text, gold.documentDate);
  const hit = times.find((time) => time.start === gold.span[0] && time.end === gold.span[1]);
  const ok = hit && hit.type === gold.type && hit.value === gold.value && hit.mod === gold.mod;
  if (ok) right++;
  else if (show)
    console.log(
      gold.id,
      gold.text.slice(...gold.span),
      gold.type,
      gold.value,
      gold.mod,
      "←",
      times.map((t) => [t.words, t.type, t.value, t.mod].join(" | ")),
    );
}
console.log(`expressions fully right: ${right} of ${expressions.length}`);

const byGenre = new Map();
let extra = 0;
let found = 0;
for (const document of lines("gum-dates.dev.jsonl")) {
  const genre = document.id.split("_")[1];
  const tally = byGenre.get(genre) ?? { all: 0, found: 0, right: 0 };
  byGenre.set(genre, tally);
  const times = read(document.text, document.dct);
  const met = new Set();
  for (const gold of document.dates ?? []) {
    tally.all++;
    const over = times.filter((time) => time.start < gold.span[1] && gold.span[0] < time.end);
    for (const time of over) met.add(time);
    if (over.length > 0) tally.found++;
    if (over.some((time) => sameDate(gold, time))) tally.right++;
    else if (show)
      console.log(
        document.id,
        JSON.stringify(document.text.slice(...gold.span)),
        JSON.stringify(gold),
        "←",
        over.map((t) => `${t.words} = ${t.value}`),
      );
  }
  found += times.length;
  const others = times.filter((time) => !met.has(time));
  extra += others.length;
  if (flags.includes("--extra"))
    for (const t of others)
      console.log(
        document.id,
        document.text.slice(Math.max(0, t.start - 25), t.end + 20),
        "|",
        t.words,
        t.type,
        t.value,
        t.mod,
      );
}
for (const [genre, { all, found: hit, right: ok }] of byGenre) {
  console.log(
    `gum ${genre}: ${ok} of ${all} values right (${((100 * ok) / all).toFixed(1)} %), ${hit} found`,
  );
}
const sum = [...byGenre.values()].reduce((a, b) => ({ all: a.all + b.all, right: a.right + b.right }), {
  all: 0,
  right: 0,
});
console.log(
  `gum all: ${sum.right} of ${sum.all} (${((100 * sum.right) / sum.all).toFixed(1)} %); ${found} times found, ${extra} of them not in the gold`,
);

const big = lines("gum-dates.dev.jsonl")
  .map((document) => document.text)
  .join("\n\n")
  .repeat(8);
read(big.slice(0, 100_000), "2022-01-10");
const begin = performance.now();
read(big, "2022-01-10");
const seconds = (performance.now() - begin) / 1000;
console.log(`speed: ${(big.length / 1e6 / seconds).toFixed(1)} MB/s`);
