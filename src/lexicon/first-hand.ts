/**
 * Words of minutes and memoranda of conversation: titles by which they call
 * those who talk, short forms, and openings of sentences in which the writer
 * tells what was done rather than what was said.
 */

/** Titles that stand for one who talks: "the Secretary said". */
export const TALKERS: ReadonlySet<string> = new Set(
  `president premier minister secretary ambassador chairman chancellor king queen shah prince emperor sultan emir
  archbishop cardinal pope general admiral colonel marshal senator governor congressman commissioner director
  counselor counsellor envoy emissary representative undersecretary deputy adviser advisor assistant speaker
  majesty excellency beatitude highness holiness eminence sec pres amb gen min pm interpreter chargé charge
  delegate leader consul attaché`.split(/\s+/),
);

/** Short forms of note-takers, in lower case and without a stop. */
export const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  ["sec", "secretary"],
  ["pres", "president"],
  ["amb", "ambassador"],
  ["min", "minister"],
  ["gen", "general"],
  ["gov", "governor"],
  ["chmn", "chairman"],
  ["pm", "minister"],
  ["fm", "minister"],
]);

/** Capitals that name a house or a state, not one who talks. */
export const NO_INITIALS: ReadonlySet<string> = new Set(
  "US USA UK UN UNGA USSR UAR GDR FRG PRC ROC GOI EU EEC NATO CIA KGB NSC DOD ABM MIRV SALT OAS PLO IAEA A I".split(
    " ",
  ),
);

/** After one of these the other one speaks: "He replied". */
export const REPLIES: ReadonlySet<string> = new Set(
  "replied answered responded retorted rejoined countered".split(" "),
);

/** Verbs that may follow any subject in somebody's mouth: "the Chairman would have to choose". */
export const MODALS: ReadonlySet<string> = new Set(
  "will would shall should must may might can could cannot has had have ought need needs".split(" "),
);

/** Verbs of the mind: what somebody says of another's mind is still his own speech. */
export const THOUGHTS: ReadonlySet<string> = new Set(
  `know knew known think thinks thought believe believed want wanted wants wish wished intend intended agree hope hoped
  fear feared expect expected understand understood realize realized feel felt consider considered`.split(
    /\s+/,
  ),
);

/** After "is" or "was": a state of mind that minutes tell of. */
export const MINDS: ReadonlySet<string> = new Set(
  `unhappy happy inclined glad pleased anxious sure certain convinced willing unwilling ready prepared concerned worried
  sorry agreeable aware confident doubtful hopeful grateful disturbed puzzled surprised satisfied dissatisfied opposed
  disappointed determined reluctant eager interested`.split(/\s+/),
);
