/**
 * The model: a text in, its numbers out. This is the door's only entry.
 *
 * `loadModel` finds the weights in the package, checks them and loads them in a
 * thread; `numbersFor` cuts a text into words and windows, has each window
 * encoded and puts the scores together. What the numbers mean is left to
 * `reading/decode.ts`.
 */

import { mayHoldCue } from "../reading/decoding/marked-cues.ts";
import type { Numbers, WindowNumbers } from "../reading/numbers.ts";
import { windowInputOf } from "./features.ts";
import { ownFolder } from "./files.ts";
import { openPool, type Pool } from "./pool.ts";
import { loadWeights, type Output, type Weights } from "./weights.ts";
import { windowsOver } from "./windows.ts";
import { Tokenizer } from "./wordpiece.ts";

export interface ModelOptions {
  /** Threads at most; by default one for each core, 8 at most. */
  workers?: number;
  /** Folder of the weights; by default the package's own. */
  folder?: string;
}

export interface Model {
  name: string;
  version: string;
  /** SHA-256 over all weights and settings. */
  hash: string;
  /** Name, version and hash, as it stands in Readings. */
  id: string;
  /** What the model makes of a text. The same text gives the same numbers, alone or among others. */
  numbersFor(text: string, signal?: AbortSignal): Promise<Numbers>;
  /** Ends the threads. What still waits fails. */
  close(): Promise<void>;
}

export async function loadModel({ workers, folder }: ModelOptions = {}): Promise<Model> {
  // Its first thread starts while the weights are still being checked.
  const pool = openPool<Output>(workers);
  const weights = await loadWeights(folder ?? ownFolder("attribution")).catch(async (error: unknown) => {
    await pool.close();
    throw error;
  });
  pool.load(weights.encoder);
  const tokenizer = new Tokenizer(weights.vocabulary);
  const { name, version, hash } = weights;
  return {
    name,
    version,
    hash,
    id: idOf(weights),
    numbersFor: (text, signal) => numbersFrom(text, tokenizer, weights, pool, signal),
    close: () => pool.close(),
  };
}

async function numbersFrom(
  text: string,
  tokenizer: Tokenizer,
  weights: Weights,
  pool: Pool<Output>,
  signal?: AbortSignal,
): Promise<Numbers> {
  signal?.throwIfAborted();
  const words = tokenizer.wordsIn(text);
  const shapes = windowsOver(words, weights.windows);
  const collected = new Collected(shapes.length, weights);
  const windows = await Promise.all(
    shapes.map(async (shape, i) => {
      const scores = await pool.scoresOf(windowInputOf(words, shape.words, weights.endMarks), signal);
      const window: WindowNumbers = { ...shape, ...scores };
      collected.add(i, window);
      return window;
    }),
  );
  const { starts, ends, lines } = words;
  return { model: idOf(weights), starts, ends, lines, windows, decoder: weights.decoder };
}

function idOf({ name, version, hash }: Weights): string {
  return `${name} ${version} ${hash}`;
}

const NOTHING = new Float32Array(0);

/**
 * Drops the scores that nobody will ask for as they come, else a book would
 * fill the memory: without a cue in a window, or in the next into which it may
 * reach, no roles are looked for there.
 */
class Collected {
  readonly #windows: (WindowNumbers | undefined)[];
  readonly #mayHold: (boolean | undefined)[];
  readonly #weights: Weights;

  constructor(count: number, weights: Weights) {
    this.#windows = new Array(count).fill(undefined);
    this.#mayHold = new Array(count).fill(undefined);
    this.#weights = weights;
  }

  add(index: number, window: WindowNumbers): void {
    const { outerBias, anyBias } = this.#weights.decoder.settings;
    const { words, owned } = window;
    const rows = { from: owned.from - words.from, to: owned.to - words.from };
    this.#windows[index] = window;
    this.#mayHold[index] = mayHoldCue(window.outer, rows, outerBias) || mayHoldCue(window.any, rows, anyBias);
    this.#drop(index);
    this.#drop(index - 1);
  }

  #drop(index: number): void {
    const window = this.#windows[index];
    const isLast = index === this.#windows.length - 1;
    if (!window || this.#mayHold[index] !== false || (!isLast && this.#mayHold[index + 1] !== false)) return;
    window.unary = NOTHING;
    window.word = NOTHING;
    window.cue = NOTHING;
  }
}
