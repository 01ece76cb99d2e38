/**
 * Contacts in marked text: accounts in one file, the passages of each point marked in them.
 *
 *   ⟦7 we shall not sign that paper⟧
 *
 * marks the words that tell point 7. `training/pairs/README.md` has the format.
 */

import type { VerdictKind } from "../../src/accounts/accounts.ts";
import type { GoldCell, GoldPoint, PlantedContact } from "./contact-folder.ts";

export function isMarked(text: string): boolean {
  return /^contact: .+\n=== /.test(text);
}

export function markedContactFrom(source: string): PlantedContact {
  const [head = "", ...parts] = source.replace(/\r/g, "").split(/^=== /m);
  const accounts = parts.filter((part) => !part.startsWith("points\n")).map(accountFrom);
  const names = accounts.map(({ file }) => file);
  const copies = new Map<string, string[]>();
  for (const { file, of } of accounts) if (of) copies.set(of, [...(copies.get(of) ?? [of]), file]);
  const list = parts.find((part) => part.startsWith("points\n")) ?? "";
  const points = list
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line): GoldPoint => pointFrom(line, accounts));
  return {
    gold: {
      contact: head.replace(/^contact: /, "").trim(),
      accounts: { files: names, copies: [...copies.values()] },
      points,
    },
    sources: new Map(accounts.map(({ file, bytes }) => [file, bytes])),
  };
}

interface MarkedAccount {
  file: string;
  /** The account that it reprints. */
  of: string | null;
  bytes: Uint8Array;
  marks: Map<string, { quote: string; at: number }>;
}

function accountFrom(part: string): MarkedAccount {
  const line = part.indexOf("\n");
  const gap = part.indexOf("\n\n");
  const header = part.slice(line + 1, gap);
  const { text, marks } = unmarked(part.slice(gap).replace(/^\n+/, "").replace(/\s+$/, "\n"));
  return {
    file: part.slice(0, line).trim(),
    of: /^copy of: *(\S+)/m.exec(header)?.[1] ?? null,
    bytes: new TextEncoder().encode(
      `---\n${header.replace(/^(?:partial|copy of):.*\n?/gm, "").trimEnd()}\n---\n\n${text}`,
    ),
    marks,
  };
}

/** The text without marks, and where they stood in it. */
function unmarked(body: string): { text: string; marks: MarkedAccount["marks"] } {
  const open: { id: string; start: number }[] = [];
  const marks: MarkedAccount["marks"] = new Map();
  let text = "";
  for (const [piece] of body.matchAll(/⟦\d+ |⟧|[^⟦⟧]+/g)) {
    if (piece === "⟧") {
      const mark = open.pop();
      if (mark) marks.set(mark.id, { quote: text.slice(mark.start), at: mark.start });
    } else if (piece.startsWith("⟦")) open.push({ id: piece.slice(1).trim(), start: text.length });
    else text += piece;
  }
  return { text, marks };
}

const POINT = /^(\d+) (\S+) (fact|statement|track) ([^|;]+?)((?: ; [^|;]+)*)\s*(?:\| (.*))?$/;

function pointFrom(line: string, accounts: readonly MarkedAccount[]): GoldPoint {
  const [, id, verdict, kind, told, others, why] = POINT.exec(line.trim()) ?? [];
  if (!id || !told) throw new SyntaxError(`Cannot read the point "${line}": see training/pairs/README.md`);
  const groups = told.split(" / ").map((group) => group.trim().split(/\s+/));
  const cells = groups.flatMap((group, at) =>
    group.map((file): GoldCell => {
      const mark = accounts.find((one) => one.file === file)?.marks.get(id);
      if (!mark) throw new SyntaxError(`Cannot find point ${id} in ${file}: it is not marked`);
      return { account: file, ...mark, group: at };
    }),
  );
  return {
    id,
    verdict: verdict as VerdictKind,
    kind: kind as GoldPoint["kind"],
    gist: why ?? "",
    cells,
    stands: [...(others ?? "").matchAll(/ ; (\S+)~(\S+) (\S+)/g)].map(([, a = "", b = "", stand]) => ({
      between: [a, b],
      kind: stand as VerdictKind,
    })),
    why: why ?? "",
  };
}
