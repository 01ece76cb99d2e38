import { describe, expect, test } from "vitest";
import type { Cell } from "./accounts.ts";
import { clashingSentences, mattersOf } from "./fact-matters.ts";
import type { Fact } from "./facts.ts";
import type { FactGround } from "./judge-facts.ts";
import type { StandsOf } from "./read-pairs.ts";

const SENTENCES: Record<string, string> = {
  palace: "The presidents talked for an hour.",
  paper: "They were together for thirty minutes.",
  wire: "Their call of the week before had gone on for five hours.",
};

const VALUES: Record<string, string> = { palace: "PT1H", paper: "PT30M", wire: "PT5H" };

const lengths = (...accounts: string[]): Fact => ({
  field: "duration",
  cells: accounts.map(
    (account): Cell => ({
      account,
      finding: "c1",
      words: [],
      value: VALUES[account] ?? null,
      mod: null,
      chain: [],
      side: null,
      speaker: null,
      addressee: null,
      act: null,
      conditions: [],
      confidence: 0.9,
      stands: null,
      moved: [],
    }),
  ),
});

const GROUND: FactGround = {
  actors: new Map(),
  accounts: new Map(),
  faceToFace: true,
  visit: false,
  sentenceOf: ({ account }) => SENTENCES[account] ?? "",
};

/** A model that takes the week before for another thing. */
const readWeekBeforeApart: StandsOf = (a, b) => {
  const other = /week before/.test(a + b) ? 0.9 : 0.1;
  return Float32Array.of(Math.log(other), ...Array.from({ length: 5 }, () => Math.log((1 - other) / 5)));
};

const rowsOf = (facts: readonly Fact[]) => facts.map(({ cells }) => cells.map(({ account }) => account));

describe("mattersOf", () => {
  test("gives a length that is another thing's a row of its own", () => {
    const matters = mattersOf(lengths("palace", "wire"), GROUND, readWeekBeforeApart);
    expect(rowsOf(matters)).toEqual([["palace"], ["wire"]]);
  });

  test("leaves two lengths of one talk beside each other, to be judged", () => {
    const matters = mattersOf(lengths("palace", "paper"), GROUND, readWeekBeforeApart);
    expect(rowsOf(matters)).toEqual([["palace", "paper"]]);
  });

  test("parts nothing that the model did not read", () => {
    const matters = mattersOf(lengths("palace", "wire"), GROUND, () => null);
    expect(rowsOf(matters)).toEqual([["palace", "wire"]]);
  });
});

test("the model reads the sentences whose lengths cannot both be true, but for the length of a part", () => {
  const ground = { ...GROUND, sentenceOf: ({ account }: Cell) => PARTS[account] ?? "" };
  expect(clashingSentences(lengths("palace", "paper"), GROUND)).toEqual([
    [SENTENCES["palace"], SENTENCES["paper"]],
  ]);
  expect(clashingSentences(lengths("palace", "paper"), ground)).toEqual([]);
});

const PARTS: Record<string, string> = {
  palace: "The meeting took an hour in all.",
  paper: "For thirty minutes they were alone.",
};
