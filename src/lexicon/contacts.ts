/**
 * Words of contacts, a line a phrase: its kind and its words. `talk` is a word
 * that leaves the means open ("conversation"); it goes back to a contact told
 * elsewhere, or gets its kind from "by phone" beside it. Longer phrases stand
 * before shorter ones that they begin with.
 */

export type ContactWordKind = "call" | "video-call" | "meeting" | "visit" | "letter" | "talk";

export interface ContactPhrase {
  kind: ContactWordKind;
  words: readonly string[];
}

const NOUNS = `
call telephone conversation
call phone conversation
call telephone call
call phone call
call telephone talk
call phone talk
call telephone discussion
call telephone consultation
call telephone contact
call phone contact
call telephone exchange
call conference call
call teleconference
video-call video conference
video-call videoconference
video-call video-conference
video-call video call
video-call video meeting
video-call video summit
video-call video link-up
video-call videocall
video-call video teleconference
video-call video-teleconference
video-call video talk
video-call video conversation
video-call video discussion
video-call video chat
video-call virtual call
video-call virtual conversation
video-call virtual meeting
video-call virtual summit
video-call virtual talk
video-call online meeting
video-call online summit
video-call online talk
call call
meeting face-to-face meeting
meeting face-to-face talk
meeting in-person meeting
meeting in-person talk
meeting personal meeting
meeting meeting
meeting summit
meeting tête-à-tête
meeting audience
meeting working lunch
meeting working breakfast
meeting working dinner
meeting working session
meeting sit-down
meeting pull-aside
meeting bilateral
meeting trilateral
meeting lunch
meeting breakfast
meeting dinner
visit visit
letter letter
letter telegram
letter message
talk conversation
talk talk
talk discussion
talk negotiation
talk consultation
talk contact
`;

const byFirstWord = (lines: string): ReadonlyMap<string, readonly ContactPhrase[]> => {
  const found = new Map<string, ContactPhrase[]>();
  for (const line of lines.trim().split("\n")) {
    const [kind, ...words] = line.split(" ");
    const first = words[0] ?? "";
    found.set(first, [...(found.get(first) ?? []), { kind: kind as ContactWordKind, words }]);
  }
  return found;
};

export const contactNouns = byFirstWord(NOUNS);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs that make a contact with their noun: "held a call". */
export const LIGHT_VERBS = words(
  `had held has have having conducted made placed holds hold took participated joined paid began concluded completed
  received attended hosted chaired convened sent wrote addressed delivered`,
);

/** Verbs of contact, with the kind they tell and the word that leads to the other side. */
export const contactVerbs: ReadonlyMap<string, { kind: ContactWordKind; leads: readonly string[] }> = new Map(
  [
    ["spoke", { kind: "talk", leads: ["with", "to"] }],
    ["spoken", { kind: "talk", leads: ["with", "to"] }],
    ["talked", { kind: "talk", leads: ["with", "to"] }],
    ["spent", { kind: "talk", leads: [] }],
    ["had", { kind: "talk", leads: [] }],
    ["conversed", { kind: "talk", leads: ["with"] }],
    ["phoned", { kind: "call", leads: [""] }],
    ["telephoned", { kind: "call", leads: [""] }],
    ["rang", { kind: "call", leads: [""] }],
    ["called", { kind: "call", leads: [""] }],
    ["shook", { kind: "meeting", leads: ["hands with"] }],
    ["met", { kind: "meeting", leads: ["with", ""] }],
    ["sat", { kind: "meeting", leads: ["down with", "together with", "with"] }],
    ["conferred", { kind: "talk", leads: ["with"] }],
    ["consulted", { kind: "talk", leads: ["with"] }],
    ["visited", { kind: "visit", leads: [""] }],
    ["received", { kind: "meeting", leads: [""] }],
    ["hosted", { kind: "meeting", leads: [""] }],
    ["wrote", { kind: "letter", leads: ["to"] }],
  ],
);

/** Words that lead to the means: "by secure phone". */
export const MEANS_LEADS = words(`by over on via through using`);
/** Words that may stand before the means' own noun. */
export const MEANS_MODIFIERS = words(`a an the secure encrypted direct dedicated special closed`);

/** The means, after a word that leads to them: "spoke by phone". */
export const means: readonly (readonly [kind: ContactWordKind, words: readonly string[]])[] = [
  ["call", ["telephone"]],
  ["call", ["phone"]],
  ["call", ["hotline"]],
  ["video-call", ["video", "link"]],
  ["video-call", ["video", "conference"]],
  ["video-call", ["video", "conferencing"]],
  ["video-call", ["video", "teleconference"]],
  ["video-call", ["videoconference"]],
  ["video-call", ["videoconferencing"]],
  ["video-call", ["video-conference"]],
  ["video-call", ["videolink"]],
  ["video-call", ["video"]],
  ["video-call", ["zoom"]],
];

/** The means in words that nothing leads to. */
export const bareMeans: readonly (readonly [kind: ContactWordKind, words: readonly string[]])[] = [
  ["video-call", ["virtually"]],
  ["video-call", ["online"]],
  ["meeting", ["in", "person"]],
  ["meeting", ["face", "to", "face"]],
];

/** Words before a contact's noun that put it ahead, or only wish it. */
export const AHEAD = words(`
  upcoming forthcoming planned possible next future scheduled proposed prospective expected potential subsequent
  coming new further regular continued any no such`);

/** Words before a contact's noun that make it another one than the one told so far. */
export const ANOTHER = words(
  `another previous earlier last second third recent separate past latest preceding following`,
);

/** Verbs and nouns before a contact's noun that leave it unreal: "proposed a meeting", "preparations for the summit". */
export const UNREAL = words(`
  propose proposed proposes proposal propose plan plans planned planning prepare preparing preparations preparation
  invite invited invites invitation suggested suggests offer offered offers schedule scheduled timetable organise
  organising organize arrange arranging convene convening wants want wanted demanded seek seeking hope hopes hoped
  possibility prospect prospects idea refuse refused reject rejected cancel cancelled canceled cancellation postponed postponement ruled
  agreed agree agrees ready readiness willing willingness date dates`);

/** "The Kremlin readout of the call", "the subject of the conversation": nouns that have contacts as theirs. */
export const HANDED_NOUNS = words(`
  document documents draft drafts letter letters proposal proposals list lists text texts paper papers treaty note
  notes file files dossier dossiers plan plans map maps message messages memorandum response responses answer answers reply replies`);

export const HANDED_VERBS = words(
  `handed transferred delivered presented submitted passed forwarded conveyed given sent`,
);

/** Verbs that say what two sides will do next. */
export const GOES_ON = words(`
  continue maintain keep hold meet resume stay remain speak talk discuss instruct step intensify organise organize
  coordinate work exchange arrange convene launch start begin visit return restore set establish prepare supervise
  strengthen remain give consider cooperate consult revisit`);
