/**
 * What is said on the error stream: one line where it is piped; on a screen,
 * lines broken between words, so that a message is read and not pieced
 * together. A word longer than the screen (an address to copy) stays whole.
 */

import { visibleLine } from "../pages/visible.ts";
import { columnsIn } from "./paint.ts";
import { columnsOf, type World } from "./world.ts";

const MARGIN = "  ";

/** @param margin what the line begins with, before its first word. */
export function spoken(text: string, { talkScreen, env }: World, margin = ""): string {
  const line = visibleLine(text);
  if (talkScreen === null) return `${margin}${line}\n`;
  const room = columnsOf({ screen: talkScreen, env });
  const lines: string[] = [];
  let current = margin;
  let empty = true;
  for (const word of line.split(" ")) {
    if (!empty && columnsIn(current) + 1 + columnsIn(word) > room) {
      lines.push(current);
      current = `${MARGIN}${word}`;
    } else {
      current += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return `${[...lines, current].join("\n")}\n`;
}
