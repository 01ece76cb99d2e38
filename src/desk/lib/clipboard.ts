/** Copying: `true` when the words are on the clipboard. Without https there is only the old way. */
export async function copied(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copiedByField(words);
  }
}

function copiedByField(words: string): boolean {
  const field = document.createElement("textarea");
  field.value = words;
  field.setAttribute("aria-hidden", "true");
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
