/** Words of negotiations to come or under way. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns and verbs that say that sides will sit down together. */
export const NEGOTIATION_WORDS = words(`
  talks negotiation negotiations negotiate consultation consultations track tracks round rounds meeting meetings
  meet session sessions summit dialogue conference council discussions consult delegations negotiators`);

/** Nouns that can head a format: "bilateral talks". */
export const FORMAT_HEADS = words(`
  talks negotiations consultations meeting meetings summit format dialogue session round rounds discussions group
  council commission conference process forum`);

/** Adjectives that say in which circle: with a head they are a format. */
export const CIRCLES = words(`
  bilateral trilateral quadrilateral four-way three-way multilateral direct indirect expert expert-level
  ministerial summit-level top-level high-level strategic technical peace interagency`);

/** Words that put a negotiation ahead. */
export const AHEAD_SIGNS = words(`
  will would shall scheduled planned expected due slated set upcoming forthcoming next tracks coming
  starting beginning starts begins start begin resume resumes`);

/** Words that say it is going on. */
export const UNDER_WAY_SIGNS = words(`underway ongoing continuing continue continues`);

/** Words that say it is over. */
export const OVER_SIGNS = words(`held took had met failed ended concluded collapsed was were hosted`);

/** Prepositions that lead to a format: "through the OSCE", "within the Normandy format". */
export const FORMAT_LEADS: readonly (readonly string[])[] = [
  ["within", "the", "framework", "of"],
  ["in", "the", "framework", "of"],
  ["under", "the", "auspices", "of"],
  ["under", "the", "aegis", "of"],
  ["on", "the", "sidelines", "of"],
  ["as", "part", "of"],
  ["in", "the", "format", "of"],
  ["through"],
  ["within"],
  ["via"],
  ["at"],
  ["in"],
];
