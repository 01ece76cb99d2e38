/**
 * The guards of the house: who may import whom, what floors may not touch,
 * and where talk is allowed.
 */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** From the ground up. A row imports only from itself and from rows before it. */
const ROWS = [
  "lexicon",
  "text",
  "reading",
  "accounts",
  "ledger",
  "model",
  "intake",
  "reader.ts",
  "store",
  "archive",
  "exports",
  "pages",
  "server",
  "cli",
  "desk",
  "index.ts",
];
const FLOORS = new Set(["lexicon", "text", "reading", "accounts", "ledger"]);

interface Source {
  /** As "reading/links.ts". */
  path: string;
  row: string;
  /** Without comments. */
  code: string;
  imports: string[];
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .sort()
  .map((path) => {
    const code = withoutComments(readFileSync(join(SRC, path), "utf8"));
    const name = path.split(sep).join("/");
    return { path: name, row: name.split("/")[0] ?? "", code, imports: importsIn(code) };
  });

/** Comments only: a rule for whole lines and for block comments is enough to keep examples out. */
function withoutComments(code: string): string {
  return code.replace(/^\s*\/\*[\s\S]*?\*\//gm, "").replace(/^\s*\/\/.*$/gm, "");
}

function importsIn(code: string): string[] {
  const from = [...code.matchAll(/\b(?:import|export)\b[^;"']*?\bfrom\s*"([^"]+)"/g)];
  const bare = [...code.matchAll(/\bimport\s*\(?\s*"([^"]+)"/g)];
  return [...from, ...bare].map((match) => match[1] ?? "");
}

function rowOf(source: Source, specifier: string): string {
  const path = resolve(SRC, dirname(source.path), specifier);
  return relative(SRC, path).split(sep)[0] ?? "";
}

describe("the house", () => {
  it("has only rows that it knows", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect([...new Set(sources.map((source) => source.row))].filter((row) => !ROWS.includes(row))).toEqual(
      [],
    );
  });

  it("imports downwards only", () => {
    const upwards = sources.flatMap((source) =>
      source.imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => ({ specifier, row: rowOf(source, specifier) }))
        .filter(({ row }) => row !== ".." && ROWS.indexOf(row) > ROWS.indexOf(source.row))
        .map(({ specifier }) => `${source.path} imports ${specifier}`),
    );
    expect(upwards).toEqual([]);
  });

  it("leaves its folder only for the package's own data", () => {
    const outside = sources.flatMap((source) =>
      source.imports
        .filter((specifier) => specifier.startsWith(".") && rowOf(source, specifier) === "..")
        .filter((specifier) => !/\/(?:schema|package)[^/]*(?:\/[^/]+)?\.json$/.test(specifier))
        .map((specifier) => `${source.path} imports ${specifier}`),
    );
    expect(outside).toEqual([]);
  });

  it("keeps floors free of packages, Node, clocks and chance", () => {
    const faults = sources
      .filter((source) => FLOORS.has(source.row))
      .flatMap((source) => [
        ...source.imports
          .filter((specifier) => !specifier.startsWith("."))
          .map((one) => `${source.path}: ${one}`),
        ...[
          ...source.code.matchAll(/\b(?:process\.|Date\.now|new Date\(\)|Math\.random|localeCompare)/g),
        ].map((match) => `${source.path}: ${match[0]}`),
      ]);
    expect(faults).toEqual([]);
  });

  it("talks only at the command line", () => {
    const talkers = sources.filter((source) => source.row !== "cli" && /\bconsole\./.test(source.code));
    expect(talkers.map((source) => source.path)).toEqual([]);
  });

  it("names no place outside the repository", () => {
    const places = sources.filter((source) => /\/work\/|\.\.\/shared/.test(source.code));
    expect(places.map((source) => source.path)).toEqual([]);
  });

  it("sees an import wherever it is written", () => {
    const code = `import { a } from "./a.ts";\nimport type {\n  B,\n} from "../b.ts";\nexport * from "./c.ts";\nawait import("./d.ts");\nimport "./e.ts";`;
    expect(importsIn(code).sort()).toEqual(["../b.ts", "./a.ts", "./c.ts", "./d.ts", "./e.ts"]);
  });
});
