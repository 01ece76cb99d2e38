/** A found statement's sentence in stretches, with the words that are the statement told apart. */

import type { FoundStatement } from "../../store/store.ts";

export interface Said {
  text: string;
  said: boolean;
}

export function stretchesInSentence({
  sentence,
  content,
}: Pick<FoundStatement, "sentence" | "content">): Said[] {
  const stretches: Said[] = [];
  let from = 0;
  for (const { words } of content) {
    const at = sentence.indexOf(words, from);
    if (at < 0) continue;
    if (at > from) stretches.push({ text: sentence.slice(from, at), said: false });
    stretches.push({ text: words, said: true });
    from = at + words.length;
  }
  if (from < sentence.length) stretches.push({ text: sentence.slice(from), said: stretches.length === 0 });
  return stretches;
}
