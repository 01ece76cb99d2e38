/**
 * Demonyms: adjectives and people of each state, a line a state, by ISO 3166
 * code. Adjectives first, after the bar the nouns for its people.
 *
 * Known miss: one word for two states answers the first line here ("Guinean",
 * "Dominican", "Congolese", "Nigerien" is safe but "Samoan" is not).
 */

const LINES = `
AFG Afghan | Afghans
ALB Albanian | Albanians
DZA Algerian | Algerians
AND Andorran | Andorrans
AGO Angolan | Angolans
ATG Antiguan | Antiguans
ARG Argentine, Argentinian, Argentinean | Argentines, Argentinians
ARM Armenian | Armenians
AUS Australian, Aussie | Australians
AUT Austrian | Austrians
AZE Azerbaijani, Azeri | Azerbaijanis, Azeris
BHS Bahamian | Bahamians
BHR Bahraini | Bahrainis
BGD Bangladeshi | Bangladeshis
BRB Barbadian | Barbadians
BLR Belarusian, Belarussian, Byelorussian | Belarusians, Belarussians
BEL Belgian | Belgians
BLZ Belizean | Belizeans
BEN Beninese | Beninese
BTN Bhutanese | Bhutanese
BOL Bolivian | Bolivians
BIH Bosnian, Bosnian-Herzegovinian | Bosnians
BWA Botswanan | Botswanans
BRA Brazilian | Brazilians
BRN Bruneian | Bruneians
BGR Bulgarian | Bulgarians
BFA Burkinabe, Burkinabé | Burkinabe
BDI Burundian | Burundians
CPV Cape Verdean | Cape Verdeans
KHM Cambodian | Cambodians
CMR Cameroonian | Cameroonians
CAN Canadian | Canadians
CAF Central African | Central Africans
TCD Chadian | Chadians
CHL Chilean | Chileans
CHN Chinese | Chinese
COL Colombian | Colombians
COM Comorian, Comoran | Comorians
COD Congolese | Congolese
CRI Costa Rican | Costa Ricans
CIV Ivorian | Ivorians
HRV Croatian, Croat | Croatians, Croats
CUB Cuban | Cubans
CYP Cypriot, Greek Cypriot | Cypriots
CZE Czech | Czechs
DNK Danish | Danes
DJI Djiboutian | Djiboutians
DOM Dominican | Dominicans
ECU Ecuadorian, Ecuadorean | Ecuadorians
EGY Egyptian | Egyptians
SLV Salvadoran, Salvadorean | Salvadorans
GNQ Equatorial Guinean, Equatoguinean | Equatorial Guineans
ERI Eritrean | Eritreans
EST Estonian | Estonians
SWZ Swazi | Swazis
ETH Ethiopian | Ethiopians
FJI Fijian | Fijians
FIN Finnish | Finns
FRA French | French, Frenchman, Frenchmen
GAB Gabonese | Gabonese
GMB Gambian | Gambians
GEO Georgian | Georgians
DEU German | Germans
GHA Ghanaian | Ghanaians
GRC Greek, Hellenic | Greeks
GRD Grenadian | Grenadians
GTM Guatemalan | Guatemalans
GIN Guinean | Guineans
GNB Bissau-Guinean | Bissau-Guineans
GUY Guyanese | Guyanese
HTI Haitian | Haitians
HND Honduran | Hondurans
HUN Hungarian | Hungarians
ISL Icelandic | Icelanders
IND Indian | Indians
IDN Indonesian | Indonesians
IRN Iranian | Iranians
IRQ Iraqi | Iraqis
IRL Irish | Irish, Irishman
ISR Israeli | Israelis
ITA Italian | Italians
JAM Jamaican | Jamaicans
JPN Japanese | Japanese
JOR Jordanian | Jordanians
KAZ Kazakh, Kazakhstani | Kazakhs
KEN Kenyan | Kenyans
PRK North Korean | North Koreans
KOR South Korean, Korean | South Koreans, Koreans
KWT Kuwaiti | Kuwaitis
KGZ Kyrgyz, Kirghiz, Kyrgyzstani | Kyrgyz
LAO Lao, Laotian | Laotians
LVA Latvian | Latvians
LBN Lebanese | Lebanese
LSO Basotho | Basotho
LBR Liberian | Liberians
LBY Libyan | Libyans
LIE Liechtenstein | Liechtensteiners
LTU Lithuanian | Lithuanians
LUX Luxembourgish, Luxembourgian | Luxembourgers
MDG Malagasy, Madagascan | Malagasy
MWI Malawian | Malawians
MYS Malaysian | Malaysians
MDV Maldivian | Maldivians
MLI Malian | Malians
MLT Maltese | Maltese
MHL Marshallese | Marshallese
MRT Mauritanian | Mauritanians
MUS Mauritian | Mauritians
MEX Mexican | Mexicans
FSM Micronesian | Micronesians
MDA Moldovan, Moldavian | Moldovans
MCO Monegasque, Monégasque | Monegasques
MNG Mongolian | Mongolians
MNE Montenegrin | Montenegrins
MAR Moroccan | Moroccans
MOZ Mozambican | Mozambicans
MMR Burmese | Burmese
NAM Namibian | Namibians
NRU Nauruan | Nauruans
NPL Nepali, Nepalese | Nepalis, Nepalese
NLD Dutch | Dutch, Dutchman
NZL Kiwi | New Zealanders
NIC Nicaraguan | Nicaraguans
NER Nigerien | Nigeriens
NGA Nigerian | Nigerians
MKD Macedonian, North Macedonian | Macedonians
NOR Norwegian | Norwegians
OMN Omani | Omanis
PAK Pakistani | Pakistanis
PLW Palauan | Palauans
PSE Palestinian | Palestinians
PAN Panamanian | Panamanians
PNG Papua New Guinean | Papua New Guineans
PRY Paraguayan | Paraguayans
PER Peruvian | Peruvians
PHL Philippine, Filipino | Filipinos
POL Polish | Poles
PRT Portuguese | Portuguese
QAT Qatari | Qataris
ROU Romanian | Romanians
RUS Russian | Russians
RWA Rwandan | Rwandans
KNA Kittitian | Kittitians
LCA Saint Lucian | Saint Lucians
VCT Vincentian | Vincentians
WSM Samoan | Samoans
SMR Sammarinese | Sammarinese
STP Santomean | Santomeans
SAU Saudi, Saudi Arabian | Saudis
SEN Senegalese | Senegalese
SRB Serbian, Serb | Serbs, Serbians
SYC Seychellois | Seychellois
SLE Sierra Leonean | Sierra Leoneans
SGP Singaporean | Singaporeans
SVK Slovak, Slovakian | Slovaks
SVN Slovenian, Slovene | Slovenes, Slovenians
SLB | Solomon Islanders
SOM Somali | Somalis
ZAF South African | South Africans
SSD South Sudanese | South Sudanese
ESP Spanish | Spaniards, Spaniard
LKA Sri Lankan | Sri Lankans
SDN Sudanese | Sudanese
SUR Surinamese | Surinamese
SWE Swedish | Swedes
CHE Swiss | Swiss
SYR Syrian | Syrians
TWN Taiwanese | Taiwanese
TJK Tajik, Tadjik, Tajikistani | Tajiks
TZA Tanzanian | Tanzanians
THA Thai | Thais
TLS Timorese, East Timorese | Timorese
TGO Togolese | Togolese
TON Tongan | Tongans
TTO Trinidadian | Trinidadians
TUN Tunisian | Tunisians
TUR Turkish | Turks
TKM Turkmen | Turkmens
TUV Tuvaluan | Tuvaluans
UGA Ugandan | Ugandans
UKR Ukrainian | Ukrainians
ARE Emirati | Emiratis
GBR British | Britons, Brits, British
USA American | Americans
URY Uruguayan | Uruguayans
UZB Uzbek, Uzbekistani | Uzbeks
VUT Ni-Vanuatu, Vanuatuan | Ni-Vanuatu
VAT Papal |
VEN Venezuelan | Venezuelans
VNM Vietnamese | Vietnamese
YEM Yemeni | Yemenis
ZMB Zambian | Zambians
ZWE Zimbabwean | Zimbabweans
XKX Kosovan, Kosovar | Kosovars, Kosovans
ABH Abkhaz, Abkhazian | Abkhazians
OST South Ossetian, Ossetian | Ossetians
SUN Soviet | Soviets
DDR East German | East Germans
YUG Yugoslav | Yugoslavs
CSK Czechoslovak | Czechoslovaks
EU European | Europeans
`;

export interface Demonym {
  side: string;
  /** Whether it is the people ("Russians") rather than the adjective ("Russian"). */
  people: boolean;
}

/** Calls back for each demonym, with its words as written. */
export function eachDemonym(tell: (words: string, demonym: Demonym) => void): void {
  for (const line of LINES.trim().split("\n")) {
    const side = line.slice(0, line.indexOf(" "));
    const [adjectives = "", people = ""] = line.slice(side.length + 1).split("|");
    for (const word of adjectives.split(","))
      if (word.trim() !== "") tell(word.trim(), { side, people: false });
    for (const word of people.split(",")) if (word.trim() !== "") tell(word.trim(), { side, people: true });
  }
}
