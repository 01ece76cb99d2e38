/**
 * Likeness of content: how probable it is that two contents tell the same thing.
 *
 * Takes all contents that are compared with each other: their words (stems, or
 * any keys that accounts share: actors, dates) and, where the likeness model was
 * asked, their vectors. What all of them have tells nothing: a word counts by
 * how rare it is among them, and a vector by where it differs from their mean.
 *
 * It looks at what is told, not at how accounts stand to it: a thing and its
 * denial are alike. Who speaks, and what differs, is left to others.
 *
 * Known miss: two points of one subject ("gas flows from June", "the debt for
 * gas is paid by June") are too alike; one point in other words is not alike at
 * all without the model.
 */

export interface Gist {
  /** Weight of each word. */
  words: ReadonlyMap<string, number>;
  /** Sum of the weights. */
  weight: number;
  /** The vector less what is common, of length 1; `null` in rules mode. */
  vector: Float64Array | null;
}

/** Gists of contents that are compared with each other; vectors of `null` in rules mode. The order makes no difference. */
export function gistsFrom(
  contents: readonly { words: ReadonlySet<string>; vector: Float32Array | null }[],
): Gist[] {
  const weightOf = rarityIn(contents.map(({ words }) => words));
  const common = commonOf(contents.flatMap(({ vector }) => (vector ? [vector] : [])));
  return contents.map(({ words, vector }) => {
    // In one order, so that sums are the same whichever content comes first.
    const weights = new Map([...words].sort().map((word) => [word, weightOf(word)]));
    let weight = 0;
    for (const one of weights.values()) weight += one;
    return { words: weights, weight, vector: vector && lessCommon(vector, common) };
  });
}

/** A word of all contents keeps a little weight: two contents may be all there is. */
function rarityIn(contents: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of contents) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log((contents.length + 1) / ((counts.get(word) ?? 0) + 0.5));
}

/** Few contents say little of what is common: the mean is taken as if so many more had none of it. */
const DOUBT = 10;

/** Vectors are in steps of 1/1024, so the sum is exact in any order. */
function commonOf(vectors: readonly Float32Array[]): Float64Array {
  const common = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (const [i, value] of vector.entries()) common[i] = (common[i] ?? 0) + value;
  return common.map((value) => value / (vectors.length + DOUBT));
}

function lessCommon(vector: Float32Array, common: Float64Array): Float64Array {
  const rest = common.map((value, i) => (vector[i] ?? 0) - value);
  const length = Math.sqrt(dot(rest, rest)) || 1;
  return rest.map((value) => value / length);
}

/** Weights of a logistic regression: `scripts/measure-likeness.ts cases/contacts --kind statement --fit` prints them. */
const WITH_MODEL = { bias: -4.48, overlap: 6.68, cosine: 7.02 };
const BY_RULES = { bias: -4.24, overlap: 12.89, cosine: 0 };

/**
 * Probability that two contents of one contact tell the same thing, to two
 * decimals: finer, it would hang on how a processor rounds.
 */
export function likenessOf(a: Gist, b: Gist): number {
  const weights = a.vector && b.vector ? WITH_MODEL : BY_RULES;
  const score = weights.bias + weights.overlap * overlapOf(a, b) + weights.cosine * cosineOf(a, b);
  return Math.round(100 / (1 + Math.exp(-score))) / 100;
}

/** Weight of the words that both have, over that of all words (Dice), 0 to 1. */
export function overlapOf(a: Gist, b: Gist): number {
  const [few, many] = a.words.size <= b.words.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, weight] of few.words) if (many.words.has(word)) common += weight;
  return common === 0 ? 0 : (2 * common) / (a.weight + b.weight);
}

/** Of the vectors, -1 to 1; 0 where one is missing. */
export function cosineOf(a: Gist, b: Gist): number {
  return a.vector && b.vector ? dot(a.vector, b.vector) : 0;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
