/**
 * `model.json`: what the weights are and how to use them, as the training wrote
 * it. Checked against what this version of Readout can use, so that weights of
 * another kind are refused and never half understood.
 */

import { type ConfidenceWeights, CUE_TAGS, type DecoderSettings, ROLE_TAGS } from "../reading/numbers.ts";
import { ModelError } from "./errors.ts";
import type { WindowSettings } from "./windows.ts";
import { BREAKS, QUOTES, SHAPES } from "./wordpiece.ts";

export interface FileDescription {
  path: string;
  bytes: number;
  sha256: string;
}

export interface Description {
  name: string;
  version: string;
  files: Record<"encoder" | "words" | "roles" | "vocabulary", FileDescription>;
  tokenizer: { cls: number; sep: number; unknown: number; longestWord: number };
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
  const root = new Part(parsed(json), "");
  root.mustEqual("cueTags", CUE_LABELS);
  root.mustEqual("roleTags", ROLE_LABELS);
  const features = root.part("features");
  features.mustEqual("shapes", SHAPES);
  features.mustEqual("breaks", BREAKS);
  features.mustEqual("quotes", QUOTES);
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
    files: filesFrom(root.part("files")),
    tokenizer: root.part("tokenizer").counts("cls", "sep", "unknown", "longestWord"),
    windows: windowsFrom(root.part("windows")),
    roles: {
      ...roles.counts("add", "times", "lineReach"),
      tables: tablesFrom(roles.part("tables")),
      distanceEdges: roles.numbers("distanceEdges"),
    },
    decoding: decodingFrom(root.part("decoding")),
    confidence: { weights: confidence.numbers("weights"), bias: confidence.number("bias") },
  };
}

function filesFrom(files: Part): Description["files"] {
  const file = (name: string): FileDescription => {
    const part = files.part(name);
    return { path: part.text("path"), bytes: part.count("bytes"), sha256: part.text("sha256") };
  };
  return {
    encoder: file("encoder"),
    words: file("words"),
    roles: file("roles"),
    vocabulary: file("vocabulary"),
  };
}

function tablesFrom(tables: Part): Description["roles"]["tables"] {
  const table = (name: string) => tables.part(name).counts("offset");
  return { distance: table("distance"), lines: table("lines"), weight: table("weight"), bias: table("bias") };
}

function windowsFrom(part: Part): WindowSettings {
  const windows = part.counts("size", "left", "right");
  // Else a window might not get beyond the one before it.
  if (windows.size - 2 <= 2 * (windows.left + windows.right))
    throw unsuited("windows.size is too small for its context");
  return windows;
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

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ModelError(
      "damaged",
      "Cannot load the model: models/attribution/model.json is damaged (not JSON); reinstall the package",
    );
  }
}

function unsuited(how: string): ModelError {
  return new ModelError(
    "unsuited",
    `Cannot load the model: models/attribution/model.json is not for this version of Readout (${how})`,
  );
}

/** An object in the file, asked for its values by name and kind. */
class Part {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    if (typeof value !== "object" || value === null) throw unsuited(`${path || "the file"} is not an object`);
    this.#values = new Map(Object.entries(value));
    this.#path = path;
  }

  part(name: string): Part {
    return new Part(this.#values.get(name), this.#named(name));
  }

  text(name: string): string {
    const value = this.#values.get(name);
    if (typeof value !== "string") throw unsuited(`${this.#named(name)} is not a string`);
    return value;
  }

  flag(name: string): boolean {
    const value = this.#values.get(name);
    if (typeof value !== "boolean") throw unsuited(`${this.#named(name)} is neither true nor false`);
    return value;
  }

  number(name: string): number {
    const value = this.#values.get(name);
    if (typeof value !== "number" || !Number.isFinite(value))
      throw unsuited(`${this.#named(name)} is not a number`);
    return value;
  }

  count(name: string): number {
    const value = this.number(name);
    if (!Number.isSafeInteger(value) || value < 0) throw unsuited(`${this.#named(name)} is not a count`);
    return value;
  }

  counts<Name extends string>(...names: Name[]): Record<Name, number> {
    return Object.fromEntries(names.map((name) => [name, this.count(name)])) as Record<Name, number>;
  }

  numbers(name: string): number[] {
    const value = this.#values.get(name);
    if (!Array.isArray(value) || !value.every((item) => typeof item === "number"))
      throw unsuited(`${this.#named(name)} is not a list of numbers`);
    return value;
  }

  mustEqual(name: string, expected: unknown): void {
    const value = this.#values.get(name);
    if (JSON.stringify(value) !== JSON.stringify(expected)) throw unsuited(`${this.#named(name)} differs`);
  }

  #named(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }
}
