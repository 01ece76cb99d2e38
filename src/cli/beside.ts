/**
 * Blocks of lines set side by side, for a table on a terminal: each block is as
 * wide as its column, with a thin rule between them.
 */

import { columnsOf, type Line, plain, styled } from "./paint.ts";

const RULE = " │ ";

/** Columns that are left for each of `count` blocks. */
export function widthOf(count: number, columns: number): number {
  return Math.floor((columns - RULE.length * (count - 1)) / count);
}

export function* beside(blocks: readonly (readonly Line[])[], width: number): Generator<Line> {
  const rows = Math.max(0, ...blocks.map((block) => block.length));
  for (let row = 0; row < rows; row++) {
    const line: Line = [];
    // Spaces wait until something stands after them, so that no line ends with one.
    let spaces = "";
    for (const [index, block] of blocks.entries()) {
      if (index > 0) line.push(styled("quiet", `${spaces} │`));
      const own = block[row] ?? [];
      if (own.length > 0) line.push(plain(index > 0 ? " " : ""), ...own);
      spaces = " ".repeat(width - columnsOf(own) + (index > 0 && own.length === 0 ? 1 : 0));
    }
    yield line;
  }
}

/** A line across all columns, with a crossing at each rule. */
export function ruleOf(count: number, width: number): Line {
  return [styled("quiet", Array.from({ length: count }, () => "─".repeat(width)).join("─┼─"))];
}
