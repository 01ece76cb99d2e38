/** Function words of English that mark where a noun phrase or a clause begins or ends. Lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const AUXILIARIES = words(`
  is was were are be been being am has have had having will would shall should can could may might must did do does
  isn't wasn't weren't aren't hasn't haven't hadn't won't wouldn't can't cannot couldn't didn't don't doesn't not n't
  needed needs got gets get`);

/** Adverbs that stand inside a verb group without ending in -ly. */
export const GROUP_ADVERBS = words(`
  also then later still again further once always never not only even just too now already ever often yet soon
  since both therefore thus nevertheless nonetheless however instead`);

export const DETERMINERS = words(`
  the a an this that these those its their his her our my your each every some any no both all another such
  many several most few two three four five six`);

export const PREPOSITIONS = words(`
  of in on at to from by with about against for during after before through via over under between among into
  within without since until toward towards upon across near amid despite regarding concerning per following
  throughout around outside inside behind beyond along alongside`);

/** Words at which the subject of a later verb cannot begin further left. */
export const CLAUSE_STARTERS = words(`
  that which because as if when while where after before since although though so than whether unless until
  but or why how what whom whose once however`);

export const WEEKDAYS_AND_MONTHS = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december today yesterday tomorrow`);

/** Words that open an adverbial rather than a clause or an object after a verb of speech. */
export const ADJUNCT_STARTERS = words(`
  on in at during after before through via from to with by over under following earlier later late early last
  this today yesterday here there again about for as while when upon amid since until`);

/** Verbs that carry another verb: "went on to say", "declined to comment", "sought to stress". */
export const CARRIER_VERBS = words(`
  went goes go going on continued continues continue seemed seems seem appeared appears appear wanted wants want
  tried tries try began begins begin started starts start used came comes rushed chose chooses asked hastened
  expected likely ready able willing sought seeks declined declines refused refuses failed fails`);

/** Nouns that name a role and may stand before a comma and a name: "the presidential aide, Vale, said". */
export const ROLE_NOUNS = words(`
  president minister premier chancellor secretary aide adviser advisor spokesman spokeswoman spokesperson ambassador
  envoy leader chief head director chairman chairwoman chair king queen prince general commissioner representative
  official diplomat senator governor deputy counterpart negotiator assistant counsellor counselor`);
