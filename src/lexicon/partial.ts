/**
 * Words that say that a text is not the whole: an excerpt, cut, to be
 * continued. One a line, in lower case.
 */

export const PARTIAL_MARKS: readonly string[] = [
  "abridged",
  "abbreviated version",
  "(excerpt)",
  "(excerpts)",
  "(extract)",
  "[excerpt]",
  "[excerpts]",
  "partial transcript",
  "unofficial summary",
  "edited for length",
  "to be continued",
  "read more",
  "read the full",
  "continue reading",
  "the full text",
  "subscribe to read",
  "<...>",
  "[...]",
  "[…]",
  "(...)",
  "(…)",
];
