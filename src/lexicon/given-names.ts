/**
 * Given names: which stand for each other, and which are women's.
 *
 * A line a name: the key first, then keys of names used for the same person, as
 * `nameKeyOf` writes them (y is i, doubled letters are one). A person found as
 * "Joseph Biden" is the "Joe Biden" of the list.
 *
 * Known miss: names of both genders (Kim, Andrea, Jean) are in neither list.
 */

const SAME = `
jo josef
victor viktor
mike michal mihail miheil mihailo
alexandr alexander alexandre aliaxandr olexandr alexandar sandro
vladimir volodimir uladzimir
dmitri dmitro dzmitri dimitri
nikolai mikola mikalai nicolai
sergei serhi sergi siarhei
andrei andri
pavel pavlo pavol
evgeni evhen iauheni
oleg oleh aleh
igor ihor
georgi heorhi giorgi
yuri yurii
grigori hrihori
muhamad mohamad mohamed muhamed mehmet mahomed
husein husain hosein
ahmad ahmed
abdela abdalah abdula abdulah abdolah
abdel abdul abdol abd
antoni toni anton anthoni
benjamin biniamin bibi beni
bil wiliam wil
bob robert rob
dick richard rick
jim james jimi
jack john jon
tom tomas
ken keneth
ron ronald
don donald
dan daniel
dave david
steve steven stefen
ed edward
chris christofer
jen jenifer
liz elizabet elizabeth elisabeth
su susan
nick nicholas nikolas
pete peter
petro piotr
greg gregori
jef jefri
mat mathev
lindsei lindsai
recep rejep
jose josep
luis luiz
nicolas nikolas
catherin catherine katherine katarina catherina
`;

const WOMEN = `
aisha alexandra alice alicia alina amal amanda amina ana anastasia angela angeline anita ann anna annalena
anne annegret annika anniken antonia asma astrid avril barbara beata beatrice beatriz benita bettina birgit
bodil brenda bridget brigitte camila carla carmen carol carolina caroline catarina catherine cecilia celine
chantal charlotte chloe christina christine claudia clementine colette condoleezza corazon cristina dalia
daniela deborah delcy diana dilma dora dorothea dunja edith ekaterina elena eleni elina elisa elisabeth
eliza elizabeth ella ellen elvira emily emma erika erna esther eva evelyn fatima fatma federica fiona
florence francine gabriela geraldine gina giorgia gloria golda grace greta gro hala halimah hanan hanna
hannah heather helen helena helga helle hilary hillary hina ildiko ilze indira ine inga ingrid irena irene
irina isabel isabella isabelle ivanka jacinda jacqueline jane janet janice jeanine jeanne jelena jen
jennifer jessica jill joan joanna johanna josephine joyce judith julia juliana julie kaja kamala karen karin
karine karolina karoline katalin kate katerina katharina katherine kathleen kathy katrin katrina kayleigh
keiko khadija kolinda kristalina kristina laura layla leila lena leni leyla liliana linda linnea lisa
liudmila ljubica louise lucia lucy luisa lyudmila madeleine magdalena maia malala margaret margarita
margrethe maria mariam marie marina marine marion marit marjorie marta martha martine mary maryam maud
melanie melissa mercedes mette michelle milena miriam mirjana mona monica monika nadezhda nadia najla nancy
natalia natalie nataliya natasha neema nicola nikki nina nirmala noeleen nora norma octavia oksana olena
olga olha paola patricia paula pauline penny petra phumzile priti rachel raisa ramatoulaye rania raquel
rebecca regina rima rita roberta robinah rosa rose roxana roza ruth sabine sabrina sahle salome samantha
sandra sanna sara sarah sheikha sheila sheri shirley simone simonetta sonia sophia sophie stella stephanie
susan susana suzanne svetlana sviatlana sylvia sylvie tamara tanja tansu tarja tatiana tatyana teresa
theresa tina ursula valentina vanessa vera veronica veronika victoria viktoria viola violeta virginia vjosa
wendy xiomara yelena yulia yuliya yvette yvonne zainab zhanna zinaida zuzana
`;

function groupsFrom(lines: string): Map<string, string> {
  const groups = new Map<string, string>();
  for (const line of lines.trim().split("\n")) {
    const [head = "", ...others] = line.split(" ");
    for (const other of others) if (!groups.has(other)) groups.set(other, head);
  }
  return groups;
}

const same = groupsFrom(SAME);
const women = new Set(WOMEN.trim().split(/\s+/));

/** The key that stands for all short and foreign forms of a given name's key. */
export function givenNameOf(key: string): string {
  return same.get(key) ?? key;
}

/** Family names that only a woman bears: "Zakharova", "Tikhanovskaya". */
const WOMENS_FAMILY_NAMES = /(?:ova|eva|ina|skaya|skaia|tskaya|dottir)$/;

/** "f" when the folded given or family name is a woman's, else `null`: nothing shows a man as surely. */
export function genderOf(given: string, family: string): "f" | null {
  if (women.has(given)) return "f";
  return given.endsWith("a") && WOMENS_FAMILY_NAMES.test(family) ? "f" : null;
}
