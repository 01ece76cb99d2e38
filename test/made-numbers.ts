/**
 * The model's numbers, written by hand. Words are divided by blanks; below them
 * a line for each attribution, a character a word: `!` a cue of an outermost
 * attribution, `?` of an inner one, `s` its source, `c` its content, `r` what
 * is nearly as likely its source, `.` nothing.
 */

import {
  CUE_TAGS,
  type DecoderSettings,
  type Numbers,
  ROLE_TAGS,
  type Run,
  type WindowNumbers,
} from "../src/reading/numbers.ts";

export const PLAIN_SETTINGS: DecoderSettings = {
  outerBias: 0,
  anyBias: 0,
  roleBias: 0,
  inner: true,
  minInnerCue: 0,
  rivalBias: 1,
  closeGain: 0.25,
};

/** Confidence: the chance of the cue, and nothing else. */
const BY_CUE = { weights: [1, 0, 0, 0, 0, 0, 0, 0], bias: 0 };

export interface Making {
  settings?: Partial<DecoderSettings>;
  confidence?: { weights: number[]; bias: number };
  /** How far a marked tag is over "outside"; 6 is as good as sure. */
  strength?: number;
  /** Words at which a new window begins to answer; each window reads all words. */
  cuts?: number[];
}

export function madeNumbers(text: string, layers: readonly string[], making: Making = {}): Numbers {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const layer of layers)
    if (layer.length !== words.length) throw new RangeError(`"${layer}" does not fit the words`);
  const strength = making.strength ?? 6;
  const times = ROLE_TAGS * layers.length;
  const window = madeWindow(words.length, layers, strength);
  const edges = [0, ...(making.cuts ?? []), words.length];
  return {
    model: "made by hand",
    starts: Int32Array.from(words, ({ start }) => start),
    ends: Int32Array.from(words, ({ end }) => end),
    lines: Int32Array.from(words, ({ start }) => text.slice(0, start).split("\n").length - 1),
    windows: edges.slice(1).map((to, i) => ({ ...window, owned: { from: edges[i] ?? 0, to } })),
    decoder: {
      settings: { ...PLAIN_SETTINGS, ...making.settings },
      confidence: making.confidence ?? BY_CUE,
      roles: {
        add: 1,
        times,
        distance: new Float32Array(41),
        distanceEdges: [],
        lines: new Float32Array(7),
        lineReach: 3,
        weight: Float32Array.from({ length: ROLE_TAGS * (1 + times) }, (_, at) => {
          const column = (at % (1 + times)) - 1;
          return column >= 0 && column % ROLE_TAGS === Math.floor(at / (1 + times)) ? 1 : 0;
        }),
        bias: new Float32Array(ROLE_TAGS),
      },
    },
  };
}

/** Each layer has nine columns of products: its cue's vector selects them, a word's holds its tags there. */
function madeWindow(count: number, layers: readonly string[], strength: number): WindowNumbers {
  const width = 1 + ROLE_TAGS * layers.length;
  const window: WindowNumbers = {
    words: { from: 0, to: count },
    owned: { from: 0, to: count },
    outer: new Float32Array(count * CUE_TAGS),
    any: new Float32Array(count * CUE_TAGS),
    unary: new Float32Array(count * ROLE_TAGS),
    word: new Float32Array(count * width),
    cue: new Float32Array(count * width),
  };
  for (let i = 0; i < count; i++) {
    window.outer[i * CUE_TAGS] = strength;
    window.any[i * CUE_TAGS] = strength;
  }
  for (const [k, layer] of layers.entries()) {
    const column = 1 + k * ROLE_TAGS;
    for (let i = 0; i < count; i++) window.word[i * width + column] = strength;
    for (const { mark, run } of runsIn(layer)) {
      for (let i = run.from; i < run.to; i++) {
        const part = run.to - run.from === 1 ? 3 : i === run.from ? 0 : i === run.to - 1 ? 2 : 1;
        if (mark === "s") window.word[i * width + column + 1 + part] = 2 * strength;
        if (mark === "r") window.word[i * width + column + 1 + part] = strength - 0.5;
        if (mark === "c") window.word[i * width + column + 5 + part] = 2 * strength;
        if (mark !== "!" && mark !== "?") continue;
        window.cue.fill(1, i * width + column, i * width + column + ROLE_TAGS);
        window.any[i * CUE_TAGS + 1 + part] = 2 * strength;
        if (mark === "!") window.outer[i * CUE_TAGS + 1 + part] = 2 * strength;
      }
    }
  }
  return window;
}

function runsIn(layer: string): { mark: string; run: Run }[] {
  return [...layer.matchAll(/([^.])\1*/g)].map((match) => ({
    mark: match[1] ?? "",
    run: { from: match.index, to: match.index + match[0].length },
  }));
}
