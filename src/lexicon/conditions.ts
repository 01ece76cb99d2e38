/**
 * Words that open a condition, a line a marker: its kind, what follows it (a
 * clause, a noun phrase, or nothing: it points back), and its words. Longer
 * markers stand before shorter ones that they begin with.
 */

export const CONDITION_KINDS = [
  "if",
  "only-if",
  "unless",
  "in-the-event-of",
  "provided",
  "as-long-as",
  "until",
  "without",
  "should",
  "anaphoric",
  "otherwise",
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export interface Marker {
  kind: ConditionKind;
  takes: "clause" | "noun" | "nothing";
  words: readonly string[];
}

const LINES = `
only-if clause if and only if
only-if clause only if
only-if clause only when
only-if clause only in the event that
only-if noun only in the event of
only-if noun only in case of
only-if clause only on condition that
only-if clause only on the condition that
only-if clause only provided that
if clause if and when
if clause if ever
if clause if only
if clause even if
if noun if not for
otherwise nothing if not
if nothing if need be
if nothing if necessary
if nothing if needed
if nothing if required
anaphoric nothing if so
if clause if
if clause on the assumption that
if clause assuming that
if clause supposing that
if clause assuming
if clause supposing
unless clause unless and until
unless clause unless or until
unless clause unless
in-the-event-of clause in the event that
in-the-event-of noun in the event of
in-the-event-of noun in event of
in-the-event-of noun in case of
in-the-event-of noun in the case of
in-the-event-of clause in the eventuality that
in-the-event-of clause in case
in-the-event-of clause in the event
provided clause on condition that
provided clause on the condition that
provided clause provided that
provided clause providing that
provided clause provided
provided noun subject to
provided noun contingent on
provided noun contingent upon
provided noun conditional on
provided noun conditional upon
provided noun in return for
provided noun in exchange for
provided clause with the proviso that
provided clause with the understanding that
provided clause on the understanding that
provided clause on the sole condition that
as-long-as clause as long as
as-long-as clause so long as
as-long-as clause for as long as
until clause until and unless
until clause until
without noun without
without noun in the absence of
without noun absent
anaphoric nothing failing that
anaphoric nothing failing this
without noun failing
without noun barring
without noun short of
without noun but for
anaphoric nothing should this happen
anaphoric nothing should that happen
should clause should
anaphoric nothing in this case
anaphoric nothing in that case
anaphoric nothing in such a case
anaphoric nothing in which case
anaphoric nothing in this event
anaphoric nothing in that event
anaphoric nothing in such an event
anaphoric nothing in such a scenario
anaphoric nothing in this scenario
anaphoric nothing in such circumstances
anaphoric nothing in those circumstances
anaphoric nothing under such circumstances
anaphoric nothing under those circumstances
anaphoric nothing under these circumstances
anaphoric nothing in such an eventuality
anaphoric nothing in such an instance
otherwise nothing or else
otherwise nothing otherwise
`;

const markers: readonly Marker[] = LINES.trim()
  .split("\n")
  .map((line) => {
    const [kind, takes, ...words] = line.split(" ");
    return { kind: kind as ConditionKind, takes: takes as Marker["takes"], words };
  });

/** Markers by their first word. */
export const markersByFirst: ReadonlyMap<string, readonly Marker[]> = byFirst();

function byFirst(): Map<string, Marker[]> {
  const found = new Map<string, Marker[]>();
  for (const marker of markers) {
    const first = marker.words[0] ?? "";
    found.set(first, [...(found.get(first) ?? []), marker]);
  }
  return found;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs after which "if" means "whether". */
export const WHETHER_VERBS = words(`
  ask asks asked asking care cares cared knowing wonder wonders wondered wondering know knows knew see sees check checks checked decide
  decides decided determine determined doubt doubts doubted inquire inquired enquire enquired unclear unsure
  uncertain unknown idea learn consider considered`);

/** Verbs after which "if" means "whether" only where no main clause follows: "they would not say if …". */
export const PERHAPS_WHETHER = words(`
  say saying tell explain clarify indicate specify confirm disclose reveal remember explore examine discuss discussing
  debating investigate establish declare understand publicly`);

/** Verbs of a main clause that a deal hangs on: "would withdraw in return for …". */
export const BARGAINS = words(`
  will would could can may might shall ready prepared willing offer offers offered agree agrees agreed propose proposes
  proposed promise promised pledge pledged demand demands demanded to`);

/** What may stand between such a verb and "if": whom it was asked. */
export const ASKED = words(`
  him her them us me you reporters journalists whether about again repeatedly when also later directly
  today yesterday himself the a his minister president`);

/** "if you look at it", "if I may", "if you ask me": ways to speak, on which nothing hangs. */
export const WAYS_TO_SPEAK =
  /^(?:you (?:can't (?:already )?tell|look|like(?= [^a-z]|$)|ask me|please|know|remember|recall|think about|consider|don't mind|want to know|count|read|listen|include)|i (?:may|might|can|could|remember|recall|am not mistaken|understand)|i'm not mistaken|memory serves|for (?:no|nothing|all|any|one)|nothing else|truth be told|anything|the truth|we're (?:being )?honest|i'm (?:being )?honest)\b/;

/** "What if", "as if", "if any": not conditions. */
export const NO_CONDITION_BEFORE = words(`what as`);
export const NO_CONDITION_AFTER = words(`any anything at possible not ever anyone anybody only`);

/** Words of a main clause that make "until" and "without" conditions. */
export const DENIALS = words(`
  not no never cannot can't won't wouldn't couldn't impossible unable nothing nobody none neither refuse refuses
  refused inconceivable unthinkable isn't aren't unlikely hardly difficult hard`);

export const MODALS = words(`
  will would shall should can could may might must cannot can't won't wouldn't couldn't 'll`);

/** Words that tell of something not yet real, for "this would be …" to go back to. */
export const HYPOTHETIC = words(`
  possible potential eventual threatened proposed prospective planned likely new further`);
export const HYPOTHETIC_NOUNS = words(
  `possibility threat prospect idea risk danger plan plans proposal option scenario imposition`,
);
