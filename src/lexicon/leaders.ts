/**
 * Who leads: which office is meant by "the leader" of a state, and which by the
 * head of a house or organisation. A line a group of states.
 *
 * Left out are states where two offices have a claim (Iran, Vietnam, Saudi
 * Arabia, Lebanon, Switzerland): there nobody is meant by the list alone.
 */

const LINES = `
prime-minister GBR DEU JPN IND ITA ESP CAN AUS NZL NLD BEL DNK SWE NOR ISL POL CZE SVK HUN GRC PRT IRL ISR PAK BGD
prime-minister ETH IRQ THA MYS SGP KHM ARM GEO ALB BGR HRV SVN EST LVA MKD XKX AUT LUX MLT NPL LAO FJI PNG JAM LBY
president RUS USA FRA UKR CHN TUR KOR BLR KAZ UZB KGZ TJK TKM AZE FIN ROU LTU SRB CYP MDA EGY SYR DZA TUN ZAF NGA
president KEN RWA UGA SEN GHA CIV COD COG AGO MOZ ZMB ZWE TZA CMR TCD CAF MLI NER BFA GIN SDN SSD SOM DJI ERI NAM
president BWA BRA ARG CHL COL PER ECU BOL PRY URY VEN CUB NIC MEX GTM HND SLV CRI PAN DOM IDN PHL MNG TWN LKA MDV
president ARE YEM PSE AFG ABH OST
monarch JOR BHR QAT KWT OMN MAR BRN SWZ
supreme-leader PRK
secretary-general NATO UN OSCE CSTO ASEAN LAS SCO OIC GCC COE OPEC
director-general IAEA WHO WTO OPCW IMF
pope VAT
`;

const leaders = new Map<string, string>();
for (const line of LINES.trim().split("\n")) {
  const [key = "", ...sides] = line.split(" ");
  for (const side of sides) leaders.set(side, key);
}

/** Key of the office that leads this state or organisation; `null` where none does alone. */
export function leadingOfficeOf(side: string): string | null {
  return leaders.get(side) ?? null;
}

/** Offices by the organ that their holder heads: "the Kremlin chief", "the Pentagon chief". */
export const HEADS: Record<string, string> = {
  presidency: "president",
  "foreign-ministry": "foreign-minister",
  "defence-ministry": "defence-minister",
  "prime-ministers-office": "prime-minister",
  "security-council": "security-council-secretary",
};

/** Offices of those who speak for an organ. */
export const SPOKESMEN: Record<string, string> = {
  presidency: "press-secretary",
  "foreign-ministry": "foreign-ministry-spokesperson",
  "defence-ministry": "defence-ministry-spokesperson",
  government: "government-spokesperson",
  "security-council": "security-council-spokesperson",
};
