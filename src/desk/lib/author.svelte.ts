/**
 * Who corrects: asked once and kept in the browser. Every correction carries
 * the name.
 */

const KEY = "readout.author";

class Author {
  name = $state(localStorage.getItem(KEY) ?? "");

  set(name: string): void {
    this.name = name.trim();
    localStorage.setItem(KEY, this.name);
  }

  /** Asks for the name where there is none; `false` when none is given. */
  ask(): boolean {
    if (this.name === "") this.set(prompt("Corrections carry a name. Yours?") ?? "");
    return this.name !== "";
  }
}

export const author = new Author();
