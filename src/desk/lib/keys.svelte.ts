/**
 * Keys of one letter: on by default, and whoever speaks to the machine or types
 * with other software switches them off (kept in the browser). A page gives a
 * table of keys; nothing is taken from fields, dialogs and chords.
 */

const STORED = "readout.keys";

class Keys {
  on = $state(localStorage.getItem(STORED) !== "off");
  /** Whether the table of keys is shown. */
  shown = $state(false);

  switch(on: boolean): void {
    this.on = on;
    localStorage.setItem(STORED, on ? "on" : "off");
  }
}

export const keys = new Keys();

export interface Key {
  /** As `KeyboardEvent.key` has it. */
  keys: readonly string[];
  /** What it does, for people. */
  does: string;
  run: () => void;
}

const FIELDS = "input, select, textarea, [contenteditable], dialog, [role=listbox], [role=combobox]";

/** Runs the key's deed; `true` when there is one. */
export function pressed(event: KeyboardEvent, table: readonly Key[]): boolean {
  if (!keys.on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (target instanceof Element && target.closest(FIELDS) !== null) return false;
  // Space and Enter belong to the button or link that has the focus.
  const isOnControl = target instanceof Element && target.closest("button, a, summary") !== null;
  if (isOnControl && (event.key === " " || event.key === "Enter")) return false;
  const key = table.find((one) => one.keys.includes(event.key));
  if (key === undefined) return false;
  event.preventDefault();
  key.run();
  return true;
}
