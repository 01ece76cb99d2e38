/**
 * Sorted rows: a text of lines in code unit order, searched by halving.
 *
 * Nothing is cut open or indexed beforehand, so a list of any size costs only
 * its reading; a search takes some twenty glances.
 */

export interface SortedRows {
  /** The first row that starts so, whole; `null` when none does. */
  firstFrom(prefix: string): string | null;
  /** All rows that start so. */
  allFrom(prefix: string): string[];
}

export function sortedRows(text: string): SortedRows {
  /** Start of the first row that is not before the prefix. */
  function startOf(prefix: string): number {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : text.lastIndexOf("\n", middle - 1) + 1;
      if (text.slice(start, start + prefix.length) < prefix) {
        const next = text.indexOf("\n", middle);
        low = next < 0 ? text.length : next + 1;
      } else {
        high = start;
      }
    }
    return low;
  }

  function rowAt(start: number): string {
    const end = text.indexOf("\n", start);
    return text.slice(start, end < 0 ? text.length : end);
  }

  return {
    firstFrom(prefix) {
      const start = startOf(prefix);
      return text.startsWith(prefix, start) ? rowAt(start) : null;
    },
    allFrom(prefix) {
      const rows: string[] = [];
      for (let start = startOf(prefix); text.startsWith(prefix, start); ) {
        const row = rowAt(start);
        rows.push(row);
        start += row.length + 1;
      }
      return rows;
    },
  };
}
