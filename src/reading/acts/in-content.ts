/**
 * The act as the content itself shows it, where the writer's verb is plain:
 * a noun that heads it ("readiness to …", "the importance of …"), or the
 * subject and verb of its first clause ("we will …", "you should …", "it was a
 * mistake").
 *
 * Takes the words of a content; gives an act with the word that shows it, or
 * `null`: a plain statement. What the writer's cue says is left to `act-of.ts`.
 *
 * Known misses: who "he" and "Norland" are is not known here: any pronoun and
 * "we" count as the speaker, a state's name as somebody else, whose future is a
 * prediction unless the deed is a kind one; irony; a demand told as a fact
 * ("the troops leave on Monday").
 */

import {
  ACT_NOUNS,
  DEED_NOUNS,
  GOOD_DEEDS,
  HARMS,
  IMPORTANCE,
  MERITS,
  MINDS,
  NEEDS,
  OPENERS,
  ORDERS,
  VALUE_ADVERBS,
  VALUE_NOUNS,
  VALUE_VERBS,
  VALUES,
  WRONGS,
} from "../../lexicon/act-words.ts";
import type { Act } from "../../lexicon/acts.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import { REPRISALS } from "../../lexicon/qualifiers.ts";
import type { Word } from "../../text/words.ts";

export interface ActShown {
  act: Act;
  /** The word that shows it. */
  by: Word;
}

const shown = (act: Act, by: Word | undefined): ActShown | null => (by ? { act, by } : null);

const HEAD_REACH = 6;
/** After which a noun of an act is only the name of a thing. */
const QUALIFIED =
  /^(?:programmes?|programs?|packages?|groups?|forces?|measures|letters?|messages?|systems?|rates?|payments?|funds?|staff|speech)$/;
const NOT_OF_THE_HEAD =
  /^(?:i|we|he|she|they|you|it|there|is|was|are|were|will|would|could|can|has|have|had|should|must|may|might|of|on|in|at|to|for|with|that|which|from|by|over|as|about|and)$/;

/** "their mutual *intention* to …": the noun that heads the content of a plain verb. */
export function actOfHead(words: readonly Word[]): ActShown | null {
  for (let i = 0; i < Math.min(words.length, HEAD_REACH); i++) {
    const word = words[i];
    if (!word || NOT_OF_THE_HEAD.test(word.lower)) return null;
    const next = words[i + 1]?.lower ?? "";
    if (NEEDS.has(word.lower) && /^(?:to|for|of)$/.test(next)) return shown("urge", word);
    if (IMPORTANCE.has(word.lower)) return shown(namesDeed(words, i + 2) ? "urge" : "assess", word);
    if (/^(?:opinions?|assessments?|appraisals?|marks?)$/.test(word.lower) && words[i - 1]?.lower === "high")
      return shown("praise", word);
    const act = ACT_NOUNS.get(word.lower);
    // "their support programme": the noun only qualifies another one.
    if (act && !QUALIFIED.test(next) && !isVerb(words, i + 1))
      return act === "predict" && /^(?:in|of)$/.test(next) ? shown("assess", word) : shown(act, word);
    if (VALUE_NOUNS.has(word.lower) && words.slice(0, i).some(({ lower }) => VALUES.has(lower)))
      return shown("assess", word);
  }
  return null;
}

/** "our proposals *appeared* to …": a subject with its verb, not a head with what hangs on it. */
function isVerb(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? "";
  if (/^(?:is|was|were|are|will|would|has|have|had|can|could|may|might|should|must|does|did)$/.test(lower))
    return true;
  return /..ed$/.test(lower) && !/^(?:by|in|at)$/.test(words[at + 1]?.lower ?? "");
}

/** "of *strictly abiding* by", "of continued *cooperation*": a deed, not a thing. */
function namesDeed(words: readonly Word[], from: number): boolean {
  if (/^(?:this|that|his|her|its|russia's)$/.test(words[from]?.lower ?? "")) return false;
  for (let i = from; i < Math.min(words.length, from + 4); i++) {
    const lower = words[i]?.lower ?? "";
    if (DEED_NOUNS.has(lower) || /..ing$/.test(lower)) return true;
    if (NOT_OF_THE_HEAD.test(lower)) return false;
  }
  return false;
}

const OWN = /^(?:i|we|he|she|they)$/;
const ADVERB =
  /^(?:also|again|always|never|not|now|still|just|only|ever|indeed|very|quite|really|fully|most|so|much|far|more|deeply|somewhat|rather|too|both|either|would|do|does|did|will|[a-z]+ly)$/;
const LONGEST = 40;

/** The act of a clause, by its subject and verb. */
export function actOfClause(contracted: readonly Word[], direct: boolean): ActShown | null {
  const all = expanded(contracted);
  const asked = questionIn(all);
  if (asked) return asked;
  const words = withoutOpeners(all.slice(0, LONGEST));
  return (
    assent(all) ??
    courtesy(words) ??
    merit(words) ??
    mainThing(words) ??
    regret(all) ??
    order(words, direct) ??
    ownAct(words) ??
    ought(words) ??
    mindOf(words) ??
    harmAhead(words) ??
    wrong(words) ??
    worth(words) ??
    future(words)
  );
}

/** "When will they meet?"; "would you …?" asks for a deed. */
function questionIn(words: readonly Word[]): ActShown | null {
  const last = words.slice(-2).find(({ form }) => form.includes("?"));
  if (!last) return null;
  const first = withoutOpeners(words.slice(0, LONGEST))[0]?.lower ?? "";
  if (/^(?:when|where|how|what|why|who|which)$/.test(first)) return shown("ask", last);
  const wanted = words.findIndex(
    ({ lower }, i) => /^(?:will|would|could|can)$/.test(lower) && words[i + 1]?.lower === "you",
  );
  // "Give me one, will you?"
  if (wanted > 1 && words.some(({ lower }) => ORDERS.has(lower))) return shown("request", last);
  return shown(wanted !== -1 && wanted < words.length - 3 ? "request" : "ask", last);
}

/** "Yes", "I agree", "that's right", "all right". */
function assent(words: readonly Word[]): ActShown | null {
  const spoken = words.filter(({ kind }) => kind === "word").slice(0, 7);
  const bare = /^(?:oh|well|ah)$/.test(spoken[0]?.lower ?? "") ? spoken.slice(1) : spoken.slice(0, 6);
  if (
    bare[0]?.lower === "no" &&
    words[words.indexOf(bare[0]) + 1]?.kind === "mark" &&
    (bare.length === 1 || /^(?:it|he|she|they|we|i|that|there)$/.test(bare[1]?.lower ?? ""))
  )
    return shown("deny", bare[0]);
  const line = bare.map(({ lower }) => lower).join(" ");
  if (
    /^(?:yes )?(?:i|we) (?:quite |fully |completely )?agree\b|^(?:all right|very well|okay|ok|agreed|fine|was fine|that's fine|that is fine)\b/.test(
      line,
    )
  )
    return shown("agree", bare[0]);
  if (/^(?:yes yes|yes do|yes at)\b/.test(line)) return shown("agree", bare[0]);
  if (/^(?:no )?not (?:now|yet|today|tonight|tomorrow|at all|here|this)\b/.test(line) && bare.length < 5)
    return shown("refuse", bare[0]);
  return (bare.length === 1 && bare[0]?.lower === "yes") ||
    /^(?:yes )?that's (?:right|correct|true)|^yes that/.test(line)
    ? shown("confirm", bare[0])
    : null;
}

/** "Thank you", "my congratulations", "I wish you health". */
function courtesy(words: readonly Word[]): ActShown | null {
  const line = words
    .slice(0, 6)
    .map(({ lower }) => lower)
    .join(" ");
  if (/^(?:thank you|thanks|many thanks)/.test(line)) return shown("thank", words[0]);
  if (/^(?:please )?accept (?:my|our)/.test(line))
    return words.some(({ lower }) => lower.startsWith("condolence"))
      ? shown("condole", words[0])
      : shown("congratulate", words[0]);
  if (
    /^(?:it is|it's|how) (?:so |very )?(?:wonderful|good|nice|great|lovely|pleasant) to (?:hear|see|have|meet)/.test(
      line,
    )
  )
    return shown("praise", words[2]);
  if (/^(?:the )?(?:very )?best (?:of|wishes|regards|luck)/.test(line))
    return shown("congratulate", words[0]);
  if (/^(?:i|we) wish (?:you|him|her|them|your)/.test(line)) return shown("congratulate", words[1]);
  const kind = words.findIndex(({ lower }) => /^(?:regards|wishes|greetings|congratulations)$/.test(lower));
  return kind !== -1 &&
    kind < 14 &&
    /^(?:best|personal|warm|warmest|kind)$/.test(words[kind - 1]?.lower ?? "")
    ? shown("congratulate", words[kind])
    : null;
}

/** "The first thing that needs to be done is …", "the main thing is that we need a result". */
function mainThing(words: readonly Word[]): ActShown | null {
  const at = words.findIndex(
    ({ lower }, i) =>
      i > 0 &&
      i < 4 &&
      /^(?:thing|ingredient|step|task|condition|requirement)$/.test(lower) &&
      /^(?:first|main|only|most|key|essential)$/.test(words[i - 1]?.lower ?? ""),
  );
  if (at === -1) return null;
  const is = words.findIndex(({ lower }, i) => i > at && i < at + 10 && /^(?:is|was)$/.test(lower));
  if (is === -1) return null;
  const owed = words
    .slice(at, is + 6)
    .find(({ lower }) => /^(?:need|needs|must|guarantee|guarantees|ensure|security)$/.test(lower));
  return owed ? shown("demand", owed) : shown("urge", words[at]);
}

/** "Unfortunately, …". */
function regret(words: readonly Word[]): ActShown | null {
  return shown(
    "voice-concern",
    words.slice(0, 3).find(({ lower }) => /^(?:unfortunately|regrettably|sadly)$/.test(lower)),
  );
}

/** "You have earned respect", "Under your leadership …": praise of the one written to. */
function merit(words: readonly Word[]): ActShown | null {
  const to = words.findIndex(({ lower }, i) => i < 6 && /^(?:you|your|you've)$/.test(lower));
  if (to === -1 || !/^(?:you|your|you've|under|during|over|many|in|thanks|for)$/.test(words[0]?.lower ?? ""))
    return null;
  // "you have been brave".
  if (words[to]?.lower === "you" && words[to + 2]?.lower === "been") return shown("praise", words[to + 2]);
  return shown(
    "praise",
    words.slice(0, 24).find(({ lower }) => MERITS.has(lower)),
  );
}

/** "Tell the ambassador …": an order, in somebody's own words only. */
function order(words: readonly Word[], direct: boolean): ActShown | null {
  const first = words[0];
  if (!first) return null;
  if (first.lower === "let's" || (first.lower === "let" && words[1]?.lower === "us"))
    return shown("propose", first);
  if (!direct) return null;
  const next = words[1];
  const please = words.slice(0, 25).find(({ lower }) => lower === "please");
  if (please && words.some(({ lower }) => ORDERS.has(lower))) return shown("request", please);
  return ORDERS.has(first.lower) &&
    next?.kind === "word" &&
    !/^(?:is|was|are|were|will|would)$/.test(next.lower)
    ? shown("request", first)
    : null;
}

/** What "I", "we", "he" and "they" do: a promise, a refusal, an offer, a hope, an opinion. */
function ownAct(words: readonly Word[]): ActShown | null {
  const at = words.findIndex(({ lower }, i) => i < 6 && OWN.test(lower));
  const subject = words[at];
  if (
    !subject ||
    words.slice(0, at).some(({ lower }) => /^(?:that|which|who|is|was|are|were|the|a)$/.test(lower))
  )
    return null;
  let to = at + 1;
  // "he and his government were interested": whoever goes along.
  if (words[to]?.lower === "and" && /^(?:his|her|our|their|its|the)$/.test(words[to + 1]?.lower ?? ""))
    to += 3;
  // "we, on our part, would agree".
  if (/^(?:on|for)$/.test(words[to]?.lower ?? "") && words[to + 2]?.lower === "part") to += 3;
  // "he, the President, cannot".
  if (words[to]?.lower === "the" && /^\p{Lu}/u.test(words[to + 1]?.form ?? "")) to += 2;
  while (to < words.length && ADVERB.test(words[to]?.lower ?? "") && to < at + 5) to++;
  const group = words.slice(at + 1, to);
  const verb = words[to];
  if (!verb) return null;
  const said = group.map(({ lower }) => lower);
  const negated = said.some((lower, i) => lower === "never" || (lower === "not" && said[i + 1] !== "only"));
  const not = negated || /n't$/.test(verb.lower);
  return ownMind(words, to) ?? ownVerb(words, at, to, said, not);
}

/** "is ready to", "would be glad to", "was anxious to". */
function ownMind(words: readonly Word[], verbAt: number): ActShown | null {
  if (!/^(?:is|are|am|was|were|be|remain|remains|i'm|we're)$/.test(words[verbAt]?.lower ?? "")) return null;
  for (let i = verbAt + 1; i < Math.min(words.length, verbAt + 5); i++) {
    const word = words[i];
    const line = words
      .slice(i, i + 2)
      .map(({ lower }) => lower)
      .join(" ");
    if (/^(?:for|against) (?:it|this|that)$/.test(line))
      return shown(line.startsWith("for") ? "agree" : "refuse", word);
    if (word?.lower === "welcome") return shown("invite", word);
    const act = word && MINDS.get(word.lower);
    if (!word) break;
    if (!act) {
      if (ADVERB.test(word.lower) || /^(?:all|extremely|deeply|much|completely|also)$/.test(word.lower))
        continue;
      break;
    }
    if (act === "offer") return offerOf(words, verbAt, i);
    if (act === "assess" && looksAhead(words.slice(i + 1))) return shown("predict", word);
    if (words.slice(verbAt, i).some(({ lower }) => lower === "not")) return null;
    return shown(act, word);
  }
  return words[verbAt + 1]?.lower === "going" && words[verbAt + 2]?.lower === "to"
    ? shown("promise", words[verbAt + 1])
    : words[verbAt + 1]?.lower === "not" && words[verbAt + 2]?.lower === "going"
      ? shown("refuse", words[verbAt + 1])
      : null;
}

/** "would be glad to share": an offer; "would be glad if you agreed": a request; "was glad": pleasure. */
function offerOf(words: readonly Word[], verbAt: number, at: number): ActShown | null {
  const mind = words[at];
  const next = words[at + 1]?.lower ?? "";
  if (mind && /^(?:glad|happy)$/.test(mind.lower)) {
    if (words[verbAt]?.lower !== "be") return shown("praise", mind);
    return shown(next === "if" ? "request" : "offer", mind);
  }
  if (words.slice(verbAt, at).some(({ lower }) => lower === "not")) return shown("refuse", mind);
  return shown("offer", mind);
}

function ownVerb(
  words: readonly Word[],
  at: number,
  to: number,
  said: readonly string[],
  not: boolean,
): ActShown | null {
  const verb = words[to];
  const lower = verb?.lower ?? "";
  const will =
    said.includes("will") || said.includes("would") || lower === "shall" || /(?:'ll|won't)$/.test(lower);
  const subject = words[at]?.lower ?? "";
  if (will && /^(?:say|think|grade|guess|call|rate|describe|imagine)$/.test(lower))
    return shown("assess", verb);
  // "we will have to see".
  if (will && lower === "have" && words[to + 1]?.lower === "to") return null;
  if (/^(?:cannot|can't|couldn't|won't|refuse|refused)$/.test(lower)) return shown("refuse", verb);
  if (
    lower === "could" &&
    (GOOD_DEEDS.has(words[to + 1]?.lower ?? "") || words[to + 1]?.lower === "give") &&
    subject !== "they"
  )
    return shown("offer", verb);
  if (/^(?:can|could)$/.test(lower) && /^(?:not|never)$/.test(words[to + 1]?.lower ?? ""))
    return shown("refuse", verb);
  if (/^(?:like|love)$/.test(lower) && (will || words[to - 1]?.lower === "should")) return wanted(words, to);
  if (lower === "should" && words[to + 1]?.lower === "like") return wanted(words, to + 1);
  if (/^(?:want|wants|wanted|wish|wishes|wished)$/.test(lower))
    return !not ? wanted(words, to) : shown(words[to + 1]?.lower === "you" ? "urge" : "deny", verb);
  if (/^(?:hope|hopes|hoped)$/.test(lower)) return shown("hope", verb);
  if (/^(?:fear|fears|feared|regret|regrets|regretted)$/.test(lower)) return shown("voice-concern", verb);
  if (/^(?:agree|agrees|agreed|accept|accepts|accepted)$/.test(lower))
    return shown(not ? "refuse" : "agree", verb);
  if (
    /^(?:appreciate|appreciates|appreciated|enjoy|enjoyed|liked|admire|admired|value|values|welcome|welcomed)$/.test(
      lower,
    )
  )
    return shown("praise", verb);
  if (/^(?:expect|expects|expected)$/.test(lower)) return shown("predict", verb);
  if (/^(?:admit|admits|admitted|realise|realize|realised|realized|acknowledge|acknowledged)$/.test(lower))
    return shown("concede", verb);
  if (lower === "look" && words[to + 1]?.lower === "forward") return shown("hope", verb);
  if (/^(?:oppose|opposes|reject|rejects)$/.test(lower)) return shown("refuse", verb);
  if (
    /^(?:didn't|hadn't)$/.test(lower) ||
    (lower === "had" && /^(?:never|not|no)$/.test(words[to + 1]?.lower ?? ""))
  )
    return shown("deny", verb);
  if (/^(?:should|must|ought|have|need|needs|had)$/.test(lower)) return duty(words, subject, to);
  if (
    /^(?:think|thinks|thought|believe|believes|believed|feel|feels|felt|consider|considers|considered|suppose|guess|doubt)$/.test(
      lower,
    )
  )
    return opinion(words.slice(to + 1), verb, not);
  if (will && subject !== "they") {
    if (/^(?:have|be|suffer|face|regret|need)$/.test(lower))
      return shown(lower === "be" || lower === "have" ? "predict" : "warn", verb);
    const harm = words.slice(to, to + 8).some(({ lower: word }) => REPRISALS.has(word));
    return shown(not ? (HARMLESS.test(lower) ? "promise" : "refuse") : harm ? "threaten" : "promise", verb);
  }
  if (/^(?:intend|intends|intended|plan|plans|planned)$/.test(lower)) return shown("promise", verb);
  if (not && /^(?:did|didn't)$/.test(said[0] ?? lower)) return shown("deny", words[at + 1]);
  return null;
}

/** "We will not attack": no refusal, but a promise. */
const HARMLESS =
  /^(?:let|allow|permit|interfere|attack|use|deploy|place|station|forget|abandon|leave|start|seek|threaten|impose|expand|move|resume|test)$/;

/** "I want you to know that we are grateful": what comes then; else a hope. */
function wanted(words: readonly Word[], at: number): ActShown | null {
  const told = words.findIndex(
    ({ lower }, i) =>
      i > at &&
      i < at + 8 &&
      /^(?:know|understand|feel|consider|remember|say|tell|add|repeat|stress|emphasize|emphasise)$/.test(
        lower,
      ),
  );
  if (told === -1) {
    if (/^(?:you|him|her|them|us)$/.test(words[at + 1]?.lower ?? "") && words[at + 2]?.lower === "to")
      return shown("request", words[at]);
    const own = words.slice(at + 1, at + 5).find(({ lower }) => {
      const form = CUE_FORMS.get(lower);
      return form?.base === true && ["thank", "praise", "congratulate", "condole"].includes(form.verb.act);
    });
    const form = own && CUE_FORMS.get(own.lower);
    return form ? shown(form.verb.act, own) : shown("hope", words[at]);
  }
  const rest = words
    .slice(told + 1)
    .filter(({ lower, kind }, i) => !(i === 0 && lower === "that") && kind !== "mark");
  if (
    /^(?:stress|emphasise|emphasize)$/.test(words[told]?.lower ?? "") &&
    /^your$/.test(rest[0]?.lower ?? "")
  )
    return shown("praise", words[told]);
  const own = ownAct(rest) ?? future(rest) ?? worth(rest);
  if (own) return own;
  // "want you to know that we are with you": an assurance.
  return /^(?:know|understand|feel)$/.test(words[told]?.lower ?? "") ? shown("promise", words[at]) : null;
}

/** "we must", "we should": a proposal; "you must": a demand; "he must" is no act of his own. */
function duty(words: readonly Word[], subject: string, at: number): ActShown | null {
  const lower = words[at]?.lower ?? "";
  const next = words[at + 1]?.lower ?? "";
  if (/^(?:have|need|needs|had|ought)$/.test(lower) && !/^(?:to|better)$/.test(next))
    return /^(?:need|needs)$/.test(lower) && subject === "we" ? shown("demand", words[at]) : null;
  if (subject === "we") return shown(lower === "need" && next !== "to" ? "demand" : "propose", words[at]);
  if (lower === "must" && CUE_FORMS.has(next)) {
    const act = CUE_FORMS.get(next)?.verb.act;
    return act && act !== "state" ? shown(act, words[at + 1]) : null;
  }
  return subject === "i" || lower === "have" || lower === "had"
    ? null
    : shown(lower === "should" ? "propose" : "demand", words[at]);
}

/** "I think we should …", "he thought they would …": the act of what is thought, else an opinion. */
function opinion(rest: readonly Word[], verb: Word | undefined, not: boolean): ActShown | null {
  const words = rest[0]?.lower === "that" ? rest.slice(1) : rest;
  const inner = ought(words) ?? innerDuty(words) ?? future(words);
  if (inner && !not) return inner.act === "promise" ? shown("promise", inner.by) : inner;
  return shown("assess", verb);
}

function innerDuty(words: readonly Word[]): ActShown | null {
  const at = words.findIndex(({ lower }, i) => i < 4 && /^(?:should|ought|must|got)$/.test(lower));
  return at > 0 ? shown("propose", words[at]) : null;
}

const VERB_REACH = 14;

/** "You should …" urges; "Norland must …" demands; "they should have …" accuses. */
function ought(words: readonly Word[]): ActShown | null {
  const subject = words[0]?.lower ?? "";
  for (let i = 1; i < Math.min(words.length, VERB_REACH); i++) {
    const word = words[i];
    if (!word) break;
    const next = words[i + 1]?.lower ?? "";
    if (/^(?:that|which|who|if|because|when)$/.test(word.lower)) return null;
    if (/^(?:will|is|are|was|were|may|might|could|can)$/.test(word.lower)) return null;
    if (word.lower === "would" && next !== "better") return null;
    // "should be hearing back": likely, not owed.
    if (word.lower === "should" && next === "be" && /ing$/.test(words[i + 2]?.lower ?? "")) return null;
    if (word.lower === "should" || (word.lower === "ought" && next === "to")) {
      if (next === "have" || (next === "not" && words[i + 2]?.lower === "have")) return shown("accuse", word);
      if (subject === "you") return shown("urge", word);
      return shown(
        subject === "we" || subject === "there" || !/^k$/.test(subject) ? "propose" : "urge",
        word,
      );
    }
    const has = /^(?:needs|need|has|have)$/.test(word.lower) && next === "to";
    if (word.lower === "better" && subject === "you") return shown("urge", word);
    if (has && words[i - 1]?.lower === "i") return null;
    if (word.lower === "must" || has || (word.lower === "better" && words[i - 1]?.lower === "had")) {
      if (/^(?:we|i)$/.test(words[i - 1]?.lower ?? "")) return shown("propose", word);
      return shown(subject === "you" && has ? "urge" : "demand", word);
    }
  }
  return null;
}

const WRONG_REACH = 16;

/** "Norland is ready to talk", "our side is interested in …": a named side's readiness is told as its own. */
function mindOf(words: readonly Word[]): ActShown | null {
  const at = words.findIndex(
    ({ lower }, i) => i > 0 && i < 8 && /^(?:is|are|was|were|remains|remain)$/.test(lower),
  );
  if (at === -1 || words.slice(0, at).some(({ lower }) => /^(?:that|which|who|it|this|there)$/.test(lower)))
    return null;
  const found = ownMind(words, at);
  return found &&
    /^(?:offer|refuse|hope|voice-concern)$/.test(found.act) &&
    /^(?:ready|prepared|willing|interested|anxious|eager|keen|concerned|worried|alarmed|disappointed)$/.test(
      found.by.lower,
    )
    ? found
    : null;
}

/** "This could lead to a catastrophe": harm that may come. */
function harmAhead(words: readonly Word[]): ActShown | null {
  const found = future(words);
  return found?.act === "warn" ? found : null;
}

/** "Norland has continued its provocations": a wrong, and not one's own. */
function wrong(words: readonly Word[]): ActShown | null {
  if (/^(?:i|we|our|my)$/.test(words[0]?.lower ?? "")) return null;
  for (let i = 0; i < Math.min(words.length, WRONG_REACH); i++) {
    const word = words[i];
    if (!word) break;
    if (/^(?:if|unless|not|no|never|against|without)$/.test(word.lower) || /n't$/.test(word.lower))
      return null;
    if (/^(?:will|would|could|may|might|should)$/.test(word.lower)) return null;
    if (WRONGS.has(word.lower)) return shown("accuse", word);
  }
  return null;
}

/** "it was important to …", "the format has proved …": a value. */
const COPULA_REACH = 22;

function worth(words: readonly Word[]): ActShown | null {
  const copula = words.findIndex(
    ({ lower }, i) => i < COPULA_REACH && /^(?:is|are|was|were|be|been|being|remains|became)$/.test(lower),
  );
  if (copula !== -1) {
    const clause = words.slice(copula + 1, copula + 7);
    const value = clause.find(({ lower }) => VALUES.has(lower));
    const cut = clause.findIndex(({ lower }) =>
      /^(?:that|which|in|on|for|by|to|when|because|of)$/.test(lower),
    );
    const at = value ? clause.indexOf(value) : -1;
    if (value && (cut === -1 || at < cut)) {
      const next = clause[at + 1]?.lower ?? "";
      if (
        /^(?:important|necessary|essential|vital|imperative)$/.test(value.lower) &&
        /^(?:to|for)$/.test(next)
      )
        return shown("urge", value);
      // "a swift ceasefire was essential".
      const deed = words
        .slice(0, copula)
        .some(({ lower }) => DEED_NOUNS.has(lower) || /^(?:ceasefire|truce|launch|end|return)$/.test(lower));
      if (deed && /^(?:necessary|essential|vital|imperative|crucial|required)$/.test(value.lower))
        return shown("urge", value);
      const advised =
        /^(?:wise|wiser|better|best|useful|appropriate)$/.test(value.lower) && /^(?:to|for)$/.test(next);
      if (advised && /^(?:would|might|could|should)$/.test(words[copula - 1]?.lower ?? ""))
        return shown("propose", value);
      return shown("assess", value);
    }
  }
  const named = words.slice(0, 5).some(({ lower }) => lower === "name");
  const tied = words.slice(0, 8).find(({ lower }) => /^(?:associated|linked|inseparable)$/.test(lower));
  if (named && tied) return shown("praise", tied);
  const how = words[0]?.lower === "how" ? words[1] : undefined;
  if (how && VALUES.has(how.lower))
    return shown(words.slice(2, 7).some(({ lower }) => /^(?:to|for)$/.test(lower)) ? "urge" : "assess", how);
  return shown(
    "assess",
    words.find(
      ({ lower }, i) => i > 0 && i < VERB_REACH && (VALUE_VERBS.has(lower) || VALUE_ADVERBS.has(lower)),
    ),
  );
}

function looksAhead(words: readonly Word[]): boolean {
  return words
    .slice(0, 20)
    .some(
      ({ lower }, i, list) =>
        /^(?:will|would|'ll|won't)$/.test(lower) || (lower === "going" && list[i + 1]?.lower === "to"),
    );
}

const MEETS = /^(?:meet|visit|travel|speak|arrive|attend|chair|host|receive|hold|address|brief|fly|depart)$/;

/** What somebody else will do: a prediction; a kind deed of a named side: a promise; harm: a warning. */
function future(words: readonly Word[]): ActShown | null {
  for (let i = 1; i < Math.min(words.length, 20); i++) {
    const word = words[i];
    if (!word) break;
    if (/^(?:that|whether|because|when|as|how|what|why)$/.test(word.lower)) return null;
    if (i > 4 && /^(?:which|who)$/.test(word.lower)) return null;
    const planned = /^(?:is|are)$/.test(word.lower) && words[i + 1]?.lower === "to" && i < 6;
    if (planned && MEETS.test(words[i + 2]?.lower ?? "")) return shown("announce", word);
    const going = word.lower === "going" && words[i + 1]?.lower === "to";
    const modal = /^(?:will|would|won't|may|might|could)$/.test(word.lower) || /'ll$/.test(word.lower);
    if (!going && !modal) continue;
    const after = words.slice(i + 1, i + 12);
    const verb = after.find(({ lower }) => !ADVERB.test(lower) && lower !== "be");
    if (after.some(({ lower }) => HARMS.has(lower))) return shown("warn", word);
    if (/^(?:may|might|could)$/.test(word.lower))
      return words[i + 1]?.lower === "be" && words[i + 2]?.lower === "able" ? shown("predict", word) : null;
    const named = /^\p{Lu}/u.test(words[0]?.form ?? "") || /^(?:the|our)$/.test(words[0]?.lower ?? "");
    if (verb && named && MEETS.test(verb.lower) && word.lower === "will") return shown("announce", word);
    if (verb && named && GOOD_DEEDS.has(verb.lower) && !going) return shown("promise", word);
    return shown("predict", word);
  }
  return null;
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", "not"],
  ["'ll", "will"],
  ["'d", "would"],
  ["'m", "am"],
  ["'re", "are"],
  ["'ve", "have"],
];

/** "we'll" as "we will", "don't" as "do not": two words at the same place. */
function expanded(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    const ending = ENDINGS.find(([short]) => word.lower.endsWith(short));
    if (!ending) return [word];
    const stem = word.lower.slice(0, -ending[0].length);
    const whole = stem === "wo" ? "will" : stem === "ca" ? "can" : stem === "sha" ? "shall" : stem;
    return [
      { ...word, lower: whole },
      { ...word, lower: ending[1], form: ending[1] },
    ];
  });
}

const MOST_OPENERS = 5;

/** Without "Well now, …", "In other words, …", "Mr. Chairman, …". */
function withoutOpeners(words: readonly Word[]): Word[] {
  let from = 0;
  for (let i = 0; i < MOST_OPENERS && from < words.length; i++) {
    const word = words[from];
    const next = words[from + 1];
    if (!word) break;
    const joined = `${word.lower} ${next?.lower ?? ""}`;
    if (OPENERS.has(word.lower) || word.kind === "mark" || /^(?:that|please)$/.test(word.lower)) from++;
    else if (/^(?:of course|in addition|in fact|at last|for example)$/.test(joined)) from += 2;
    else if (/^(?:in other|on the|in this|as a|at this|in our|in my|in his)$/.test(joined)) {
      const comma = words.findIndex(({ form }, at) => at > from && at < from + 7 && form === ",");
      if (comma === -1) break;
      from = comma + 1;
    } else if (/^mr\.?$/.test(word.lower)) {
      const comma = words.findIndex(({ form }, at) => at > from && at < from + 4 && form === ",");
      if (comma === -1) break;
      from = comma + 1;
    } else break;
  }
  return words.slice(from).filter(({ kind }) => kind !== "mark");
}
