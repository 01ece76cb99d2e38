/**
 * How fast the encoder is on this machine, how far from the machine's own int8
 * matrix peak, and where the rest of its time goes. All three are measured in
 * the same run, with one thread, as the reader uses it.
 *
 *   node scripts/bench-model.mjs [FOLDER]
 *
 * `measureModel` is what `npm run bench` calls; `formatModel` says it in lines.
 * The peak is that of ONNX Runtime's integer product on the encoder's shapes
 * and larger ones, written here as graphs of one kind of node.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { InferenceSession, Tensor } from "onnxruntime-node";

const OWN = join(dirname(fileURLToPath(import.meta.url)), "..", "models", "attribution");
const OUTPUTS = ["outer", "any", "unary", "word", "cue"];

/** Rows, inner size and columns of the products measured: the encoder's own and two larger ones. */
const SHAPES = [
  [384, 384, 384],
  [384, 384, 1536],
  [384, 1536, 384],
  [384, 1536, 1536],
  [1024, 1024, 1024],
];

/**
 * Milliseconds a window of `pieces`, and of it: the integer products at peak
 * speed, and what each kind of node really takes.
 */
export async function measureModel({ folder = OWN, pieces = 384, seconds = 2 } = {}) {
  const peaks = [];
  for (const shape of SHAPES) peaks.push({ shape, gops: await peakOf(shape, seconds / 4) });
  const gops = Math.max(...peaks.map((peak) => peak.gops));
  const path = join(folder, "encoder.int8.onnx");
  const window = await windowMsOf(path, pieces, seconds);
  const kinds = await kindsOf(path, pieces);
  const profiled = kinds.reduce((sum, { ms }) => sum + ms, 0);
  const integerMs = kinds.filter(({ kind }) => kind === "int8 products").reduce((sum, { ms }) => sum + ms, 0);
  const operations = integerOperationsOf(pieces);
  return {
    pieces,
    windowMs: window,
    piecesPerSecond: (pieces / window) * 1000,
    peaks,
    peakGops: gops,
    /** Speed if there were nothing but the integer products, at peak. */
    peakPiecesPerSecond: (pieces * gops * 1e9) / operations,
    ofPeak: operations / 1e6 / gops / window,
    integerOfPeak: operations / 1e6 / gops / ((integerMs / profiled) * window),
    kinds: kinds.map(({ kind, ms }) => ({ kind, ms: (ms / profiled) * window, share: ms / profiled })),
  };
}

export function formatModel(found) {
  const n = (value, digits = 0) => value.toFixed(digits);
  const lines = [
    `encoder: ${n(found.windowMs, 1)} ms a window of ${found.pieces} pieces, ${n(found.piecesPerSecond)} pieces a second, one thread`,
    `int8 matrix peak: ${n(found.peakGops)} Gop/s, enough for ${n(found.peakPiecesPerSecond)} pieces a second; the encoder runs at ${n(100 * found.ofPeak)} % of it, its integer products at ${n(100 * found.integerOfPeak)} %`,
    ...found.peaks.map(({ shape, gops }) => `  ${shape.join(" × ").padEnd(20)} ${n(gops).padStart(5)} Gop/s`),
    "where a window's time goes:",
    ...found.kinds.map(
      ({ kind, ms, share }) =>
        `  ${kind.padEnd(24)} ${n(ms, 1).padStart(6)} ms ${n(100 * share).padStart(3)} %`,
    ),
  ];
  return lines.join("\n");
}

/** Two for each weight of the six layers' products and piece. */
function integerOperationsOf(pieces) {
  const [layers, hidden, inner] = [6, 384, 1536];
  return 2 * pieces * layers * (4 * hidden * hidden + 2 * hidden * inner);
}

/** The best of many, because other programs only ever make it slower. */
async function fastestMs(run, seconds) {
  await run();
  let fastest = Number.POSITIVE_INFINITY;
  const end = performance.now() + seconds * 1000;
  do {
    const start = performance.now();
    await run();
    fastest = Math.min(fastest, performance.now() - start);
  } while (performance.now() < end);
  return fastest;
}

const QUIET = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 };

async function windowMsOf(path, pieces, seconds) {
  const session = await InferenceSession.create(path, QUIET);
  const inputs = inputsOf(pieces);
  const ms = await fastestMs(() => session.run(inputs, OUTPUTS), seconds);
  await session.release();
  return ms;
}

function inputsOf(pieces) {
  const tensor = (value) =>
    new Tensor(
      "int64",
      BigInt64Array.from({ length: pieces }, (_, i) => BigInt(value(i))),
      [pieces],
    );
  return { ids: tensor((i) => 1000 + ((i * 7919) % 28000)), features: tensor(() => 24) };
}

/** Each kind of node, by the runtime's own profile; the slowest first. */
async function kindsOf(path, pieces) {
  const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
  try {
    const session = await InferenceSession.create(path, {
      ...QUIET,
      enableProfiling: true,
      profileFilePrefix: join(folder, "profile"),
    });
    const inputs = inputsOf(pieces);
    for (let i = 0; i < 6; i++) await session.run(inputs, OUTPUTS);
    session.endProfiling();
    await session.release();
    const [name] = readdirSync(folder);
    return kindsFrom(JSON.parse(readFileSync(join(folder, name), "utf8")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const KINDS = {
  DynamicQuantizeMatMul: "int8 products",
  MatMulIntegerToFloat: "int8 products",
  MatMulInteger: "int8 products",
  FusedMatMul: "attention products",
  MatMul: "attention products",
  Softmax: "softmax",
  Gemm: "heads",
  LayerNormalization: "norms",
  SkipLayerNormalization: "norms",
  Gelu: "gelu",
};

function kindsFrom(events) {
  const sums = new Map();
  for (const { cat, name, dur, args } of events) {
    if (cat !== "Node" || !name.endsWith("_kernel_time")) continue;
    const kind = KINDS[args.op_name] ?? "the rest";
    sums.set(kind, (sums.get(kind) ?? 0) + dur / 1000);
  }
  return [...sums].map(([kind, ms]) => ({ kind, ms })).sort((a, b) => b.ms - a.ms);
}

/** Billions of integer operations a second, a product of a matrix of bytes with constant weights, repeated. */
async function peakOf([rows, inner, columns], seconds) {
  const repeats = 8;
  const graph = productsGraph(rows, inner, columns, repeats);
  const session = await InferenceSession.create(graph, QUIET);
  const x = new Tensor(
    "uint8",
    Uint8Array.from({ length: rows * inner }, (_, i) => (i * 37) % 251),
    [rows, inner],
  );
  const ms = await fastestMs(() => session.run({ x }), seconds);
  await session.release();
  return (2 * rows * inner * columns * repeats) / ms / 1e6;
}

/** An ONNX graph of `repeats` integer products, each reduced to a row, so that little is handed out. */
function productsGraph(rows, inner, columns, repeats) {
  const nodes = [];
  const weights = [];
  const names = [];
  for (let i = 0; i < repeats; i++) {
    const bytes = Uint8Array.from({ length: inner * columns }, (_, k) => (k * 31 + i * 17) % 253);
    weights.push(message([1, inner], [1, columns], [2, UINT8], [8, `w${i}`], [9, bytes]));
    nodes.push(
      message([1, "x"], [1, `w${i}`], [1, "zero_x"], [1, "zero_w"], [2, `p${i}`], [4, "MatMulInteger"]),
    );
    nodes.push(message([1, `p${i}`], [1, "from"], [1, "to"], [2, `y${i}`], [4, "Slice"]));
    names.push(`y${i}`);
  }
  const number = (name, value) => message([1, 1], [2, INT64], [7, value], [8, name]);
  const zero = (name) => message([2, UINT8], [8, name], [9, Uint8Array.of(128)]);
  const graph = message(
    ...nodes.map((node) => [1, node]),
    [2, "products"],
    ...[...weights, zero("zero_x"), zero("zero_w"), number("from", 0), number("to", 1)].map((one) => [
      5,
      one,
    ]),
    [11, typed("x", UINT8, [rows, inner])],
    ...names.map((name) => [12, typed(name, INT32, [1, columns])]),
  );
  return message([1, 8], [7, graph], [8, message([2, 17])]);
}

const UINT8 = 2;
const INT32 = 6;
const INT64 = 7;

function typed(name, kind, dimensions) {
  const shape = message(...dimensions.map((value) => [1, message([1, value])]));
  return message([1, name], [2, message([1, message([1, kind], [2, shape])])]);
}

/** A protobuf message of [field, value] pairs: numbers as varints, strings and bytes by length. */
function message(...fields) {
  const parts = fields.map(([field, value]) => {
    if (typeof value === "number") return Buffer.concat([varint(field << 3), varint(value)]);
    const bytes = typeof value === "string" ? Buffer.from(value) : value;
    return Buffer.concat([varint((field << 3) | 2), varint(bytes.length), bytes]);
  });
  return Buffer.concat(parts);
}

function varint(value) {
  const bytes = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log(formatModel(await measureModel({ folder: process.argv[2] ?? OWN })));
}
