/**
 * How many of `count` items in order come before something: `isBefore` holds for
 * the first so many and for none of the rest. The answer is also the index of
 * the first that does not. Looks at about log₂(count) items.
 */
export function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
