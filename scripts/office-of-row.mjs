/**
 * Which office a row of terms.tsv tells of: its label, made plain where the
 * source uses one label for two offices.
 */

/** The label under which an office is kept. `officeKeyOf` is the lexicon's. */
export function officeLabelOf(row, officeKeyOf) {
  const label = row.position;
  // India's and Pakistan's top civil servants stand in the source beside their ministers.
  if (row.iso3 === "IND" && label === "Minister of Foreign Affairs") return "Permanent Foreign Secretary";
  if (row.iso3 === "PAK" && label === "Foreign Secretary") return "Permanent Foreign Secretary";
  // A junior minister everywhere but in Washington and the Vatican.
  if (label === "Secretary of State" && row.iso3 !== "USA" && row.iso3 !== "VAT") return "State Secretary";
  if (row.class === "head_of_state" && /^(monarch|king|queen|emperor)$/i.test(label)) return "Monarch";
  if (row.class === "head_of_government" && row.iso3 !== "CHE" && officeKeyOf(label) !== "prime-minister")
    return "Prime Minister";
  if (row.class === "foreign_minister" && officeKeyOf(label) !== "foreign-minister")
    return "Minister of Foreign Affairs";
  return label;
}
