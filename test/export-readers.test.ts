/**
 * Exports, each checked by a reader that is not ours: CSV by csv-parse, Parquet
 * by hyparquet, JSON-LD by jsonld, TEI by xmllint against the TEI's own schema
 * and by saxes.
 */

import { readFileSync } from "node:fs";
import { parse as parseCsv } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import jsonld from "jsonld";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { FACTS } from "../src/exports/facts.ts";
import { STATEMENT_COLUMNS, type StatementRecord } from "../src/exports/statements.ts";
import { correctedReadingOf } from "../src/reading/corrected.ts";
import { HARD_TEXT, type MadeExport, madeExport } from "./made-export.ts";
import { ran } from "./made-world.ts";

const fixture = (name: string) => readFileSync(new URL(`./export-files/${name}`, import.meta.url), "utf8");

let made: MadeExport;
let records: StatementRecord[];
beforeAll(async () => {
  made = await madeExport();
  records = (await exported("jsonl"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
});
afterAll(() => made.remove());

async function exported(format: string, ...args: string[]): Promise<string> {
  const { exit, out, err } = await ran(["export", "--store", made.path, "--format", format, ...args]);
  expect({ exit, err }).toEqual({ exit: 0, err: "" });
  return out;
}

/** The cells of a statement's row, as the table has them. */
const cellsOf = (record: StatementRecord) => STATEMENT_COLUMNS.map(({ of }) => of(record));

describe("CSV, read by csv-parse", () => {
  const inCsv = (cell: ReturnType<typeof cellsOf>[number]) =>
    cell === null ? "" : Array.isArray(cell) ? cell.map((one) => one ?? "").join(" | ") : String(cell);

  it("has every cell of every statement, under its column", async () => {
    const rows: string[][] = parseCsv(await exported("csv", "--unguarded"));
    expect(rows[0]).toEqual(STATEMENT_COLUMNS.map(({ name }) => name));
    expect(rows.slice(1)).toEqual(records.map((record) => cellsOf(record).map(inCsv)));
  });

  it("ends lines as RFC 4180 asks, and quotes those within cells", async () => {
    const text = await exported("csv", "--what", "facts");
    expect(text.endsWith("\r\n")).toBe(true);
    expect((parseCsv(text, { record_delimiter: "\r\n" }) as string[][])[0]).toEqual(
      FACTS.columns.map(({ name }) => name),
    );
  });

  it("keeps a spreadsheet from running words, unless told to leave them", async () => {
    const wordsIn = async (...args: string[]) =>
      (parseCsv(await exported("csv", ...args), { columns: true }) as Record<string, string>[]).map(
        ({ words }) => words,
      );
    expect(await wordsIn()).toContain("'=SUM(A1), and more.");
    expect(await wordsIn("--unguarded")).toContain("=SUM(A1), and more.");
  });
});

describe("the event table, read by csv-parse", () => {
  it("has source, target, type, day and condition of each event", async () => {
    const events = parseCsv(await exported("events", "--unguarded"), { columns: true }) as Record<
      string,
      string
    >[];
    expect(events.map(({ event_type }) => event_type)).toEqual(["THREATEN"]);
    expect(events[0]).toMatchObject({
      event_date: "2031-05-05",
      date_basis: "contact",
      event_operators: "future",
      source: "name:ola-berg",
      target: "lund",
      conditions: "if the strait is closed",
      words: "if the strait is closed, Arden will answer",
      made_by: "machine",
      review: "changed",
      corrected_by: "vera",
    });
  });
});

describe("Parquet, read by hyparquet", () => {
  it("has the same rows, typed: lists as lists, days as days, nothing as null", async () => {
    const path = made.at("read.parquet");
    await ran(["export", "--store", made.path, "--format", "parquet", "--out", path]);
    const bytes = readFileSync(path);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const rows = await parquetReadObjects({ file });
    const expected = records.map((record) =>
      Object.fromEntries(
        STATEMENT_COLUMNS.map(({ name, type, of }) => {
          const cell = of(record);
          return [name, type === "day" && typeof cell === "string" ? new Date(cell) : cell];
        }),
      ),
    );
    expect(rows).toEqual(expected);
    const { created_by, key_value_metadata } = parquetMetadata(file);
    expect(created_by).toMatch(/^readout version \d/);
    expect(key_value_metadata).toEqual([{ key: "readout.table", value: "statements" }]);
  });

  it("is a table without rows for a store without any", async () => {
    const { parquetExporter } = await import("../src/exports/parquet.ts");
    const exporter = parquetExporter(FACTS);
    const pieces = [...exporter.begin(), ...exporter.end()].map((piece) => Buffer.from(piece));
    const all = Buffer.concat(pieces);
    const file = all.buffer.slice(all.byteOffset, all.byteOffset + all.byteLength) as ArrayBuffer;
    expect(parquetMetadata(file).num_rows).toBe(0n);
    expect(await parquetReadObjects({ file })).toEqual([]);
  });
});

interface Node {
  [key: string]: unknown;
}
const OA = "http://www.w3.org/ns/oa#";
const VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";

/** Every node of an expanded document that has this property. */
function nodesWith(value: unknown, property: string): Node[] {
  if (Array.isArray(value)) return value.flatMap((one) => nodesWith(one, property));
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((one) => nodesWith(one, property));
  return property in value ? [value as Node, ...inner] : inner;
}

/** The values, or ids, of a property. */
function valuesOf(node: Node | undefined, property: string): unknown[] {
  const list = (node?.[property] ?? []) as { "@value"?: unknown; "@id"?: unknown }[];
  return list.map((one) => one["@value"] ?? one["@id"]);
}

describe("Web Annotation, read by jsonld", () => {
  const context = JSON.parse(fixture("annotation-context.json"));
  async function expanded(): Promise<object[]> {
    const documentLoader = async (url: string) => {
      if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`a test must not fetch ${url}`);
      return { document: context, documentUrl: url };
    };
    // Safe: whatever has no meaning in the context is an error, not left out.
    return jsonld.expand(JSON.parse(await exported("annotation")), { documentLoader, safe: true });
  }

  it("means something in every key, and counts its annotations", async () => {
    const graph = await expanded();
    const annotations = nodesWith(graph, `${OA}hasTarget`);
    expect(valuesOf(graph[0] as Node, "http://www.w3.org/ns/activitystreams#totalItems")).toEqual([
      annotations.length,
    ]);
    expect(new Set(annotations.map((one) => one["@id"])).size).toBe(annotations.length);
    expect(annotations.every((one) => valuesOf(one, `${OA}motivatedBy`).length === 1)).toBe(true);
  });

  it("selects the exact words, counted in code points, with what stands around them", async () => {
    const graph = await expanded();
    const texts = new Map(
      nodesWith(graph, VALUE)
        .filter((one) => String(one["@id"] ?? "").startsWith("ni:"))
        .map((one) => [one["@id"], String(valuesOf(one, VALUE)[0])]),
    );
    expect([...texts.values()]).toContain(HARD_TEXT);
    const targets = nodesWith(graph, `${OA}hasSelector`);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) {
      const text = texts.get(valuesOf(target, `${OA}hasSource`)[0]) ?? "";
      const points = Array.from(text);
      const position = nodesWith(target, `${OA}start`)[0];
      const quote = nodesWith(target, `${OA}exact`)[0];
      const [start, end] = [valuesOf(position, `${OA}start`)[0], valuesOf(position, `${OA}end`)[0]].map(
        Number,
      );
      const [exact, prefix, suffix] = ["exact", "prefix", "suffix"].map(
        (key) => valuesOf(quote, OA + key)[0],
      );
      expect(points.slice(start, end).join("")).toBe(exact);
      expect(points.slice(0, start).join("").endsWith(String(prefix))).toBe(true);
      expect(points.slice(end).join("").startsWith(String(suffix))).toBe(true);
    }
    // The smiley is two units and one point: else the test would pass with UTF-16, too.
    const starts = targets.map((one) => valuesOf(nodesWith(one, `${OA}start`)[0], `${OA}start`)[0]);
    expect(starts).toContain(HARD_TEXT.indexOf("if the strait is closed, Arden") - 1);
  });

  it("has the machine and each person as creators, corrections by their person and time", async () => {
    const graph = await expanded();
    const creators = nodesWith(graph, "http://purl.org/dc/terms/creator").map((one) =>
      nodesWith(one["http://purl.org/dc/terms/creator"], "@type").map(
        (node) =>
          `${String(node["@type"]).split(/[#/]/).at(-1)} ${valuesOf(node, "http://xmlns.com/foaf/0.1/name")[0]}`,
      ),
    );
    expect(creators).toContainEqual(["Application Readout 0.0.0, rules alone"]);
    expect(creators).toContainEqual(["Application Readout 0.0.0, model made@1"]);
    expect(creators).toContainEqual(["Application Readout 0.0.0, rules alone", "Person vera"]);
    expect(creators).toContainEqual(["Person ben"]);
    const dated = nodesWith(graph, "http://purl.org/dc/terms/created");
    expect(dated).toHaveLength(4);
  });
});

interface TeiText {
  /** The text of each body, without tags. */
  bodies: string[];
  /** By the id of an anchor, its offset in its body. */
  anchors: Map<string, number>;
  spans: { type: string; from: string; to: string; resp: string; body: number }[];
  said: { who: string; words: string }[];
  ids: string[];
}

/** What a strict XML parser finds in the export. */
function teiIn(xml: string): TeiText {
  const found: TeiText = { bodies: [], anchors: new Map(), spans: [], said: [], ids: [] };
  let group = "";
  let body: string | null = null;
  let document = -1;
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const of = (key: string) => String(attributes[key] ?? "");
    open.push(name);
    if (of("xml:id") !== "") found.ids.push(of("xml:id"));
    if (name === "TEI") document++;
    if (name === "spanGrp") group = of("type");
    if (name === "span")
      found.spans.push({
        type: group,
        from: of("from").slice(1),
        to: of("to").slice(1),
        resp: of("resp"),
        body: document,
      });
    if (name === "body") body = "";
    if (name === "anchor") found.anchors.set(of("xml:id"), body?.length ?? -1);
    if (name === "said") found.said.push({ who: of("who"), words: "" });
  });
  parser.on("text", (words) => {
    if (body !== null) body += words;
    const said = found.said.at(-1);
    if (said !== undefined && open.includes("said")) said.words += words;
  });
  parser.on("closetag", ({ name }) => {
    open.pop();
    if (name !== "body") return;
    found.bodies.push(body ?? "");
    body = null;
  });
  parser.write(xml).close();
  return found;
}

describe("TEI, read by xmllint and saxes", () => {
  const validated = (contents: string) =>
    validateXML({
      xml: { fileName: "export.xml", contents },
      schema: { fileName: "tei.rng", contents: fixture("tei-subset.rng") },
      extension: "relaxng",
    });

  it("is valid by the TEI's own schema, several documents and one", async () => {
    const corpus = await exported("tei");
    expect(corpus).toContain("<teiCorpus");
    expect((await validated(corpus)).errors).toEqual([]);
    const { teiExporter } = await import("../src/exports/tei.ts");
    const { hardReading } = await import("./made-export.ts");
    const exporter = teiExporter();
    const one = [
      ...exporter.begin(),
      ...exporter.add(correctedReadingOf(hardReading(), [])),
      ...exporter.end(),
    ].join("");
    expect(one).not.toContain("teiCorpus");
    expect((await validated(one)).errors).toEqual([]);
  });

  it("would be found out if it were not", async () => {
    const corpus = await exported("tei");
    expect((await validated(corpus.replace("<body>", "<body>loose"))).valid).toBe(false);
    expect((await validated(corpus.replace('cert="', 'cert="very '))).valid).toBe(false);
  });

  it("keeps the text, but for what XML cannot hold, and says so", async () => {
    const corpus = await exported("tei");
    expect(teiIn(corpus).bodies).toContain(HARD_TEXT.replace("\u0001", "\ufffd"));
    expect(corpus).toContain(`U+0001 at ${HARD_TEXT.indexOf("\u0001")}`);
  });

  it("has every id once, and spans from anchor to anchor over the exact words", async () => {
    const { ids, anchors, spans, bodies } = teiIn(await exported("tei"));
    expect(new Set(ids).size).toBe(ids.length);
    const wordsOf = ({ from, to, body }: TeiText["spans"][number]) =>
      bodies[body]?.slice(anchors.get(from) ?? -1, anchors.get(to) ?? -1);
    const statements = spans.filter(({ type }) => type === "statement").map(wordsOf);
    const parts = records.flatMap(({ content }) => content.map(({ words }) => words));
    expect(statements.toSorted()).toEqual(parts.toSorted());
    expect(spans.filter(({ type }) => type === "condition").map(wordsOf)).toEqual([
      "if the strait is closed",
    ]);
    expect(spans.filter(({ type }) => type === "cue").map(wordsOf)).toEqual(["said", "warned"]);
  });

  it("marks what is said by whom, block by block", async () => {
    const { said, ids } = teiIn(await exported("tei"));
    expect(said.map(({ words }) => words)).toEqual([
      "“President Holt warned that if the strait is closed, Arden will answer,”",
      "“We never wanted this.",
    ]);
    for (const { who } of said) expect(ids).toContain(who.slice(1));
  });

  it("names the machine and each person as responsible", async () => {
    const corpus = await exported("tei");
    const { spans, ids } = teiIn(corpus);
    const responsible = new Set(spans.flatMap(({ resp }) => resp.split(" ")));
    for (const one of responsible) expect(ids).toContain(one.slice(1));
    expect(corpus.match(/<persName>(?:vera|ben)<\/persName>/g)).toHaveLength(2);
    expect(corpus).toContain("the tape has &lt;his&gt; voice</change>");
  });
});
