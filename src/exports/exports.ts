/**
 * The formats of an export, and what stands in a table. A format's own file,
 * with the library that it needs, is loaded when it is asked for.
 */

import type { Exporter } from "./exporter.ts";

export type { Exporter, Piece } from "./exporter.ts";

export const EXPORT_FORMATS = ["jsonl", "csv", "parquet", "annotation", "tei", "events"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const TABLE_KINDS = ["statements", "facts"] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** Formats that are tables of either kind; the others hold what they hold. */
export const TABLE_FORMATS: ReadonlySet<ExportFormat> = new Set(["jsonl", "csv", "parquet"]);

/** Formats whose cells a spreadsheet could take for formulas. */
export const CELL_FORMATS: ReadonlySet<ExportFormat> = new Set(["csv", "events"]);

export interface ExportOptions {
  /** Rows of a table; the other formats do not ask. */
  what: TableKind;
  /** Whether cells that a spreadsheet would run as formulas get an apostrophe before them. */
  guarded: boolean;
}

type Maker = (options: ExportOptions) => Promise<Exporter>;

const MAKERS: { readonly [format in ExportFormat]: Maker } = {
  async jsonl({ what }) {
    const { jsonlExporter } = await import("./jsonl.ts");
    return jsonlExporter(await tableOf(what));
  },
  async csv({ what, guarded }) {
    const { csvExporter } = await import("./csv.ts");
    return csvExporter(await tableOf(what), guarded);
  },
  async parquet({ what }) {
    const { parquetExporter } = await import("./parquet.ts");
    return parquetExporter(await tableOf(what));
  },
  async annotation() {
    return (await import("./annotation.ts")).annotationExporter();
  },
  async tei() {
    return (await import("./tei.ts")).teiExporter();
  },
  async events({ guarded }) {
    const { csvExporter } = await import("./csv.ts");
    return csvExporter((await import("./events.ts")).EVENTS, guarded);
  },
};

export function exporterOf(format: ExportFormat, options: ExportOptions): Promise<Exporter> {
  return MAKERS[format](options);
}

async function tableOf(what: TableKind) {
  if (what === "facts") return (await import("./facts.ts")).FACTS;
  return (await import("./statements.ts")).STATEMENTS;
}
