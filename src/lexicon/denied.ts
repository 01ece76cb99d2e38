/** Deeds of which one account says that they were done in the contact, and another that they were not. Bare words; lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What is done with words or hands between those who meet. */
export const DEEDS_OF_CONTACT = words(`
  discuss talk raise touch mention propose offer agree accept apologise hand deliver invite promise pledge demand
  request ask threaten warn sign reach conclude give exchange condole congratulate invitation apology agreement`);

/** "Was not discussed", "did not come up": deeds whose subject is all that is denied. */
export const TALK_DEEDS = words(`discuss touch raise mention arise utter broach`);

/** Deeds that say all by themselves: "no apology was offered". */
export const WHOLE_DEEDS = words(`apologise apology condole condolences invitation threat ultimatum`);

/** Words that carry nothing of what is denied. */
export const EMPTY_WORDS = words(`
  kind sort way time moment point occasion all made make making give given gave come came part whatever anything
  further offered offer put during course subject question issue matter theme topic word leader president minister side participant bring brought director chairman secretary`);
