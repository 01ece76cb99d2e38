import { expect, test } from "vitest";
import { momentIn } from "./metadata-dates.ts";

function expectMoment(text: string, value: string | null): void {
  const moment = momentIn(text, 0, text.length);
  expect([text, moment?.value ?? null]).toEqual([text, value]);
  if (moment) expect(text.slice(moment.start, moment.end)).toBe(moment.words);
}

test.each([
  ["December 31, 2021, 02:20", "2021-12-31T02:20"],
  ["Dec. 31, 2021 at 2:20 a.m. EST", "2021-12-31T02:20-05:00"],
  ["Friday, 31 December 2021", "2021-12-31"],
  ["31st December 2021, 14:05 GMT", "2021-12-31T14:05Z"],
  ["Published: 31.12.2021 02:20", "2021-12-31T02:20"],
  ["02:20, 31 December 2021", "2021-12-31T02:20"],
  ["2021-12-31T02:20:00+03:00", "2021-12-31T02:20+03:00"],
  ["2021-12-31T02:20:00.000Z", "2021-12-31T02:20Z"],
  ["2021/12/31", "2021-12-31"],
  ["31/12/2021", "2021-12-31"],
  ["12/31/2021 12:05 PM", "2021-12-31T12:05"],
  ["04/04/2021", "2021-04-04"],
  ["03.04.2021", "2021-04-03"],
  ["31 December 2021 12:05 am", "2021-12-31T00:05"],
  ["31 December 2021, 02:20 (Moscow time)", "2021-12-31T02:20+03:00"],
])("momentIn reads %j", (text, value) => expectMoment(text, value));

test.each([
  ["03/04/2021", "two days are meant"],
  ["31 December", "the year is missing"],
  ["31 February 2021", "the calendar has no such day"],
  ["Resolution 2202 of 2015", "no day"],
  ["13.13.2021", "no month"],
  ["1/2/3/2021", "no date"],
])("momentIn gives null for %j: %s", (text) => expectMoment(text, null));

test("momentIn leaves a zone out that names several", () => {
  expectMoment("31 December 2021, 02:20 CST", "2021-12-31T02:20");
});

test("momentIn keeps a clock away that belongs to something else", () => {
  expectMoment("31 December 2021. The talks began at 02:20.", "2021-12-31");
});
