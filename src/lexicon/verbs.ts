/**
 * Verbs by their forms, for telling which word of a clause is its verb.
 *
 * `VERBS`: common verbs and those of the field, base forms; the others follow
 * by rule, or stand in `UNEVEN` (base, past, participle where it differs).
 * `NOUNS_TOO`: those whose base (and with -s whose third person) is a common
 * noun as well, so that "attacks" is a verb only where a noun cannot stand.
 *
 * Known miss: a verb that is not here is seen only behind a pronoun.
 */

const list = (words: string): string[] => words.trim().split(/\s+/);

const VERBS = list(`
  accelerate accept accuse achieve acknowledge acquire act adapt add address adhere admit adopt advance advise affect
  afford agree aim allow amend amount announce annex annul answer anticipate apologise apologize appeal appear apply
  appoint appreciate approach approve argue arise arm arrange arrest arrive ask assert assess assign assist associate
  assume assure attach attack attempt attend attract avoid await back ban base become begin behave believe belong
  benefit betray blame block boycott break bring build buy call cancel care carry catch cause cease celebrate challenge
  change charge check choose cite claim close collaborate collapse come commit compare compel compete complain complete
  comply concede concern conclude condemn conduct confirm confront congratulate consent consider consist constitute
  contain continue contradict contribute control convert convey convince cooperate cost count counter cover create criticise
  criticize cross cut damage deal decide declare decline decrease dedicate deepen defeat defend define delay deliver
  demand demonstrate denounce deny depart depend deploy deserve desire destabilize destabilise destroy deteriorate
  determine develop die differ disagree disappear discover discuss dismiss display dispute disrupt disturb do double
  draft draw drive drop earn ease eat edit elect eliminate embrace emerge emphasise emphasize enable encounter
  encourage end endorse endure enforce engage enhance enjoy ensure enter envisage envision escalate escape establish
  estimate evacuate evolve examine exchange exclude exercise exist expand expect expel experience explain explode
  express extend face facilitate fail fall favor favour fear feature feel fight file fill finance find finish fire fit
  flee float flow fly focus follow force forget form foster free freeze fulfil fulfill function fund gain get give go
  govern grant grow guarantee guide halt hamper hand handle happen harm hate head hear help hesitate hide hinder hit
  hold honor honour hope host hurt identify ignore impede implement imply import impose improve include increase
  indicate inform initiate insist inspect inspire intend intensify intercept interfere interpret intervene introduce
  invade invest investigate invite involve isolate issue join judge jump justify keep kick kill know lack land last
  launch lead lean learn leave let lie lift like limit link listen live look lose love lower maintain make manage mark
  matter mean measure meddle mediate meet mention merit mind miss mobilise mobilize move name necessitate need neglect
  negotiate normalise normalize note notice oblige observe obtain occupy occur offer open operate oppose order
  organise organize overcome owe own participate pass pause pay perish permit persist persuade pick place plan play
  please pledge point pose possess postpone pour prefer prepare present preserve press pressure pretend prevail
  prevent proceed produce prohibit promise promote propose prosecute protect protest prove provide provoke publish
  pull punish pursue push put qualify question quit raise reach react read reaffirm realise realize rebuild recall
  receive recognise recognize recommend reconsider record recover reduce refer reflect refrain refuse regard register
  regret reinforce reject rejoin relate release rely remain remember remind remove renew renounce repair repeat replace
  reply report represent request require rescue resign resist resolve resort respect respond rest restore restrain
  restrict result resume retain retaliate retire retreat return reveal reverse review revise revive reward rise risk
  rule run sacrifice satisfy save say scrap seal secure see seek seem seize select sell send separate serve set settle
  shape share shift shoot show shut sign sink sit slow solve sound speak spend spill split spread stabilise stabilize
  stand start state stay stem step stick stop strengthen stress stretch strike strive struggle study submit succeed
  suffer suggest suit supply support suppose surrender surround survive suspend sustain swear switch tackle take talk
  target tear tell tend terminate test thank think threaten throw tolerate touch trade train transfer transform
  transport travel treat trigger try trust turn undermine understand undertake unfold unite unravel urge use vary
  verify veto violate visit vote vow wait walk want warn waste watch weaken wear welcome win wish withdraw withhold
  witness wonder work worry worsen wound write yield`);

const UNEVEN = `
arise arose arisen
become became become
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came come
cost cost
cut cut
deal dealt
do did done
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
find found
fit fit
flee fled
fly flew flown
forget forgot forgotten
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hear heard
hide hid hidden
hit hit
hold held
hurt hurt
keep kept
know knew known
lead led
leave left
let let
lie lay lain
lose lost
make made
mean meant
meet met
overcome overcame overcome
pay paid
put put
quit quit
read read
rebuild rebuilt
rise rose risen
run ran run
say said
see saw seen
seek sought
sell sold
send sent
set set
shoot shot
show showed shown
shut shut
sink sank sunk
sit sat
speak spoke spoken
spend spent
split split
spread spread
stand stood
stick stuck
strike struck
swear swore sworn
take took taken
tear tore torn
tell told
think thought
throw threw thrown
understand understood
undertake undertook undertaken
wear wore worn
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written
`;

/** Base forms that are common nouns or adjectives as well. */
const NOUNS_TOO = new Set(
  list(`
  act address advance aim amount answer appeal approach arm arrest attack attempt back ban base benefit blame block
  boycott break call care cause challenge change charge check claim close concern conduct control cost count counter
  cover cross cut damage deal decline decrease defeat delay demand desire display dispute double draft draw drive drop
  ease end escape estimate exchange exercise experience express face fall favor favour fear feature fight file fill
  finance fire fit float flow fly focus force form free freeze function fund gain grant guarantee guide halt hand harm
  head help hit hold honor honour hope host hurt import increase insist issue judge jump kick lack land last launch lead
  leave lie lift like limit link live look love lower mark matter measure merit mind move name need note notice object offer
  open order own pass pause pay pick place plan play pledge point pose present press pressure produce promise protest
  pull punish push question quit raise reach read record refuse regard register regret release repair reply report
  request rescue resolve resort respect rest result retreat return reverse review reward rise risk rule run sacrifice
  scrap seal secure separate set shape share shift shoot show shut sign sink slow sound spill split spread stand start
  state stay stem step stick stop stress stretch strike struggle study suit supply support surrender switch talk target
  tear test thanks threat touch trade train transfer transport travel treat trigger trust try turn upset urge use veto
  visit vote wait walk waste watch welcome win wish witness wonder work worry wound yield`),
);

export interface VerbForm {
  base: boolean;
  third: boolean;
  past: boolean;
  /** The past only: no participle looks like it. */
  pastOnly: boolean;
  participle: boolean;
  /** Whether a noun looks the same. */
  nounToo: boolean;
}

const NONE: VerbForm = {
  base: false,
  third: false,
  past: false,
  pastOnly: false,
  participle: false,
  nounToo: false,
};

/** What a word can be as a verb, auxiliaries apart. Lower case. */
export const VERB_FORMS: ReadonlyMap<string, VerbForm> = formsOfAll();

function formsOfAll(): Map<string, VerbForm> {
  const uneven = new Map(
    UNEVEN.trim()
      .split("\n")
      .map((line) => [line.split(" ")[0] ?? "", line.split(" ")]),
  );
  const forms = new Map<string, VerbForm>();
  const add = (form: string, what: Partial<VerbForm>) =>
    forms.set(form, { ...(forms.get(form) ?? NONE), ...what });
  for (const verb of VERBS) {
    const nounToo = NOUNS_TOO.has(verb);
    add(verb, { base: true, nounToo });
    add(thirdOf(verb), { third: true, nounToo });
    const [, past = pastOf(verb), participle = past] = uneven.get(verb) ?? [];
    add(past, { past: true, pastOnly: past !== participle && past !== verb });
    add(participle, { participle: true });
  }
  return forms;
}

function thirdOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function pastOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  if (verb.endsWith("e")) return `${verb}d`;
  const doubled =
    /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) || /(?:mit|fer|pel|cel|trol|gin|gret|mur|cur)$/.test(verb);
  return doubled ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}
