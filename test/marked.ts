/**
 * Marked text: a case is the text itself with its attributions marked.
 *
 *   [s Vale] [c said] [q that the talks had failed].
 *
 * `s` is the source, `c` the cue, `q` the content. A number tells several
 * attributions apart (`[s1 …] [s2 …]`, a bare letter is number 1), several
 * numbers give one place to several (`[s1,2 Vale]`). Without the marks it is
 * the input, with them the expectation. A file of cases parts them by titles:
 * lines that begin with `# `.
 */

import { readFileSync } from "node:fs";
import type { Attribution } from "../src/reading/reading.ts";

export interface MarkedCase {
  title: string;
  text: string;
  /** One line an attribution: `source | cue | content`, parts joined by ` … `. */
  expected: string[];
}

export function casesIn(path: string): MarkedCase[] {
  const file = readFileSync(path, "utf8");
  return file
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const line = block.indexOf("\n");
      return parseMarked(block.slice(0, line).trim(), block.slice(line + 1).trim());
    });
}

interface Open {
  role: "s" | "c" | "q";
  ids: string[];
  start: number;
}

function parseMarked(title: string, marked: string): MarkedCase {
  const found = new Map<string, Record<"s" | "c" | "q", [number, number][]>>();
  const open: (Open | null)[] = [];
  let text = "";
  for (let at = 0; at < marked.length; at++) {
    const mark = /^\[([scq])([\d,]*) /.exec(marked.slice(at, at + 12));
    if (mark) {
      open.push({ role: mark[1] as Open["role"], ids: (mark[2] || "1").split(","), start: text.length });
      at += mark[0].length - 1;
    } else if (marked[at] === "]" && open.length > 0) {
      const closed = open.pop();
      for (const id of closed?.ids ?? []) {
        const roles = found.get(id) ?? { s: [], c: [], q: [] };
        if (closed) roles[closed.role].push([closed.start, text.length]);
        found.set(id, roles);
      }
    } else text += marked[at];
  }
  if (open.length > 0) throw new Error(`case "${title}": a mark is never closed`);
  const words = (spans: [number, number][]) =>
    spans
      .sort((a, b) => a[0] - b[0])
      .map(([start, end]) => text.slice(start, end))
      .join(" … ");
  const expected = [...found.values()].map(
    (roles) => `${words(roles.s)} | ${words(roles.c)} | ${words(roles.q)}`,
  );
  return { title, text, expected: expected.sort() };
}

/** The found attributions in the form of `expected`. */
export function linesOf(attributions: readonly Attribution[]): string[] {
  const words = (passage: Attribution["source"]) => passage.map((place) => place.words).join(" … ");
  return attributions.map((one) => `${words(one.source)} | ${words(one.cue)} | ${words(one.content)}`).sort();
}
