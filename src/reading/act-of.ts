/**
 * The act that a statement performs: named by the writer's cue ("threatened"),
 * or, where the cue is plain ("said", "expressed", "stressed"), shown by the
 * content itself.
 *
 * Takes cue, content, conditions and source as places; gives the act, its
 * class and the words that show it. The writer's verb is kept as evidence: one
 * outlet's "made clear" is another's "threatened". What the words of a content
 * show is in `acts/in-content.ts`.
 *
 * Known miss: a cue that names an act is believed, also where the content
 * makes another of it ("he thanked them for nothing").
 */

import { ACT_NOUNS, HARMS, ILLS, MINDS, PERFORMING } from "../lexicon/act-words.ts";
import { ACT_CLASSES, type Act, type ActClass } from "../lexicon/acts.ts";
import { CUE_FORMS, CUE_NOUNS } from "../lexicon/cues.ts";
import { type Passage, type Place, placeAt, placeOf, type Span } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import { actOfHead } from "./acts/heads.ts";
import { actOfClause } from "./acts/in-content.ts";
import { actOfNarrative } from "./acts/in-narrative.ts";
import type { ActShown } from "./acts/shown.ts";

export interface ActFound {
  act: Act;
  actClass: ActClass;
  evidence: Passage;
}

/** Acts that tell no more than that something was said; the content may tell more. */
const PLAIN: ReadonlySet<Act> = new Set<Act>(["state", "report"]);

/** What follows from a condition, as `conditions.ts` finds it. */
interface Consequence {
  kind?: string;
  condition?: Passage;
  consequence: Passage;
}

export function actOf(
  text: string,
  cue: readonly Span[],
  content: readonly Place[],
  conditions: readonly Consequence[] = [],
  source: readonly Span[] = [],
): ActFound {
  const told = actInCue(text, cue);
  const words = content.flatMap((part) =>
    wordsIn(text, { start: part.start, end: Math.min(part.end, part.start + FURTHEST) }),
  );
  const own =
    told === null || isOpen(told) ? shownBy(text, told, cue, words, content, conditions, source) : null;
  if (own) return found(own.act, [placeOf(text, own.by)]);
  if (told) return modified(text, told, cue, words);
  return found("state", []);
}

/** In code units: an act shows early. */
const FURTHEST = 600;

/** Whether the content may say more than the cue does. */
function isOpen({ act, verb }: CueAct): boolean {
  return PLAIN.has(act) || act === "confirm" || OPEN_VERBS.has(verb);
}

const OPEN_VERBS: ReadonlySet<string> = new Set(
  `think believe feel consider want wish exchange share note speak insist suggest declare conclude know see find
  wishes wish discuss call sign offer suggest ask acknowledge`.split(/\s+/),
);

function shownBy(
  text: string,
  told: CueAct | null,
  cue: readonly Span[],
  words: readonly Word[],
  content: readonly Place[],
  conditions: readonly Consequence[],
  source: readonly Span[],
): ActShown | null {
  const verb = told?.verb ?? "";
  const head = actOfHead(words);
  if (verb === "offer") return head && /^(?:condole|congratulate|thank|praise)$/.test(head.act) ? head : null;
  if (verb === "suggest") return told && isClaimed(words) ? { act: "assess", by: told.by } : null;
  if (verb === "exchange" && words.slice(0, 3).some(({ lower }) => lower === "information"))
    return told ? { act: "report", by: told.by } : null;
  if (verb === "discuss" || verb === "exchange") return head?.act === "congratulate" ? head : null;
  if (verb === "wish" || verb === "wishes") return wishIn(words);
  if (told && /^(?:speak|talk|brief|inform|tell)$/.test(verb)) {
    const topic = topicAct(text, told, cue, words, source);
    if (topic) return topic;
  }
  if (head) return head;
  if (told?.act === "confirm") return null;
  const course = courseIn(words);
  if (course) return course;
  if (verb === "ask") return told ? askedIn(text, told, cue, words) : null;
  if (verb === "acknowledge" && told && isMerit(words)) return { act: "praise", by: told.by };
  if (told && passesOn(told, words)) return { act: "report", by: told.by };
  if (pleased(text, cue, content)) return told ? { act: "praise", by: told.by } : null;
  const direct =
    /["“”„«»]/.test(text.slice(Math.max(0, (content[0]?.start ?? 0) - 1), content[0]?.start ?? 0)) ||
    isTurn(text, cue);
  const asked = words.slice(-2).some(({ form }) => form.includes("?")) ? actOfClause(words, direct) : null;
  if (asked) return asked;
  const condition = conditionAct(text, conditions) ?? afterCondition(text, content, conditions, direct);
  if (condition) return condition;
  if (told?.act === "report") return null;
  if (cue.length === 0) {
    const narrated = actOfNarrative(words);
    if (narrated) return narrated;
  }
  if (told && /^(?:want|wish)$/.test(told.verb))
    return /n't$|\bnot\b|\bnever\b/.test(wordsOf(text, cue))
      ? { act: "deny", by: told.by }
      : wantedAct(words, told);
  if (told?.verb === "sign") return null;
  if (told && !PLAIN.has(told.act)) {
    // "thought that we should …": only what asks for a deed or looks ahead counts for more than the opinion.
    const inner = actOfClause(words, false);
    return inner && OVER_OPINION.has(inner.act) ? inner : null;
  }
  return (
    actOfClause(words, direct || cue.length === 0) ??
    supposed(text, content, conditions) ??
    (told ? inView(words, told) : null)
  );
}

/** In code units from the beginning: the main clause. */
const SOON = 90;

/** "It could work if they agree": what may come of a condition is foretold, unless it is past. */
function supposed(
  text: string,
  content: readonly Place[],
  conditions: readonly Consequence[],
): ActShown | null {
  const from = content[0]?.start ?? 0;
  for (const { consequence, kind } of conditions) {
    if (kind === "anaphoric" || (consequence[0]?.start ?? 0) - from > SOON) continue;
    const words = consequence.flatMap((part) => wordsIn(text, part)).slice(0, 16);
    const at = words.findIndex(({ lower }) => /^(?:can|could|may|might|will|would)$/.test(lower));
    const by = words[at];
    if (by && !words.slice(at, at + 4).some(({ lower }) => lower === "have")) return { act: "predict", by };
  }
  return null;
}

/** "in my view, …", "in his opinion, …". */
function inView(words: readonly Word[], { by }: CueAct): ActShown | null {
  const line = words
    .slice(0, 5)
    .map(({ lower }) => lower)
    .join(" ");
  return /^in (?:my|our|his|her|their|the \w+) (?:own )?(?:view|opinion|judge?ment|estimation)\b/.test(line)
    ? { act: "assess", by }
    : null;
}

const OVER_OPINION: ReadonlySet<Act> = new Set<Act>(["propose", "urge", "demand", "predict", "warn"]);

const wordsOf = (text: string, passage: readonly Span[]) =>
  passage.map(({ start, end }) => text.slice(start, end)).join(" ");

/** "Vale:" or a cue that is only a colon: a turn of a transcript. */
function isTurn(text: string, cue: readonly Span[]): boolean {
  return /^\s*[::]\s*$/.test(wordsOf(text, cue));
}

/** "wished him success", "warm wishes", "wishes for a speedy recovery". */
function wishIn(words: readonly Word[]): ActShown | null {
  const first = words[0];
  if (!first) return null;
  const well = words.find(({ lower }) => /^(?:recovery|victims|injured|bereaved)$/.test(lower));
  if (well) return { act: "condole", by: well };
  const good = words.find(({ lower }) =>
    /^(?:success|health|happiness|prosperity|birthday|holiday|luck|well-being|wellbeing|anniversary|day|year)$/.test(
      lower,
    ),
  );
  return good ? { act: "congratulate", by: good } : null;
}

/** "wants K to go", "wanted the President to understand that …". */
function wantedAct(words: readonly Word[], told: CueAct): ActShown | null {
  const at = words.findIndex(({ lower }, i) => i > 0 && i < 8 && lower === "to");
  if (at <= 0 || words[0]?.lower === "to") return null;
  return /^(?:understand|know|feel|see|remember)$/.test(words[at + 1]?.lower ?? "")
    ? { act: "promise", by: told.by }
    : { act: "request", by: told.by };
}

/** "told him *what* had happened", "shared *notes* on the summit": news, not a claim. */
function passesOn({ verb }: CueAct, words: readonly Word[]): boolean {
  if (verb === "share")
    return words
      .slice(0, 4)
      .some(({ lower }) =>
        /^(?:notes|information|impressions|details|assessments?|results|news|data)$/.test(lower),
      );
  return (
    verb !== "explain" &&
    /^(?:what|where|how|why|who)$/.test(words[0]?.lower ?? "") &&
    words[1]?.kind === "word" &&
    !words.slice(-2).some(({ form }) => form.includes("?"))
  );
}

/** "asked *to* be told", "asked *for* help", "asked that it *be* stopped" want a deed; "asked whether" wants words. */
function askedIn(
  text: string,
  { by }: CueAct,
  cue: readonly Span[],
  words: readonly Word[],
): ActShown | null {
  if (words.slice(-2).some(({ form }) => form.includes("?"))) return null;
  const near = words.slice(0, 14).map(({ lower }) => lower);
  if (/^(?:if|whether|what|how|why|when|who|where|which|about)$/.test(near[0] ?? "")) return null;
  const to = near.findIndex((lower, i) => lower === "to" && i < 6);
  const subjunctive = near.indexOf("be");
  const finite = near.findIndex((lower) =>
    /^(?:will|would|is|are|was|were|has|have|had|can|could)$/.test(lower),
  );
  const isDeed =
    /\b(?:for|to)\s*$/.test(wordsOf(text, cue)) ||
    near[0] === "for" ||
    (to !== -1 && (finite === -1 || to < finite)) ||
    (subjunctive > 0 && finite === -1);
  return isDeed ? { act: "request", by } : null;
}

/** "acknowledged the *contribution* of": praise, where "acknowledged that …" concedes. */
function isMerit(words: readonly Word[]): boolean {
  return (
    words[0]?.lower !== "that" &&
    words
      .slice(0, 10)
      .some(({ lower }) =>
        /^(?:contributions?|assistance|help|support|efforts|leadership|achievements?|role|actions|sacrifices?|progress|importance)$/.test(
          lower,
        ),
      ) &&
    !words.slice(0, 10).some(({ lower }) => /^(?:is|are|was|were|had|has|have|would|will)$/.test(lower))
  );
}

/** "spoke out *in favour of* talks". */
function courseIn(words: readonly Word[]): ActShown | null {
  const at = words.findIndex(
    ({ lower }, i) =>
      i > 0 &&
      i < 6 &&
      /^(?:favour|favor|support)$/.test(lower) &&
      words[i - 1]?.lower === "in" &&
      words[i + 1]?.lower === "of",
  );
  const by = words[at];
  return by ? { act: "propose", by } : null;
}

/** "suggested that the draft *was* weak": a view, not a proposal. */
function isClaimed(words: readonly Word[]): boolean {
  const near = words.slice(0, 24);
  if (near.some(({ lower }) => /^(?:should|be|ought|could|might)$/.test(lower))) return false;
  return near.some(({ lower }) =>
    /^(?:is|was|are|were|had|has|constituted|remained|felt|meant)$/.test(lower),
  );
}

const BOTH =
  /^(?:they|both|leaders|presidents|parties|sides|heads|two|officials|ministers|interlocutors|and)$/;

/** "spoke about the crisis": of two it is the subject of their talk, of one a report. */
function topicAct(
  text: string,
  told: CueAct,
  cue: readonly Span[],
  words: readonly Word[],
  source: readonly Span[],
): ActShown | null {
  const after = wordsOf(text, cue);
  const about = /\b(?:about|of|on|with)\s*$/.test(after) || /^(?:tell|brief|inform)$/.test(told.verb);
  if (!about || told.form === "talk") return null;
  if (/^(?:speak|talk)$/.test(told.verb)) {
    const several = source.flatMap((span) => wordsIn(text, span)).some(({ lower }) => BOTH.test(lower));
    return { act: several ? "discuss" : "report", by: told.by };
  }
  // "told him about the efforts": a noun, not a clause.
  const start = cue[cue.length - 1]?.end ?? 0;
  const between = text.slice(start, Math.min(words[0]?.start ?? start, start + 80));
  const topic = words.slice(0, 4).some(({ lower }) => lower === "about");
  return topic || /\b(?:about|of|on)\b/.test(between) ? { act: "report", by: told.by } : null;
}

/** "noted with satisfaction that". */
function pleased(text: string, cue: readonly Span[], content: readonly Place[]): boolean {
  const from = cue[cue.length - 1]?.end ?? 0;
  const to = content[0]?.start ?? 0;
  const between = to > from && to - from < 60 ? text.slice(from, to) : "";
  return /\bwith (?:satisfaction|approval|gratitude|pleasure)\b/.test(`${wordsOf(text, cue)} ${between}`);
}

/** In words, from the modal on. */
const HARM_REACH = 12;

const MODAL = /^(?:will|would|shall|could|may|might|must|cannot|can't|won't|won’t)$/;

/** "if …, they will answer firmly": harm announced for a case that has not come. */
function conditionAct(text: string, conditions: readonly Consequence[]): ActShown | null {
  for (const { consequence, kind } of conditions) {
    const words = consequence.flatMap((part) => wordsIn(text, part));
    const first = words.find((word) => word.kind === "word");
    if (!first) continue;
    const modal = words.findIndex((word) => MODAL.test(word.lower) || /'ll$/.test(word.lower));
    const harm = words
      .slice(0, modal === -1 ? HARM_REACH : modal + HARM_REACH)
      .find(
        (word, i) =>
          (HARMS.has(word.lower) || ILLS.has(word.lower)) &&
          !/^(?:no|without|not)$/.test(words[i - 1]?.lower ?? ""),
      );
    const ahead =
      words.some((word) => MODAL.test(word.lower) || /'ll$/.test(word.lower)) ||
      words.some(({ lower }) => lower === "going");
    const elsewhere = words.some(
      ({ lower }, i) => (i < 4 && lower === "not") || /^there(?:'s)?$/.test(lower),
    );
    const own = /^(?:we|i|our)$/.test(first.lower) && !elsewhere;
    const denied = words.find(
      ({ lower }) => /^(?:no|not|cannot|nothing|never)$/.test(lower) || /n't$/.test(lower),
    );
    const owed = kind === "until" || kind === "unless" || kind === "without";
    if (owed && denied && own && !/^(?:able|afford|know|win|survive|exist)$/.test(verbAfter(words, denied)))
      return { act: "refuse", by: denied };
    if (owed && denied && !own && !harm && /^(?:no|nothing)$/.test(denied.lower) && elsewhere)
      return { act: kind === "without" ? "refuse" : "demand", by: denied };
    if (harm && (ahead || kind === "otherwise" || /^(?:is|are|was)$/.test(words[1]?.lower ?? "")))
      return { act: own && ahead ? "threaten" : "warn", by: harm };
  }
  return null;
}

/** The first word after a negation that is no adverb or helping verb. */
function verbAfter(words: readonly Word[], denied: Word): string {
  const from = words.indexOf(denied) + 1;
  return (
    words.slice(from, from + 4).find(({ lower }) => !/^(?:be|ever|also|longer|even)$/.test(lower))?.lower ??
    ""
  );
}

/** "If you share, we are ready to share": the act is that of the main clause, which stands last. */
function afterCondition(
  text: string,
  content: readonly Place[],
  conditions: readonly Consequence[],
  direct: boolean,
): ActShown | null {
  const opening = content[0];
  const first = conditions.find(
    ({ condition }) => condition?.[0] && opening && condition[0].start - opening.start < 12,
  );
  if (!first) return null;
  const words = first.consequence.flatMap((part) => wordsIn(text, part));
  if (words.length === 0) return null;
  const may = words.slice(0, 14).find(({ lower }) => /^(?:may|might|could)$/.test(lower));
  return actOfClause(words, direct) ?? (may ? { act: "predict", by: may } : null);
}

/** The cue's act, turned by what stands around its verb: "could not agree to", "refuses". */
function modified(text: string, told: CueAct, cue: readonly Span[], words: readonly Word[]): ActFound {
  const next = words[0]?.lower ?? "";
  const recognised = words
    .slice(0, 8)
    .some(({ lower }) =>
      /^(?:independence|statehood|sovereignty|republics?|borders?|government|states?|rights?)$/.test(lower),
    );
  const around = wordsOf(text, cue);
  const not = /n['’]t\b|\b(?:not|never|cannot)\b/.test(around);
  if (told.act === "agree" && not) return found("refuse", told.evidence);
  if (told.act === "agree" && /\b(?:could|can|would|might)\b/.test(around))
    return found("offer", told.evidence);
  if (told.act === "hope" && not) return found("deny", told.evidence);
  if (/^recogni[sz]e$/.test(told.verb) && !recognised) return found("concede", told.evidence);
  const course = words
    .slice(0, 5)
    .some(({ lower }) => /^(?:proposals?|ideas?|initiatives?|requests?|suggestions?)$/.test(lower));
  if (/^(?:support|back|approve|endorse)$/.test(told.verb) && course) return found("agree", told.evidence);
  if (told.verb === "sign" && told.form === "sign") return found("promise", told.evidence);
  if (told.verb === "seek" && next === "to") return found("hope", told.evidence);
  return found(told.act, told.evidence);
}

/** The act of somebody who only tells what another one said: a report, unless the cue names another act. */
export function retellingOf(text: string, cue: readonly Span[], content: readonly Place[]): ActFound {
  const told = actInCue(text, cue);
  // "expressed gratitude for what they had promised".
  const head = told && PLAIN.has(told.act) ? actOfHead(content.flatMap((part) => wordsIn(text, part))) : null;
  if (head) return found(head.act, [placeOf(text, head.by)]);
  return found(told && !PLAIN.has(told.act) ? told.act : "report", told?.evidence ?? []);
}

function found(act: Act, evidence: Passage): ActFound {
  return { act, actClass: ACT_CLASSES[act], evidence };
}

interface CueAct {
  act: Act;
  /** Lemma of the verb, or the noun. */
  verb: string;
  form: string;
  by: Word;
  evidence: Passage;
}

/** The last word of the cue that names an act; a noun of speech after a light verb counts before the verb. */
function actInCue(text: string, cue: readonly Span[]): CueAct | null {
  let plain: CueAct | null = null;
  for (const part of cue) {
    const words = wordsIn(text, part);
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i];
      const act = word && actOfWord(words, i);
      if (!word || !act) continue;
      const verb = CUE_FORMS.get(word.lower)?.verb.lemma ?? word.lower;
      const own = { act, verb, form: word.lower, by: word, evidence: [placeAt(text, word.start, word.end)] };
      // "did want to stress": the verb is "stress".
      const meant = plain !== null && words[i + 1]?.lower === "to" && /^(?:want|wish|like|hope)$/.test(verb);
      if (!PLAIN.has(act) && !meant) return own;
      plain ??= own;
    }
  }
  return plain ?? mindInCue(text, cue);
}

/** "was *convinced*", "*apologised* for": a state of mind or a deed in words where no verb of the cue lexicon stands. */
function mindInCue(text: string, cue: readonly Span[]): CueAct | null {
  for (const part of cue) {
    const word = wordsIn(text, part).find(({ lower }) => MINDS.has(lower) || PERFORMING.has(lower));
    const act = MINDS.get(word?.lower ?? "") ?? PERFORMING.get(word?.lower ?? "")?.act;
    if (word && act)
      return {
        act,
        verb: "feel",
        form: word.lower,
        by: word,
        evidence: [placeAt(text, word.start, word.end)],
      };
  }
  return null;
}

function actOfWord(words: readonly Word[], at: number): Act | null {
  const lower = words[at]?.lower ?? "";
  const verb = CUE_FORMS.get(lower)?.verb;
  if (verb?.lemma === "call")
    return /^(?:for|on|upon)$/.test(words[at + 1]?.lower ?? "") ? "request" : "assess";
  return verb?.act ?? ACT_NOUNS.get(lower) ?? CUE_NOUNS.get(lower) ?? null;
}
