/**
 * The weights of the likeness model: reads `models/likeness/model.json` and
 * checks every file that it names. Vocabulary and table of words are those of
 * the attribution model, which was trained with them as they were: one file
 * serves both.
 */

import { join } from "node:path";
import { partFrom, tokenizerFrom, windowsFrom } from "./description-part.ts";
import type { Graph } from "./encoder.ts";
import type { EndMarks } from "./features.ts";
import { bytesOf, checkedBytes, sha256Of } from "./files.ts";
import type { WindowSettings } from "./windows.ts";
import { parseVocabulary, type Vocabulary } from "./wordpiece.ts";

const NAME = "likeness";

export interface LikenessWeights {
  name: string;
  version: string;
  /** SHA-256 of model.json, which holds those of all other files. */
  hash: string;
  encoder: Graph<"sum">;
  vocabulary: Vocabulary;
  endMarks: EndMarks;
  windows: WindowSettings;
  /** Numbers in a vector. */
  width: number;
  /** They are kept as so many steps from 0 to 1. */
  steps: number;
}

/** Reads the folder and checks every file that its description names. */
export async function loadLikenessWeights(folder: string): Promise<LikenessWeights> {
  const bytes = await bytesOf(folder, NAME, "model.json");
  const root = partFrom(new TextDecoder().decode(bytes), NAME);
  const files = root.part("files");
  const [encoder, words, vocabulary] = [files.file("encoder"), files.file("words"), files.file("vocabulary")];
  const { cls, sep, unknown, longestWord } = tokenizerFrom(root);
  root.mustEqual("inputs", ["ids"]);
  const [hash, lines] = await Promise.all([
    sha256Of(bytes),
    checkedBytes(folder, NAME, vocabulary),
    checkedBytes(folder, NAME, encoder),
    checkedBytes(folder, NAME, words),
  ]);
  return {
    name: root.text("name"),
    version: root.text("version"),
    hash,
    encoder: { path: join(folder, encoder.path), outputs: ["sum"], words: join(folder, words.path) },
    vocabulary: parseVocabulary(new TextDecoder().decode(lines), unknown, longestWord),
    endMarks: { cls, sep },
    windows: windowsFrom(root),
    width: root.part("outputs").count("sum"),
    steps: root.count("steps"),
  };
}
