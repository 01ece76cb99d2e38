/**
 * States that are no more, a line each, with the one that speaks for them
 * since: accounts of one day call one side "the Soviet Union" and "the
 * Russians" alike.
 */

const LINES = `
SUN RUS
DDR DEU
CSK CZE
YUG SRB
`;

const successors = new Map(
  LINES.trim()
    .split("\n")
    .map((line) => [line.slice(0, 3), line.slice(4)]),
);

/** The state that a side is called by today; the side itself where it still stands. */
export function successorOf(side: string): string {
  return successors.get(side) ?? side;
}
