/**
 * Model and rules together: the rules speak where the model is silent.
 *
 * The model learnt on texts that mark only the outermost attribution, so inside
 * a quotation it passes over speakers that a rule sees; and it doubts a clause
 * like "as the palace puts it", whose content stands on both sides. Measured on
 * PolNeAR's dev part neither costs anything, because there only the outermost
 * counts; on nested cases they find a fifth more.
 */

import type { QuotationSpan } from "../../text/quotations.ts";
import { countBefore } from "../../text/search.ts";
import { contains, type Span } from "../../text/span.ts";
import type { Draft } from "../attributions.ts";

/** Below this the model doubts itself. */
const DOUBT = 0.45;
/** Precision from which a rule is trusted inside a quotation, and against a model in doubt. */
const TRUSTED = 0.7;
const SURE = 0.9;

export function withRules(
  model: readonly Draft[],
  byRule: readonly Draft[],
  speech: readonly QuotationSpan[],
): Draft[] {
  const kept = [...model];
  const cues = model.map((draft) => draft.cue[0] ?? NOWHERE);
  const quoted = speech.flatMap((quotation) => quotation.inner).sort((a, b) => a.start - b.start);
  const starts = quoted.map(({ start }) => ({ start, end: start + 1 }));
  const dropped = new Set<Draft>();
  for (const rule of byRule) {
    const cue = rule.cue[0];
    if (!cue) continue;
    const rivals = [...rule.source, ...rule.cue].flatMap((place) => draftsAt(model, cues, place));
    const isDoubted = rivals.every((rival) => rival.confidence < DOUBT);
    if (rivals.length > 0) {
      if (!isDoubted || (rule.confidence < SURE && rule.rule !== "as-says")) continue;
      for (const rival of rivals) dropped.add(rival);
      kept.push(rule);
    } else if (
      rule.rule === "according-to" ||
      (rule.confidence >= TRUSTED && !isOwnVoice(rule) && standsIn(quoted, starts, cue))
    ) {
      kept.push(rule);
    }
  }
  return kept.filter((draft) => !dropped.has(draft));
}

/** The model's drafts whose cue meets the place. */
function draftsAt(model: readonly Draft[], cues: readonly Span[], place: Span): Draft[] {
  const found: Draft[] = [];
  for (let at = firstReaching(cues, place.start); at < cues.length; at++) {
    const [cue, draft] = [cues[at], model[at]];
    if (!cue || !draft || cue.start >= place.end) break;
    found.push(draft);
  }
  return found;
}

const NOWHERE: Span = { start: 0, end: 0 };

/** "I think", "we said": inside a quotation its speaker's own voice, which needs no attribution. */
function isOwnVoice(rule: Draft): boolean {
  return /^(?:I|we|you|they|it)$/i.test(rule.source[0]?.words ?? "");
}

/** At most so many quotations around one place are looked at. */
const DEEPEST = 8;

function standsIn(quoted: readonly Span[], starts: readonly Span[], cue: Span): boolean {
  let at = firstReaching(starts, cue.start);
  for (let step = 0; step <= DEEPEST && at >= 0; step++, at--) {
    const part = quoted[at];
    if (part && contains(part, cue)) return true;
  }
  return false;
}

/** Index of the first span that ends after the offset; spans are in text order and apart. */
function firstReaching(spans: readonly Span[], offset: number): number {
  return countBefore(spans.length, (middle) => (spans[middle]?.end ?? 0) <= offset);
}
