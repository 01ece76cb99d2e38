/**
 * `model.json`: what the weights are and how to use them, as the training wrote
 * it. Checked against what this version of Readout can use, so that weights of
 * another kind are refused and never half understood.
 */

import { type ConfidenceWeights, CUE_TAGS, type DecoderSettings, ROLE_TAGS } from "../reading/numbers.ts";
import {
  type FileDescription,
  type Part,
  partFrom,
  type TokenizerSettings,
  tokenizerFrom,
  windowsFrom,
} from "./description-part.ts";
import type { WindowSettings } from "./windows.ts";
import { BREAKS, QUOTES, SHAPES } from "./wordpiece.ts";

export interface Description {
  name: string;
  version: string;
  files: Record<"encoder" | "words" | "roles" | "vocabulary", FileDescription>;
  tokenizer: TokenizerSettings;
  windows: WindowSettings;
  roles: {
    add: number;
    times: number;
    /** Where each table begins in the file, in floats. */
    tables: Record<"distance" | "lines" | "weight" | "bias", { offset: number }>;
    distanceEdges: number[];
    lineReach: number;
  };
  decoding: DecoderSettings;
  confidence: ConfidenceWeights;
}

const PARTS = ["B", "I", "E", "S"];
const CUE_LABELS = ["O", ...PARTS];
const ROLE_LABELS = [
  "O",
  ...PARTS.map((part) => `source-${part}`),
  ...PARTS.map((part) => `content-${part}`),
];
const CONFIDENCE_INPUTS = [
  "cue",
  "cueAny",
  "contentMean",
  "contentEdge",
  "sourceMean",
  "noSource",
  "sourceMissed",
  "severalParts",
];

export function parseDescription(json: string): Description {
  const root = partFrom(json, "attribution");
  root.mustEqual("cueTags", CUE_LABELS);
  root.mustEqual("roleTags", ROLE_LABELS);
  const features = root.part("features");
  features.mustEqual("shapes", SHAPES);
  features.mustEqual("breaks", BREAKS);
  features.mustEqual("quotes", QUOTES);
  const files = root.part("files");
  const confidence = root.part("confidence");
  confidence.mustEqual("inputs", CONFIDENCE_INPUTS);
  const roles = root.part("roles");
  const outputs = root.part("outputs");
  const width = roles.count("add") + roles.count("times");
  const widths = { outer: CUE_TAGS, any: CUE_TAGS, unary: ROLE_TAGS, word: width, cue: width };
  for (const [name, columns] of Object.entries(widths)) outputs.mustEqual(name, columns);
  return {
    name: root.text("name"),
    version: root.text("version"),
    files: {
      encoder: files.file("encoder"),
      words: files.file("words"),
      roles: files.file("roles"),
      vocabulary: files.file("vocabulary"),
    },
    tokenizer: tokenizerFrom(root),
    windows: windowsFrom(root),
    roles: {
      ...roles.counts("add", "times", "lineReach"),
      tables: tablesFrom(roles.part("tables")),
      distanceEdges: roles.numbers("distanceEdges"),
    },
    decoding: decodingFrom(root.part("decoding")),
    confidence: { weights: confidence.numbers("weights"), bias: confidence.number("bias") },
  };
}

function tablesFrom(tables: Part): Description["roles"]["tables"] {
  const table = (name: string) => tables.part(name).counts("offset");
  return { distance: table("distance"), lines: table("lines"), weight: table("weight"), bias: table("bias") };
}

function decodingFrom(part: Part): DecoderSettings {
  return {
    outerBias: part.number("outerBias"),
    anyBias: part.number("anyBias"),
    roleBias: part.number("roleBias"),
    inner: part.flag("inner"),
    minInnerCue: part.number("minInnerCue"),
    rivalBias: part.number("rivalBias"),
    closeGain: part.number("closeGain"),
  };
}
