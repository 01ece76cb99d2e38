/**
 * Words inside a content that show the act where the writer's verb is plain
 * ("expressed", "stressed", "said"). Lower case; for nouns a line an act, for
 * the others a family a list.
 */

import type { Act } from "./acts.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns that head the content of a plain verb: "expressed *readiness* to …", "confirmed their *intention* to …". */
const NOUN_LINES = `
offer readiness willingness preparedness offer openness
promise intention intentions intent commitment commitments determination resolve resolution obligation striving
promise dedication adherence fidelity undertaking vow
promise assurance assurances pledge promise promises guarantee
hope interest hope hopes wish aspiration aspirations eagerness expectation desire anticipation ambition longing
praise satisfaction praise admiration support gratification delight respect pleasure joy pride approval solidarity
praise relief esteem enthusiasm happiness backing endorsement
thank gratitude thanks thankfulness appreciation
condole condolences condolence sympathy sympathies grief sorrow compassion
voice-concern concern concerns anxiety alarm regret regrets worry worries fear fears dismay disappointment
voice-concern unhappiness apprehension bewilderment preoccupation unease misgivings bafflement astonishment anger
voice-concern frustration discontent dissatisfaction displeasure distress shock dread foreboding reservations
voice-concern apology apologies complaint complaints sadness impatience irritation nervousness
congratulate congratulations greetings felicitations wishes
predict confidence certainty prediction optimism forecast
warn warning warnings
deny denial
assess view opinion opinions belief conviction doubt doubts scepticism skepticism significance unacceptability
assess inadmissibility impossibility alignment coincidence similarity proximity uselessness efficiency
assess effectiveness value futility views lack inevitability impression legitimacy illegitimacy efficacy
assess pessimism worth ineffectiveness
praise assessment appraisal professionalism courage heroism achievements achievement merits
praise contribution authority sacrifice leadership
condemn indignation outrage condemnation protest protests abhorrence disgust revulsion contempt denunciation
accuse accusation accusations reproach reproaches
refuse opposition refusal objection objections disagreement unwillingness reluctance rejection
agree agreement consent
demand demand demands insistence
request request requests appeal plea
propose proposal proposals suggestion suggestions recommendation recommendations
invite invitation
concede recognition admission acknowledgement
`;

export const ACT_NOUNS: ReadonlyMap<string, Act> = new Map(
  NOUN_LINES.trim()
    .split("\n")
    .flatMap((line) => {
      const [act, ...nouns] = line.trim().split(/\s+/);
      return nouns.map((noun) => [noun, act as Act] as const);
    }),
);

/** "the need to …", "the necessity of …": a deed is wanted. */
export const NEEDS = words(`need needs necessity expediency urgency advisability inevitability`);

/** "the importance of keeping …": a deed is wanted; "the importance of this day": a fact is valued. */
export const IMPORTANCE = words(`importance relevance expedience usefulness`);

/** Nouns that name a deed, for "the importance of …". */
export const DEED_NOUNS = words(`
  implementation observance compliance continuation development strengthening resumption cooperation efforts steps
  measures dialogue coordination work action actions respect settlement adherence fulfilment fulfillment contacts
  interaction restoration preservation deescalation de-escalation restraint talks negotiations consultations support
  intensification expansion maintenance unity solidarity assistance withdrawal release investigation
  participation involvement return exchange fight struggle prevention protection access deliveries creation
  establishment formation introduction adoption ratification normalisation normalization stabilisation
  stabilization resolution cessation disarmament disengagement demilitarisation ceasefire truce monitoring
  verification reforms consolidation promotion mediation consideration approach moves teamwork`);

/** Values in a predicate: "is unacceptable", "were successful", "was a mistake". */
export const VALUES = words(`
  broad high low good great bad better best worse worst excellent important significant essential vital crucial key historic useful
  useless fruitful constructive positive negative successful success unacceptable inadmissible impossible possible
  dangerous safe effective efficient wise unwise reasonable unreasonable fair unfair right wrong serious grave
  difficult hard easy complex complicated tense stable unstable promising dynamic close friendly mutually beneficial
  necessary unnecessary appropriate inappropriate timely relevant legitimate illegitimate justified unjustified
  mistake error success failure achievement precedent opportunity progress substantive meaningful businesslike
  business-like frank open strong weak deplorable tragic outstanding exemplary unprecedented inseparable convincing
  favorable favourable unfavorable unfavourable wiser counterproductive detriment evil priority alternative option solution significance
  unsatisfactory satisfactory disastrous ridiculous foolish hopeless worthless designed step contribution pleased
  satisfied attractive intelligent ready pressing urgent acute topical futile pointless groundless baseless unfounded
  remarkable impressive encouraging discouraging regrettable productive unproductive hopeful absurd nonsense illogical
  logical normal abnormal natural foolish silly stupid smart brilliant terrible awful horrible dreadful nice wonderful
  poor weak correct incorrect accurate inaccurate valid invalid lawful unlawful expensive costly painful sad sensible
  insane crazy mad premature unrealistic realistic feasible impractical practical workable viable adequate inadequate
  sufficient insufficient critical decisive tremendous magnificent shameful disgraceful scandalous advisable
  inadvisable preferable desirable undesirable worthwhile harmful helpful unhelpful hostile warm cordial mistaken
  disturbing troubling worrying alarming`);

/** Verbs of value and growth: "is developing well", "has proved its worth". */
export const VALUE_VERBS = words(`
  proved proven contributes contributed contribute improved improving worsened failed succeeded deserves attests attest
  testifies testify deteriorated deteriorating`);

/** Nouns of value that a plain verb may have for its object: "noted a positive *trend*". */
export const VALUE_NOUNS = words(`
  trend trends progress dynamics dynamic momentum potential growth role success outcome opportunities prospects character nature adoption
  experience atmosphere level`);

/** Adverbs of value in a predicate: "is developing *successfully*". */
export const VALUE_ADVERBS = words(`
  successfully dynamically intensely intensively fruitfully confidently effectively steadily actively poorly badly
  unsuccessfully rapidly constructively highly`);

/** What a letter praises in the one it is written to: "you have earned *respect*". */
export const MERITS = words(`
  respect recognition authority prestige leadership contribution success successes achieved achievements name efforts
  personal merit wisdom courage dedication talent leader regard recollections progress kindness tower patriots`);

/** Wrongs laid on somebody. */
export const WRONGS = words(`
  sabotage sabotages sabotaged sabotaging violate violates violated violating violation violations provocation
  provocations provocative destructive aggression aggressive aggressor crimes crime criminal lie lies lied lying
  disinformation genocide terror humiliate interfere interferes interfered interference illegal unlawful illegally
  blame fault guilty intruded intrude intrusion invaded invading seized kidnapped murdered killed atrocities attacked
  piratic pirate hypocrisy hypocritical betrayed betrayal breach breached discriminate discrimination
  aggravating aggravates distort distorts distorting undermine undermines undermining oppression persecution
  complicity brutal brutally rough mistreatment ultimatum threatens threatening
  neo-nazi nazis war-mongers warmongers bullying blackmail deceived cheated`);

/** Deeds of good will: "Norland will *continue* to help". */
export const GOOD_DEEDS = words(`
  continue continues facilitate support help assist contribute provide maintain take organise organize ensure work
  participate respect honour honor fulfil fulfill observe cooperate host welcome deliver send supply keep
  promote expand strengthen withdraw release share`);

/** Harm that is announced: nouns, verbs and adjectives of a warning's main clause. */
export const HARMS = words(`
  war wars fighting fight respond response answer retaliate retaliation retaliatory consequences costs sanctions
  reaction reprisals collapse rupture break breakdown broken damage suffer regret expel strike dangerous
  danger disastrous disaster catastrophe catastrophic defended force responsibility escalation escalate conflict
  trouble showdown harm destroyed destruction severe devastating react tensions crisis chaos victims
  bloodshed deaths grave collapse nowhere deteriorate degenerate clash worse failure fail anti-us anti-russian
  attack attacks invade lose losses ruined sever severed pain isolate isolated`);

/** What is bad enough to warn of where it hangs on a condition. */
export const ILLS = words(
  `mistake error blunder different worth worthless nothing problem wrong end over dead`,
);

/** How one's own state of mind is told: "he was *anxious* to …". */
export const MINDS: ReadonlyMap<string, Act> = new Map(
  `ready offer
  prepared offer
  willing offer
  glad offer
  happy offer
  interested hope
  anxious hope
  eager hope
  keen hope
  hopeful hope
  concerned voice-concern
  scared voice-concern
  frightened voice-concern
  shocked voice-concern
  saddened voice-concern
  dismayed voice-concern
  upset voice-concern
  angry voice-concern
  appalled condemn
  outraged condemn
  relieved praise
  honoured praise
  honored praise
  thrilled praise
  impressed praise
  touched thank
  moved thank
  indebted thank
  obliged thank
  determined promise
  committed promise
  resolved promise
  opposed refuse
  unwilling refuse
  reluctant refuse
  open offer
  worried voice-concern
  alarmed voice-concern
  disappointed voice-concern
  perplexed voice-concern
  puzzled voice-concern
  unhappy voice-concern
  afraid voice-concern
  disturbed voice-concern
  troubled voice-concern
  cautious voice-concern
  distressed voice-concern
  sorry voice-concern
  pleased praise
  satisfied praise
  proud praise
  delighted praise
  grateful thank
  thankful thank
  sure assess
  certain assess
  confident assess
  convinced assess`
    .split("\n")
    .map((line) => line.trim().split(" ") as [string, Act]),
);

/** Verbs with which an order begins. */
export const ORDERS = words(`
  tell give send take keep stop let make go come put please do don't say ask call wait look remember remove end cease
  release withdraw return leave hold refrain consider think hit bring show help believe understand join be get set
  check write read try use move meet cut speak talk`);

/** Words before the clause proper: "Well now, …", "However, …". */
export const OPENERS = words(`
  well now and but so once however therefore thus then indeed moreover furthermore besides also still yet yes no oh again
  evidently obviously clearly naturally surely certainly finally first second third meanwhile nevertheless
  nonetheless consequently accordingly unfortunately fortunately apparently perhaps ideologically though undoubtedly
  frankly honestly personally historically generally basically essentially actually really hopefully probably today
  tomorrow yesterday here anyway anyhow maybe`);

/** Verbs that do what they say, with "I" or "we" before them: "I must *warn* you", "we *propose* …"; a line an act. */
const PERFORMING_LINES = `
request request appeal beg plead
urge urge encourage advise exhort implore
demand demand insist
propose propose suggest recommend
invite invite
promise promise pledge vow assure guarantee undertake swear
offer offer volunteer
agree agree accept consent concur
refuse refuse reject decline oppose
deny deny
confirm confirm reaffirm affirm
warn warn caution
thank thank
praise praise commend applaud welcome support endorse salute compliment appreciate admire respect value cherish
congratulate congratulate
condole condole sympathise sympathize mourn grieve
condemn condemn denounce deplore abhor
accuse accuse blame
voice-concern regret lament apologise apologize
concede admit concede acknowledge
announce announce declare decide
`;

const PAST_FORMS: Readonly<Record<string, string>> = {
  beg: "begged",
  swear: "swore",
  undertake: "undertook",
  abhor: "abhorred",
  admit: "admitted",
};

/** Forms of such a verb that the speaker can be the subject of, by the rules of spelling. */
export const PERFORMING: ReadonlyMap<string, { act: Act; isPast: boolean }> = new Map(
  PERFORMING_LINES.trim()
    .split("\n")
    .flatMap((line) => {
      const [act, ...verbs] = line.trim().split(/\s+/);
      return verbs.flatMap((verb) =>
        formsOf(verb).map(([form, isPast]) => [form, { act: act as Act, isPast }] as const),
      );
    }),
);

function formsOf(verb: string): [string, boolean][] {
  const third = /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:ss|sh|ch|x)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  const past =
    PAST_FORMS[verb] ??
    (/[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : verb.endsWith("e") ? `${verb}d` : `${verb}ed`);
  return [
    [verb, false],
    [third, false],
    [past, true],
  ];
}

/** Replies of one or a few words. */
const REPLY_LINES = `
confirm yes|yeah|yup|yep|uh-huh|mmm-hmm|exactly|precisely|absolutely|indeed|correct|right|true|quite so|quite right|just so|that is so
confirm that's right|that's correct|that's true|that is right|that is correct|that is true|probably|i think so|no doubt|without doubt|it is
agree of course|certainly|sure|surely|by all means|very good|very well|good|right away|all right|alright|okay|ok|agreed|fine
agree yes yes|was fine|that's fine|that is fine|that's good|with pleasure|gladly|why not|you bet|go ahead|please do|do that|do so|done
refuse certainly not|of course not|never|absolutely not|by no means|not at all|i am afraid not|i'm afraid not|no way|out of the question
deny no|not so|not true|not correct|that is not so|that is not true|that's not true|that's not so|nonsense|on the contrary
`;

export const REPLIES: ReadonlyMap<string, Act> = new Map(
  REPLY_LINES.trim()
    .split("\n")
    .flatMap((line) => {
      const at = line.indexOf(" ");
      return line
        .slice(at + 1)
        .split("|")
        .map((reply) => [reply, line.slice(0, at) as Act] as const);
    }),
);

/** Misfortunes: support and solidarity over one of them condole. */
export const MISFORTUNES = words(`
  tragedy tragic attack attacks victims victim bereaved death deaths died dead killed killing disaster catastrophe
  earthquake flood floods flooding crash explosion explosions blast bombing bombings fire fires hurricane typhoon
  tsunami accident wounded injured casualties passing loss collapse shooting hostages funeral`);

/** Clauses of value that no single word tells. */
export const WORTHS: readonly RegExp[] = [
  /\b(?:lay|lays|laid|provides?|created?|creates) (?:a |an |the )?(?:\w+ ){0,2}(?:groundwork|foundations?|basis|conditions|prerequisites)\b/,
  /\bplay(?:s|ed|ing)? (?:a|an|the) (?:[\w-]+ ){0,3}(?:role|part)\b/,
  /\b(?:meets?|serves?|(?:is|are|was|were) (?:\w+ )?in|suits?|contradicts?) (?:[\w'-]+ ){0,4}interests?\b/,
  /\b(?:bears? witness|speaks? volumes|opens? (?:the way|up|new))\b/,
  /\bin the (?:right|wrong) direction\b/,
  /\bat (?:a|an) (?:[\w-]+ )?(?:high|low)\b/,
  /\bmade (?:[\w]+ ){0,3}(?:progress|headway)\b/,
  /\bsteps? (?:closer|forward|backwards?|in the right direction)\b/,
  /\b(?:best|better|worst|worse|only) (?:\w+ )?(?:way|means|option|basis|solution|course)\b/,
];
