import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-time.ts";
import { quotationsIn } from "./quotations.ts";
import { paragraphsIn } from "./sentences.ts";

function read(text: string) {
  return quotationsIn(text, paragraphsIn(text, { start: 0, end: text.length }));
}

/** One line a quotation: end, words, and how deep it is nested. */
function lines(text: string): string[] {
  const { quotations } = read(text);
  return quotations.map(
    (one) =>
      `${one.end}: ${one.inner.map((part) => part.words).join(" … ")}${one.within === null ? "" : " (inner)"}`,
  );
}

describe("quotationsIn pairs", () => {
  const cases: [string, string, string[]][] = [
    ["typographic marks", "“We go,” he said.", ["closed: We go,"]],
    ["straight marks", 'He said "we go" and left.', ["closed: we go"]],
    ["two single marks as one double", "''We go,'' he said.", ["closed: We go,"]],
    ["German marks", "„Wir gehen“, sagte er.", ["closed: Wir gehen"]],
    [
      "angle marks with inner ones",
      "He said «our «partners» are silent».",
      ["closed: our «partners» are silent", "closed: partners (inner)"],
    ],
    [
      "single marks, apostrophes left alone",
      "‘It isn’t the leaders’ fault,’ he said.",
      ["closed: It isn’t the leaders’ fault,"],
    ],
    [
      "single marks inside double",
      "“He said ‘never’ twice.”",
      ["closed: He said ‘never’ twice.", "closed: never (inner)"],
    ],
    [
      "the same marks nested",
      "“We call it “peace” here,” he said.",
      ["closed: We call it “peace” here,", "closed: peace (inner)"],
    ],
    [
      "a quotation over two paragraphs",
      "“First we talk.\n\n“Then we sign,” he said.",
      ["closed: First we talk. … Then we sign,"],
    ],
    ["an opening mark that closes", "“We go. “\n\nHe left.", ["opening-mark: We go."]],
    ["no further than the paragraph", "“We go, he said.\n\nShe left.", ["never: We go, he said."]],
    [
      "no further than the next quotation",
      "“We go. “They stay,” he said.",
      ["never: We go.", "closed: They stay,"],
    ],
    ["no decade and no possessive", "In the ’90s the states’ envoys met at Vale’s.", []],
  ];
  for (const [title, text, expected] of cases) it(title, () => expect(lines(text)).toEqual(expected));
});

describe("quotationsIn", () => {
  it("takes up to three words without a stop for a scare quote", () => {
    expect(
      read("Their “decisive response” and “we shall never go there again” differ.").quotations.map(
        (one) => one.kind,
      ),
    ).toEqual(["scare", "speech"]);
  });

  it("tells a mark that closes nothing", () => {
    expect(read("We go,” he said.").unpaired).toEqual([{ start: 6, end: 7 }]);
  });

  it("never leaves the text, whatever the marks", () => {
    const marks = fc.constantFrom("“", "”", '"', "'", "‘", "’", "«", "»", "„", "a", " ", ".", "\n\n", "s");
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        for (const quotation of read(text).quotations) {
          for (const place of [...quotation.inner, ...quotation.outer])
            expect(text.slice(place.start, place.end)).toBe(place.words);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes linear time on ten thousand marks", () => {
    for (const unit of ['"', "“", "“a ", "‘a", "“a” "]) {
      const timed = (count: number) => {
        const text = unit.repeat(count);
        const start = cpuMs();
        quotationsIn(text, [{ start: 0, end: text.length }]);
        return cpuMs() - start;
      };
      timed(10_000);
      const once = timed(20_000);
      const twice = timed(40_000);
      expect(twice, `${unit}: ${once} → ${twice} ms`).toBeLessThan(4 * once + 100);
    }
  });
});
