/** Abbreviations whose full stop does not end a sentence by itself, in lower case, without the stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms messrs mme mlle dr prof rev hon st gen lt col maj capt cmdr adm sgt brig amb sen rep gov pres
  jr sr vs etc cf ca approx no nos art para fig vol pp ed est dept dist univ assn bros ft mt
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  e.g i.e a.m p.m u.s u.k u.n e.u u.s.a u.s.s.r d.c ph.d`.split(/\s+/),
);

/** Abbreviations that may well stand at a sentence's end: a capital after them starts a new one if it is a function word. */
export const ENDING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `jr sr etc a.m p.m u.s u.k u.n e.u u.s.a u.s.s.r d.c co corp inc ltd`.split(/\s+/),
);

/** Words that start a sentence when they stand with a capital where none belongs. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  `We They He She It This These But However And If There Our In That Those You When While As At On For After Therefore`.split(
    /\s+/,
  ),
);
