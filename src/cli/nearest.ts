/**
 * The word that was probably meant: for "did you mean".
 *
 * Known miss: two swapped words ("min-confidence" for "confidence-min") are
 * too far apart to be taken for one another.
 */

/** The likeliest of the candidates; `null` when none is within a third of the word's length. */
export function nearestOf(word: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let nearest: string | null = null;
  let least = limit + 1;
  for (const candidate of candidates) {
    const distance = editsBetween(word, candidate);
    if (distance < least) {
      nearest = candidate;
      least = distance;
    }
  }
  // A beginning is meant too, if only one candidate begins so: "--conf", "comp".
  if (nearest !== null || word.length < 3) return nearest;
  const begun = candidates.filter((candidate) => candidate.startsWith(word));
  return begun.length === 1 ? (begun[0] ?? null) : null;
}

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
export function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(before, j - 2) + 1);
      }
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
