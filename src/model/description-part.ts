/**
 * `model.json` in parts: values asked for by name and kind, so that a file of
 * another kind is refused with words on where it differs. What both models
 * have, tokenizer and windows, is read here.
 */

import { ModelError } from "./errors.ts";
import type { WindowSettings } from "./windows.ts";

export interface FileDescription {
  path: string;
  bytes: number;
  sha256: string;
}

export interface TokenizerSettings {
  cls: number;
  sep: number;
  unknown: number;
  longestWord: number;
}

/** The whole of a `model.json`. */
export function partFrom(json: string, model: string): Part {
  return new Part(parsed(json, model), "", model);
}

export function tokenizerFrom(root: Part): TokenizerSettings {
  return root.part("tokenizer").counts("cls", "sep", "unknown", "longestWord");
}

export function windowsFrom(root: Part): WindowSettings {
  const windows = root.part("windows").counts("size", "left", "right");
  // Else a window might not get beyond the one before it.
  if (windows.size - 2 <= 2 * (windows.left + windows.right))
    throw root.unsuited("windows.size is too small for its context");
  return windows;
}

function parsed(json: string, model: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ModelError(
      "damaged",
      `Cannot load the model: models/${model}/model.json is damaged (not JSON); reinstall the package`,
    );
  }
}

/** An object in the file, asked for its values by name and kind. */
export class Part {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #path: string;
  readonly #model: string;

  constructor(value: unknown, path: string, model: string) {
    this.#path = path;
    this.#model = model;
    if (typeof value !== "object" || value === null)
      throw this.unsuited(`${path || "the file"} is not an object`);
    this.#values = new Map(Object.entries(value));
  }

  part(name: string): Part {
    return new Part(this.#values.get(name), this.#named(name), this.#model);
  }

  file(name: string): FileDescription {
    const part = this.part(name);
    return { path: part.text("path"), bytes: part.count("bytes"), sha256: part.text("sha256") };
  }

  text(name: string): string {
    const value = this.#values.get(name);
    if (typeof value !== "string") throw this.unsuited(`${this.#named(name)} is not a string`);
    return value;
  }

  flag(name: string): boolean {
    const value = this.#values.get(name);
    if (typeof value !== "boolean") throw this.unsuited(`${this.#named(name)} is neither true nor false`);
    return value;
  }

  number(name: string): number {
    const value = this.#values.get(name);
    if (typeof value !== "number" || !Number.isFinite(value))
      throw this.unsuited(`${this.#named(name)} is not a number`);
    return value;
  }

  count(name: string): number {
    const value = this.number(name);
    if (!Number.isSafeInteger(value) || value < 0) throw this.unsuited(`${this.#named(name)} is not a count`);
    return value;
  }

  counts<Name extends string>(...names: Name[]): Record<Name, number> {
    return Object.fromEntries(names.map((name) => [name, this.count(name)])) as Record<Name, number>;
  }

  numbers(name: string): number[] {
    const value = this.#values.get(name);
    if (!Array.isArray(value) || !value.every((item) => typeof item === "number"))
      throw this.unsuited(`${this.#named(name)} is not a list of numbers`);
    return value;
  }

  mustEqual(name: string, expected: unknown): void {
    const value = this.#values.get(name);
    if (JSON.stringify(value) !== JSON.stringify(expected))
      throw this.unsuited(`${this.#named(name)} differs`);
  }

  /** The error for a file that is whole, but not for this version of Readout. */
  unsuited(how: string): ModelError {
    return new ModelError(
      "unsuited",
      `Cannot load the model: models/${this.#model}/model.json is not for this version of Readout (${how})`,
    );
  }

  #named(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }
}
