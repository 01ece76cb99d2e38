/** Words in which accounts tell who asked for a contact and how long it went on. Lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** The contact as an object: "asked for the call". Not "talks": those are mostly to come. */
export const CONTACT_OBJECTS = words(`
  call conversation talk meeting contact exchange phone telephone discussion visit summit encounter it`);

/** "Asked for", "proposed": verbs with the contact as object. */
export const ASKING_VERBS = words(`
  asked requested proposed sought initiated suggested asking requesting proposing seeking wanted wished solicited`);

/** "Asked to speak". */
export const TALK_INFINITIVES = words(`speak talk meet converse`);

/** "At the request of". */
export const ASKING_NOUNS = words(
  `request initiative wish proposal suggestion invitation instigation behest desire`,
);

export const ASKING_PREPOSITIONS = words(`at on upon`);

/** "Lasted", "went on for": what tells a length of the contact itself. */
export const LASTING_VERBS = words(`
  lasted last lasting continued went ran took talked spoke met conversed`);

export const CONTACT_NOUNS = words(`
  call conversation talk talks meeting discussion summit encounter exchange dialogue`);
