/**
 * Words that a site puts around a report: pleas, notices, buttons, link lists.
 * A line a pattern: family, weight, pattern (matched in lower case; `^` and `$`
 * are the ends of the line). 3 decides alone; 2 and 1 are hints that add up
 * within a family and need the place (see `text/boilerplate.ts`) to reach 3.
 * A weight of 3 is only for words that no report of a conversation needs; 7 is
 * for labels behind which a headline may stand ("Read also: Minister says ...").
 */

export interface BoilerplatePattern {
  family: string;
  weight: number;
  pattern: RegExp;
}

const NETWORKS =
  "facebook|fb|twitter|tweet|x|whatsapp|telegram|linkedin|e-?mail|print|reddit|pinterest|vkontakte|vk|viber|" +
  "messenger|instagram|youtube|tumblr|flipboard|pocket|threads|bluesky|mastodon|copy link|copy|save|like|share|more";

const LINES = `
share buttons | 3 | ^share( this| the)?( article| story| post| page| news| material)?( (on|via|with|using|to)\\b.{0,40})?:?$
share buttons | 3 | ^(share( (this|on))?:? ?)?(${NETWORKS})( ?[-|,/·•]? ?(${NETWORKS})){1,12}$
share buttons | 2 | ^(share|tweet|print|e-?mail|whatsapp|telegram|facebook|twitter|copy link)$
share buttons | 3 | ^(click to )?(share|print|email) (this|the) (article|story|page)\\b.{0,40}$
share buttons | 3 | ^[\\d.,]+k? (shares|views|reads|likes)\\b.{0,30}$
share buttons | 3 | ^if you (like|liked|enjoyed) (this|the) (article|story|post)\\b.{0,80}$
share buttons | 3 | ^(link )?copied!?$
share buttons | 3 | ^(shares|views|likes): ?[\\d.,]+k?$
cookie notice | 3 | \\b(we|site|website|page) (also )?(use|uses|using) (our own and third[- ]party )?cookies\\b
cookie notice | 3 | \\b(accept|reject|allow|manage|decline) (all )?(the )?(non-essential |optional )?cookies\\b
cookie notice | 3 | \\bcookie (policy|settings|preferences|notice|consent|declaration)\\b
cookie notice | 3 | \\bstore and/or access information on a device\\b
cookie notice | 3 | ^(accept all|reject all|manage (my )?(preferences|options|consent|choices)|privacy settings|i (agree|accept)|got it!?)$
cookie notice | 2 | \\bcookies\\b.*\\b(consent|browser|browsing|device|third[- ]part(y|ies)|privacy)\\b
cookie notice | 2 | \\b(your|you) (personal )?(consent|data)\\b.*\\b(our partners|vendors|privacy policy)\\b
cookie notice | 2 | \\bby (continuing|clicking)\\b.*\\byou (agree|accept|consent)\\b
cookie notice | 1 | \\bprivacy (policy|notice|statement)\\b
subscription plea | 3 | \\bsubscribe (now |today )?(to|for) (our|the free|my)\\b
subscription plea | 3 | ^(please )?subscribe( now| today| here)?\\b.{0,60}(channel|newsletter|youtube|telegram|for (full|unlimited) access|updates|€|£|\\$).{0,80}$
subscription plea | 3 | ^(subscribe|subscribe now|sign up|sign in|log in|log in / register|register|join us|become a member)[.!]?$
subscription plea | 3 | \\bsign up (now |here |today )?(for|to) (our|the|get|receive|daily|free)\\b.{0,80}(newsletter|e-?mail|inbox|alerts?|briefing|updates)
subscription plea | 3 | \\b(already|not) a (subscriber|member)\\?
subscription plea | 3 | \\b(this|the rest of this|the full) (article|story|content|material) is (only )?(available )?(for|to|only for|only to) (our )?(paying )?(subscribers|members)\\b
subscription plea | 3 | \\b(get|receive|delivered)\\b.{0,60}\\b(straight |delivered |directly )?(in|to) your (inbox|mailbox)\\b
subscription plea | 3 | ^(please )?(sign in|log in|register) to (continue|comment|read|leave|access)\\b.{0,60}$
subscription plea | 3 | ^(you have|you've) (reached|read|used)\\b.{0,60}\\b(free|limit|articles?)\\b.{0,60}$
subscription plea | 2 | \\b(our|daily|weekly|free) newsletters?\\b
subscription plea | 2 | ^subscribe\\b
subscription plea | 1 | \\bsubscri(be|bers?|ption)\\b
follow plea | 3 | ^(please )?(follow|join|find|like|read|watch|add) us (on|in|at|via)\\b.{0,120}$
follow plea | 3 | ^(please )?(follow|join|like|subscribe to) (our|the)\\b.{0,50}\\b(telegram|youtube|facebook|twitter|instagram|whatsapp|viber|tiktok|channel|page)\\b.{0,80}$
follow plea | 3 | ^follow @?[\\w .]{1,40} on (google news|telegram|twitter|x|facebook|instagram|youtube|whatsapp)\\b.{0,40}$
follow plea | 3 | ^our (channel|page|group|account)s? (on|in|at) \\w{1,20}\\b.{0,40}$
follow plea | 2 | \\b(our|my) (telegram|youtube|whatsapp|viber|facebook) (channel|page|group)\\b
subscription plea | 3 | ^never miss (a|another) (story|update|thing)\\b.{0,80}$
subscription plea | 3 | ^(want|would you like) to (read|know|see|hear) more\\?.{0,80}$
subscription plea | 3 | \\bby clicking \\W?(subscribe|sign up|continue|submit|register|send)\\b
subscription plea | 3 | ^(turn on|enable|allow|get)( push| browser| desktop)? notifications\\b.{0,60}$
subscription plea | 3 | ^(breaking )?news (alerts?|updates?) (straight|delivered|sent|direct)\\b.{0,60}$
subscription plea | 3 | ^stay (up to date|informed|tuned|in the know)\\b.{0,80}$
ad-blocker plea | 3 | \\b(disable|turn off|switch off|deactivate|whitelist|pause)\\b.{0,60}\\bad[- ]?block(er|ers|ing)?\\b
ad-blocker plea | 3 | \\bad[- ]?block(er|ers|ing)?\\b.{0,60}\\b(disable|turn(ed)? off|switch(ed)? off|deactivate|whitelist|detected|enabled|pause)\\b
ad-blocker plea | 2 | \\bad[- ]?block(er|ers|ing)?\\b
funding plea | 3 | \\b(our|this) (web ?site|site|newspaper|portal|project|newsroom|publication)\\b.{0,60}\\b(fund|financ|support|live|liv|exist)\\w*\\b.{0,40}\\b(by|on|from|through|thanks to)\\b.{0,30}\\b(advertis\\w+|donations?|readers|subscri\\w+|ads)\\b
funding plea | 3 | \\bsupport (our|independent|quality|honest|free) (work|journalism|reporting|newsroom|media|site|website|project|team)\\b
funding plea | 3 | ^(please )?(consider )?(donat(e|ing)|mak(e|ing) a (small |one-time |one-off |monthly )?(donation|contribution)|becom(e|ing) a (patron|supporter|member))\\b.{0,120}$
funding plea | 2 | \\b(quality|independent|honest|good|professional) (journalis(m|tic)|reporting)\\b
funding plea | 2 | \\bjournalis(m|tic)\\b.{0,40}\\b(cannot|can't|can not|is not|isn't|never) (be |come )?(for )?free\\b
funding plea | 2 | \\b(buy us a coffee|patreon|paypal|ko-fi)\\b
funding plea | 1 | \\b(our|dear) readers?\\b
link list | 7 | ^(read|see|watch|listen|learn) (also|more|next|too|on)( on (this|the) (topic|subject|story))?:.{0,200}$
link list | 7 | ^(also|more) (read|on this|on the topic|on the subject|from|in|about this)\\b:.{0,200}$
link list | 3 | ^(related|recommended|similar|popular|latest|most (read|popular|viewed|shared|discussed)|more|top|trending|other|further|previous|next|see also|read also|read more|also read|you (may|might) (also )?(like|be interested in)|don't miss|editor'?s'? (choice|picks?)|on (this|the) (topic|subject))( (articles?|stories|story|news|posts?|reading|topics?|links?|content|now|headlines|materials?|videos?|coverage|from .{1,40}|in .{1,30}|on this( topic)?|like this))?:?$
link list | 7 | ^related( (article|story|news|post|reading|topic|link|video|coverage)s?)?:.{0,200}$
link list | 7 | ^(previous|next) (article|story|post|page|news)\\b.{0,160}$
link list | 3 | ^(continue reading|read in (the|our) app|show (more|less|all)|load(ing)?( more)?( comments| articles)?|see all|view all|watch( the| this)? video|play( the)? video|play|all news|news feed)[. …»›>→]{0,4}$
link list | 3 | ^(back to|go to) (top|the top|home|homepage|main page|all news|the list)\\b.{0,40}$
link list | 3 | ^(click|tap|swipe) (here|to)\\b.{0,100}$
link list | 3 | ^(read|continue reading) (more|the full (article|story|text)|the rest)( (here|at|on)\\b.{0,80})?( ?[.»›>→]+)?$
source link | 3 | ^(source|original|via)( (link|url|article|text|page))?:? ?(https?://\\S{1,300})?$
source link | 3 | ^(read|see|view|link to) (the )?(full|original|source) (article|story|post|text|source|version|material)\\b.{0,120}$
source link | 3 | ^(https?://|www\\.)\\S{1,300}$
source link | 3 | ^(permalink|short (link|url)|direct link|link|url):? ?(https?://\\S{1,300}|[\\w.-]{3,60}/\\S{0,200})?$
source link | 3 | ^(this|the) (article|story|post|item|text)( was| has been)?( first| originally)? (appeared|published|posted)( first)? (on|in|at|by)\\b.{0,160}$
source link | 3 | ^the (views|opinions) expressed (in|here|above|by)\\b.{0,200}$
source link | 3 | ^the post\\b.{0,200}\\b(appeared first|first appeared) on\\b.{0,80}$
copyright line | 3 | ^(©|\\(c\\)|copyright ?(©|\\(c\\)|\\d{4}|by\\b|of\\b)).{0,300}$
copyright line | 3 | \\ball rights reserved\\b
copyright line | 3 | \\b(may|must) not be (published|reproduced|copied|reprinted|redistributed|rewritten)\\b.{0,200}
copyright line | 3 | \\b(reprinting|republishing|republication|quoting|copying)\\b.{0,60}\\b(active |direct )?(hyper)?link (to|back)\\b
copyright line | 3 | \\b(hyper)?link to .{1,40} is (required|obligatory|mandatory)\\b
copyright line | 3 | \\b(reproduction|reprint(ing)?|republication|copying|quoting|use) of (the |any |our |this |these |all |site )*(materials?|articles?|texts?|content|information|publications?|photos?)\\b.{0,120}\\b(prohibited|permitted|allowed|forbidden|without (the )?(written |prior )*(permission|consent)|(hyper)?link)\\b
copyright line | 3 | ^(our standards|terms of (use|service)|terms and conditions|privacy policy|legal notice|imprint|disclaimer|about us|contact us|advertise with us|careers|sitemap)( ?[|·•/&,:-].{0,80})?$
signature | 3 | ^((best|kind|warm|warmest|with (best|kind|warm)) (regards|wishes)|yours( sincerely| truly| faithfully)?|sincerely|respectfully|regards|thank you),?\\W{0,3}(the |your )?(editors?|editorial|editorial (team|board|staff|office)|newsroom|team|administration|webmaster)\\b.{0,60}$
signature | 3 | ^(the )?(editors|editorial (team|board|staff|office)|site administration)[.!]?$
signature | 3 | ^thank(s| you) for (reading|your attention|visiting|your support)\\b.{0,40}$
signature | 2 | ^((best|kind|warm) (regards|wishes)|yours( sincerely| truly| faithfully)?|sincerely)[,.!]?$
app plea | 3 | \\b(download|get|install|try) (our|the) (free |new |mobile )?([\\w ]{1,30} )?apps?\\b
app plea | 3 | \\b(available|get it|download)( it)? on (the )?(google play|app store|apple store|play store|appgallery)\\b
app plea | 2 | \\b(app store|google play|ios and android|android and ios)\\b
comments | 3 | ^(\\d{1,6} comments?|comments? ?[:(]? ?\\d{1,6}\\)?|no comments( yet)?|be the first to comment)[.!]?$
comments | 3 | ^(leave|add|post|write|submit) (a|your) (comment|reply|message|response)\\b.{0,80}$
comments | 3 | ^(your (e-?mail|email) address will not be published|required fields are marked)\\b.{0,80}$
comments | 3 | ^(comments (are|have been) (closed|disabled|off|moderated)|view comments|show comments|load comments|join the (conversation|discussion))\\b.{0,60}$
correction plea | 3 | \\b(found|noticed|spotted|see|find|seen) (a|an|any) (mistake|error|typo|inaccuracy)\\b.{0,140}
correction plea | 3 | ^(help us improve|report (a|an) (typo|error|mistake|problem)|suggest a correction|send us (your|a) (news )?(tips?|story|stories|feedback|opinion))\\b.{0,80}$
correction plea | 3 | ^(do|did|have) you\\b.{0,80}\\?.{0,20}\\b(write to us|contact us|let us know|e-?mail us|tell us|get in touch)\\b.{0,60}$
correction plea | 3 | \\b(select|highlight) (it|the text|the (error|mistake))\\b.{0,40}\\bctrl\\b
advertisement | 3 | ^(advertise?ment|ad|ads|sponsored( content| link| post)?|promoted( content)?|paid (content|partnership)|partner (content|news))\\W{0,3}(scroll to continue|continue reading( below)?|story continues below)?[.:]?$
advertisement | 3 | ^(story|article|text) continues (below|after)\\b.{0,60}$
tags | 7 | ^(tags?|keywords|filed under|in this (story|article)|rubrics?|hashtags?): ?.{1,200}$
tags | 3 | ^(#[\\w-]{2,40}[ ,]*){2,20}$
reading time | 3 | ^(reading time:? ?)?\\d{1,2} ?(min|mins|minutes?)( read)?\\W{0,2}$
reading time | 3 | ^(listen to (this|the) (article|story)|listen to article|text size|font size|a- ?a\\+?)\\b.{0,60}$
reading time | 2 | ^\\d{1,3} (minutes?|hours?|days?|weeks?|months?) ago$
menu | 7 | ^(home|main|main page|homepage) ?[>»›/|·•].{1,160}$
menu | 3 | ^(skip to (main |the )?(content|navigation)|toggle (navigation|menu)|open menu|close menu|menu|search|search for:?)$
menu | 2 | ^(home|news|politics|world|economy|sport|sports|business|opinion|culture|video|photo|about|contact|contacts|archive)$
translation notice | 3 | ^(this|the) (article|text|story|page|news|material|content)( (was|is|has been))? (automatically |machine[- ])?translated\\b.{0,160}$
translation notice | 3 | ^(machine|automatic|automated|unofficial|google)[- ](translation|translate)\\b.{0,120}$
translation notice | 3 | ^(translated|translation)( from [\\w ]{1,30})? (by|with|using) (google|deepl|yandex|machine|bing|microsoft|ai)\\b.{0,80}$
`;

export const BOILERPLATE: readonly BoilerplatePattern[] = LINES.trim().split("\n").map(patternFrom);

function patternFrom(line: string): BoilerplatePattern {
  const [family = "", weight = "", ...rest] = line.split(" | ");
  return { family, weight: Number(weight), pattern: new RegExp(rest.join(" | "), "u") };
}

/** Whether any pattern matches: one pass instead of a hundred, and most lines need no more. */
export function hasHint(plain: string): boolean {
  return ANY_FROM_START.test(plain) || ANY_ELSEWHERE.test(plain);
}

const ANY_FROM_START = anyOf((source) => source.startsWith("^"));
const ANY_ELSEWHERE = anyOf((source) => !source.startsWith("^"));

function anyOf(isWanted: (source: string) => boolean): RegExp {
  const sources = BOILERPLATE.map(({ pattern }) => pattern.source).filter(isWanted);
  return new RegExp(sources.map((source) => `(?:${source})`).join("|"), "u");
}

/** Labels of link lists: lines after such a label alone are links as long as they do not read as sentences. */
export const LIST_FAMILIES: ReadonlySet<string> = new Set(["link list"]);

/** Headers after which everything is the public's, not the publisher's. */
export const COMMENT_HEADER =
  /^(\d{1,6} comments|comments? ?[:(] ?\d{1,6}\)?|leave a (comment|reply)|be the first to comment)\b/u;
