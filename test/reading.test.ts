import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../src/intake/documents.ts";
import { loadGazetteer } from "../src/intake/gazetteer.ts";
import type { Gazetteer } from "../src/lexicon/gazetteer.ts";
import { readingOf } from "../src/reading/read.ts";
import type { Reading } from "../src/reading/reading.ts";
import { cpuMs } from "./cpu-time.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

const read = (text: string): Reading =>
  readingOf(documentFromText(text, { date: "2021-12-31", publisher: "Test Wire" }), gazetteer);

/** Every place of a Reading whose words are not what stands there. */
function misquotesIn(reading: Reading): string[] {
  const found: string[] = [];
  const walk = (node: unknown, path: string) => {
    if (node === null || typeof node !== "object") return;
    const place = node as { start?: unknown; end?: unknown; words?: unknown };
    if (typeof place.start === "number" && typeof place.end === "number" && typeof place.words === "string") {
      if (reading.document.text.slice(place.start, place.end) !== place.words || place.start >= place.end)
        found.push(path);
    }
    for (const [key, value] of Object.entries(node)) walk(value, `${path}.${key}`);
  };
  walk(reading, "reading");
  return found;
}

/** Ids that a Reading uses and does not have. */
function danglingIn(reading: Reading): string[] {
  const actors = new Set(reading.actors.map((one) => one.id));
  const attributions = new Set(reading.attributions.map((one) => one.id));
  const mentions = new Set(reading.mentions.map((one) => one.id));
  const used: [string | null, Set<string>][] = [
    ...reading.mentions.flatMap((one): [string | null, Set<string>][] => [
      [one.link.actor, actors],
      [one.link.office, actors],
      [one.link.via, mentions],
    ]),
    ...reading.attributions.flatMap((one): [string | null, Set<string>][] => [
      [one.within, attributions],
      [one.continues, attributions],
    ]),
    ...reading.statements.flatMap((one): [string | null, Set<string>][] => [
      [one.speaker, actors],
      [one.attribution, attributions],
      ...one.chain.map((link): [string | null, Set<string>] => [link.actor, actors]),
    ]),
    ...reading.contacts.flatMap((one) =>
      one.participants.map((told): [string | null, Set<string>] => [told.value, actors]),
    ),
    ...reading.tracks.flatMap((one) =>
      one.parties.map((told): [string | null, Set<string>] => [told.value, actors]),
    ),
  ];
  return used.filter(([id, known]) => id !== null && !known.has(id)).map(([id]) => id ?? "");
}

const EXAMPLES = readdirSync("examples/2021-12-30-call")
  .filter((name) => /\.(txt|md)$/.test(name))
  .map((name) => ({ name, text: readFileSync(`examples/2021-12-30-call/${name}`, "utf8") }));

describe("readingOf", () => {
  for (const { name, text } of EXAMPLES) {
    it(`quotes ${name} verbatim and points only at what it has`, () => {
      const reading = read(text);
      expect(misquotesIn(reading)).toEqual([]);
      expect(danglingIn(reading)).toEqual([]);
      expect(reading.statements.length).toBeGreaterThan(3);
    });
  }

  it("gives the same Reading byte for byte, twice and in another order", () => {
    const once = EXAMPLES.map(({ text }) => JSON.stringify(read(text)));
    const backwards = [...EXAMPLES].reverse().map(({ text }) => JSON.stringify(read(text)));
    expect(backwards.reverse()).toEqual(once);
  });

  it("nests an aide's quotation of his president, with the chain", () => {
    const reading = read(
      "Aide to the Russian president Yuri Ushakov said: “Our president warned that if the corridor is closed, we will respond.”",
    );
    const inner = reading.statements.find((one) => one.act === "warn");
    expect(
      inner?.chain
        .map((link) => reading.actors.find((actor) => actor.id === link.actor)?.name ?? null)
        .slice(-2),
    ).toEqual(["Yuri Ushakov", "Vladimir Putin"]);
    expect(inner?.conditions[0]?.condition[0]?.words).toBe("if the corridor is closed");
  });

  it("lets two who are named side by side speak together", () => {
    const reading = read("Vladimir Putin and Joe Biden agreed to meet in spring.");
    const speaker = reading.actors.find((actor) => actor.id === reading.statements[0]?.speaker);
    expect(speaker?.kind).toBe("group");
    expect(speaker?.members).toHaveLength(2);
  });

  it("leaves a mark in a content whose fellow stands there, too", () => {
    const words = (text: string) =>
      read(text).statements.map((one) => one.content.map((part) => part.words).join(" … "));
    expect(words('Vale described the tone as "sober and fully businesslike".')).toEqual([
      'the tone as "sober and fully businesslike"',
    ]);
    expect(words("Vale said that “some of the concerns” remain.")).toEqual(["“some of the concerns” remain"]);
    expect(words("“We go, and we go now,” Vale said.")).toEqual(["We go, and we go now,"]);
  });

  it("keeps a claim that nobody answers for, and says so", () => {
    const reading = read("The hall was empty by then. “Nobody had told us that the talks were over.”");
    expect(reading.statements[0]?.speaker).toBeNull();
    expect(reading.notes.map((note) => note.kind)).toContain("speaker-not-named");
  });
});

describe("readingOf in hostile text", () => {
  const pieces = fc.constantFrom(
    "“",
    "”",
    '"',
    "'",
    "(",
    ")",
    ":",
    ",",
    ".",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u202e",
    "\ufeff",
    "\ud800",
    "😀",
    "\u0301",
    "Vale",
    "said",
    "that",
    "told",
    "Putin",
    "we",
    "according to",
    "In this case,",
    "December 30",
    "50 minutes",
    "if",
    "Moscow",
    "<script>",
  );

  it("never crashes, never misquotes, never points at nothing", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), (parts) => {
        const text = parts.join(" ").replace(/\p{Cs}/gu, "");
        if (!/[a-z]/i.test(text)) return;
        const reading = read(text);
        expect(misquotesIn(reading)).toEqual([]);
        expect(danglingIn(reading)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  const units = [
    "a",
    "“a ” ",
    '"',
    "“We go,” Vale said, ",
    "Vale said that ",
    "Mr. Vale ",
    "if ",
    "in Geneva on January 9 and ",
    "the president ",
    "he ",
    "told Putin.\n\n",
    "talks.They ",
    "\u202e",
    "(said ",
  ];
  for (const unit of units) {
    it(`takes linear time on ${JSON.stringify(unit)} again and again`, () => {
      const timed = (length: number) => {
        const text = `x ${unit.repeat(Math.ceil(length / unit.length))}`;
        const start = cpuMs();
        read(text);
        return cpuMs() - start;
      };
      timed(20_000);
      const once = timed(60_000);
      const twice = timed(120_000);
      expect(twice, `${once} → ${twice} ms`).toBeLessThan(3 * once + 250);
    });
  }
});
