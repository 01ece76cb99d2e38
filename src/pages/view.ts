/**
 * A Reading as people are shown it: names for ids, a tree of statements,
 * fields with their words. The terminal and the page are both set from this,
 * so that they cannot tell two stories. Takes a Reading, decides nothing about
 * language, and leaves escaping and colours to the faces.
 */

import type { CorrectionAction } from "../reading/corrections.ts";
import { nameOfLink } from "../reading/link-names.ts";
import type {
  Act,
  Actor,
  Attribution,
  ChainLink,
  Condition,
  Note,
  NoteKind,
  Reading,
  Statement,
} from "../reading/reading.ts";
import { byPlace, type Passage, wordsOf } from "../text/span.ts";

/** Below this a statement is shown as unsure. */
export const LOW_CONFIDENCE = 0.5;

/** One step of a breadcrumb. */
export interface Crumb {
  name: string;
  /** On what ground this link hands on, where that is worth a word: "on background". */
  basis: string | null;
  /** Whether the name is only the text's words: nobody in the list of actors. */
  onlyWords: boolean;
}

export interface StatementView {
  /** Counts from 1, in the order shown. */
  number: number;
  /** How many shown statements it stands within. */
  depth: number;
  statement: Statement;
  attribution: Attribution | null;
  crumbs: Crumb[];
  /** Whose act it is, where the narrator tells of it in his own voice: no link of the chain names him. */
  doer: string | null;
  act: string;
  addressee: { name: string; fromContact: boolean } | null;
  /** Qualifiers that words of the text mark: "negated", "possible". */
  marks: { value: string; evidence: Passage }[];
  conditions: Condition[];
  /** Cue and source, in text order. */
  by: Passage;
  unsure: boolean;
}

/** The document whose publisher begins the chains; `null` when several are told of. */
type NamesDocument = Pick<Reading["document"], "publisher">;

/** Somebody who has a name, whether of one Reading or of several. */
export type Named = Pick<Actor, "id" | "name" | "role">;

export class Names {
  readonly #actors: ReadonlyMap<string, Named>;
  readonly #publisher: string | null;

  constructor({ actors, document }: { actors: readonly Named[]; document: NamesDocument | null }) {
    this.#actors = new Map(actors.map((actor) => [actor.id, actor]));
    this.#publisher = document?.publisher?.value ?? null;
  }

  /** The actor's name; its id when the Reading does not hold it. */
  of(id: string): string {
    return this.#actors.get(id)?.name ?? id;
  }

  roleOf(id: string): string | null {
    return this.#actors.get(id)?.role ?? null;
  }

  crumbs(chain: readonly ChainLink[]): Crumb[] {
    return chain.flatMap((link) => {
      const crumb = this.crumb(link);
      return crumb === null ? [] : [crumb];
    });
  }

  crumb(link: ChainLink): Crumb | null {
    const name = nameOfLink(link, (id) => this.of(id), this.#publisher);
    if (name === null && link.basis === "published") return null;
    const isOutlet = link.basis === "published" || link.basis === "agency";
    return {
      name: name ?? "nobody named",
      basis: BASES[link.basis],
      onlyWords: link.actor === null && !isOutlet,
    };
  }
}

const BASES: Readonly<Record<ChainLink["basis"], string | null>> = {
  published: null,
  agency: null,
  said: null,
  wrote: null,
  "read-out": null,
  told: null,
  thought: "thinks",
  anonymous: "anonymous",
  "on-background": "on background",
};

/** Whose word a field is, when it is not the document's own; empty when it is. */
export function wordOf(chain: readonly ChainLink[], names: Names): Crumb[] {
  return names.crumbs(chain.filter((link) => link.basis !== "published" && link.basis !== "agency"));
}

/** Statements in text order, each after the one that it stands within. */
export function statementsOf(reading: Reading, names: Names, least = 0): StatementView[] {
  const attributions = new Map(reading.attributions.map((one) => [one.id, one]));
  const shown = reading.statements.filter((statement) => statement.confidence >= least);
  return inTreeOrder(shown, attributions).map(({ statement, depth }, index) => {
    const attribution = attributionOf(statement, attributions);
    return {
      number: index + 1,
      depth,
      statement,
      attribution,
      crumbs: names.crumbs(statement.chain),
      doer: doerOf(statement, names),
      act: formatAct(statement.act),
      addressee: addresseeOf(statement, names),
      marks: marksOf(statement),
      conditions: statement.conditions,
      by: attribution === null ? [] : [...attribution.source, ...attribution.cue].sort(byPlace),
      unsure: statement.confidence < LOW_CONFIDENCE,
    };
  });
}

function attributionOf(
  { attribution }: Statement,
  attributions: ReadonlyMap<string, Attribution>,
): Attribution | null {
  return attribution === null ? null : (attributions.get(attribution) ?? null);
}

function doerOf({ attribution, speaker, chain }: Statement, names: Names): string | null {
  const isNarrator = attribution !== null || chain[chain.length - 1]?.actor === speaker;
  return speaker === null || isNarrator ? null : names.of(speaker);
}

interface InTree {
  statement: Statement;
  depth: number;
}

function inTreeOrder(shown: readonly Statement[], attributions: ReadonlyMap<string, Attribution>): InTree[] {
  const children = childrenOf(shown, attributions);
  const ordered: InTree[] = [];
  const waiting: InTree[] = [];
  const push = (statements: readonly Statement[], depth: number) => {
    for (const statement of [...statements].reverse()) waiting.push({ statement, depth });
  };
  push(children.get(null) ?? [], 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    // Several statements may come from one attribution: what stands within it follows the first.
    const own = next.statement.attribution;
    if (own === null) continue;
    const inside = children.get(own) ?? [];
    children.delete(own);
    push(inside, next.depth + 1);
  }
  return ordered;
}

/** Statements by the nearest attribution around them that has a shown statement; by `null` when none has. */
function childrenOf(
  shown: readonly Statement[],
  attributions: ReadonlyMap<string, Attribution>,
): Map<string | null, Statement[]> {
  const holders = new Set(shown.map((statement) => statement.attribution));
  const children = new Map<string | null, Statement[]>();
  for (const statement of shown) {
    let holder = attributionOf(statement, attributions)?.within ?? null;
    while (holder !== null && !holders.has(holder)) holder = attributions.get(holder)?.within ?? null;
    const siblings = children.get(holder);
    if (siblings === undefined) children.set(holder, [statement]);
    else siblings.push(statement);
  }
  return children;
}

function addresseeOf(statement: Statement, names: Names): StatementView["addressee"] {
  const { addressee } = statement;
  if (addressee === null) return null;
  const name = addressee.actor === null ? wordsOf(addressee.evidence) : names.of(addressee.actor);
  return name === "" ? null : { name, fromContact: addressee.basis === "contact" };
}

function marksOf(statement: Statement): StatementView["marks"] {
  const marks = [
    {
      value: statement.polarity.value === "negative" ? "negated" : "",
      evidence: statement.polarity.evidence,
    },
    { value: statement.certainty.value, evidence: statement.certainty.evidence },
    { value: statement.orientation.value, evidence: statement.orientation.evidence },
    { value: statement.strength.value, evidence: statement.strength.evidence },
  ];
  return marks.filter((mark) => mark.evidence.length > 0 && !DEFAULTS.has(mark.value));
}

const DEFAULTS: ReadonlySet<string> = new Set(["", "none", "plain", "present", "past"]);

/** The act as a verb for people: "voice-concern" → "voice concern". */
export function formatAct(act: Act): string {
  return act.replaceAll("-", " ");
}

/** What a person did: "accepted". */
export function formatAction(action: CorrectionAction): string {
  return DONE[action];
}

const DONE: Readonly<Record<CorrectionAction, string>> = {
  accept: "accepted",
  reject: "rejected",
  change: "changed",
  add: "added",
};

/** A probability, no finer than it holds. */
export function formatConfidence(confidence: number): string {
  if (confidence < 0.05) return "under 0.1";
  if (confidence > 0.95 && confidence < 1) return "over 0.9";
  return confidence.toFixed(1);
}

/** Damage first, what was left out last; else in text order. */
export function notesOf(reading: Reading): Note[] {
  const rank = (kind: NoteKind) => (kind === "boilerplate-left-out" ? 1 : 0);
  return [...reading.notes].sort((a, b) => rank(a.kind) - rank(b.kind));
}
