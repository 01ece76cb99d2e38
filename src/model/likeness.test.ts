import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { windowsFrom } from "./description-part.ts";
import { windowInputOf } from "./features.ts";
import { ownFolder } from "./files.ts";
import { loadLikeness } from "./likeness.ts";
import { loadTextWeights } from "./text-weights.ts";
import { windowsOver } from "./windows.ts";
import { Tokenizer } from "./wordpiece.ts";

/** What the export's own code makes of a text. */
interface Expected {
  name: string;
  text: string;
  windows: number[][];
  vector: number[];
}

const folder = ownFolder("likeness");
const expected: Expected[] = JSON.parse(readFileSync(join(folder, "parity.json"), "utf8"));
const weights = await loadTextWeights(folder, "likeness", ["ids"], "sum");
const windows = windowsFrom(weights.description);
const tokenizer = new Tokenizer(weights.vocabulary);
const likeness = await loadLikeness();
const made: string[] = [];

afterAll(async () => {
  await likeness.close();
  for (const one of made) rmSync(one, { recursive: true });
});

function cosine(a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined): number {
  return Array.from(a ?? []).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);
}

describe.each(expected)("$name", ({ text, windows: ids, vector }) => {
  test("has the pieces and the vector that the export sees", async () => {
    const words = tokenizer.wordsIn(text);
    const shapes = windowsOver(words, windows);
    expect(shapes.map((shape) => [...windowInputOf(words, shape.words, weights.endMarks).ids])).toEqual(ids);
    const [found] = await likeness.vectorsFor([text]);
    expect(found).toHaveLength(vector.length);
    if (ids.length > 0) expect(cosine(found, vector)).toBeGreaterThan(0.995);
  });
});

describe("vectorsFor", () => {
  const SAME = [
    "The two presidents agreed to continue the talks in March.",
    "Both heads of state decided that negotiations would go on in the spring.",
  ];
  const OTHER = "Wheat exports fell by a tenth last year.";

  test("puts texts that tell the same nearer than others", async () => {
    const [a, b, c] = await likeness.vectorsFor([...SAME, OTHER]);
    expect(cosine(a, b)).toBeGreaterThan(0.4);
    expect(cosine(a, b) - cosine(a, c)).toBeGreaterThan(0.3);
  });

  test("gives vectors of length 1 in steps of 1/1024", async () => {
    const [vector = new Float32Array(0)] = await likeness.vectorsFor(SAME);
    expect(cosine(vector, vector)).toBeCloseTo(1, 2);
    expect([...vector].every((value) => Number.isInteger(value * 1024))).toBe(true);
  });

  test("gives a text the same vector alone, among others and in any order", async () => {
    const texts = [...expected.map(({ text }) => text), ...SAME, OTHER, OTHER];
    const together = await likeness.vectorsFor(texts);
    const turned = await likeness.vectorsFor(texts.toReversed());
    expect(turned.toReversed()).toEqual(together);
    for (const [i, text] of [...SAME, OTHER].entries())
      expect((await likeness.vectorsFor([text]))[0]).toEqual(together[expected.length + i]);
  });

  test("gives zeros for a text without words, and nothing for no texts", async () => {
    const [none] = await likeness.vectorsFor([" \n"]);
    expect([...(none ?? [])]).toEqual(new Array(384).fill(0));
    expect(await likeness.vectorsFor([])).toEqual([]);
  });

  test("stops at a signal", async () => {
    await expect(likeness.vectorsFor(SAME, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
    const controller = new AbortController();
    const stopped = likeness.vectorsFor([...SAME, OTHER], controller.signal);
    controller.abort(new Error("enough"));
    await expect(stopped).rejects.toThrow("enough");
  });
});

describe("loadLikeness", () => {
  /** Both folders, with graph and words of a few bytes, their hashes right. */
  function copyOf(): string {
    const root = mkdtempSync(join(tmpdir(), "readout-likeness-"));
    made.push(root);
    mkdirSync(join(root, "likeness"));
    mkdirSync(join(root, "attribution"));
    cpSync(join(folder, "../attribution/vocab.txt"), join(root, "attribution/vocab.txt"));
    const description = JSON.parse(readFileSync(join(folder, "model.json"), "utf8"));
    for (const name of ["encoder", "words"]) {
      const bytes = Buffer.from(`small ${name}`);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      Object.assign(description.files[name], { bytes: bytes.length, sha256 });
      writeFileSync(join(root, "likeness", description.files[name].path), bytes);
    }
    writeFileSync(join(root, "likeness/model.json"), JSON.stringify(description));
    return join(root, "likeness");
  }

  test("refuses a file that differs by a byte, shared ones too", async () => {
    const graph = copyOf();
    writeFileSync(join(graph, "encoder.int8.onnx"), "smell encoder");
    await expect(loadLikeness({ folder: graph })).rejects.toMatchObject({
      name: "ModelError",
      code: "damaged",
      message:
        "Cannot load the model: models/likeness/encoder.int8.onnx is damaged (SHA-256 differs); reinstall the package",
    });
    const words = copyOf();
    writeFileSync(join(words, "../attribution/words.int8.bin"), "small worms");
    await expect(loadLikeness({ folder: words })).rejects.toThrow(
      "models/attribution/words.int8.bin is damaged (SHA-256 differs)",
    );
  });

  test("says which file is missing", async () => {
    const copy = copyOf();
    rmSync(join(copy, "../attribution/vocab.txt"));
    await expect(loadLikeness({ folder: copy })).rejects.toThrow("models/attribution/vocab.txt is missing");
    await expect(loadLikeness({ folder: join(copy, "nowhere") })).rejects.toThrow(
      "models/likeness/model.json is missing",
    );
  });

  test.each([
    ["no JSON", () => "{", "models/likeness/model.json is damaged (not JSON)"],
    [
      "the attribution model's description",
      () => readFileSync(join(folder, "../attribution/model.json"), "utf8"),
      "models/likeness/model.json is not for this version of Readout (inputs differs)",
    ],
  ])("refuses %s", async (_, text, how) => {
    const copy = copyOf();
    writeFileSync(join(copy, "model.json"), text());
    await expect(loadLikeness({ folder: copy })).rejects.toThrow(how);
  });

  test("tells what the runtime says of a graph that is none, to whoever asks for vectors", async () => {
    const broken = await loadLikeness({ folder: copyOf() });
    await expect(broken.vectorsFor(["Vale said so."])).rejects.toThrow("ONNX Runtime refuses its graph");
    await broken.close();
  });
});
