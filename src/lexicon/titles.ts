/**
 * Titles: the words for offices, posts and callings, a line a role.
 *
 * A line: key | sort | rank | forms. The first form is the usual one. Forms are
 * in lower case, hyphens and accents gone. The sort says how such words point:
 *
 * - `office`: one holder at a time; with a state it names a person
 * - `post`: several may hold it (an aide, a deputy minister); a name must follow
 * - `description`: fits whoever is so described (leader, diplomat, counterpart)
 * - `unnamed`: nobody in particular (official, source)
 * - `body`: the people who act for a state (side, delegation, government)
 * - `honorific`: goes with a name and says no more (Mr, Sheikh)
 *
 * Rank: 1 leads a state or organisation, 2 a minister or the like, 3 a deputy,
 * envoy, adviser or spokesman, 4 an official without a name; 0 none.
 *
 * Known miss: "secretary", "governor" and "speaker" without more words are
 * posts here, though a text may mean one of them by its place alone.
 */

export type RoleSort = "office" | "post" | "description" | "unnamed" | "body" | "honorific";

export interface Role {
  /** Key in an office's id, as in "RUS:foreign-minister". */
  key: string;
  sort: RoleSort;
  rank: number;
}

const ROLES = `
president | office | 1 | president, state president, president of the republic
monarch | office | 1 | king, queen, emperor, empress, monarch, emir, amir, sultan, grand duke
crown-prince | office | 1 | crown prince, crown princess
supreme-leader | office | 1 | supreme leader
pope | office | 1 | pope, pontiff, holy father
prime-minister | office | 1 | prime minister, premier, chancellor, federal chancellor, pm, head of government, head of the government, taoiseach, premier of the state council
vice-president | office | 2 | vice president, deputy president
first-deputy-prime-minister | post | 2 | first deputy prime minister
deputy-prime-minister | post | 2 | deputy prime minister, vice premier, vice prime minister, deputy premier, vice chancellor, deputy head of government
foreign-minister | office | 2 | foreign minister, minister of foreign affairs, minister for foreign affairs, minister of external affairs, external affairs minister, foreign affairs minister, foreign secretary, secretary of state, secretary of foreign affairs, minister of europe and foreign affairs, europe and foreign affairs minister, minister of foreign affairs and trade, minister of foreign affairs and international cooperation, minister of foreign affairs and cooperation, minister of foreign and european affairs, top diplomat, chief diplomat, head of the foreign ministry, foreign ministry chief, head of diplomacy, fm
defence-minister | office | 2 | defence minister, defense minister, minister of defence, minister of defense, minister for defence, minister of national defence, minister of national defense, national defence minister, secretary of defense, secretary of defence, defense secretary, defence secretary, defence chief, defense chief, pentagon chief, armed forces minister, minister of the armed forces, secretary of war
interior-minister | office | 2 | interior minister, minister of the interior, minister of interior, minister of internal affairs, home secretary
finance-minister | office | 2 | finance minister, minister of finance, treasury secretary, secretary of the treasury, chancellor of the exchequer, minister for finance
energy-minister | office | 2 | energy minister, minister of energy, energy secretary, secretary of energy
minister | post | 2 | minister, cabinet minister, government minister, minister of state, state secretary, minister delegate
economy-minister | office | 2 | economy minister, minister of economy, minister of the economy, minister of economics
trade-minister | office | 2 | trade minister, minister of trade, commerce secretary, secretary of commerce, commerce minister
justice-minister | office | 2 | justice minister, minister of justice, attorney general
deputy-foreign-minister | post | 3 | deputy foreign minister, vice foreign minister, deputy minister of foreign affairs, vice minister of foreign affairs, deputy secretary of state, assistant secretary of state, undersecretary of state, under secretary of state, first deputy foreign minister, first deputy minister of foreign affairs, assistant foreign minister
deputy-defence-minister | post | 3 | deputy defence minister, deputy defense minister, vice defence minister, deputy minister of defence, deputy minister of defense
deputy-minister | post | 3 | deputy minister, vice minister, assistant secretary, undersecretary
national-security-adviser | office | 2 | national security adviser, national security advisor, presidential national security adviser, assistant to the president for national security affairs, national security assistant
deputy-national-security-adviser | post | 3 | deputy national security adviser, deputy national security advisor
security-council-secretary | office | 2 | secretary of the security council, security council secretary, secretary of the national security and defence council, secretary of the national security and defense council, secretary of the supreme national security council, supreme national security council secretary
chief-of-staff | office | 2 | chief of staff, head of the presidential administration, head of the presidential office, head of the office of the president, head of the president's office, presidential chief of staff, chief of staff of the presidential executive office, white house chief of staff
deputy-chief-of-staff | post | 3 | deputy chief of staff, deputy head of the presidential administration, deputy head of the president's office, deputy head of the office of the president, deputy head of the presidential office
press-secretary | office | 3 | press secretary, presidential press secretary, presidential spokesman, presidential spokeswoman, presidential spokesperson, spokesman for the president, spokesman of the president
spokesperson | post | 3 | spokesperson, spokesman, spokeswoman, press spokesman, official representative, press officer, mouthpiece
deputy-spokesperson | post | 3 | deputy spokesperson, deputy spokesman, deputy spokeswoman, deputy press secretary, principal deputy press secretary
presidential-aide | post | 3 | presidential aide, aide to the president, assistant to the president, presidential assistant, aide
presidential-adviser | post | 3 | presidential adviser, presidential advisor, adviser to the president, advisor to the president, diplomatic adviser, diplomatic advisor, foreign policy adviser, foreign policy advisor, adviser, advisor, security adviser, security advisor, foreign policy aide, political adviser, special adviser
ambassador | post | 3 | ambassador, ambassador at large
permanent-representative | post | 3 | permanent representative, un ambassador, ambassador to the un, ambassador to the united nations, permanent representative to the united nations, permanent representative to the un, representative
envoy | post | 3 | envoy, special envoy, special representative, presidential envoy, special presidential envoy, personal envoy, emissary, special presidential representative, plenipotentiary, chief negotiator, negotiator, lead negotiator, chargé d'affaires, charge d'affaires, consul general, attache
secretary-general | office | 1 | secretary general, general secretary, un chief, nato chief, chief of nato, chief of the united nations
director-general | office | 1 | director general, executive director, managing director
high-representative | office | 2 | high representative, high representative for foreign affairs and security policy, high representative for foreign affairs, foreign policy chief
commission-president | office | 1 | commission president, president of the european commission, president of the commission, commission chief
council-president | office | 1 | president of the european council, council president, european council chief
commissioner | post | 2 | commissioner, high commissioner
chairperson | post | 1 | chairman, chairwoman, chairperson, chairman in office, chairperson in office
speaker | post | 2 | speaker, parliament speaker, parliamentary speaker, speaker of the house, speaker of parliament, house speaker, speaker of the parliament
senator | post | 3 | senator, sen, congressman, congresswoman, rep
lawmaker | unnamed | 4 | lawmaker, lawmakers, legislator, mp, member of parliament, deputy, deputies, senators
governor | post | 3 | governor, gov
mayor | post | 3 | mayor
general | post | 3 | general, army general, lieutenant general, major general, colonel general, colonel, admiral, commander, commander in chief, marshal, major
chief-of-general-staff | office | 2 | chief of the general staff, chief of general staff, chief of defence staff, chairman of the joint chiefs of staff, joint chiefs chairman, army chief, chief of staff of the army
intelligence-chief | office | 2 | intelligence chief, spy chief, head of intelligence, director of the cia, cia director, cia chief, fsb director, head of the foreign intelligence service, director of national intelligence
director | post | 3 | director, deputy director, head of department, department director
patriarch | office | 1 | patriarch
acting-president | office | 1 | interim president, transitional president
party-leader | post | 1 | first secretary of the communist party, first secretary of the central committee of the communist party, general secretary of the communist party, general secretary of the central committee of the communist party, general secretary of the party, party chief
leader | description | 1 | leader, chief, boss, head, strongman, ruler
head-of-state | description | 1 | head of state, chief of state
counterpart | description | 0 | counterpart, opposite number, colleague, vis a vis, interlocutor, homologue
diplomat | description | 3 | diplomat, career diplomat, senior diplomat, veteran diplomat
politician | description | 1 | politician, statesman, stateswoman
official | unnamed | 4 | official, officials, administration official, government official, foreign ministry official, defence official, intelligence official, aides, diplomats, advisers, advisors, ministers, envoys, negotiators, representatives, ambassadors, spokesmen, authorities official, bureaucrat, officer, officers, commanders, generals
source | unnamed | 4 | source, sources, insider, insiders, person familiar, people familiar, person, people, participant, participants
expert | unnamed | 4 | analyst, analysts, expert, experts, observer, observers, commentator, commentators, critic, critics
reporter | unnamed | 4 | reporter, reporters, journalist, journalists, correspondent, correspondents
side | body | 0 | side, party
delegation | body | 0 | delegation, negotiating team, team, mission, diplomacy, representatives of the side
government | body | 0 | government, authorities, administration, leadership, cabinet, regime, presidency
parliament | body | 0 | parliament, legislature
foreign-ministry | body | 0 | foreign ministry, ministry of foreign affairs, foreign office, mfa, department of state, ministry of external affairs, external affairs ministry, foreign affairs ministry, department of foreign affairs, foreign department
defence-ministry | body | 0 | defence ministry, defense ministry, ministry of defence, ministry of defense, defense department, department of defense, department of defence, mod
presidential-office | body | 0 | presidential office, presidential administration, office of the president, presidential executive office, president's office, presidential palace, presidential press service, press service
prime-ministers-office | body | 0 | prime minister's office, office of the prime minister, chancellery, pmo
embassy | body | 0 | embassy, consulate, permanent mission, mission to the un
ministry | body | 0 | ministry, treasury department, treasury, finance ministry, interior ministry, energy ministry, economy ministry, trade ministry
military | body | 0 | military, army, armed forces, general staff, navy, air force
mr | honorific | 0 | mr, mister, messrs, shri, sri, thiru, hon, honourable, honorable
mrs | honorific | 0 | mrs, ms, miss, madame, mme, madam, smt, shrimati
dr | honorific | 0 | dr, doctor, prof, professor
sir | honorific | 0 | sir, lord, sheikh, shaikh, sayyid, ayatollah, grand ayatollah, imam, rabbi, archbishop, cardinal, bishop, metropolitan, herr, monsieur, señor, haji, comrade
lady | honorific | 0 | lady, dame, baroness, sheikha, frau
prince | honorific | 0 | prince, his majesty, his highness, his excellency, his royal highness
princess | honorific | 0 | princess, her majesty, her excellency, her royal highness
`;

/** Plural of an office or description that a pair shares: key of the single one, then forms. */
const PLURALS = `
president | presidents, heads of states
leader | leaders
head-of-state | heads of state, state leaders
prime-minister | prime ministers, premiers, chancellors, heads of government
foreign-minister | foreign ministers, top diplomats, ministers of foreign affairs
defence-minister | defence ministers, defense ministers, ministers of defence
monarch | kings, monarchs
counterpart | counterparts, colleagues, interlocutors
side | sides, parties
politician | politicians, statesmen
state | countries, nations, powers, states, capitals
delegation | delegations, teams
national-security-adviser | national security advisers, national security advisors
`;

export interface RoleForm {
  role: Role;
  plural: boolean;
  /** The words of the form. */
  words: string[];
}

const byFirstWord = new Map<string, RoleForm[]>();
const byKey = new Map<string, Role>();

function addForm(role: Role, form: string, plural: boolean): void {
  const words = form.trim().split(" ");
  const first = words[0] ?? "";
  const forms = byFirstWord.get(first) ?? [];
  forms.push({ role, plural, words });
  byFirstWord.set(first, forms);
}

for (const line of ROLES.trim().split("\n")) {
  const [key = "", sort = "", rank = "", forms = ""] = line.split(" | ");
  const role: Role = { key, sort: sort as RoleSort, rank: Number(rank) };
  byKey.set(key, role);
  for (const form of forms.split(", ")) {
    const plural = sort === "unnamed" && form.endsWith("s");
    addForm(role, form, plural || form.startsWith("people"));
  }
}
const STATES: Role = { key: "state", sort: "body", rank: 0 };
byKey.set("state", STATES);
for (const line of PLURALS.trim().split("\n")) {
  const [key = "", forms = ""] = line.split(" | ");
  const role = byKey.get(key);
  if (role) for (const form of forms.split(", ")) addForm(role, form, true);
}
for (const forms of byFirstWord.values()) forms.sort((a, b) => b.words.length - a.words.length);

/** Forms that start with this folded word, longest first. */
export function roleFormsFrom(firstWord: string): readonly RoleForm[] {
  return byFirstWord.get(firstWord) ?? [];
}

export function roleOf(key: string): Role | null {
  return byKey.get(key) ?? null;
}

/** The role that a whole label names: "Minister of Foreign Affairs" is `foreign-minister`; `null` for none. */
export function roleOfLabel(label: string): Role | null {
  const words = label.toLowerCase().replaceAll("-", " ").split(" ");
  for (const form of roleFormsFrom(words[0] ?? "")) {
    if (form.words.length === words.length && form.words.every((word, at) => word === words[at]))
      return form.role;
  }
  return null;
}
