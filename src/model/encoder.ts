/**
 * The encoder: one window in, rows of numbers for its pieces out, by ONNX Runtime.
 *
 * One window a run, alone: the range of an int8 product comes from all that is
 * in a run, so a window read together with others would get other numbers. A
 * run blocks its thread; `pool.ts` keeps it off the main one.
 */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { ModelError, reasonOf } from "./errors.ts";
import type { WindowInput } from "./features.ts";

/** A graph on disk, and which of its outputs are wanted. */
export interface Graph<Output extends string> {
  path: string;
  outputs: readonly Output[];
  /** Its table of words, where that does not lie beside the graph: there the runtime finds it by itself. */
  words?: string;
}

/** Of each output the rows that the window asks for, one after another. */
export type Scores<Output extends string> = Record<Output, Float32Array<ArrayBuffer>>;

export interface Encoder<Output extends string> {
  scoresOf(input: WindowInput): Promise<Scores<Output>>;
  close(): Promise<void>;
}

/** Loads the runtime, then the graph with its table of words. */
export async function openEncoder<Output extends string>(
  graph: Graph<Output>,
  threads: number,
): Promise<Encoder<Output>> {
  const { InferenceSession, Tensor } = await loadRuntime();
  const session = await InferenceSession.create(graph.path, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
    ...(graph.words && {
      externalData: [{ path: basename(graph.words), data: await readFile(graph.words) }],
    }),
  }).catch((error: unknown) => {
    throw new ModelError(
      "runtime",
      `Cannot load the model: ONNX Runtime refuses its graph (${reasonOf(error)})`,
    );
  });
  return {
    scoresOf: (input) => scoresFrom(session, Tensor, input, graph.outputs),
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

async function scoresFrom<Output extends string>(
  session: InferenceSession,
  Make: typeof Tensor,
  input: WindowInput,
  outputs: readonly Output[],
): Promise<Scores<Output>> {
  const tensor = (values: Int32Array) =>
    new Make("int64", BigInt64Array.from(values, BigInt), [values.length]);
  const { ids, features } = input;
  const hasFeatures = session.inputNames.includes("features");
  const given = { ids: tensor(ids), ...(hasFeatures && { features: tensor(features) }) };
  const found = await session.run(given, outputs);
  return Object.fromEntries(
    outputs.map((name) => [name, rowsOf(found[name], input.firsts)]),
  ) as Scores<Output>;
}

/** The rows that are asked for: of the words' first pieces. */
function rowsOf(tensor: Tensor | undefined, firsts: Int32Array): Float32Array {
  const values = tensor?.data;
  const width = tensor?.dims[1];
  if (!(values instanceof Float32Array) || width === undefined)
    throw new ModelError("runtime", "Cannot run the model: an output is missing");
  const rows = new Float32Array(firsts.length * width);
  for (const [i, first] of firsts.entries())
    rows.set(values.subarray(first * width, (first + 1) * width), i * width);
  return rows;
}
