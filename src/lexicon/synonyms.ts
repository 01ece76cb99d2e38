/**
 * Words of the field that tell one thing: a reporter's choice, not a
 * difference. A family a line; verbs and nouns in their bare form. What differs
 * in force ("ask" / "demand", "concern" / "alarm", "can" / "will") is never a
 * family: that is what accounts are compared for.
 *
 * Known miss: a word of two senses ("issue", "raise", "pass") is in one family
 * only, and now and then in the wrong one.
 */

const LINES = `
talk conversation discuss discussion converse negotiation negotiate dialogue consultation consult
touch raise mention broach
call telephone phone ring
meet meeting encounter see
meeting summit session gathering
apologise apology apologize regret sorry
condole condolence sorrow sympathy grief
thank gratitude thanks thankful appreciation
file dossier paper document papers folder
culprit perpetrator guilty offender
punish justice court punishment trial
plane aircraft jet bomber warplane fighter airplane airliner
troop soldier force military army forces troops
withdraw withdrawal pullback pullout
suspend halt freeze
sanction sanctions restrictions measure measures penalty
lift removal remove abolish
prisoner captive detainee hostage jailed held detained imprisoned
release free freed liberate
observer monitor inspector
send dispatch sending deploy deployment station place
extend prolong extension renew
start begin launch open commence opening
end finish conclude close ending
resume restart resumption
visit trip journey travel
delegation team negotiators delegations
official diplomat
agreement deal accord treaty pact
agree consent accept concur approve
reject refuse dismiss rebuff decline
offer proposal propose suggest suggestion idea invite invitation
plan roadmap blueprint
aim goal objective purpose
help assistance aid support
gas fuel
oil crude petroleum
grain wheat cereal corn
ship vessel boat
port harbour harbor
border frontier boundary
territory soil land
attack assault strike raid
invade invasion incursion
war conflict fighting hostilities
ceasefire truce armistice
peace settlement
nuclear atomic
weapon arms weaponry armament
missile rocket
exercise drill manoeuvre maneuver exercises
danger threat risk peril
mistake error blunder
break rupture breakdown severance sever
consequence repercussion price cost
isolation isolate
trade commerce
economy economic
money fund financing
company firm enterprise business businessmen manager businessman
worker employee
people citizen citizens nationals compatriot person persons
child children
family relatives relative
region area district
city town
country state nation
government authorities cabinet authority
minister secretary
president leader chairman head chief
prime premier
envoy representative emissary
side party
teams groups
joint common shared
quick quickly fast swift swiftly rapid rapidly delay speed
soon early shortly
important significance significant importance
difficult hard
friendly cordial warm
frank candid open
constructive useful fruitful productive
continue go keep remain stay
increase raise grow growth expand
reduce cut lower decrease reduction scale
stop cease
prevent avert
guarantee assurance assure
safety security secure
relation ties relationship relations tie bond
contact channel communication link
concern worry worried
hope wish
question issue matter problem topic subject
information intelligence word
investigate inquiry investigation probe enquiry
kill death dead die died killed
wound injure injured
shoot shot down downed downing
car automobile vehicle
lorry truck
airport airfield
road highway
bridge crossing
power electricity energy
debt arrears
pay payment
price cost
month monthly
accompany brought bring along
embrace hug arms
handshake hands
gift present
dinner lunch banquet breakfast
press media journalists reporters journalist reporter newspaper
translation interpreter interpreters
separate separated apart
reunite reunion
vaccine vaccination
climate warming emissions
hotel room
hand handed deliver transfer handover
write letter message
read recite
law legal legally
election vote poll
court tribunal
independent independence
ready readiness willing willingness prepared
able possible
`;

/** Word → the first of its family. A word that stands in several belongs to the first. */
export const SYNONYMS: ReadonlyMap<string, string> = familiesFrom(LINES);

function familiesFrom(lines: string): Map<string, string> {
  const families = new Map<string, string>();
  for (const line of lines.trim().split("\n")) {
    const [first = "", ...rest] = line.split(" ");
    for (const word of [first, ...rest]) if (!families.has(word)) families.set(word, first);
  }
  return families;
}
