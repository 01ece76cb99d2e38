/**
 * Readout as a library: a document in, a Reading out. Nothing is done at
 * import; the list of actors is loaded with the first document.
 *
 *     import { read } from "readout";
 *     const reading = await read(text, { date: "2021-12-31", publisher: "RIA Novosti" });
 *     for (const statement of reading.statements) console.log(statement.act, statement.content);
 */

export { InputError, type InputErrorCode } from "./intake/errors.ts";
export { type Input, type ReadOptions, read, readAll } from "./reader.ts";
export type * from "./reading/reading.ts";
export type * from "./text/document.ts";
export type { Passage, Place, Span } from "./text/span.ts";
