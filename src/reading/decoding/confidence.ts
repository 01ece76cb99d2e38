/**
 * Confidence: how likely it is that source, cue and content of an attribution
 * are right. A logistic function of a few probabilities that fall out of the
 * decoding; its weights were fitted on data that the model had not seen.
 *
 * Known miss: it cannot know that a cue was overlooked, only how sure those
 * found are.
 */

import type { ConfidenceWeights } from "../numbers.ts";

/** Mean probabilities of what was chosen, no bias in them. */
export interface Chances {
  /** That the cue is one, by the head that found it. */
  cue: number;
  /** That the cue is one, by the head for all depths. */
  cueAny: number;
  /** That the words of the content are content. */
  contentMean: number;
  /** The least probability of a first or last word of the content. */
  contentEdge: number;
  hasSource: boolean;
  /** That the words of the source are source. */
  sourceMean: number;
  /** Without a source: the highest probability that some word is one after all. */
  sourceMissed: number;
  contentParts: number;
}

/** In the order of the weights. */
export function confidenceInputs(chances: Chances): number[] {
  const { hasSource } = chances;
  return [
    logit(chances.cue),
    logit(chances.cueAny),
    logit(chances.contentMean),
    logit(chances.contentEdge),
    hasSource ? logit(chances.sourceMean) : 0,
    hasSource ? 0 : 1,
    hasSource ? 0 : logit(chances.sourceMissed),
    chances.contentParts > 1 ? 1 : 0,
  ];
}

export function confidenceOf(chances: Chances, { weights, bias }: ConfidenceWeights): number {
  const inputs = confidenceInputs(chances);
  const sum = inputs.reduce((total, input, i) => total + input * (weights[i] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

function logit(chance: number): number {
  const held = Math.min(Math.max(chance, 0.005), 0.995);
  return Math.log(held / (1 - held));
}
