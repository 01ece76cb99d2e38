/**
 * Cue words: verbs that hand over to somebody, a line a word.
 *
 * Each line is the verb, the act it names (as DESIGN.md lists them), and the
 * frames its content may take:
 *
 *   c  a clause, with or without "that" ("said the talks had failed")
 *   t  a clause, only with "that", "whether", "how" ("found that …")
 *   q  a quotation ("“No,” she replied")
 *   o  an object ("criticised the deal"); the object is the content
 *   i  an infinitive ("vowed to respond")
 *   h  somebody addressed, before the content ("told Ortiz that …")
 *   x  somebody acted upon, who is part of the content ("urged Russia to …")
 *   +p a preposition that belongs to the cue ("called for talks": +for)
 *
 * The verbs are the field's; which frames are worth reading was counted on the
 * training part of PolNeAR (see training/RUNS.md). Known miss: nouns and
 * adjectives that look like a form of these ("the report", "a warning").
 */

import type { Act } from "./acts.ts";

const VERBS = `
say            state          c q +of
tell           state          h c q i
add            state          t c q
note           state          t c q o
state          state          t c q
mention        state          t q o
remark         state          t c q
comment        state          q +on
observe        state          t q
tweet          state          c q t
write          state          t c q
post           state          q
explain        state          t c q
continue       state          q
reply          state          t c q
respond        state          t q +to
answer         state          t q
recall         state          t c q o
repeat         state          t q
reiterate      state          t c q o
emphasise      state          t c q o
emphasize      state          t c q o
stress         state          t c q o
underline      state          t c q o
underscore     state          t c q o
highlight      state          t q o
clarify        state          t q o
insist         state          t c q +on
maintain       state          t q
assert         state          t c q o
claim          state          t c q o i
contend        state          t c q
argue          state          t c q +for
declare        state          t c q o
announce       announce       t c q o
proclaim       announce       t c q o
disclose       report         t c q o
reveal         report         t c q o
report         report         t c q
relay          report         t q o
inform         report         h t q
brief          report         h +on
describe       assess         o q
portray        assess         o
call           assess         o +for +on +upon
characterise   assess         o
characterize   assess         o
term           assess         o
dub            assess         o
label          assess         o
deem           assess         o
brand          assess         o
assess         assess         t o
conclude       assess         t c q
indicate       state          t c q o
suggest        propose        t c q o
imply          state          t c q o
hint           state          t c q +at
signal         state          t c o
cite           report         o
quote          report         o
reference      report         o
refer          state          +to
point          state          +out +to
allude         state          +to
speak          state          q +about +of +out
talk           state          q +about +of
discuss        discuss        o
outline        state          o
detail         state          o
set            state          +out +forth
spell          state          +out
voice          state          o
express        state          o
convey         state          o
confirm        confirm        t c q o
reaffirm       confirm        t c q o
affirm         confirm        t c q o
verify         confirm        t o
acknowledge    concede        t c q o
admit          concede        t c q o i
concede        concede        t c q o
recognise      recognise      t
recognize      recognise      t
deny           deny           t c q o
rebut          deny           o
refute         deny           o
dispute        deny           t o
reject         refuse         o t
dismiss        deny           o
predict        predict        t c q o
forecast       predict        t c q o
expect         predict        t c x i
anticipate     predict        t c o
foresee        predict        t o
estimate       predict        t c q
project        predict        t o
warn           warn           h t c q +of +against +about
caution        warn           h t c q +against
threaten       threaten       i t q c
vow            promise        i t c q
pledge         promise        i t c q o
promise        promise        i t c q o h
swear          promise        i t q
undertake      promise        i
commit         promise        i +to
guarantee      promise        t i
assure         promise        h t c q
reassure       promise        h t c q
offer          offer          i q o
agree          agree          i t c q +on +with +to
consent        agree          i +to
accept         agree          t o
approve        agree          o
endorse        praise         o
back           praise         o
support        praise         o
welcome        praise         o
praise         praise         o
hail           praise         o
applaud        praise         o
commend        praise         o
laud           praise         o
tout           praise         o
salute         praise         o
defend         praise         o
compliment     praise         o
thank          thank          o
congratulate   congratulate   o
condole        condole        +with
mourn          condole        o
condemn        condemn        o t
denounce       condemn        o t
decry          condemn        o
deplore        condemn        o
criticise      condemn        o q
criticize      condemn        o q
blast          condemn        o
slam           condemn        o
assail         condemn        o
attack         condemn        o
rebuke         condemn        o
chide          condemn        o
mock           condemn        o
lambast        condemn        o
lambaste       condemn        o
bemoan         voice-concern  o t
lament         voice-concern  o t c q
regret         voice-concern  o t i
complain       voice-concern  t c q +about +of
worry          voice-concern  t c +about
fear           voice-concern  t c
accuse         accuse         o
blame          accuse         o
charge         accuse         t q
allege         accuse         t c q
ask            ask            h t q i +for +about +whether +if
question       ask            o t q
inquire        ask            t q +about
wonder         ask            t q +whether +if
urge           urge           x i t q o
encourage      urge           x i o
advise         urge           h x i t q +against
implore        urge           x i
exhort         urge           x i
press          urge           x +for
demand         demand         t c i q o
order          demand         x t
instruct       demand         x
insist         demand         t c q +on
request        request        t i o
appeal         request        +for +to
beg            request        x i
plead          request        q i +for
seek           request        i o
propose        propose        t c i q o
recommend      propose        t c q o
invite         invite         x
decline        refuse         i q o
refuse         refuse         i
threaten       threaten       i t q
oppose         refuse         o
object         refuse         +to
believe        assess         t c
think          assess         t c
consider       assess         t x
see            assess         t
feel           assess         t
know           state          t
doubt          assess         t c o
hope           hope           t c i +for
wish           hope           t c i
want           hope           i x
intend         promise        i
plan           promise        i
aim            promise        i
decide         announce       i t
favour         praise         o
favor          praise         o
prefer         assess         o i
oppose         condemn        o
learn          report         t
find           assess         t
show           report         t
read           state          q
joke           state          t q
quip           state          t q
boast          state          t c q +of +about
shout          state          q
exclaim        state          q
tease          state          q
echo           confirm        o q
sign           sign           o
hear           report         t
assume         assess         t c
suspect        assess         t c
speculate      assess         t c q +about
envisage       predict        o t
exchange       discuss        o
name           assess         o
put            state          +it
remind         state          h t c q +of +about
notify         report         h t +of
specify        state          t q
summarise      state          t q o
summarize      state          t q o
elaborate      state          q +on
retort         state          t q
counter        deny           t q
pronounce      announce       t q
count          hope           +on
touch          discuss        +on +upon
dwell          discuss        +on
review         discuss        o
`;

/** Forms that the rules of spelling do not give: past, past participle, and others. */
const IRREGULAR: Readonly<Record<string, string>> = {
  say: "says said saying",
  tell: "tells told telling",
  write: "writes wrote written writing",
  speak: "speaks spoke spoken speaking",
  swear: "swears swore sworn swearing",
  know: "knows knew known knowing",
  think: "thinks thought thinking",
  feel: "feels felt feeling",
  see: "sees saw seen seeing",
  find: "finds found finding",
  show: "shows showed shown showing",
  hear: "hears heard hearing",
  read: "reads read reading",
  seek: "seeks sought seeking",
  set: "sets set setting",
  foresee: "foresees foresaw foreseen foreseeing",
  forecast: "forecasts forecast forecasting",
  undertake: "undertakes undertook undertaken undertaking",
  deny: "denies denied denying",
  commit: "commits committed committing",
  admit: "admits admitted admitting",
  beg: "begs begged begging",
  plan: "plans planned planning",
  slam: "slams slammed slamming",
  dub: "dubs dubbed dubbing",
  refer: "refers referred referring",
  prefer: "prefers preferred preferring",
  quip: "quips quipped quipping",
  label: "labels labelled labeled labelling labeling",
  signal: "signals signalled signaled signalling signaling",
  put: "puts put putting",
  learn: "learns learned learnt learning",
  spell: "spells spelled spelt spelling",
};

export interface CueVerb {
  lemma: string;
  act: Act;
  clause: boolean;
  thatClause: boolean;
  quotation: boolean;
  object: boolean;
  infinitive: boolean;
  addressee: boolean;
  patient: boolean;
  prepositions: ReadonlySet<string>;
}

export interface CueForm {
  verb: CueVerb;
  gerund: boolean;
  /** The bare form, which is a noun as often ("claim", "report"). */
  base: boolean;
  /** The form in -s, which may be a plural noun ("claims", "reports"). */
  third: boolean;
  /** A form that can be a past participle ("was told"). */
  participle: boolean;
}

/** Verb forms in lower case, with the verb they belong to. */
export const CUE_FORMS: ReadonlyMap<string, CueForm> = formsOf(VERBS);

function formsOf(lines: string): Map<string, CueForm> {
  const forms = new Map<string, CueForm>();
  for (const line of lines.trim().split("\n")) {
    const [lemma = "", act = "state", ...frames] = line.trim().split(/\s+/);
    if (forms.has(lemma)) continue;
    const verb = verbFrom(lemma, act as Act, frames);
    const [third = "", ...rest] = (IRREGULAR[lemma] ?? regularForms(lemma)).split(" ");
    forms.set(lemma, { verb, gerund: false, base: true, third: false, participle: rest.includes(lemma) });
    forms.set(third, { verb, gerund: false, base: false, third: true, participle: false });
    for (const form of rest) {
      if (form === lemma) continue;
      const gerund = form.endsWith("ing");
      forms.set(form, { verb, gerund, base: false, third: false, participle: !gerund });
    }
  }
  return forms;
}

function verbFrom(lemma: string, act: Act, frames: readonly string[]): CueVerb {
  return {
    lemma,
    act,
    clause: frames.includes("c"),
    thatClause: frames.includes("t") || frames.includes("c"),
    quotation: frames.includes("q"),
    object: frames.includes("o"),
    infinitive: frames.includes("i"),
    addressee: frames.includes("h"),
    patient: frames.includes("x"),
    prepositions: new Set(frames.filter((frame) => frame.startsWith("+")).map((frame) => frame.slice(1))),
  };
}

/** Third person, past and -ing form by the rules of English spelling; stress is not known, so doubling is in IRREGULAR. */
function regularForms(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies ${lemma.slice(0, -1)}ied ${lemma}ing`;
  if (lemma.endsWith("e")) return `${lemma}s ${lemma}d ${lemma.slice(0, -1)}ing`;
  if (/(s|sh|ch|x|z)$/.test(lemma)) return `${lemma}es ${lemma}ed ${lemma}ing`;
  return `${lemma}s ${lemma}ed ${lemma}ing`;
}

/** Nouns that stand for an act of speech: "a statement that …", "his warning that …", and the act each names. */
export const CUE_NOUNS: ReadonlyMap<string, Act> = new Map(
  `statement state
  claim state
  assertion state
  argument state
  remark state
  announcement announce
  warning warn
  threat threaten
  promise promise
  pledge promise
  vow promise
  assurance promise
  assurances promise
  demand demand
  call request
  calls request
  appeal request
  request request
  proposal propose
  suggestion propose
  offer offer
  belief assess
  view assess
  opinion assess
  conviction assess
  hope hope
  hopes hope
  fear voice-concern
  fears voice-concern
  concern voice-concern
  concerns voice-concern
  doubt assess
  doubts assess
  accusation accuse
  accusations accuse
  allegation accuse
  allegations accuse
  denial deny
  confirmation confirm
  prediction predict
  expectation predict
  readiness promise
  willingness promise
  intention promise
  agreement agree
  report report
  reports report`
    .split("\n")
    .map((line) => line.trim().split(" ") as [string, Act]),
);

/** Verbs that carry a noun of speech: "issued a statement", "expressed hope", "made clear". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  `make makes made making give gives gave given giving issue issues issued issuing express expresses expressed
  expressing voice voices voiced voicing raise raises raised raising have has had repeat repeats repeated
  reiterate reiterates reiterated deliver delivers delivered`.split(/\s+/),
);

/** Phrases that name a source before or after its content. */
export const ACCORDING: readonly (readonly string[])[] = [
  ["according", "to"],
  ["in", "the", "words", "of"],
  ["in", "the", "opinion", "of"],
  ["in", "the", "view", "of"],
  ["as", "quoted", "by"],
  ["as", "reported", "by"],
  ["as", "stated", "by"],
  ["as", "cited", "by"],
];
