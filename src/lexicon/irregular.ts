/** Forms that no ending tells: past tenses and plurals of the field's words, a line a word. Lower case. */

const TABLE = `
be is are was were been being
begin began begun
bring brought
build built
child children
come came
draw drew drawn
fall fell fallen
find found
give gave given
go went gone
grow grew grown
hold held
keep kept
know knew known
lead led
leave left
lose lost
make made
man men
mean meant
meet met
pay paid
people person persons
ride rode ridden
rise rose risen
see saw seen
seek sought
sell sold
send sent
shake shook shaken
show shown
speak spoke spoken
spend spent
stand stood
strike struck stricken
take took taken
think thought
undertake undertook undertaken
understand understood
win won
use used using uses
withdraw withdrew withdrawn
woman women
write wrote written
`;

/** Form → the word it is a form of. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split("\n")
    .flatMap((line) => {
      const [word = "", ...forms] = line.split(" ");
      return forms.map((form): [string, string] => [form, word]);
    }),
);
