/**
 * The weights of the models that read short texts: `models/likeness` and
 * `models/pairs`. Reads `model.json` and checks every file that it names.
 * The vocabulary is that of the attribution model, and so is likeness's table of
 * words, for it was trained with it as it was: one file serves both.
 */

import { join } from "node:path";
import { type Part, partFrom, tokenizerFrom } from "./description-part.ts";
import { bytesOf, checkedBytes, type ModelName, sha256Of } from "./files.ts";
import type { ModelWeights } from "./model-weights.ts";
import { parseVocabulary } from "./wordpiece.ts";

export interface TextWeights<Output extends string> extends ModelWeights<Output> {
  /** What else the description says. */
  description: Part;
}

/** Reads the folder and checks every file that its description names; refuses a graph with other inputs. */
export async function loadTextWeights<Output extends string>(
  folder: string,
  model: ModelName,
  inputs: readonly string[],
  output: Output,
): Promise<TextWeights<Output>> {
  const bytes = await bytesOf(folder, model, "model.json");
  const description = partFrom(new TextDecoder().decode(bytes), model);
  description.mustEqual("inputs", inputs);
  const files = description.part("files");
  const [encoder, words, vocabulary] = [files.file("encoder"), files.file("words"), files.file("vocabulary")];
  const { cls, sep, unknown, longestWord } = tokenizerFrom(description);
  const [hash, lines] = await Promise.all([
    sha256Of(bytes),
    checkedBytes(folder, model, vocabulary),
    checkedBytes(folder, model, encoder),
    checkedBytes(folder, model, words),
  ]);
  return {
    name: description.text("name"),
    version: description.text("version"),
    hash,
    encoder: { path: join(folder, encoder.path), outputs: [output], words: join(folder, words.path) },
    vocabulary: parseVocabulary(new TextDecoder().decode(lines), unknown, longestWord),
    endMarks: { cls, sep },
    description,
  };
}
