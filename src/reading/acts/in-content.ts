/**
 * The act as the content itself shows it, where the writer's verb is plain: by
 * the subject and verb of its first clause ("we will …", "you should …", "it
 * was a mistake").
 *
 * Takes the words of a content; gives an act with the word that shows it, or
 * `null`: a plain statement. Each kind of clause has its file; here only the
 * order in which they are asked. What the writer's cue says is left to
 * `act-of.ts`.
 *
 * Known misses: a state's name counts as somebody else, whose future is a
 * prediction unless the deed is a kind one; irony; a demand told as a fact
 * ("the troops leave on Monday").
 */

import type { Word } from "../../text/words.ts";
import { future, harmAhead, regret, worth, wrong } from "./claims.ts";
import { mainThing, ought } from "./duties.ts";
import { expanded, LONGEST, withoutOpeners } from "./openers.ts";
import { mindOf, ownAct } from "./own.ts";
import { assent, courtesy, merit, order, questionIn } from "./replies.ts";
import type { ActShown } from "./shown.ts";

/** The act of a clause, by its subject and verb. */
export function actOfClause(contracted: readonly Word[], direct: boolean): ActShown | null {
  const all = expanded(contracted);
  const asked = questionIn(all);
  if (asked) return asked;
  const words = withoutOpeners(all.slice(0, LONGEST));
  return (
    assent(all) ??
    courtesy(words) ??
    merit(words) ??
    merit(all.filter(({ kind }) => kind !== "mark")) ??
    mainThing(words) ??
    regret(all) ??
    order(words, direct) ??
    ownAct(words, direct) ??
    ought(words) ??
    mindOf(words) ??
    harmAhead(words) ??
    wrong(words) ??
    worth(words) ??
    future(words)
  );
}
