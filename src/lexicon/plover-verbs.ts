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
THREATEN - consider* weigh* mull* contemplat* plan* prepar* : sanction* strike* attack* retaliat* reprisal* embargo* tariff* invasion
THREATEN - brandish* menac* intimidat* : *
THREATEN - gave give* set : ultimatum deadline hours
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
ACCUSE - implicat* reproach* reprimand* reprov* upbraid* berat* chid* lambast* excoriat* revil* denigrat* impeach* : *
ACCUSE - took take* taken : court tribunal task
ACCUSE - point* : finger
ACCUSE - sued sue sues suing : *
ACCUSE - expos* complain* disapprov* scold* vilif* ridicul* insult*

MOBILIZE troops call* : reservist* conscript* reserves
SANCTION - call* : off
PROTEST strike call* : strike* walkout
REQUEST - demand* urg* insist* appeal* call* plead* request* pressed presses pressing pressured beg* implor* exhort* petition* : *
REQUEST - appeal* call* : for on to
REQUEST - want* need* : to more help aid
REQUEST - ask* seek* sought lobb* want* nudg* prod* prompt* entreat* adjur* enjoin* : *
REQUEST - must should ought : *
REQUEST - propos* suggest* recommend* advis* : *

REJECT - reject* refus* rebuff* spurn* declin* dismiss* snub* flout* resist* balk* repudiat* renounc* scorn* oppose opposed opposes opposing veto* defy defied defies defying rul* : *
REJECT - turn* : down
REJECT - denied deny denies denying : *
REJECT - denied deny denies : request* permission access visa* land allocation aid entry asylum accreditation appeal* demand*
REJECT - no : intention plans interest talks question
REJECT - brush* shrug* wav* : aside off
REJECT - vot* : against
REJECT - boycott* : talks meeting* summit* conference* negotiation* session*
SANCTION - walk* storm* pull* withdr* : talks negotiation* pact treaty agreement
REJECT - renege* backtrack* went : promise* pledge* word
REJECT - break broke broken violat* breach* : ceasefire truce agreement accord treaty law laws curfew
REJECT - ignor* disregard* : demand* warning* appeal* ultimatum

AGREE - invit* : *
AGREE - sign* : up on
AGREE - volunteer* undertook undertak* consent* acced* acquiesc* assent* : *
AGREE - open : to talks negotiation* dialogue mediation compromise
AGREE - held hold* extend* : olive out
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
SUPPORT - gave give* lend* lent throw* threw pledg* : backing support endorsement blessing weight
SUPPORT - grant* accord* confer* award* : recognition medal order citizenship statehood
SUPPORT - pay* paid : tribute homage
SUPPORT - appoint* nam* : ambassador envoy
SUPPORT - lodg* rais* upgrad* : embassy level relations
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

AID - flew fly flies flying ferr* airdrop* dropp* : tonnes tons medicine* food supplies aid relief blankets tents doctors water parcels
SUPPORT - spoke speak* came come* : defence defense favour favor support
CONSULT phone spoke speak* talk* contact* : phone telephone telephoned
CONSULT - consider* weigh* stud* examin* review* : offer* propos* plan* request* option*
CONSULT - spoke speak* : with to
CONSULT phone phon* telephon* : *
CONSULT phone call* : phone telephone
CONSULT phone rang ring* : *
CONSULT third-party shuttl* arbitrat* interced* interven* : between talks truce dispute
CONSULT - sent send* dispatch* : envoy* delegation* emissary negotiator* mission
CONSULT - exchang* : views letters notes messages opinions
CONSULT third-party mediat* broker* : *
CONSULT visit left leave* : talk* visit for meeting* trip tour
CONSULT - sat sit* met gather* conven* : talk* table negotiat* discuss* consult* council summit session
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
RETREAT withdraw left leave* leaving depart* : troop* soldier* forces base* garrison peacekeeper* barracks
RETREAT withdraw lift* end ended ends : siege blockade occupation
RETREAT withdraw withdr* pull* evacuat* retreat* vacat* : troop* force* soldier* arm* settlement* unit* from position* post* observer* monitors
RETREAT release freed : *
RETREAT release let : go
COOPERATE - releas* : statement report* document* figure* fund* data film* money
RETREAT release releas* : *
RETREAT release releas* free frees freeing : pilot* crew* sailor* activist* engineer* worker* women men children dissident* suspect* fighter* captive* tourist* priest* student* teacher* doctor* reporter* editor* lawyer* fishermen nationals citizens soldiers
RETREAT release releas* free freed freeing : prisoner* hostage* captive* detainee* from soldier* journalist* opposition leader* civilian*
RETREAT ceasefire ceasefire truce : declar* observ* announc* began
RETREAT resign quit quits : post office government cabinet job president* minister*
RETREAT resign stood stand stands : down
RETREAT disarm scrapp* scrap decommission* dismantl* destroy* : missile* warhead* weapon* stockpile* silo* chemical
RETREAT disarm laid lay lays dismantl* destroy* hand* turn* : weapons arms missiles arsenal
RETREAT disarm disarm* demobilis* demobiliz* surrender* : *
RETREAT ceasefire declar* announc* order* observ* proclaim* : ceasefire cease-fire truce
RETREAT release set : free
RETREAT return return* hand* give* gave : back territory captured occupied land seized property strip : territory captured occupied land seized property

CONCEDE - scrap* abolish* annul* overturn* revers* shelv* suspend* postpon* withdr* drop* repeal* rescind* : tax* law* bill decree* decision increase* rise reform* fee* price*
CONCEDE - gave give gives giving caved cave : in way
CONCEDE - unblock* unfroze unfreez* unseal* : *
CONCEDE - held hold* call* announc* : election* referendum
CONCEDE - rehabilitat* reinstat* : *
CONCEDE - lift* eas* relax* repeal* end ends ended ending : curfew* ban* sanction* embargo* blockade* measure* restriction* emergency siege censorship martial
CONCEDE - reopen* re-open* : border* crossing* airport office* embassy
CONCEDE - scrap* abolish* drop* remov* rescind* revok* cancel* : ban* restriction* charges curfew tariff* duties censorship law* quota*
CONCEDE - restor* : freedom* rights press democracy constitution service* parliament
CONCEDE - grant* : access inspect* return entry opposition right* amnesty autonomy independence concession* observers election*
CONCEDE - allow* permit* let : hold enter visit return run publish march vote travel leave back exile* opposition
CONCEDE - legalis* legaliz* amnest* pardon* commut* : *
CONCEDE - yield* conced* back* gave give* : demand* pressure concession*
CONCEDE - accept* bow* meet met : demand* condition*
CONCEDE - dismiss* fir* replac* sack* : minister* commander* official* chief general

AID - wrote writ* cancel* waiv* forgave forgiv* reschedul* : debt* owe* owes owed loan* arrears
AID - deliver* suppl* hand* donat* ship* transferr* equip* arm arms armed : armoured armored vehicles ammunition rifles tanks helicopters trucks guns missiles blankets generators fuel wheat rice vaccines
AID - train* : troops soldiers army police recruits officers pilots
AID - took take* taking : in refugee* migrants
AID - host* shelter* hous* admit* accept* resettl* : refugee* migrants displaced evacuees
AID - bail* : out
AID - brought bring* carri* carry* : flour milk food medicine* aid blankets supplies relief water
AID - pledg* promis* : million billion
AID - heal* nurs* rescu* : *
AID - grant* : asylum loan* credit* aid assistance refuge
AID - gave give* giving : million billion aid assistance loan* food money arms weapon* medicine* grant* tons tonnes
AID - suppl* provid* send* sent deliver* donat* ship* give* gave extend* dispatch* air-lift* airlift* contribut* : aid assistance relief food medic* loan* credit* money fund* weapon* arms equipment peacekeep* shelter grain humanitarian million asylum refugee*
AID - wrote writ* forgave forgiv* cancel* reschedul* : debt*
AID - treat* vaccinat* feed* fed car* : wounded refugee* victims injured patients
AID - escort* protect* guard* secur* : convoy* refugee* aid civilian*
AID - shelter* rescu* finance* fund* : *

COOPERATE - carr* conduct* held hold* stag* launch* mount* ran run began begin* complet* : joint combined
COOPERATE - team* pool* coordinat* co-ordinat* partner* : *
COOPERATE - resum* increas* boost* expand* : trade export* import* cooperation flight* supplies deliveries
COOPERATE - joint : exercis* maneuver* manoeuvr* patrol* operation* venture* project*
COOPERATE - exchang* swap* : prisoner* information data students spies scholars bodies
COOPERATE - sent send* return* : wanted fugitive* suspect* back
COOPERATE - pump* : gas oil water
COOPERATE - gave give* grant* : access files records
COOPERATE - hand* : suspect* fugitive* wanted banker
COOPERATE - provid* gave give* pass* : intelligence information evidence data
COOPERATE - cooperat* co-operat* collaborat* extradit* shar* trad* : *
COOPERATE - hand* : over

SANCTION - expel* eject* : *
SANCTION - strip* : of citizenship visa* accreditation membership
SANCTION - revok* cancel* rescind* annul* : visa* licen* agreement* treaty contract* accreditation
SANCTION - withh* : aid payment* fund* dues
SANCTION - declar* : persona
SANCTION - recall* withdr* : ambassador* envoy* diplomat* staff
SANCTION - ban* bar* prohibit* : import* export* flight* trade goods fish beef products
SANCTION - impos* tighten* slap* enforc* extend* : sanction* embargo* blockade boycott tariff* restriction*
SANCTION - break* broke sever* cut* suspend* suspension halt* stop* freez* froz* froze cancel* reduc* downgrad* ban* clos* end ended ending postpon* discontinu* withh* delay* block* call* : relation* ties link* talk* negotiation* asset* account* funds ambassador* gas oil suppl* contact* aid assistance trade import* export* flight* mediat* cooperat* embass* consulate* visit* loan* credit* membership agreement* treaty contract* air off
COERCE deport deport* : *
SANCTION - boycott* embargo* blacklist* convict* sentenc* : *

COERCE martial-law impos* declar* extend* introduc* : curfew martial emergency
COERCE restrict shut* clos* silenc* tak* took : newspaper* station* website* magazine* broadcaster* channel paper daily school* church* mosque* offices
COERCE detain plac* put puts : arrest
COERCE - broke break* : computer* network* server* email* account*
COERCE restrict confin* bar* : house home movement travel
COERCE restrict tighten* impos* restrict* clos* seal* : restriction* censor* border* blockade naval media radio newspaper* checkpoint* roads university universities
COERCE ban ban* outlaw* prohibit* : *
COERCE detain took take* taken hold held hold* : hostage* prisoner captive custody
ASSAULT heavy-weapons captur* seiz* : town village* city cities island base* airport territory hill* positions province district
COERCE detain round* : up
COERCE detain hijack* : *
COERCE detain took take* taken : away custody
COERCE - hack* penetrat* knock* : server* computer* network* site* grid offline
COERCE - flogg* whipp* tear-gas* club* : *
COERCE detain arrest* detain* kidnap* abduct* jail* imprison* seiz* captur* captiv* hostage* intern* : *
COERCE seize confiscat* expropriat* nationalis* nationaliz* raid* : *
COERCE - crippl* disabl* jam* : grid network* website* computer* broadcast*
COERCE withhold censor* harass* repress* crack* dispers* evict* cyber* hack* : *

PROTEST strike down* : tools
PROTEST strike walk* : job work out
PROTEST strike laid lay : tools
PROTEST riot hurl* threw throw* pelt* toss* lob* : stone* rock* bottle* petrol molotov egg* paint firebomb*
PROTEST riot burn* torch* set : tyres tires effig* flag* cars barricades
PROTEST demo chant* wav* : slogan* flag* banner* placard*
PROTEST obstruct occup* : university campus square embassy offices factory
PROTEST strike stay* stop* : away work
PROTEST strike on : hunger strike
PROTEST hunger refus* : food meals
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
MOBILIZE troops put place* : alert readiness war footing
MOBILIZE troops scrambl* : jet* fighter* aircraft plane*
MOBILIZE troops took take* taking : positions position
MOBILIZE troops dispatch* sent send* : carrier* tanks jets paratroopers marines
MOBILIZE troops sent send* sail* steam* order* : fleet warship* carrier* destroyer* frigate* submarine*
MOBILIZE troops conscript* draft* recruit* : *
MOBILIZE weapons fir* launch* : rocket* satellite ballistic
MOBILIZE - fortif* dug dig* : border positions trenches line*
MOBILIZE weapons test-fir* : *
MOBILIZE weapons test* launch* : missile* nuclear weapon*
MOBILIZE troops alert exercis* maneuver* manoeuvr* : militar* troop* naval army

ASSAULT heavy-weapons exchang* trad* : fire gunfire shots
ASSAULT heavy-weapons shell* fir* : artillery rocket* mortar* missile* shells
ASSAULT suicide-attack suicide : bomb* attack*
ASSAULT assassinate assassinat* : *
ASSAULT torture tortur* : *
ASSAULT firearms gunned gun : down
ASSAULT heavy-weapons down* : plane* jet* helicopter* drone* aircraft airliner
ASSAULT heavy-weapons shot shoot* : down
ASSAULT other maul* maim* raz* rake* pound* crush* stab* knif* bludgeon* decapitat* detonat* : *
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
