/**
 * The encoder: one window in, raw scores for its words out, by ONNX Runtime.
 *
 * One window a run, alone: the range of an int8 product comes from all that is
 * in a run, so a window read together with others would get other numbers. A
 * run blocks its thread; `pool.ts` keeps it off the main one.
 */

import type { InferenceSession, Tensor } from "onnxruntime-node";
import { ModelError, reasonOf } from "./errors.ts";
import type { WindowInput } from "./features.ts";

/** Raw scores, a row for each word of the window. */
export interface WindowScores {
  outer: Float32Array;
  any: Float32Array;
  unary: Float32Array;
  word: Float32Array;
  cue: Float32Array;
}

const OUTPUTS = ["outer", "any", "unary", "word", "cue"] as const;

export interface Encoder {
  scoresOf(input: WindowInput): Promise<WindowScores>;
  close(): Promise<void>;
}

/** Loads the runtime, then the graph with the table of words that lies beside it. */
export async function openEncoder(path: string, threads: number): Promise<Encoder> {
  const { InferenceSession, Tensor } = await loadRuntime();
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
  }).catch((error: unknown) => {
    throw new ModelError(
      "runtime",
      `Cannot load the model: ONNX Runtime refuses its graph (${reasonOf(error)})`,
    );
  });
  return {
    scoresOf: (input) => scoresFrom(session, Tensor, input),
    close: () => session.release(),
  };
}

/** Takes a moment the first time. */
export async function loadRuntime(): Promise<typeof import("onnxruntime-node")> {
  try {
    return await import("onnxruntime-node");
  } catch (error) {
    throw new ModelError(
      "runtime",
      `Cannot load the model: onnxruntime-node does not load here (${reasonOf(error)}); it runs on Linux with glibc, on Windows, and on macOS with Apple silicon`,
    );
  }
}

async function scoresFrom(
  session: InferenceSession,
  Make: typeof Tensor,
  input: WindowInput,
): Promise<WindowScores> {
  const tensor = (values: Int32Array) =>
    new Make("int64", BigInt64Array.from(values, BigInt), [values.length]);
  const rows = await session.run({ ids: tensor(input.ids), features: tensor(input.features) }, OUTPUTS);
  const [outer, any, unary, word, cue] = OUTPUTS.map((name) => rowsOf(rows[name], input.firsts));
  if (!outer || !any || !unary || !word || !cue)
    throw new ModelError("runtime", "Cannot run the model: an output is missing");
  return { outer, any, unary, word, cue };
}

/** The rows of the words' first pieces. */
function rowsOf(tensor: Tensor | undefined, firsts: Int32Array): Float32Array | null {
  const values = tensor?.data;
  const width = tensor?.dims[1];
  if (!(values instanceof Float32Array) || width === undefined) return null;
  const rows = new Float32Array(firsts.length * width);
  for (const [i, first] of firsts.entries())
    rows.set(values.subarray(first * width, (first + 1) * width), i * width);
  return rows;
}
