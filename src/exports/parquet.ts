/**
 * Parquet: the same columns as CSV, typed, lists as lists, in row groups.
 *
 * Every column may be empty, and so may what stands in a list. What wrote it is
 * told in the file's own metadata besides the columns.
 */

import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { VERSION } from "../reading/version.ts";
import type { Exporter, Piece } from "./exporter.ts";
import type { Cell, ColumnType, Table } from "./table.ts";

/** Rows that are held until they are written; a row is about a kilobyte. */
const GROUP_ROWS = 10_000;

export function parquetExporter(table: Table): Exporter {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(table),
    createdBy: `readout version ${VERSION}`,
    kvMetadata: [{ key: "readout.table", value: table.name }],
  });
  let rows: Cell[][] = [];
  const written = (): Piece => {
    const columnData = table.columns.map(({ name, type }, at) => ({
      name,
      data: rows.map((row) => storedCell(row[at] ?? null, type)),
    }));
    if (rows.length > 0) writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    rows = [];
    return taken(bytes);
  };
  return {
    begin: () => [],
    *add(corrected) {
      for (const row of table.rows(corrected)) {
        rows.push(row);
        if (rows.length >= GROUP_ROWS) yield written();
      }
    },
    *end() {
      yield written();
      writer.finish();
      yield taken(bytes);
    },
  };
}

/** What was written so far, taken out; the writer goes on counting from there. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

function storedCell(cell: Cell, type: ColumnType): unknown {
  return type === "day" && typeof cell === "string" ? new Date(cell) : cell;
}

type Stored = Pick<SchemaElement, "type" | "converted_type">;

const STORED: { readonly [type in Exclude<ColumnType, "texts" | "integers">]: Stored } = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  day: { type: "INT32", converted_type: "DATE" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
};

function schemaOf({ columns }: Table): SchemaElement[] {
  return [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

/** A list has three levels, as the Parquet format asks. */
function elementsOf({ name, type }: Table["columns"][number]): SchemaElement[] {
  if (type !== "texts" && type !== "integers")
    return [{ name, repetition_type: "OPTIONAL", ...STORED[type] }];
  const element = type === "texts" ? STORED.text : STORED.integer;
  return [
    { name, repetition_type: "OPTIONAL", converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "OPTIONAL", ...element },
  ];
}
