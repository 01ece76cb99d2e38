/**
 * The table of rules: every name under which a Reading says how a finding was
 * made, with one line for people. `explain.ts` takes its lines from here;
 * docs/rules.md adds an example and the known misses of each, and a test holds
 * code, table and docs together.
 */

import { ATTRIBUTION_RULES } from "./rules/attribution-rules.ts";
import { CONDITION_RULES } from "./rules/condition-rules.ts";
import { CONTACT_RULES, TRACK_RULES } from "./rules/contact-rules.ts";
import { LINK_RULES } from "./rules/link-rules.ts";
import {
  ACT_RULES,
  ADDRESSEE_RULES,
  CHAIN_RULES,
  OPERATOR_RULES,
  PLOVER_RULES,
  QUALIFIER_RULES,
} from "./rules/statement-rules.ts";
import { FACT_RULES, MENTION_RULES, NOTE_RULES, QUOTATION_RULES, REGION_RULES } from "./rules/text-rules.ts";
import { MOD_RULES, TIME_RULES } from "./rules/time-rules.ts";

/** Rules by what they find, in the order of docs/rules.md. */
export const RULE_TABLES = {
  fact: FACT_RULES,
  region: REGION_RULES,
  quotation: QUOTATION_RULES,
  attribution: ATTRIBUTION_RULES,
  mention: MENTION_RULES,
  link: LINK_RULES,
  chain: CHAIN_RULES,
  time: TIME_RULES,
  modifier: MOD_RULES,
  act: ACT_RULES,
  addressee: ADDRESSEE_RULES,
  qualifier: QUALIFIER_RULES,
  condition: CONDITION_RULES,
  plover: PLOVER_RULES,
  operator: OPERATOR_RULES,
  contact: CONTACT_RULES,
  track: TRACK_RULES,
  note: NOTE_RULES,
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type RuleFamily = keyof typeof RULE_TABLES;

/** A rule and what it goes by. */
export interface Rule {
  /** What it finds: "attribution", "link" … */
  family: RuleFamily;
  /** As the Reading has it. */
  name: string;
  says: string;
}

/** What a rule that no table tells of is said to go by: a test finds it before anybody reads this. */
const UNTOLD = "No explanation is written for this rule.";

export function ruleNamed(family: RuleFamily, name: string): Rule {
  const table: Readonly<Record<string, string>> = RULE_TABLES[family];
  return { family, name, says: Object.hasOwn(table, name) ? (table[name] ?? UNTOLD) : UNTOLD };
}
