/** PLACEHOLDER contract, to be replaced by the owner of this file. */

/** The list of actors with names, kinds and dated offices, looked up by words. */
export interface Gazetteer {
  /** SHA-256 of the list, for `Reader.actors`. */
  hash: string;
}

export function gazetteerFrom(tsv: string, hash: string): Gazetteer {
  void tsv;
  return { hash };
}
