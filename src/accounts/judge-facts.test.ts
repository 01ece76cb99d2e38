import { expect, test } from "vitest";
import type { Cell } from "./accounts.ts";
import { factStandOf } from "./judge-facts.ts";

/** A length that an account tells; its sentence stands for the account's id. */
const lasting = (sentence: string, value: string): Cell => ({
  account: sentence,
  finding: "c1",
  words: [],
  value,
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
});

const standOf = (a: Cell, b: Cell) =>
  factStandOf("duration", a, b, {
    actors: new Map(),
    accounts: new Map(),
    faceToFace: true,
    visit: false,
    sentenceOf: ({ account }) => account,
  }).kind;

const whole = lasting("The presidents talked for two hours.", "PT2H");

test("two lengths of one talk contradict each other", () => {
  expect(standOf(whole, lasting("They talked for forty minutes.", "PT40M"))).toBe("contradicted");
});

test.each([
  ["For forty minutes they were alone.", "PT40M"],
  ["With the dinner it took four hours.", "PT4H"],
  ["They spent five hours together in all.", "PT5H"],
])("the length of a part or of all parts is another scope: %s", (sentence, value) => {
  expect(standOf(whole, lasting(sentence, value))).toBe("scope-differs");
});
