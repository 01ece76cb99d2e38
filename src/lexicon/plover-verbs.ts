/**
 * Words that tell an event, with its root type and mode in the PLOVER ontology
 * (Halterman and others 2023), a line a family. Our own list, written from the
 * definitions of the types; it is not a copy of an event coder's dictionary.
 *
 *   ROOT mode  words  [: further words, one of which must stand near]
 *
 * A trailing `*` leaves the ending open. Families stand in order: of two that
 * begin at the same word the first that fits is taken, so narrow ones come
 * before wide ones.
 */

export type PloverRoot =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "COOPERATE"
  | "AID"
  | "CONCEDE"
  | "RETREAT"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT";

const LINES = `
THREATEN - threat* warn* vow* swore sworn ultimatum
THREATEN - caution* warn* : *
THREATEN - prepared ready : force war fight retaliat* strike attack military respond defend
THREATEN - issu* gave give : ultimatum warning

ACCUSE - summon* : ambassador* envoy* diplomat* charge*
ACCUSE - recall* : words remarks
ACCUSE - lodg* fil* deliver* hand* submit* : protest complaint lawsuit suit charges note
ACCUSE - bring brought press* fac* : charges
ACCUSE - protest* : to with against
ACCUSE - voic* express* vent* : anger outrage indignation concern alarm dismay displeasure regret disappointment criticism
ACCUSE - attack* : for stance policy policies statement decision handling
ACCUSE - violat* breach* infring* : airspace sovereignty rights waters border
ACCUSE - accus* blam* denounc* condemn* criticis* criticiz* censur* deplor* rebuk* decr* castigat* assail* slam*
ACCUSE - indict* prosecut* charg* alleg* su* : court crime* charge* war murder corrupt* support* violat* for against with of
ACCUSE - tried try tries trial : court crime* war murder corruption treason
ACCUSE - open* launch* order* began begin* : inquiry investigation probe
ACCUSE - investigat* prob* inquir* inspect* : *
ACCUSE - expos* complain* disapprov* scold* vilif* ridicul* insult*

REQUEST - demand* urg* insist* appeal* call* plead* request* pressed presses pressing pressured beg* implor* exhort* petition* : *
REQUEST - appeal* call* : for on to
REQUEST - want* need* : to more help aid
REQUEST - ask* seek* sought lobb* want* : *
REQUEST - must should ought : *
REQUEST - propos* suggest* recommend* advis* : *

REJECT - reject* refus* rebuff* spurn* declin* dismiss* oppose opposed opposes opposing veto* defy defied defies defying rul* : *
REJECT - turn* : down
REJECT - denied deny denies : request* permission access visa* land allocation aid entry asylum accreditation appeal* demand*
REJECT - no : intention plans interest talks question
REJECT - boycott* : talks meeting* summit* conference* negotiation* session*
SANCTION - walk* storm* pull* withdr* : talks negotiation* pact treaty agreement
REJECT - break broke broken violat* breach* : ceasefire truce agreement accord treaty law laws curfew
REJECT - ignor* disregard* : demand* warning* appeal* ultimatum

AGREE - invit* : *
AGREE - reach* struck strike* clinch* hammer* : agreement* accord* deal* understanding compromise settlement consensus ceasefire truce
AGREE - readiness willingness intention intent : *
AGREE - decid* plan* expect* intend* aim* hop* prepar* set : talk* negotiat* table return host resum* grant* visit meet* help* support* free release* lift* eas* open* withdraw* cooperat* aid join* attend*
AGREE - expressed signal* signall* indicat* declar* : readiness willingness intent intention desire interest
AID - offer* : shelter refuge asylum relief condolences
CONCEDE - agree* consent* : demand* autonomy independence
AGREE - agree* offer* pledg* promis* ready willing prepared consent* guarante* commit* approv* assur* : *
AGREE - accept* : invitation proposal plan offer talks mediat* ceasefire resolution

COOPERATE - ratif* : *
SUPPORT - sent send* conve* : condolence* sympath* greetings message* congratulations
SUPPORT - vot* : favor favour for
SUPPORT - approv* adopt* pass* : agreement* accord* treaty bill plan resolution
COOPERATE - sell* sold export* : to
COOPERATE - bought buy* purchas* import* : from
COOPERATE - paid repaid repay* settl* : debt* arrears bill compensation
COOPERATE - open* creat* establish* set launch* form* : joint zone link* corridor commission
SUPPORT - sign* initial* conclud* : agreement* accord* treaty treaties pact* protocol* memorandum contract* deal declaration
SUPPORT - upgrad* restor* establish* normalis* normaliz* resum* open* : ties relations embass* diplomatic consulate
SUPPORT - welcom* prais* hail* applaud* commend* defend* endors* back* congratul* thank* salut* laud* : *
SUPPORT - express* voic* : support solidarity gratitude condolence* sympath* appreciation confidence satisfaction
SUPPORT - apolog* forgiv* forgave recognis* recogniz* sympathis* sympathiz* condol* : *
SUPPORT - support* rall* campaign* : *

CONSULT phone spoke speak* talk* contact* : phone telephone telephoned
CONSULT - consider* weigh* stud* examin* review* : offer* propos* plan* request* option*
CONSULT - spoke speak* : with to
CONSULT phone phon* telephon* : *
CONSULT phone call* : phone telephone
CONSULT third-party mediat* broker* : *
CONSULT visit left leave* : talk* visit for meeting* trip tour
CONSULT - sat sit* met gather* : talk* table negotiat* discuss*
CONSULT - comment* : *
CONSULT visit visit* arriv* travel* flew fly flies : *
CONSULT - met meet* met host* receiv* greet* welcom* confer* : *
CONSULT third-party return* resum* : talk* negotiation*
CONSULT - held hold* open* began begin* start* attend* : talk* meeting* discussion* consultation* negotiation* summit conference session
CONSULT - discuss* negotiat* consult* talk* : *

RETREAT resign resign* abdicat* : *
RETREAT resign step* : down
AID - evacuat* airlift* : wounded civilian* refugee* victims nationals citizens casualties
SANCTION - withdr* recall* pull* : envoy* ambassador* diplomat* staff mission
RETREAT withdraw withdr* pull* evacuat* retreat* vacat* : troop* force* soldier* arm* settlement* unit* from position* post* observer* monitors
RETREAT release releas* free freed freeing : prisoner* hostage* captive* detainee* from soldier* journalist* opposition leader* civilian*
RETREAT ceasefire ceasefire truce : declar* observ* announc* began
RETREAT disarm laid lay lays dismantl* destroy* hand* turn* : weapons arms missiles arsenal
RETREAT disarm disarm* demobilis* demobiliz* surrender* : *
RETREAT ceasefire declar* announc* order* observ* proclaim* : ceasefire cease-fire truce
RETREAT release set : free
RETREAT return return* hand* give* gave : back territory captured occupied land seized property strip : territory captured occupied land seized property

CONCEDE - lift* eas* relax* repeal* end ends ended ending : curfew* ban* sanction* embargo* blockade* measure* restriction* emergency siege censorship martial
CONCEDE - reopen* re-open* : border* crossing* airport office* embassy
CONCEDE - scrap* abolish* drop* remov* rescind* revok* cancel* : ban* restriction* charges curfew tariff* duties censorship law* quota*
CONCEDE - restor* : freedom* rights press democracy constitution service* parliament
CONCEDE - allow* permit* let grant* : access inspect* return entry opposition right* amnesty autonomy independence concession* observers election*
CONCEDE - legalis* legaliz* amnest* pardon* commut* : *
CONCEDE - yield* conced* back* gave give* : demand* pressure concession*
CONCEDE - accept* bow* meet met : demand* condition*
CONCEDE - dismiss* fir* replac* sack* : minister* commander* official* chief general

AID - grant* : asylum loan* credit* aid assistance refuge
AID - gave give* giving : million billion aid assistance loan* food money arms weapon* medicine* grant* tons tonnes
AID - suppl* provid* send* sent deliver* donat* ship* give* gave extend* dispatch* air-lift* airlift* contribut* : aid assistance relief food medic* loan* credit* money fund* weapon* arms equipment peacekeep* shelter grain humanitarian million asylum refugee*
AID - wrote writ* forgave forgiv* cancel* reschedul* : debt*
AID - treat* vaccinat* feed* fed car* : wounded refugee* victims injured patients
AID - escort* protect* guard* secur* : convoy* refugee* aid civilian*
AID - shelter* rescu* finance* fund* : *

COOPERATE - resum* increas* boost* expand* : trade export* import* cooperation flight* supplies deliveries
COOPERATE - joint : exercis* maneuver* manoeuvr* patrol* operation* venture* project*
COOPERATE - exchang* swap* : prisoner* information data students
COOPERATE - cooperat* co-operat* collaborat* extradit* shar* trad* : *
COOPERATE - hand* : over

SANCTION - expel* : *
SANCTION - declar* : persona
SANCTION - recall* withdr* : ambassador* envoy* diplomat* staff
SANCTION - ban* bar* prohibit* : import* export* flight* trade goods fish beef products
SANCTION - impos* tighten* slap* enforc* extend* : sanction* embargo* blockade boycott tariff* restriction*
SANCTION - break* broke sever* cut* suspend* suspension halt* stop* freez* froz* froze cancel* reduc* downgrad* ban* clos* end ended ending postpon* discontinu* withh* delay* block* call* : relation* ties link* talk* negotiation* asset* account* funds ambassador* gas oil suppl* contact* aid assistance trade import* export* flight* mediat* cooperat* embass* consulate* visit* loan* credit* membership agreement* treaty contract* air off
COERCE deport deport* : *
SANCTION - boycott* embargo* blacklist* convict* sentenc* : *

COERCE martial-law impos* declar* extend* introduc* : curfew martial emergency
COERCE restrict tighten* impos* restrict* clos* seal* : restriction* censor* border* blockade naval media radio newspaper* checkpoint* roads university universities
COERCE ban ban* outlaw* prohibit* : *
COERCE detain took take* taken hold held hold* : hostage* prisoner captive custody
ASSAULT heavy-weapons captur* seiz* : town village* city cities island base* airport territory hill* positions province district
COERCE detain arrest* detain* kidnap* abduct* jail* imprison* seiz* captur* round* captiv* hostage* intern* : *
COERCE seize confiscat* expropriat* nationalis* nationaliz* raid* : *
COERCE - crippl* disabl* jam* : grid network* website* computer* broadcast*
COERCE withhold censor* harass* repress* crack* dispers* evict* cyber* hack* : *

PROTEST strike down* : tools
PROTEST demo took take* taking pour* spill* fill* : streets street square
PROTEST strike went go goes going began begin* staged stage call* : strike strikes walkout fast
PROTEST demo held hold* staged stage* : rally rallies demonstration* march protest* sit-in vigil
PROTEST riot protester* demonstrator* student* crowd* : clash* stone* riot* threw hurl* burn* torch*
PROTEST demo demonstrat* march* rall* picket* protest* gather* : *
PROTEST strike strike* struck walkout* shun* : work worker* general labour labor job* union* hunger
PROTEST strike stopp* refus* : work
PROTEST riot riot* loot* rampag* : *
PROTEST obstruct block* barricad* obstruct* : road* bridge* street* highway* border* traffic railway* port* entrance
PROTEST boycott boycott* : election* school* classes

MOBILIZE troops deploy* mobilis* mobiliz* mass* reinforc* strengthen* amass* dispatch* concentrat* mov* sent send* increas* put place* : troop* force* soldier* army navy warship* tank* unit* militar* police border alert reservist* missile* jets ships fleet
MOBILIZE troops call* : reserv* up conscripts
MOBILIZE weapons test-fir* : *
MOBILIZE weapons test* launch* : missile* nuclear weapon*
MOBILIZE troops alert exercis* maneuver* manoeuvr* : militar* troop* naval army

ASSAULT heavy-weapons exchang* trad* : fire gunfire shots
ASSAULT heavy-weapons shell* fir* : artillery rocket* mortar* missile* shells
ASSAULT suicide-attack suicide : bomb* attack*
ASSAULT assassinate assassinat* : *
ASSAULT torture tortur* : *
ASSAULT sexual rap* : women woman girl*
ASSAULT heavy-weapons shell* bombard* : *
ASSAULT explosives bomb* explod* blew blast* detonat* : *
ASSAULT heavy-weapons helicopter* aircraft jets tank* artillery rocket* missile* gunship* warplane* planes : attack* kill* struck fir* raid* bomb* hit pound*
ASSAULT firearms shot shoot* gunfight gunbattle open* : fire dead kill* wound* police *
ASSAULT heavy-weapons retak* recaptur* overran overrun* invad* occup* captur* took take storm* : village* town* city cities territory base positions province airport island fight*
ASSAULT other ethnic genocid* massacr* slaughter* : *
ASSAULT - strafe* behead* hang* lynch* storm* sank sink* poison* rocket* : *
ASSAULT explosives bomb : off explod* blast
ASSAULT explosives went go* : off
ASSAULT - attack* kill* murder* fight* fought clash* battl* ambush* beat* assault* wound* injur* raid* stab* destroy* burn* execut* hit struck : *
`;

export interface PloverFamily {
  root: PloverRoot;
  mode: string | null;
  /** Words that must stand near; empty: none must. */
  near: readonly string[];
}

interface Lists {
  whole: Map<string, PloverFamily[]>;
  stems: Map<string, PloverFamily[]>;
}

const LISTS: Lists = listsOf(LINES);

/** Shortest and longest stem, in letters. */
const STEM = { shortest: 2, longest: 12 };

/** The families that a word (in lower case) belongs to, in order. */
export function ploverFamiliesOf(word: string): readonly PloverFamily[] {
  const known = FAMILIES.get(word);
  if (known) return known;
  if (FAMILIES.size >= MOST_WORDS) FAMILIES.clear();
  const found = familiesFrom(word);
  FAMILIES.set(word, found);
  return found;
}

/** Words met so far: a text says the same few thousand again and again. */
const FAMILIES = new Map<string, readonly PloverFamily[]>();
const MOST_WORDS = 10_000;

function familiesFrom(word: string): PloverFamily[] {
  const found: PloverFamily[] = [...(LISTS.whole.get(word) ?? [])];
  for (let n = Math.min(STEM.longest, word.length); n >= STEM.shortest; n--) {
    // "sued" is no form of "sugar": a stem of three letters takes a verb's endings only.
    if (n <= 3 && !/^.?(?:e?s|e?d|ing|ies|ied|y)?$/.test(word.slice(n))) continue;
    found.push(...(LISTS.stems.get(word.slice(0, n)) ?? []));
  }
  return found;
}

function listsOf(lines: string): Lists {
  const lists: Lists = { whole: new Map(), stems: new Map() };
  for (const line of lines.trim().split("\n")) {
    if (line.trim() === "") continue;
    const [left = "", right = "*"] = line.split(" : ");
    const [root = "", mode = "-", ...words] = left.trim().split(/\s+/);
    const near = right.trim().split(/\s+/);
    const family: PloverFamily = {
      root: root as PloverRoot,
      mode: mode === "-" ? null : mode,
      near: near.includes("*") ? [] : near,
    };
    for (const word of words) {
      const list = word.endsWith("*") ? lists.stems : lists.whole;
      const key = word.replace("*", "");
      list.set(key, [...(list.get(key) ?? []), family]);
    }
  }
  return lists;
}

export function fitsStem(word: string, stem: string): boolean {
  return stem.endsWith("*") ? word.startsWith(stem.slice(0, -1)) : word === stem;
}
