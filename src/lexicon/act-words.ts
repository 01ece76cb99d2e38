/**
 * Words inside a content that show the act where the writer's verb is plain
 * ("expressed", "stressed", "said"). Lower case; for nouns a line an act, for
 * the others a family a list.
 */

import type { Act } from "./acts.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns that head the content of a plain verb: "expressed *readiness* to …", "confirmed their *intention* to …". */
const NOUN_LINES = `
offer readiness willingness preparedness offer
promise intention intentions intent commitment commitments determination resolve resolution desire obligation
promise assurance assurances pledge promise promises guarantee
hope interest hope hopes wish aspiration eagerness expectation
praise satisfaction praise admiration support gratification delight respect pleasure joy pride approval solidarity
thank gratitude thanks thankfulness appreciation
condole condolences condolence sympathy sympathies grief sorrow compassion
voice-concern concern concerns anxiety alarm regret regrets worry worries fear fears dismay disappointment
voice-concern unhappiness apprehension bewilderment preoccupation unease misgivings bafflement astonishment anger
congratulate congratulations greetings felicitations wishes
predict confidence certainty prediction optimism
assess view opinion opinions belief conviction doubt doubts scepticism skepticism significance unacceptability
assess inadmissibility impossibility alignment coincidence similarity proximity uselessness efficiency
assess effectiveness value futility views lack inevitability impression
praise assessment appraisal professionalism courage heroism achievements achievement merits
praise contribution authority sacrifice leadership
condemn indignation outrage condemnation protest protests
accuse accusation accusations
refuse opposition refusal objection objections disagreement
agree agreement consent
demand demand demands insistence
request request requests appeal
propose proposal proposals suggestion
invite invitation
concede recognition
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
  restoration intensification expansion maintenance unity solidarity assistance withdrawal release investigation`);

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
  satisfied attractive intelligent ready`);

/** Verbs of value and growth: "is developing well", "has proved its worth". */
export const VALUE_VERBS = words(`
  proved proven contributes contributed contribute improved improving worsened failed succeeded deserves`);

/** Nouns of value that a plain verb may have for its object: "noted a positive *trend*". */
export const VALUE_NOUNS = words(`
  trend progress dynamics momentum potential growth role success outcome opportunities prospects character nature adoption
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
  war wars fighting fight respond response answer retaliate retaliation retaliatory consequences costs price sanctions
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
  release withdraw return leave hold refrain consider think hit bring show help believe understand join`);

/** Words before the clause proper: "Well now, …", "However, …". */
export const OPENERS = words(`
  well now and but so once however therefore thus then indeed moreover furthermore besides also still yet yes no oh again
  evidently obviously clearly naturally surely certainly finally first second third meanwhile nevertheless
  nonetheless consequently accordingly unfortunately fortunately apparently perhaps ideologically though`);
