/**
 * CSV as RFC 4180 has it: commas, CRLF, a header, quotes where they are needed.
 *
 * Lists stand in one cell with ` | ` between; a list whose words hold that
 * cannot be taken apart again, which JSONL and Parquet have no trouble with.
 *
 * Words of a document can begin with `=`, and a spreadsheet would run them.
 * Guarded, such a cell gets an apostrophe before it; unguarded, every cell is
 * exactly what it was.
 */

import { stringify } from "csv-stringify/sync";
import type { Exporter } from "./exporter.ts";
import type { Cell, Table } from "./table.ts";

const BETWEEN = " | ";

export function csvExporter(table: Table, guarded: boolean): Exporter {
  const lines = (rows: string[][]) =>
    stringify(rows, { record_delimiter: "windows", escape_formulas: guarded });
  return {
    begin: () => [lines([table.columns.map(({ name }) => name)])],
    *add(corrected) {
      for (const row of table.rows(corrected)) yield lines([row.map(formatCell)]);
    },
    end: () => [],
  };
}

function formatCell(cell: Cell): string {
  if (cell === null) return "";
  return Array.isArray(cell) ? cell.map((one) => one ?? "").join(BETWEEN) : String(cell);
}
