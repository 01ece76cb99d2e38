/**
 * What the speaker does by saying "I", "we", "he" or "they": promises, refuses,
 * offers, hopes, thinks.
 *
 * Known miss: who "he" and "they" are is not known here: any such pronoun
 * counts as the speaker.
 */

import { GOOD_DEEDS, MINDS, PERFORMING } from "../../lexicon/act-words.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import { REPRISALS } from "../../lexicon/qualifiers.ts";
import type { Word } from "../../text/words.ts";
import { future, looksAhead, worth } from "./claims.ts";
import { duty, innerDuty, ought } from "./duties.ts";
import { actOfHead } from "./heads.ts";
import { ADVERB } from "./openers.ts";
import { type ActShown, shown } from "./shown.ts";

const OWN = /^(?:i|we|he|she|they)$/;

/** What "I", "we", "he" and "they" do: a promise, a refusal, an offer, a hope, an opinion. */
export function ownAct(words: readonly Word[], direct = false): ActShown | null {
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
  return (
    ownMind(words, to) ??
    (at > 1 ? null : performed(words, to, not, direct)) ??
    ownVerb(words, at, to, said, not)
  );
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
  const others = words[verbAt - 1]?.lower === "they";
  return words[verbAt + 1]?.lower === "going" && words[verbAt + 2]?.lower === "to"
    ? shown(others ? "predict" : "promise", words[verbAt + 1])
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

/** In words, between "I" and the verb that does what it says: "I would only like to". */
const MOST_CARRIERS = 3;

/** "I *thank* you", "we must *warn* you", "I would *ask* you to wait": saying it does it. */
function performed(words: readonly Word[], verbAt: number, not: boolean, direct: boolean): ActShown | null {
  const at = afterCarriers(words, verbAt);
  const verb = words[at];
  const form = PERFORMING.get(verb?.lower ?? "");
  if (/^asks?$/.test(verb?.lower ?? "") || (verb?.lower === "asked" && !direct))
    return not ? null : asking(words, at);
  if (!form || (form.isPast && at > verbAt)) return hasSettled(words, verbAt);
  // "I suggested to him …": in one's own words the past is a tale.
  if (form.isPast && direct && form.act !== "agree") return null;
  if (!not && form.act === "confirm") return actOfHead(words.slice(at + 1)) ?? shown("confirm", verb);
  if (!not) return shown(form.act, verb);
  return form.act === "agree" ? shown("refuse", verb) : null;
}

/** Past "must", "like to", "be glad to" and "have to". */
function afterCarriers(words: readonly Word[], from: number): number {
  let at = from;
  for (let i = 0; i < MOST_CARRIERS; i++) {
    const lower = words[at]?.lower ?? "";
    if (/^(?:must|shall|can|only)$/.test(lower)) at++;
    else if (
      /^(?:like|wish|want|wanted|wished|love|have|has|had)$/.test(lower) &&
      words[at + 1]?.lower === "to"
    )
      at += 2;
    else if (lower === "be" && words[at + 2]?.lower === "to") at += 3;
    else break;
  }
  return at;
}

/** "ask you to wait", "ask for time" want a deed; "ask whether" wants words. */
function asking(words: readonly Word[], at: number): ActShown {
  const by = words[at] as Word;
  const near = words.slice(at + 1, at + 8).map(({ lower }) => lower);
  const word = near.findIndex((lower) =>
    /^(?:if|whether|what|how|why|when|who|where|which|about)$/.test(lower),
  );
  const deed = near.findIndex((lower) => /^(?:to|for|that)$/.test(lower));
  return { act: deed !== -1 && (word === -1 || deed < word) ? "request" : "ask", by };
}

/** "We have decided to …", "we have agreed …". */
function hasSettled(words: readonly Word[], verbAt: number): ActShown | null {
  if (!/^(?:have|has|had)$/.test(words[verbAt]?.lower ?? "")) return null;
  const verb = words.slice(verbAt + 1, verbAt + 4).find(({ lower }) => /^(?:decided|agreed)$/.test(lower));
  return shown(verb?.lower === "agreed" ? "agree" : "announce", verb);
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
  // "I would not want to go further".
  if (not && said.includes("would") && /^(?:want|like|wish|care)$/.test(lower)) return shown("refuse", verb);
  if (/^(?:want|wants|wanted|wish|wishes|wished)$/.test(lower))
    return !not ? wanted(words, to) : shown(words[to + 1]?.lower === "you" ? "urge" : "deny", verb);
  if (/^(?:hope|hopes|hoped)$/.test(lower)) return shown("hope", verb);
  if (/^(?:fear|fears|feared|regret|regrets|regretted)$/.test(lower)) return shown("voice-concern", verb);
  if (/^(?:enjoy|enjoyed|liked)$/.test(lower)) return shown("praise", verb);
  if (/^(?:expect|expects|expected)$/.test(lower)) return shown("predict", verb);
  if (/^(?:realise|realize|realised|realized)$/.test(lower)) return shown("concede", verb);
  if (/^(?:express|expressed)$/.test(lower)) return actOfHead(words.slice(to + 1));
  if (lower === "look" && words[to + 1]?.lower === "forward") return shown("hope", verb);
  if (
    /^(?:have|has|had)$/.test(lower) &&
    words[to + 1]?.lower === "no" &&
    /^doubts?$/.test(words[to + 2]?.lower ?? "")
  )
    return shown("assess", words[to + 2]);
  if (lower === "had" && /^(?:never|not|no)$/.test(words[to + 1]?.lower ?? "")) return shown("deny", verb);
  if (/^(?:should|must|ought|have|need|needs|had)$/.test(lower)) return duty(words, subject, to);
  if (
    /^(?:think|thinks|thought|believe|believes|believed|feel|feels|felt|consider|considers|considered|suppose|guess|doubt)$/.test(
      lower,
    )
  )
    return opinion(words.slice(to + 1), verb, not);
  if (said.includes("always") && said.includes("would")) return null;
  if (will && /^(?:win|lose|succeed|fail|survive|prevail|become)$/.test(lower)) return shown("predict", verb);
  if (will && subject !== "they") {
    if (/^(?:have|be|suffer|face|regret|need)$/.test(lower))
      return shown(lower === "be" || lower === "have" ? "predict" : "warn", verb);
    const harm = words.slice(to, to + 8).some(({ lower: word }) => REPRISALS.has(word));
    return shown(not ? (HARMLESS.test(lower) ? "promise" : "refuse") : harm ? "threaten" : "promise", verb);
  }
  if (/^(?:intend|intends|intended|plan|plans|planned)$/.test(lower)) return shown("promise", verb);
  if (not && said[0] === "did" && !UNAWARE.test(lower)) return shown("deny", words[at + 1]);
  return null;
}

/** "I did not know": a plain negative claim, no denial of another's. */
const UNAWARE =
  /^(?:know|understand|see|hear|get|have|think|say|mean|tell|assure|remember|realise|realize|feel|expect|mind)$/;

/** "We will not attack": no refusal, but a promise. */
const HARMLESS =
  /^(?:let|allow|permit|interfere|attack|use|deploy|place|station|forget|abandon|leave|start|seek|threaten|impose|expand|move|resume|test)$/;

/** "I want you to know that we are grateful": what comes then; else a hope. */
function wanted(words: readonly Word[], at: number): ActShown | null {
  const told = words.findIndex(
    ({ lower }, i) =>
      i > at &&
      i < at + 8 &&
      /^(?:know|understand|feel|consider|remember|say|tell|add|repeat|stress|emphasize|emphasise|certain|sure|assured)$/.test(
        lower,
      ),
  );
  if (told === -1) {
    if (isOfAnother(words, at)) return shown("request", words[at]);
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
  return /^(?:know|understand|feel|certain|sure|assured)$/.test(words[told]?.lower ?? "")
    ? shown("promise", words[at])
    : null;
}

/** "want *you* to wait", "would like *the commission* to decide": another one's deed. */
function isOfAnother(words: readonly Word[], at: number): boolean {
  const from = words[at + 1]?.lower === "for" ? at + 2 : at + 1;
  const first = words[from];
  const names =
    /^(?:you|him|her|them|us|it|me|the|our|his|their|this|these|all|everyone|both|each)$/.test(
      first?.lower ?? "",
    ) || /^\p{Lu}/u.test(first?.form ?? "");
  if (!names) return false;
  const to = words.findIndex(({ lower }, i) => i > from && i < from + 7 && lower === "to");
  if (to === -1) return false;
  const between = words.slice(from, to).map(({ lower }) => lower);
  const next = words[to + 1]?.lower ?? "";
  return (
    !between.some((lower) => /^(?:of|is|are|was|were|will|would|and|about|in|with|how|what)$/.test(lower)) &&
    !/^(?:the|a|an|his|her|our|their|this|that)$/.test(next)
  );
}

/** "I think we should …", "he thought they would …": the act of what is thought, else an opinion. */
function opinion(rest: readonly Word[], verb: Word | undefined, not: boolean): ActShown | null {
  const words = rest[0]?.lower === "that" ? rest.slice(1) : rest;
  const inner = ought(words) ?? innerDuty(words) ?? future(words);
  if (inner && !not) return inner.act === "promise" ? shown("promise", inner.by) : inner;
  return shown("assess", verb);
}

/** "Norland is ready to talk", "our side is interested in …": a named side's readiness is told as its own. */
export function mindOf(words: readonly Word[]): ActShown | null {
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
