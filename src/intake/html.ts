/**
 * HTML pages: source to text. Takes the decoded source of a saved page, gives
 * its main text with a map back, what markup and metadata say, and what was
 * left out. The steps: `page-tree` parses, `page-main` picks, `page-text`
 * writes, `page-facts` reads the metadata.
 */

import { languageOf } from "../text/language.ts";
import type { KnownFacts } from "../text/metadata.ts";
import type { Extract, LeftOut } from "./extracts.ts";
import { factsOnPage } from "./page-facts.ts";
import { mainTextOf } from "./page-main.ts";
import { pageWords } from "./page-text.ts";
import { pageFrom } from "./page-tree.ts";

export function extractHtml(source: string, name?: string): Extract {
  const page = pageFrom(source, name);
  const main = mainTextOf(page);
  const words = pageWords(page.root, main.kept);
  const isWhole = main.kept === null || words.text === "";
  const { text, map, hints, leftOut } = isWhole ? pageWords(page.root, null) : words;
  return {
    text,
    map,
    hints,
    facts: factsBeside(factsOnPage(page), text, main.title !== null),
    leftOut: isWhole ? [...leftOut, NO_ARTICLE] : leftOut,
  };
}

/** Said when no article could be told from the rest; nothing was left out for it. */
const NO_ARTICLE: LeftOut = { why: "no main text found: all of the page is read", characters: 0 };

/**
 * The page's title yields to the one in the text, which has words as evidence.
 * Its language yields to an English text: English editions often keep the
 * template of the site's first language.
 */
function factsBeside(facts: KnownFacts, text: string, hasTitle: boolean): KnownFacts {
  const { title, language, ...rest } = facts;
  const isEnglish = language !== undefined && /^en\b/iu.test(language.value);
  return {
    ...rest,
    ...(title && !hasTitle && { title }),
    ...(language && (isEnglish || languageOf(text) !== "en") && { language }),
  };
}
