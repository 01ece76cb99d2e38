import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ownFolder } from "./files.ts";
import { loadModel } from "./model.ts";
import { loadWeights } from "./weights.ts";

const own = ownFolder("attribution");
const made: string[] = [];

/** A copy of the weights whose encoder and words are a few bytes, with their hashes right. */
function copyOf(): {
  folder: string;
  describe: (change: (description: Record<string, unknown>) => void) => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "readout-weights-"));
  made.push(folder);
  for (const name of ["roles.f32.bin", "vocab.txt"]) copyFileSync(join(own, name), join(folder, name));
  const description = JSON.parse(readFileSync(join(own, "model.json"), "utf8"));
  for (const name of ["encoder", "words"]) {
    const bytes = Buffer.from(`small ${name}`);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    writeFileSync(join(folder, description.files[name].path), bytes);
    Object.assign(description.files[name], { bytes: bytes.length, sha256 });
  }
  const write = () => writeFileSync(join(folder, "model.json"), JSON.stringify(description));
  write();
  return {
    folder,
    describe: (change) => {
      change(description);
      write();
    },
  };
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

describe("loadWeights", () => {
  test("reads vocabulary, tables and settings", async () => {
    const { name, hash, vocabulary, decoder } = await loadWeights(copyOf().folder);
    expect(name).toBe("readout-attribution");
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(vocabulary.begins.get("the")).toBe(1996);
    expect(decoder.roles.weight).toHaveLength(9 * (decoder.roles.add + decoder.roles.times));
  });

  test("has another hash for other settings", async () => {
    const copy = copyOf();
    const before = await loadWeights(copy.folder);
    copy.describe((description) => Object.assign(description, { version: "99" }));
    expect((await loadWeights(copy.folder)).hash).not.toBe(before.hash);
  });

  test("refuses a file that differs by a byte", async () => {
    const { folder } = copyOf();
    const path = join(folder, "encoder.int8.onnx");
    const bytes = readFileSync(path);
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(loadWeights(folder)).rejects.toThrow(
      "Cannot load the model: models/attribution/encoder.int8.onnx is damaged (SHA-256 differs); reinstall the package",
    );
  });

  test("refuses a file that was cut", async () => {
    const { folder } = copyOf();
    truncateSync(join(folder, "words.int8.bin"), 5);
    await expect(loadWeights(folder)).rejects.toThrow("words.int8.bin is damaged (5 bytes instead of 11)");
  });

  test("says which file is missing", async () => {
    const { folder } = copyOf();
    rmSync(join(folder, "vocab.txt"));
    await expect(loadWeights(folder)).rejects.toMatchObject({
      name: "ModelError",
      code: "missing",
      message: "Cannot load the model: models/attribution/vocab.txt is missing; reinstall the package",
    });
    await expect(loadModel({ folder: join(folder, "nowhere") })).rejects.toThrow("model.json is missing");
  });

  test("refuses a description that is not JSON", async () => {
    const { folder } = copyOf();
    writeFileSync(join(folder, "model.json"), "{");
    await expect(loadWeights(folder)).rejects.toThrow("model.json is damaged (not JSON)");
  });

  test.each([
    ["other tags", { roleTags: ["O"] }, "roleTags differs"],
    ["no name", { name: 7 }, "name is not a string"],
    ["no windows", { windows: null }, "windows is not an object"],
    [
      "windows that could not go on",
      { windows: { size: 64, left: 64, right: 40 } },
      "too small for its context",
    ],
    ["other outputs", { outputs: {} }, "outputs.outer differs"],
  ])("refuses weights with %s", async (_, change, how) => {
    const copy = copyOf();
    copy.describe((description) => Object.assign(description, change));
    await expect(loadWeights(copy.folder)).rejects.toThrow(how);
  });

  test("tells what the runtime says of a graph that is none, to whoever asks for numbers", async () => {
    const model = await loadModel({ folder: copyOf().folder });
    await expect(model.numbersFor("Vale said so.")).rejects.toThrow(
      "Cannot load the model: ONNX Runtime refuses its graph",
    );
    await model.close();
  });
});
