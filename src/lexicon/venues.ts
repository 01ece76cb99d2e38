/**
 * Cities where diplomacy is done: capitals and seats of organisations, a line
 * a region. A city that is here can be the venue of a track or a meeting.
 *
 * Known miss: a village or resort that hosts talks once ("Camp David" is here,
 * the next one is not).
 */

const NAMES = `
Geneva|Vienna|Brussels|The Hague|New York|Washington|Moscow|London|Paris|Berlin|Rome|Madrid|Lisbon|Dublin|Oslo
Stockholm|Helsinki|Copenhagen|Reykjavik|Tallinn|Riga|Vilnius|Warsaw|Prague|Bratislava|Budapest|Bucharest|Sofia
Belgrade|Zagreb|Ljubljana|Sarajevo|Skopje|Tirana|Podgorica|Pristina|Athens|Ankara|Istanbul|Antalya|Nicosia|Valletta
Bern|Zurich|Lausanne|Lugano|Davos|Montreux|Munich|Hamburg|Bonn|Strasbourg|Luxembourg|Monaco|Milan|Venice|Barcelona
Kyiv|Kiev|Minsk|Chisinau|Tbilisi|Yerevan|Baku|Sochi|St Petersburg|Saint Petersburg|St. Petersburg|Kazan|Vladivostok|Gomel|Brest
Astana|Nur-Sultan|Almaty|Tashkent|Samarkand|Bishkek|Dushanbe|Ashgabat|Kabul|Islamabad|New Delhi|Delhi|Dhaka|Kathmandu|Colombo
Beijing|Shanghai|Hong Kong|Tokyo|Hiroshima|Osaka|Seoul|Pyongyang|Panmunjom|Taipei|Ulaanbaatar|Hanoi|Bangkok|Singapore|Jakarta|Bali
Kuala Lumpur|Manila|Phnom Penh|Vientiane|Yangon|Naypyidaw|Bandar Seri Begawan|Canberra|Sydney|Wellington
Doha|Riyadh|Jeddah|Abu Dhabi|Dubai|Muscat|Manama|Kuwait City|Baghdad|Erbil|Tehran|Damascus|Beirut|Amman|Jerusalem|Ramallah|Tel Aviv
Cairo|Sharm El-Sheikh|Sharm el-Sheikh|Tripoli|Tunis|Algiers|Rabat|Khartoum|Addis Ababa|Nairobi|Kampala|Kigali|Mogadishu|Djibouti
Pretoria|Johannesburg|Cape Town|Luanda|Abuja|Lagos|Accra|Dakar|Bamako|Kinshasa|Lusaka|Harare|Dar es Salaam|Entebbe
Ottawa|Mexico City|Havana|Bogota|Bogotá|Caracas|Lima|Santiago|Buenos Aires|Brasilia|Brasília|Rio de Janeiro|La Paz|Quito|Montevideo|Panama City|San José
Camp David|Wilmington|Malta|Oman|Alaska|Anchorage|Hanover|Normandy|Rambouillet|Dayton|Oslo|Potsdam|Yalta|Minsk
`;

/** Names by their first word, longest first. */
export const venuesByFirst: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const found = new Map<string, (readonly string[])[]>();
  for (const name of new Set(NAMES.trim().split(/[|\n]/))) {
    const parts = name.split(" ");
    const first = parts[0] ?? "";
    found.set(
      first,
      [...(found.get(first) ?? []), parts].sort((a, b) => b.length - a.length),
    );
  }
  return found;
})();
