/**
 * Working ahead: results in the order of their inputs, while the next ones are
 * already under way. The model reads in threads of its own, so the process need
 * not wait for one document before it begins another.
 */

/** At most `most` are under way at once. The first failure ends it, when its turn comes. */
export async function* workedAhead<T, R>(
  inputs: AsyncIterable<T>,
  most: number,
  work: (input: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const underWay: Promise<R>[] = [];
  for await (const input of inputs) {
    const result = work(input);
    // Its turn to be awaited comes later; until then a failure must not count as unheard.
    result.catch(() => undefined);
    underWay.push(result);
    const first = underWay.length >= most ? underWay.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of underWay) yield await result;
}
