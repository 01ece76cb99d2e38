/** Words that qualify what is said: how sure, how strong, when, and whether at all. Lower case, a family a list. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const NEGATIONS =
  words(`not no never neither nor none nobody nothing n't cannot can't won't wouldn't don't doesn't
  didn't isn't wasn't aren't weren't hasn't haven't hadn't shouldn't couldn't mustn't`);

export const POSSIBLE = words(`may might could possibly perhaps maybe possible potentially apparently`);

export const PROBABLE = words(
  `should likely probably expected presumably seems seem appears appear unlikely`,
);

export const FUTURE =
  words(`will would shall won't going plan plans planned intend intends upcoming soon tomorrow next
  'll future`);

export const PAST = words(`was were had did been ago yesterday last previously earlier`);

export const STRONG =
  words(`strongly firmly categorically urgently resolutely absolutely decisively unequivocally
  immediately unconditionally vehemently fully must never guarantee guaranteed`);

export const WEAK = words(
  `somewhat perhaps cautiously tentatively slightly partly considering try hopefully`,
);

/** Words of harm and reprisal: what is announced in a warning. */
export const REPRISALS =
  words(`respond response answer retaliate retaliation retaliatory consequences costs price pay
  sanctions measures react reaction reprisals collapse rupture break breakdown broken mistake error damage suffer regret
  expel withdraw cancel suspend strike`);
