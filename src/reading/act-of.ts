/**
 * The act that a statement performs: named by the writer's cue, or by the
 * speaker's own verb ("we demand", "I thank") when the cue only says "said".
 *
 * The writer's verb is kept as evidence: one outlet's "made clear" is another's
 * "threatened". Known miss: a threat told with "said" and no condition is a
 * plain statement here.
 */

import { ACT_CLASSES, type Act, type ActClass } from "../lexicon/acts.ts";
import { CUE_FORMS, CUE_NOUNS } from "../lexicon/cues.ts";
import { REPRISALS } from "../lexicon/qualifiers.ts";
import { type Passage, type Place, placeOf, type Span } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";

export interface ActFound {
  act: Act;
  actClass: ActClass;
  evidence: Passage;
}

/** Acts that tell no more than that something was said; the content may tell more. */
const PLAIN: ReadonlySet<Act> = new Set<Act>(["state", "report"]);

export function actOf(
  text: string,
  cue: readonly Span[],
  content: readonly Place[],
  conditions: readonly Consequence[] = [],
): ActFound {
  const told = actInCue(text, cue);
  if (told && !PLAIN.has(told.act)) return found(told.act, told.evidence);
  const own = actInContent(text, content) ?? warningIn(text, conditions);
  if (own) return own;
  return found(told?.act ?? "state", told?.evidence ?? []);
}

/** The act of somebody who only tells what another one said: a report, unless the cue names another act. */
export function retellingOf(text: string, cue: readonly Span[]): ActFound {
  const told = actInCue(text, cue);
  return found(told && !PLAIN.has(told.act) ? told.act : "report", told?.evidence ?? []);
}

/** What follows from a condition, as `conditions.ts` finds it. */
interface Consequence {
  consequence: Passage;
}

/** "if …, they will answer firmly": harm announced for a case that has not come is a warning, whatever the writer's verb. */
function warningIn(text: string, conditions: readonly Consequence[]): ActFound | null {
  for (const { consequence } of conditions) {
    const words = consequence.flatMap((part) => wordsIn(text, part));
    const harm = words.find((word) => REPRISALS.has(word.lower));
    if (harm && words.some((word) => /^(?:will|would|shall|could|may|might|'ll)$/.test(word.lower)))
      return found("warn", [placeOf(text, harm)]);
  }
  return null;
}

function found(act: Act, evidence: Passage): ActFound {
  return { act, actClass: ACT_CLASSES[act], evidence };
}

/** The last word of the cue that names an act; a noun of speech after a light verb counts before the verb. */
function actInCue(text: string, cue: readonly Span[]): { act: Act; evidence: Passage } | null {
  let plain: { act: Act; evidence: Passage } | null = null;
  for (const part of cue) {
    const words = wordsIn(text, part);
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i];
      const act = word && actOfWord(words, i);
      if (!word || !act) continue;
      if (!PLAIN.has(act)) return { act, evidence: [placeOf(text, word)] };
      plain ??= { act, evidence: [placeOf(text, word)] };
    }
  }
  return plain;
}

function actOfWord(words: readonly Word[], at: number): Act | null {
  const lower = words[at]?.lower ?? "";
  const verb = CUE_FORMS.get(lower)?.verb;
  if (verb?.lemma === "call")
    return /^(?:for|on|upon)$/.test(words[at + 1]?.lower ?? "") ? "request" : "assess";
  return verb?.act ?? CUE_NOUNS.get(lower) ?? null;
}

const LOOK = 8;

/** "We demand …", "I would like to thank …", "our readiness to …": the speaker's own verb in the first words. */
function actInContent(text: string, content: readonly Place[]): ActFound | null {
  const first = content[0];
  if (!first) return null;
  const words = wordsIn(text, { start: first.start, end: Math.min(first.end, first.start + 160) }).filter(
    (word) => word.kind !== "mark",
  );
  const subject = words.findIndex((word, i) => i < 4 && /^(?:i|we)$/.test(word.lower));
  if (subject !== -1) {
    for (let i = subject + 1; i < Math.min(words.length, subject + LOOK); i++) {
      const word = words[i];
      const form = word && CUE_FORMS.get(word.lower);
      if (!word || !form) continue;
      if (form.base && !PLAIN.has(form.verb.act)) return found(form.verb.act, [placeOf(text, word)]);
      break;
    }
  }
  return readiness(text, words) ?? directive(text, words);
}

/** "is ready to", "is prepared to", "are willing to": an offer. */
function readiness(text: string, words: readonly Word[]): ActFound | null {
  const at = words.findIndex(
    (word, i) => i < 12 && /^(?:ready|prepared|willing)$/.test(word.lower) && words[i + 1]?.lower === "to",
  );
  const word = words[at];
  return word &&
    /^(?:is|are|was|were|be|am|remain|remains|also|fully|always)$/.test(words[at - 1]?.lower ?? "")
    ? found("offer", [placeOf(text, word)])
    : null;
}

/** "must", "needs to", "has to": a demand on whoever is the subject. */
function directive(text: string, words: readonly Word[]): ActFound | null {
  for (let i = 1; i < Math.min(words.length, 12); i++) {
    const word = words[i];
    if (!word) continue;
    if (CUE_FORMS.has(word.lower) && i > 3) return null;
    const next = words[i + 1]?.lower ?? "";
    if (
      word.lower === "must" ||
      (/^(?:needs|need|has|have)$/.test(word.lower) &&
        next === "to" &&
        !/^(?:we|i)$/.test(words[i - 1]?.lower ?? ""))
    ) {
      return found("demand", [placeOf(text, word)]);
    }
  }
  return null;
}
