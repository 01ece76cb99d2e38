/**
 * A user's own list of actors, as docs/actors.md tells: checked row by row
 * before anything is read with it. What cannot be meant so is refused with its
 * line and with what to do; a row that is passed over in silence would be an
 * actor whom the user believes to be known.
 */

import { readFileSync } from "node:fs";
import { InputError } from "./errors.ts";

/** The text of the list at this path, once every row of it is one that can be used. */
export function actorListAt(path: string): string {
  const text = decoded(path, bytesAt(path)).replace(/^\ufeff/, "");
  for (const [index, line] of text.split("\n").entries()) {
    const row = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (row.trim() === "" || row.startsWith("#")) continue;
    const fault = row.includes("\0") ? "holds a NUL, which no text does" : faultIn(row, index === 0);
    if (fault !== null) throw refused(path, `line ${index + 1} ${fault}`);
  }
  return text;
}

function bytesAt(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") throw refused(path, "there is no such file");
    if (code === "EISDIR") throw refused(path, "it is a folder");
    if (code === "EACCES" || code === "EPERM") throw refused(path, "there is no permission to open it");
    throw error;
  }
}

function decoded(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused(path, "it is not UTF-8; save it as UTF-8");
  }
}

function refused(path: string, because: string): InputError {
  return new InputError("actors", `Cannot read actors ${JSON.stringify(path)}: ${because}`);
}

const KINDS = ["person", "state", "capital", "organ", "organisation", "outlet", "office"];
const MOST_CELLS = 6;

/** What is wrong with a row and what to do; `null` when nothing is. */
function faultIn(row: string, isFirst: boolean): string | null {
  const cells = row.split("\t").map((cell) => cell.trim());
  const [kind = "", id = "", name = "", side = "", , terms = ""] = cells;
  if (kind === "kind" && isFirst) return null;
  if (!row.includes("\t")) return "has no tab: part its cells by tabs, not by spaces";
  if (!KINDS.includes(kind)) return `starts with the unknown kind "${kind}": write ${KINDS.join(", ")}`;
  if (name === "") return "has no name in its third column: give the usual name";
  if (id === "" && kind !== "person") return `has no id in its second column: only a person may go without`;
  if (/[\s|@]/.test(id)) return `has the id "${id}": write it without spaces, "|" and "@"`;
  if (/[\s|@]/.test(side)) return `has the side "${side}": write the id of one state or organisation`;
  if (kind === "office" && !/^[^:]+:[^:]+$/.test(id))
    return `has the office "${id}": write its side and key, as NOR:president`;
  if (cells.length > MOST_CELLS)
    return `has ${cells.length} cells: there are ${MOST_CELLS}, the last for terms`;
  if (terms !== "" && kind !== "person") return "has terms: only a person holds offices";
  if (terms === "") return null;
  if (side === "" && terms.split("|").some((term) => !term.includes(":")))
    return "has terms and no side: fill the fourth column, as NOR";
  const wrong = terms.split("|").find((term) => !TERM.test(term.trim()) || isBackwards(term));
  return wrong === undefined
    ? null
    : `has the term "${wrong}": write label@start/end, as President@2019-05-20/`;
}

const DATE = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
const TERM = new RegExp(`^[^@/]+@(?:${DATE})?/(?:~?${DATE})?$`);

/** Whether it ends before it starts, as far as both are told. */
function isBackwards(term: string): boolean {
  const [start = "", end = ""] = term.slice(term.lastIndexOf("@") + 1).split("/");
  const bare = end.replace("~", "");
  return start !== "" && bare !== "" && bare < start.slice(0, bare.length);
}
