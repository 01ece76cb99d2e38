/**
 * Ids in a TEI export: unique in the whole file, so each begins with the number
 * of its document, and made of what XML allows in a name.
 */

export class Ids {
  readonly #prefix: string;

  /** @param document number of the document in the file, from 1. */
  constructor(document: number) {
    this.#prefix = `d${document}`;
  }

  /** Of a finding of the Reading, or a part of one: `d1.s3`, `d1.s3.if1`. */
  of(...parts: string[]): string {
    return [this.#prefix, ...parts.map(nameOf)].join(".");
  }

  actor(id: string): string {
    return this.of("who", id);
  }

  anchor(offset: number): string {
    return this.of("at", String(offset));
  }

  get machine(): string {
    return this.of("machine");
  }

  /** @param person number of the person in the document, from 1. */
  person(person: number): string {
    return this.of("person", String(person));
  }
}

/** Other characters than letters, digits, `-` and `_` by their number, so that no two ids become one. */
function nameOf(part: string): string {
  return part.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}
