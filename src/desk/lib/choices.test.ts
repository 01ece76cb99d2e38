import { expect, it } from "vitest";
import { ACT_CHOICES, fitting, newSpeaker, once } from "./choices.ts";
import { spanFrom } from "./places.ts";

it("fitting finds by the beginning of a word, name before class", () => {
  expect(fitting(ACT_CHOICES, "conc").map(({ key }) => key)).toEqual(["concede", "voice-concern"]);
  expect(fitting(ACT_CHOICES, "commiss").map(({ key }) => key)).toContain("promise");
  expect(fitting(ACT_CHOICES, "")).toHaveLength(ACT_CHOICES.length);
});

it("newSpeaker makes an actor of a name that no list has", () => {
  expect(newSpeaker("  Ola   Berg ")?.value).toEqual({ id: "name:ola-berg", name: "Ola Berg" });
  expect(newSpeaker(" … ")).toBeNull();
});

it("once keeps the first of a kind", () => {
  const [first, second] = ACT_CHOICES;
  expect(first && second && once([first, second, first])).toEqual([first, second]);
});

it("spanFrom takes a place of the text and nothing else", () => {
  expect(spanFrom("3-7", 10)).toEqual({ start: 3, end: 7 });
  for (const bad of [null, "", "7-3", "3-11", "-1-4", "a-b", "3-7-9"]) expect(spanFrom(bad, 10)).toBeNull();
});
