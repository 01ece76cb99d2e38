import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { decoded } from "../reading/decoding/decode.ts";
import type { Numbers, Run } from "../reading/numbers.ts";
import { windowInputOf } from "./features.ts";
import { ownFolder } from "./files.ts";
import { loadModel } from "./model.ts";
import { loadWeights } from "./weights.ts";
import { windowsOver } from "./windows.ts";
import { Tokenizer } from "./wordpiece.ts";

/** What the training's own code makes of a text. */
interface Expected {
  name: string;
  text: string;
  words: [number, number][];
  line: number[];
  sentence: number[];
  windows: {
    words: [number, number];
    own: [number, number];
    ids: number[];
    features: number[];
    firsts: number[];
    outer: number[][];
    any: number[][];
  }[];
  attributions: {
    source: [number, number][];
    cue: [number, number][];
    content: [number, number][];
    parent: string | null;
    rival: [number, number][];
    close: boolean;
    confidence: number;
  }[];
}

const folder = ownFolder("attribution");
const expected: Expected[] = JSON.parse(readFileSync(join(folder, "parity.json"), "utf8"));
const weights = await loadWeights(folder);
const tokenizer = new Tokenizer(weights.vocabulary);
const model = await loadModel();

afterAll(() => model.close());

function placesOf({ starts, ends }: Numbers, ...runs: (Run | null | undefined)[]): number[][] {
  return runs.flatMap((run) => (run ? [[starts[run.from] ?? -1, ends[run.to - 1] ?? -1]] : []));
}

describe.each(expected)("$name", ({ text, words, line, sentence, windows, attributions }) => {
  test("has the words, pieces and windows that the training sees", () => {
    const found = tokenizer.wordsIn(text);
    expect([...found.starts].map((start, i) => [start, found.ends[i]])).toEqual(words);
    expect([...found.lines]).toEqual(line);
    expect([...found.sentences]).toEqual(sentence);
    const shapes = windowsOver(found, weights.windows);
    expect(
      shapes.map((shape) => [shape.words.from, shape.words.to, shape.owned.from, shape.owned.to]),
    ).toEqual(windows.map((window) => [...window.words, ...window.own]));
    for (const [i, shape] of shapes.entries()) {
      const { ids, features, firsts } = windowInputOf(found, shape.words, weights.endMarks);
      expect([...ids]).toEqual(windows[i]?.ids);
      expect([...features]).toEqual(windows[i]?.features);
      expect([...firsts]).toEqual(windows[i]?.firsts);
    }
  });

  test("has the scores and attributions that the training has", async () => {
    const numbers = await model.numbersFor(text);
    for (const [i, { outer, any }] of numbers.windows.entries()) {
      expect(farthest(outer, windows[i]?.outer.flat())).toBeLessThan(0.05);
      expect(farthest(any, windows[i]?.any.flat())).toBeLessThan(0.05);
    }
    const found = decoded(numbers);
    expect(
      found.map(({ source, cue, content, parent, rival, close }) => ({
        source: placesOf(numbers, source),
        cue: placesOf(numbers, cue),
        content: placesOf(numbers, ...content),
        parent: parent === null ? null : `a${parent}`,
        rival: placesOf(numbers, rival?.source),
        close,
      })),
    ).toEqual(
      attributions.map(({ source, cue, content, parent, rival, close }) => ({
        source,
        cue,
        content,
        parent,
        rival,
        close,
      })),
    );
    for (const [i, one] of found.entries())
      expect(one.confidence).toBeCloseTo(attributions[i]?.confidence ?? -1, 1);
  });
});

function farthest(scores: Float32Array, wanted: readonly number[] = []): number {
  expect(scores).toHaveLength(wanted.length);
  return scores.reduce((most, score, i) => Math.max(most, Math.abs(score - (wanted[i] ?? 0))), 0);
}

describe("numbersFor", () => {
  test("gives a text the same numbers alone and among others", async () => {
    const texts = expected.slice(0, 3).map(({ text }) => text);
    const together = await Promise.all(texts.map((text) => model.numbersFor(text)));
    for (const [i, text] of texts.entries()) expect(await model.numbersFor(text)).toEqual(together[i]);
  });

  test("keeps no role scores where no cue can be", async () => {
    const { windows } = await model.numbersFor("1 2 3 4 5 6 7");
    expect(windows).toHaveLength(1);
    expect(windows[0]?.word).toHaveLength(0);
  });

  test("stops at a signal", async () => {
    await expect(model.numbersFor("Vale said so.", AbortSignal.abort(new Error("enough")))).rejects.toThrow(
      "enough",
    );
  });
});
