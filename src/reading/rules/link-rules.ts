/**
 * What each rule of linking goes by, in one line for people; then why words
 * are tied to nobody.
 */

const TIED = {
  "full-name": "The whole name of somebody in the list of actors, and nothing speaks against him.",
  "family-name": "A family name that in this text, or in the list of actors, fits one.",
  "unlisted-name": "A whole name that no list knows: an actor by that name.",
  "unlisted-family-name": "One word of a name that no list knows: an actor by that name.",
  "mangled-name":
    "A name one letter off somebody’s whom the text names rightly, or who holds the office told with it.",
  apposition: "A title after a name and a comma tells of the same one.",
  "double-title":
    "An office that nobody is known to hold, joined by “and” to the title of a name: the same one.",
  state: "The name or adjective of a state.",
  capital: "A capital that stands for its state.",
  organ: "The name of an organ: a ministry, a house, a parliament.",
  organisation: "The name of an organisation.",
  outlet: "The name of a newspaper, agency or channel.",
  side: "“The Norwegian side”: the state itself.",
  government: "A government or delegation: its state itself.",
  "role-at-date": "An office that the words name, and the one who held it on the day of the document.",
  "role-of-owner":
    "An office of somebody’s side (“our president”), and its holder on the day of the document.",
  "role-told": "An office whose holder the text itself names.",
  "role-of-speakers-side":
    "An office without a state, in an official’s mouth or text or as label of a turn there: that of his own side.",
  "title-of-state":
    "A title that only some states give (chancellor, Taoiseach): of the one of them that the text names.",
  "described-role": "A role that fits clearly best somebody told of before.",
  "described-diplomat": "“The diplomat”: the aide, envoy or minister told of before, never a head of state.",
  "described-official": "“The official”: the unnamed one told of before.",
  counterpart: "“His counterpart”: who held the same office on the other side that day.",
  unnamed: "Somebody whom the text describes and does not name.",
  "unnamed-group": "Several of one side whom the text does not name.",
  "people-of-state": "The people of a state: the state itself.",
  "pair-near": "A plural that fits the two who were named side by side just before.",
  principals: "A plural that fits the two of that rank whom the document names first.",
  "principal-and-voice": "A plural in an official text: the one it names, and its own leader.",
  "group-of-sides": "Several states, named or known as the two parties.",
  "group-of-offices": "One office of several states, and its holders on the day.",
  "speaker-i": "“I” is the one in whose mouth it stands.",
  "speaker-we": "“We” in an official’s mouth is his state.",
  "author-i": "“I” in a statement is the one whose statement it is by its headline.",
  "author-we": "“We” in a statement is its author’s side.",
  "voice-we": "“We” in an official text’s own words is the state whose voice it is.",
  "he-she": "A pronoun goes back to the speaker or subject that fits clearly best.",
  "his-object": "“His” goes back to the object right before it: “congratulated Vale on his election”.",
  they: "“They” goes back to a plural of this or the last sentence.",
  "they-pair": "“They” goes back to two people named side by side.",
  "it-speaks": "“It” goes back to the house, ministry, paper or state that spoke or acted last.",
  participant: "A word that a first-hand document uses for one of those present.",
  participants: "A word that a first-hand document uses for those who talk.",
} as const;

const NOT_TIED = {
  "mangled-unsure":
    "Nobody: a woman’s form of a man’s family name that the text has: himself, or a woman of his family.",
  namesakes: "Nobody: two or more in the list of actors bear the name, and nothing tells them apart.",
  "former-office": "Nobody: a former holder of an office, and the text does not say which.",
  "no-antecedent": "Nobody: the title fits nobody told of before, or several alike.",
  "holder-unknown": "Nobody: no list and no word of the text says who held the office that day.",
  "counterpart-of-nobody": "Nobody: whose counterpart, or on which side, is not clear.",
  "body-of-nobody": "Nobody: of which state the body is, is not told.",
  "group-of-many": "Nobody: a group of more than two, whose members are not named.",
  "group-unknown": "Nobody: a plural that fits no two clearly.",
  "group-holder-unknown": "Nobody: the holder of one of the offices is not known.",
  "speaker-no-person": "Nobody: “I” in the words of what is no person.",
  "speaker-without-side": "Nobody: “we” of somebody whose side is not known.",
  "speaker-unknown": "Nobody: “I” or “we” in words whose speaker is not known.",
  "no-clear-antecedent": "Nobody: two before it fit about as well, or none does.",
  "third-person": "Nobody: it is none of those present, and the text does not say who.",
  "participant-unknown": "Nobody: the one present who is meant is tied to nobody himself.",
  circle: "Nobody: what it goes back to goes back to it.",
  "no-words": "Nobody: the words hold no letter to call him by.",
  "no-clue": "Nobody: the words give nothing to go by.",
  "no-name": "Nobody: no name to go by.",
  "no-pronoun": "Nobody: no pronoun to go by.",
  "no-role": "Nobody: no role to go by.",
  "no-thing": "Nobody: nothing named to go by.",
  "no-rule": "Nobody: no rule is for such words.",
} as const;

export const LINK_RULES = { ...TIED, ...NOT_TIED } as const;
