/**
 * Pronouns that can point at somebody, a line a word: person, number, gender,
 * and whether it owns ("his president") or is the one who acts or is acted on.
 *
 * "It" is here for "it said": a house, a ministry or a state that speaks.
 * Left out: "you" and "your", whose meaning hangs on the one addressed.
 */

export interface Pronoun {
  person: 1 | 3;
  number: "one" | "many";
  gender: "m" | "f" | "n" | null;
  owns: boolean;
}

const LINES = `
i 1 one - acts
me 1 one - acts
my 1 one - owns
mine 1 one - owns
myself 1 one - acts
we 1 many - acts
us 1 many - acts
our 1 many - owns
ours 1 many - owns
ourselves 1 many - acts
he 3 one m acts
him 3 one m acts
his 3 one m owns
himself 3 one m acts
she 3 one f acts
her 3 one f owns
hers 3 one f owns
herself 3 one f acts
they 3 many - acts
them 3 many - acts
their 3 many - owns
themselves 3 many - acts
it 3 one n acts
its 3 one n owns
`;

const pronouns = new Map<string, Pronoun>();
for (const line of LINES.trim().split("\n")) {
  const [word = "", person, number, gender, use] = line.split(" ");
  pronouns.set(word, {
    person: person === "1" ? 1 : 3,
    number: number === "one" ? "one" : "many",
    gender: gender === "m" || gender === "f" || gender === "n" ? gender : null,
    owns: use === "owns",
  });
}

/** The pronoun that this lower-case word is; `null` when it is none. */
export function pronounOf(word: string): Pronoun | null {
  return pronouns.get(word) ?? null;
}
