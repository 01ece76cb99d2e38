/**
 * Characters that nobody sees but that act: terminal escapes, bidi controls,
 * NUL, halves of a surrogate pair. A document may hold any of them, and none
 * may reach a terminal or a page as itself. Each is shown by its number.
 *
 * Tab, newline and carriage return are left: the faces set them as white space.
 * So are the joiners U+200C and U+200D, which Persian and emoji need.
 */

const ACTING =
  /[\p{Cc}\p{Cs}\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]/gu;

export interface Visible {
  text: string;
  /** Whether the text is the number of a character that cannot be shown. */
  shown: boolean;
}

/** The text in stretches, with each acting character replaced by its number: `U+202E`. */
export function visibleIn(text: string): Visible[] {
  const stretches: Visible[] = [];
  let from = 0;
  for (const match of text.matchAll(ACTING)) {
    if (isLeft(match[0])) continue;
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), shown: false });
    stretches.push({ text: numberOf(match[0]), shown: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), shown: false });
  return stretches;
}

/** For a terminal: acting characters as `<U+202E>`, all white space as it is. */
export function visibleText(text: string): string {
  return text.replace(ACTING, (character) => (isLeft(character) ? character : `<${numberOf(character)}>`));
}

/** For one line of a terminal: white space of any length is one space. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/\s+/gu, " ")).trim();
}

function isLeft(character: string): boolean {
  return character === "\n" || character === "\t" || character === "\r";
}

function numberOf(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `U+${number.toString(16).toUpperCase().padStart(4, "0")}`;
}
