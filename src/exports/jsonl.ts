/** JSON Lines: a record a line, whole, in the order of the Readings. */

import type { Exporter } from "./exporter.ts";
import type { Table } from "./table.ts";

export function jsonlExporter(table: Table): Exporter {
  return {
    begin: () => [],
    *add(corrected) {
      for (const record of table.records(corrected)) yield `${JSON.stringify(record)}\n`;
    },
    end: () => [],
  };
}
