/**
 * Tables: records of a Reading, and their columns. JSONL has the records as
 * they are, CSV and Parquet the columns; both are told here once, and
 * `docs/exports.md` lists the columns, held together by a test.
 */

import type { CorrectedReading } from "../reading/corrections.ts";

/** `day` is an ISO 8601 date; the plural ones are lists, in the order of what they list. */
export type ColumnType = "text" | "day" | "integer" | "number" | "boolean" | "texts" | "integers";

export type Cell = null | string | number | boolean | (string | null)[] | number[];

export interface Column<Row> {
  name: string;
  type: ColumnType;
  /** What stands in it, for `docs/exports.md`. */
  says: string;
  of: (row: Row) => Cell;
}

export interface Table {
  /** What a row is, as "statements". */
  name: string;
  columns: readonly Omit<Column<never>, "of">[];
  /** What JSONL has a line each of. */
  records(corrected: CorrectedReading): Iterable<object>;
  /** A cell for each column. */
  rows(corrected: CorrectedReading): Iterable<Cell[]>;
}

export function tableFrom<Row extends object>(
  name: string,
  rowsOf: (corrected: CorrectedReading) => Iterable<Row>,
  columns: readonly Column<Row>[],
): Table {
  return {
    name,
    columns,
    records: rowsOf,
    *rows(corrected) {
      for (const row of rowsOf(corrected)) yield columns.map(({ of }) => of(row));
    },
  };
}
