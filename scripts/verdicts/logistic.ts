/** Logistic regression with a penalty on large weights, and how well scores tell two kinds apart. Deterministic. */

export interface Row {
  x: readonly number[];
  y: number;
}

/** Weights, bias first, by Newton's method (iteratively reweighted least squares). */
export function fitted(rows: readonly Row[], { penalty = 0.3, steps = 12 } = {}): number[] {
  const width = (rows[0]?.x.length ?? 0) + 1;
  let weights: number[] = new Array(width).fill(0);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : penalty * weight));
    const bend = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === 0 ? 1e-6 : penalty) : 0)));
    for (const { x, y } of rows) {
      const chance = 1 / (1 + Math.exp(-scoreOf(x, weights)));
      const heft = chance * (1 - chance);
      const row = [1, ...x];
      for (let i = 0; i < width; i++) {
        const value = row[i] ?? 0;
        if (value === 0) continue;
        slope[i] = (slope[i] ?? 0) + (chance - y) * value;
        const line = bend[i];
        if (line) for (let j = 0; j < width; j++) line[j] = (line[j] ?? 0) + heft * value * (row[j] ?? 0);
      }
    }
    const change = solved(bend, slope);
    weights = weights.map((weight, i) => weight - (change[i] ?? 0));
  }
  return weights;
}

/** The vector whose product with the matrix is given: Gauss and Jordan, with pivots. */
function solved(matrix: readonly (readonly number[])[], given: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, given[i] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let i = at + 1; i < size; i++)
      if (Math.abs(rows[i]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) best = i;
    [rows[at], rows[best]] = [rows[best] ?? [], rows[at] ?? []];
    const pivot = rows[at] ?? [];
    const head = pivot[at] || 1e-12;
    for (let i = 0; i < size; i++) {
      const line = rows[i];
      if (i === at || !line) continue;
      const share = (line[at] ?? 0) / head;
      if (share !== 0) for (let j = at; j <= size; j++) line[j] = (line[j] ?? 0) - share * (pivot[j] ?? 0);
    }
  }
  return rows.map((line, i) => (line[size] ?? 0) / (line[i] || 1e-12));
}

export function scoreOf(x: readonly number[], weights: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * (weights[i + 1] ?? 0), weights[0] ?? 0);
}

export interface Quality {
  auc: number;
  f1: number;
  /** Score at the best F1. */
  at: number;
}

export function qualityOf(scored: readonly { score: number; y: number }[]): Quality {
  const order = [...scored].sort((a, b) => b.score - a.score);
  const positives = order.filter(({ y }) => y === 1).length;
  const negatives = order.length - positives;
  let [found, others, below, f1, at] = [0, 0, 0, 0, 0];
  for (const { score, y } of order) {
    if (y === 1) found++;
    else {
      others++;
      below += found;
    }
    const now = (2 * found) / (found + others + positives);
    if (now > f1) [f1, at] = [now, score];
  }
  return { auc: below / Math.max(1, positives * negatives), f1, at };
}
