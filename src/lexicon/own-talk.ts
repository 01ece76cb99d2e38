/**
 * Words of one who tells of a talk of his own and takes for known with whom: "I
 * told him", "the President and I", "the two of us".
 */

const FORMS = [
  "(?:I|we) (?:told|asked|answered|reminded|said to) (?:him|her|them)",
  "(?:he|she) (?:told|asked|promised|assured|said to|said it to) (?:me|us)",
  "(?:he|she|the (?:President|Chairman|Prime Minister|Minister|General)) and I",
  "we (?:met|spoke|talked|sat|walked|had lunch|had dinner)",
  "(?:two|both) of us",
];

export const OWN_TALK = new RegExp(`\\b(?:${FORMS.join("|")})\\b`, "i");
