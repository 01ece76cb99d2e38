/**
 * Numbers: what the model makes of one document, as a value.
 *
 * The door `model` fills it; `decode.ts` turns it into attributions. Words are
 * the model's own (`starts`, `ends` in UTF-16 code units), read in windows that
 * overlap; each word is answered for by one window. Rows of the arrays are the
 * window's words, columns the model's tags, so that a test can write them by
 * hand. `Decoder` holds what came with the weights and is the same for every
 * document.
 */

/** Words [from, to), counted from the start of the document. */
export interface Run {
  from: number;
  to: number;
}

export interface Numbers {
  /** Name, version and hash of the weights, for `Reading.reader.model`. */
  model: string;
  /** Where each word of the document starts and ends. */
  starts: Int32Array;
  ends: Int32Array;
  /** Number of the line that each word stands on, from 0. */
  lines: Int32Array;
  /** In text order; what they own tiles the document. */
  windows: WindowNumbers[];
  decoder: Decoder;
}

/** A stretch of words read at once, with context on both sides of what it answers for. */
export interface WindowShape {
  /** The words read. */
  words: Run;
  /** Those of them it answers for. */
  owned: Run;
}

/** Raw scores of one window, a row a word. */
export interface WindowNumbers extends WindowShape {
  /** Tags O B I E S: cues of the outermost attributions. */
  outer: Float32Array;
  /** Tags O B I E S: cues at any depth. */
  any: Float32Array;
  /** What a word is for any cue: the nine role tags. Empty, like `word` and `cue`, where no cue can stand. */
  unary: Float32Array;
  /** A word as a candidate for a role, `add` + `times` columns. */
  word: Float32Array;
  /** A word as a part of a cue, `add` + `times` columns. */
  cue: Float32Array;
}

export const CUE_TAGS = 5;
/** O, then source B I E S, then content B I E S. */
export const ROLE_TAGS = 9;
export const SOURCE_TAGS = 1;
export const CONTENT_TAGS = 5;

export interface Decoder {
  settings: DecoderSettings;
  roles: RoleTables;
  confidence: ConfidenceWeights;
}

/** Thresholds that were chosen on the development data. */
export interface DecoderSettings {
  /** Taken from the log probability of "no cue" in `outer`, and in `any`. */
  outerBias: number;
  anyBias: number;
  /** Taken from the log probability of "no role". */
  roleBias: number;
  /** Whether to look for attributions inside contents. */
  inner: boolean;
  /** An inner cue less likely than this is dropped. */
  minInnerCue: number;
  /** How much less likely than none a second source may be and still be told. */
  rivalBias: number;
  /** A cue that gains less than this over saying nothing is close. */
  closeGain: number;
}

/** Tables of the scorer that says what a word is for a cue; row by row. */
export interface RoleTables {
  /** Columns that are added up, and columns that are multiplied. */
  add: number;
  times: number;
  /** A row for each signed distance bucket, `add` columns. */
  distance: Float32Array;
  /** Distances at which a further bucket begins, beyond 8 words. */
  distanceEdges: readonly number[];
  /** A row for each number of lines between, from -reach to reach, `add` columns. */
  lines: Float32Array;
  lineReach: number;
  /** A row for each role tag, `add` + `times` columns. */
  weight: Float32Array;
  bias: Float32Array;
}

/** A logistic function of `confidenceInputs`. */
export interface ConfidenceWeights {
  weights: readonly number[];
  bias: number;
}
