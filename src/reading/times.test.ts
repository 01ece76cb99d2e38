import { describe, expect, test } from "vitest";
import { madeDocument } from "../../test/made-document.ts";
import type { Quotation, Sentence } from "./reading.ts";
import { timesIn } from "./times.ts";

/** A Wednesday. */
const DATED = "2023-03-15";

function sentencesOf(text: string): Sentence[] {
  return text.split("\n").flatMap((line, paragraph) => {
    const before = text.split("\n").slice(0, paragraph).join("\n").length + (paragraph > 0 ? 1 : 0);
    return [...line.matchAll(/.+?(?:(?<=[a-z0-9”)])[.?!](?= [A-Z“])|$)/gu)].map((found) => ({
      start: before + found.index,
      end: before + found.index + found[0].length,
      paragraph,
    }));
  });
}

function quotationsOf(text: string): Quotation[] {
  return [...text.matchAll(/“([^”]*)”/g)].map((found, i) => ({
    id: `q${i + 1}`,
    inner: [],
    outer: [{ start: found.index, end: found.index + found[0].length, words: found[0] }],
    kind: "speech",
    end: "closed",
    within: null,
  }));
}

/** Every time as "words = value mod type", DATE left out. */
function told(text: string, date: string | null = DATED): string[] {
  return timesIn(madeDocument(text, { published: date }), sentencesOf(text), quotationsOf(text)).map(
    ({ words, value, mod, type }) =>
      [`${words} = ${value}`, mod, type === "DATE" ? null : type].filter(Boolean).join(" "),
  );
}

function check(cases: Record<string, string | string[]>, date: string | null = DATED): void {
  for (const [text, expected] of Object.entries(cases)) {
    test(text, () => {
      expect(told(text, date)).toEqual([expected].flat());
    });
  }
}

describe("timesIn reads dates of the calendar", () => {
  check({
    "The accord of 4 May 2019 still holds.": "4 May 2019 = 2019-05-04",
    "They met on June 3rd, 2020, in Oslo.": "June 3rd, 2020 = 2020-06-03",
    "A round is due on Sept. 7, 2022.": "Sept. 7, 2022 = 2022-09-07",
    "Vale came on the 12th of October 2021.": "the 12th of October 2021 = 2021-10-12",
    "It was signed on Friday, March 10.": "Friday, March 10 = 2023-03-10",
    "Published 07.11.2022 in Oslo.": "07.11.2022 = 2022-11-07",
    "Published 03/25/2022 in Oslo.": "03/25/2022 = 2022-03-25",
    "Published 03/04/2022 in Oslo.": "03/04/2022 = 2022",
    "The talks run April 3–5.": "April 3–5 = 2023-04-03/2023-04-05",
    "The talks run from 3 to 5 April.": "3 to 5 April = 2023-04-03/2023-04-05",
    "Rounds are set for 3, 7 and 12 April.": ["3 = 2023-04-03", "7 = 2023-04-07", "12 April = 2023-04-12"],
    "Experts meet in Oslo on April 3, in Rome on 7 and in Bern on the 12th.": [
      "April 3 = 2023-04-03",
      "7 = 2023-04-07",
      "the 12th = 2023-04-12",
    ],
    "They plan a summit in mid-May.": "mid-May = 2023-05 MID",
    "They plan a summit early in 2024.": "early in 2024 = 2024 START",
    "A treaty is due by the end of June.": "the end of June = 2023-06 END",
    "It began in the autumn of 2019.": "the autumn of 2019 = 2019-FA",
    "It began in the 1970s.": "the 1970s = 197X",
    "Since 2016 they have met often.": "Since 2016 = 2016/..",
    "An answer is due by April 2.": "by April 2 = ../2023-04-02",
    "Talks go on after 20 March.": "after 20 March = 2023-03-20 AFTER",
  });
});

describe("timesIn leaves alone what is no date", () => {
  check({
    "Vale may march on the capital.": [],
    "Some 2000 troops took part under resolution 2022.": [],
    "On April 3, 12 people were held.": "April 3 = 2023-04-03",
    "April Ortiz is 40 years old.": [],
    "They exchanged New Year greetings a second time.": [],
  });
});

describe("timesIn reckons from the day of the document and the tense", () => {
  check({
    "Vale met Ortiz on Monday.": "Monday = 2023-03-13",
    "Vale will meet Ortiz on Monday.": "Monday = 2023-03-20",
    "On Friday, the ministers agreed on a text.": "Friday = 2023-03-10",
    "Vale spoke on Wednesday.": "Wednesday = 2023-03-15",
    "They last met in November.": "November = 2022-11",
    "The summit is planned for October.": "October = 2023-10",
    "Vale called on December 28.": "December 28 = 2022-12-28",
    "They return next month.": "next month = 2023-04",
    "They met two weeks ago.": "two weeks ago = 2023-03-01",
    "They met nearly three years ago.": "nearly three years ago = 2020 LESS_THAN",
    "The envoy flew in this evening.": "this evening = 2023-03-15TEV TIME",
    "The envoy flew in last night.": "last night = 2023-03-14TNI TIME",
    "They met late on Tuesday.": "late on Tuesday = 2023-03-14 END TIME",
    "Contacts grew in recent months.": "in recent months = PAST_REF",
    "They will meet at the weekend.": "at the weekend = 2023-03-18/2023-03-19",
    "It fell a week before Christmas.": "a week before Christmas = 2022-12-18",
    "This year's summit is off.": "This year = 2023",
  });
});

describe("timesIn counts from the event told before", () => {
  check({
    "Vale arrived on 2 March. Ortiz had come the day before.": [
      "2 March = 2023-03-02",
      "the day before = 2023-03-01",
    ],
    "Vale arrived on 2 March. Two days later they signed.": [
      "2 March = 2023-03-02",
      "Two days later = 2023-03-04",
    ],
    "Vale arrived two days after the summit.": "two days after = null",
  });
});

describe("timesIn reads clocks with their zones", () => {
  check({
    "The call began at 9:05 a.m. EST on Monday.": "9:05 a.m. EST on Monday = 2023-03-13T09:05-05:00 TIME",
    "The call began at 18:30 Moscow time.": "18:30 Moscow time = 2023-03-15T18:30+03:00 TIME",
    "The call began at 18:30 local time.": "18:30 local time = 2023-03-15T18:30 TIME",
    "On Monday the call began around midnight.": [
      "Monday = 2023-03-13",
      "around midnight = 2023-03-13T24:00 APPROX TIME",
    ],
    "On Monday they spoke at 6 p.m. EST (2 a.m. Moscow time).": [
      "Monday = 2023-03-13",
      "6 p.m. EST = 2023-03-13T18:00-05:00 TIME",
      "2 a.m. Moscow time = 2023-03-14T02:00+03:00 TIME",
    ],
    "They met on April 3 at 10:00 Brussels time.":
      "April 3 at 10:00 Brussels time = 2023-04-03T10:00+02:00 TIME",
    "A briefing is set for 1430 GMT.": "1430 GMT = 2023-03-15T14:30Z TIME",
  });
});

describe("timesIn reads durations and sets", () => {
  check({
    "It lasted an hour and a half.": "an hour and a half = PT1H30M DURATION",
    "It lasted roughly two and a half hours.": "roughly two and a half hours = PT2H30M APPROX DURATION",
    "It lasted just over an hour.": "just over an hour = PT1H MORE_THAN DURATION",
    "It lasted one hour and 20 minutes.": "one hour and 20 minutes = PT1H20M DURATION",
    "It lasted half an hour.": "half an hour = PT30M DURATION",
    "A 35-minute call followed.": "35-minute = PT35M DURATION",
    "An hour-long call followed.": "hour-long = PT1H DURATION",
    "It lasted several hours.": "several hours = PTXH DURATION",
    "It lasted not more than 40 minutes.": "not more than 40 minutes = PT40M EQUAL_OR_LESS DURATION",
    "It lasted 40 to 45 minutes.": "40 to 45 minutes = PT45M EQUAL_OR_LESS DURATION",
    "They speak twice a month.": "twice a month = P1M SET",
    "They speak every other Friday.": "every other Friday = XXXX-WXX-5 SET",
    "They speak every two weeks.": "every two weeks = P2W SET",
  });
});

describe("timesIn leaves partial what an undated document leaves partial", () => {
  check(
    {
      "Vale met Ortiz on December 28.": "December 28 = XXXX-12-28",
      "Vale met Ortiz yesterday.": "yesterday = null",
      "Vale met Ortiz yesterday evening.": "yesterday evening = XXXX-XX-XXTEV TIME",
      "Vale met Ortiz on Friday.": "Friday = XXXX-WXX-5",
      "They plan talks for early April.": "early April = XXXX-04 START",
      "It came two days before the New Year.": "two days before the New Year = XXXX-12-30",
      "Talks run January 30–31.": "January 30–31 = XXXX-01-30/XXXX-01-31",
    },
    null,
  );
});

describe("timesIn counts quoted words from the day of speech", () => {
  test("the day that the text tells", () => {
    const text = "Vale told reporters on Monday: “We met today.”";
    const [, time] = timesIn(madeDocument(text, { published: DATED }), sentencesOf(text), quotationsOf(text));
    expect(time).toMatchObject({
      words: "today",
      value: "2023-03-13",
      anchor: "speech",
      anchorValue: "2023-03-13",
    });
  });
  test("the document's own day, assumed, when it tells none", () => {
    const text = "“We meet tomorrow,” Vale said.";
    const [time] = timesIn(madeDocument(text, { published: DATED }), sentencesOf(text), quotationsOf(text));
    expect(time).toMatchObject({ value: "2023-03-16", anchor: "speech", anchorValue: null });
  });
});

test("timesIn is linear on hostile text", () => {
  const nasty = `${"9".repeat(50_000)} ${"1:2.3/".repeat(10_000)} ${"on 12 and ".repeat(5_000)}${"the the ".repeat(5_000)}`;
  expect(() =>
    timesIn(madeDocument(nasty, { published: DATED }), [{ start: 0, end: nasty.length, paragraph: 0 }], []),
  ).not.toThrow();
});
