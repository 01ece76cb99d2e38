/**
 * Decoding: from the model's numbers to attributions.
 *
 * Takes `Numbers` and finds the cues, then for each cue the words of its window
 * that are its source and content, then the cues inside the contents found.
 * Gives them in the order of their cues; quotations, nesting and ids are left
 * to `quoted.ts` and `nesting.ts`. The steps are those of
 * `training/INFERENCE.md`, which the training measures itself by.
 *
 * Known miss: source and content are looked for in the window of the cue only,
 * so a quotation of more than about 300 words loses its far end.
 */

import { countBefore } from "../../text/search.ts";
import { type Place, placeAt } from "../../text/span.ts";
import type { Draft } from "../attributions.ts";
import type { Numbers, Run, WindowNumbers } from "../numbers.ts";
import { confidenceOf } from "./confidence.ts";
import { type CueRoles, cueRolesOf } from "./cue-roles.ts";
import { cueChanceOf, cueTagsOf, type MarkedCue, markedCuesIn } from "./marked-cues.ts";
import { type RoleScorer, roleScorerFrom } from "./roles.ts";

/** One attribution in words of the document. */
export interface Decoded {
  source: Run | null;
  cue: Run;
  content: Run[];
  /** Found inside another one's content. */
  inner: boolean;
  confidence: number;
  /** Another source that is nearly as likely, and the confidence with it. */
  rival: { source: Run; confidence: number } | null;
  /** So near the threshold that rounding on another processor may decide otherwise. */
  close: boolean;
  /** Index of the attribution in whose content this one stands. */
  parent: number | null;
}

/** The model's attributions as drafts. `text` is the text that the numbers were made from. */
export function modelDrafts(text: string, numbers: Numbers): Draft[] {
  const place = (run: Run): Place =>
    placeAt(text, numbers.starts[run.from] ?? 0, numbers.ends[run.to - 1] ?? 0);
  return decoded(numbers).map(({ source, cue, content, inner, confidence, rival }) => ({
    source: source ? [place(source)] : [],
    cue: [place(cue)],
    content: content.map(place),
    rule: inner ? "model-inner" : "model",
    confidence: hundredths(confidence),
    continues: null,
    rivals: rival ? [{ source: [place(rival.source)], confidence: hundredths(rival.confidence) }] : [],
  }));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** All attributions in order of their cues, each with its parent. */
export function decoded(numbers: Numbers): Decoded[] {
  const decoder = decoderOf(numbers);
  const { outerBias, inner } = numbers.decoder.settings;
  const everything = [{ from: 0, to: numbers.starts.length }];
  const found: Decoded[] = [];
  for (const cue of markedCuesIn(decoder.outer, everything, outerBias)) {
    const one = outerFrom(decoder, cue);
    if (one) found.push(one);
  }
  if (inner) found.push(...innerIn(decoder, found));
  found.sort((a, b) => a.cue.from - b.cue.from || a.cue.to - b.cue.to);
  nest(found);
  return found;
}

interface DocumentDecoder {
  numbers: Numbers;
  /** Log probabilities of cue tags, a row for each word of the document. */
  outer: Float64Array;
  any: Float64Array;
  scorer: RoleScorer;
  /** For each word the index of the window that answers for it. */
  owners: Int32Array;
}

function decoderOf(numbers: Numbers): DocumentDecoder {
  const owners = new Int32Array(numbers.starts.length);
  for (const [i, { owned }] of numbers.windows.entries()) owners.fill(i, owned.from, owned.to);
  return {
    numbers,
    outer: cueTagsOf(numbers, "outer"),
    any: cueTagsOf(numbers, "any"),
    scorer: roleScorerFrom(numbers.decoder.roles, numbers.lines),
    owners,
  };
}

function outerFrom(decoder: DocumentDecoder, cue: MarkedCue): Decoded | null {
  const window = windowOf(decoder, cue);
  return window && decodedFrom(decoder, window, cue, null);
}

/**
 * Cues inside the contents of the outermost attributions. Once is enough
 * however deep they nest: the head for inner cues finds all of them at once.
 */
function innerIn(decoder: DocumentDecoder, outermost: readonly Decoded[]): Decoded[] {
  const { anyBias, minInnerCue } = decoder.numbers.decoder.settings;
  const taken = new Uint8Array(decoder.numbers.starts.length);
  for (const { cue } of outermost) taken.fill(1, cue.from, cue.to);
  const found: Decoded[] = [];
  for (const { content } of outermost) {
    const region = content.flatMap((run) => freeRunsIn(run, taken));
    for (const cue of markedCuesIn(decoder.any, region, anyBias)) {
      const window = cue.chance < minInnerCue ? null : windowOf(decoder, cue);
      const one = window && decodedFrom(decoder, window, cue, region);
      if (!one) continue;
      taken.fill(1, cue.from, cue.to);
      found.push(one);
    }
  }
  return found;
}

/** The parts of a run whose words are not taken. */
function freeRunsIn({ from, to }: Run, taken: Uint8Array): Run[] {
  const runs: Run[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !taken[i]) continue;
    if (i > start) runs.push({ from: start, to: i });
    start = i + 1;
  }
  return runs;
}

/** The window that answers for the cue's first word. */
function windowOf({ numbers, owners }: DocumentDecoder, cue: Run): WindowNumbers | null {
  return numbers.windows[owners[cue.from] ?? 0] ?? null;
}

/** The attribution of a cue; `null` without content. `region`: where its roles must stand; `null` for the whole window. */
function decodedFrom(
  decoder: DocumentDecoder,
  window: WindowNumbers,
  marked: MarkedCue,
  region: readonly Run[] | null,
): Decoded | null {
  const { settings, confidence: weights } = decoder.numbers.decoder;
  const first = window.words.from;
  const cue = { from: marked.from, to: Math.min(marked.to, window.words.to) };
  const places = clipped(region ?? [window.words], window.words).map((run) => moved(run, -first));
  const roles = cueRolesOf(decoder.scorer, window, moved(cue, -first), places, settings);
  if (!roles) return null;
  const confidence = (sourceMean: number) =>
    confidenceOf({ ...chancesOf(decoder, marked, region !== null, roles), sourceMean }, weights);
  return {
    source: roles.source && moved(roles.source, first),
    cue,
    content: roles.content.map((run) => moved(run, first)),
    inner: region !== null,
    confidence: confidence(roles.sourceMean),
    rival: roles.rival && { source: moved(roles.rival, first), confidence: confidence(roles.rivalMean) },
    close: marked.gain < settings.closeGain,
    parent: null,
  };
}

function chancesOf(decoder: DocumentDecoder, marked: MarkedCue, isInner: boolean, roles: CueRoles) {
  return {
    cue: marked.chance,
    cueAny: isInner ? marked.chance : cueChanceOf(decoder.any, marked),
    contentMean: roles.contentMean,
    contentEdge: roles.contentEdge,
    hasSource: roles.source !== null,
    sourceMissed: roles.sourceMissed,
    contentParts: roles.content.length,
  };
}

function clipped(runs: readonly Run[], to: Run): Run[] {
  return runs
    .map((run) => ({ from: Math.max(run.from, to.from), to: Math.min(run.to, to.to) }))
    .filter((run) => run.from < run.to);
}

function moved({ from, to }: Run, by: number): Run {
  return { from: from + by, to: to + by };
}

/**
 * Gives each attribution its parent: of those that have its whole cue in one
 * part of their content, the one with the least content; of equals the later.
 */
function nest(found: Decoded[]): void {
  const sizes = found.map(({ content }) => content.reduce((sum, { from, to }) => sum + to - from, 0));
  for (const [j, holder] of found.entries()) {
    for (const part of holder.content) {
      for (let i = firstCueFrom(found, part.from); i < found.length; i++) {
        const one = found[i];
        if (!one || one.cue.from >= part.to) break;
        if (i === j || one.cue.to > part.to) continue;
        if (one.parent === null || (sizes[j] ?? 0) <= (sizes[one.parent] ?? 0)) one.parent = j;
      }
    }
  }
}

/** Index of the first attribution whose cue starts at the word or after it. */
function firstCueFrom(found: readonly Decoded[], word: number): number {
  return countBefore(found.length, (middle) => (found[middle]?.cue.from ?? 0) < word);
}
