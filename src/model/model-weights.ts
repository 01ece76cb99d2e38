/** What the weights of every model have. */

import type { Graph } from "./encoder.ts";
import type { EndMarks } from "./features.ts";
import type { Vocabulary } from "./wordpiece.ts";

export interface ModelWeights<Output extends string> {
  name: string;
  version: string;
  /** SHA-256 of model.json, which holds those of all other files. */
  hash: string;
  encoder: Graph<Output>;
  vocabulary: Vocabulary;
  endMarks: EndMarks;
}
