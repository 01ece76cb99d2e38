/**
 * Offsets in Unicode code points, which the W3C counts text in, from the
 * UTF-16 code units that Readout counts in. They part after the first character
 * beyond U+FFFF: an emoji is two units and one code point.
 */

export class CodePoints {
  /** Where each character of two units begins, in text order. */
  readonly #pairs: number[] = [];

  constructor(text: string) {
    for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#pairs.push(index);
  }

  /** The code points before this offset; an offset inside a pair is that of the pair. */
  at(offset: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}
