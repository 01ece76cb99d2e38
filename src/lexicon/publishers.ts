/**
 * Publishers that tell something about a text: news agencies that a dateline
 * or credit may name, and official voices with their side. A line a publisher:
 * name, sort, side (an actor's id; "" for nobody's official voice), web hosts,
 * other names. Outlets that tell nothing more than their own name need no line.
 *
 * A state's news agency is not its official voice: what TASS writes is news.
 */

export type PublisherSort = "agency" | "official";

export interface Publisher {
  name: string;
  sort: PublisherSort;
  side: string | null;
  hosts: string[];
  aliases: string[];
}

const LINES = `
Reuters | agency | | reuters.com | Thomson Reuters
Associated Press | agency | | apnews.com | AP; The Associated Press
Agence France-Presse | agency | | afp.com | AFP
TASS | agency | | tass.com tass.ru | ITAR-TASS; Itar-Tass
RIA Novosti | agency | | ria.ru | RIA; RIA News
Sputnik | agency | | sputniknews.com sputnikglobe.com | Sputnik News
Interfax | agency | | interfax.com interfax.ru |
Interfax-Ukraine | agency | | interfax.com.ua |
Ukrinform | agency | | ukrinform.net |
UNIAN | agency | | unian.info unian.net |
BelTA | agency | | eng.belta.by | BELTA
Kazinform | agency | | inform.kz |
Trend | agency | | trend.az |
Azertac | agency | | azertag.az | AZERTAC
Armenpress | agency | | armenpress.am | ARMENPRESS
Xinhua | agency | | xinhuanet.com english.news.cn | Xinhua News Agency
Kyodo News | agency | | english.kyodonews.net | Kyodo
Jiji Press | agency | | | Jiji
Yonhap | agency | | en.yna.co.kr | Yonhap News Agency
KCNA | agency | | kcna.kp |
Anadolu Agency | agency | | aa.com.tr | AA; Anadolu
dpa | agency | | dpa.com | DPA; Deutsche Presse-Agentur
ANSA | agency | | ansa.it |
EFE | agency | | efe.com |
PAP | agency | | pap.pl |
ANP | agency | | anp.nl |
APA | agency | | apa.at |
Belga | agency | | belga.press |
MTI | agency | | mti.hu |
Tanjug | agency | | tanjug.rs |
Press Trust of India | agency | | ptinews.com | PTI
ANI | agency | | aninews.in | Asian News International
IRNA | agency | | irna.ir |
Tasnim | agency | | tasnimnews.com |
Petra | agency | | petra.gov.jo |
WAM | agency | | wam.ae |
Saudi Press Agency | agency | | spa.gov.sa | SPA
MENA | agency | | mena.org.eg |
Bernama | agency | | bernama.com |
Antara | agency | | antaranews.com | ANTARA
Bloomberg | agency | | bloomberg.com | Bloomberg News
United Press International | agency | | upi.com | UPI
PA Media | agency | | | Press Association
Kremlin | official | RUS | kremlin.ru en.kremlin.ru | The Kremlin; Presidential Executive Office; Presidential Executive Office of Russia; Kremlin press service; President of Russia
Russian Foreign Ministry | official | RUS | mid.ru | Ministry of Foreign Affairs of the Russian Federation; Ministry of Foreign Affairs of Russia; Russian MFA
White House | official | USA | whitehouse.gov bidenwhitehouse.archives.gov trumpwhitehouse.archives.gov obamawhitehouse.archives.gov georgewbush-whitehouse.archives.gov | The White House; White House Press Office
US Department of State | official | USA | state.gov | U.S. Department of State; Department of State; State Department; US State Department
US Department of Defense | official | USA | defense.gov | U.S. Department of Defense; Pentagon; The Pentagon
Office of the President of Ukraine | official | UKR | president.gov.ua | President of Ukraine
Ministry of Foreign Affairs of Ukraine | official | UKR | mfa.gov.ua |
10 Downing Street | official | GBR | | Downing Street; Prime Minister's Office, 10 Downing Street
UK Government | official | GBR | gov.uk | GOV.UK; Foreign, Commonwealth & Development Office; Foreign Office
Élysée | official | FRA | elysee.fr | Elysée; Elysee; Élysée Palace; Elysee Palace
French Foreign Ministry | official | FRA | diplomatie.gouv.fr |
German Federal Government | official | DEU | bundesregierung.de bundeskanzler.de | Federal Government of Germany; The Federal Government
German Federal Foreign Office | official | DEU | auswaertiges-amt.de | Federal Foreign Office
Chinese Foreign Ministry | official | CHN | fmprc.gov.cn mfa.gov.cn | Ministry of Foreign Affairs of the People's Republic of China
Prime Minister's Office of Japan | official | JPN | japan.kantei.go.jp kantei.go.jp | Kantei
Ministry of Foreign Affairs of Japan | official | JPN | mofa.go.jp |
Prime Minister's Office of India | official | IND | pmindia.gov.in |
Ministry of External Affairs of India | official | IND | mea.gov.in | Ministry of External Affairs
Presidency of Türkiye | official | TUR | tccb.gov.tr | Presidency of the Republic of Türkiye; Presidency of Turkey
Turkish Foreign Ministry | official | TUR | mfa.gov.tr |
Prime Minister of Israel | official | ISR | | Prime Minister's Office of Israel
Prime Minister of Canada | official | CAN | pm.gc.ca |
Italian Government | official | ITA | governo.it | Palazzo Chigi
President of Poland | official | POL | president.pl | Chancellery of the President of the Republic of Poland
President of Finland | official | FIN | presidentti.fi | Office of the President of the Republic of Finland
President of Belarus | official | BLR | president.gov.by |
President of Kazakhstan | official | KAZ | akorda.kz | Akorda
President of Azerbaijan | official | AZE | president.az |
Prime Minister of Armenia | official | ARM | primeminister.am |
`;

export const PUBLISHERS: readonly Publisher[] = LINES.trim().split("\n").map(publisherFrom);

function publisherFrom(line: string): Publisher {
  const [name = "", sort = "", side = "", hosts = "", aliases = ""] = line
    .split("|")
    .map((cell) => cell.trim());
  return {
    name,
    sort: sort === "official" ? "official" : "agency",
    side: side || null,
    hosts: hosts.split(" ").filter(Boolean),
    aliases: aliases
      .split(";")
      .map((alias) => alias.trim())
      .filter(Boolean),
  };
}

const BY_NAME = new Map(
  PUBLISHERS.flatMap((one) => [one.name, ...one.aliases].map((name) => [keyOf(name), one])),
);
const BY_HOST = new Map(PUBLISHERS.flatMap((one) => one.hosts.map((host) => [host, one])));

function keyOf(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ").trim();
}

/** The publisher of that name, or `null`: a whole name or alias, upper and lower case alike. */
export function publisherNamed(name: string): Publisher | null {
  return name.length > 100 ? null : (BY_NAME.get(keyOf(name)) ?? null);
}

/** The publisher whose site that host is, or a part of it ("en.kremlin.ru" for "kremlin.ru"). */
export function publisherAtHost(host: string): Publisher | null {
  const labels = host.toLowerCase().split(".").slice(-5);
  for (let from = 0; from < labels.length - 1; from++) {
    const found = BY_HOST.get(labels.slice(from).join("."));
    if (found) return found;
  }
  return null;
}
