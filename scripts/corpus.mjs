/**
 * Diplomatic prose by the page: documents of about 600 words, each another one,
 * the same on every machine. Names, states and sentences are made up here; the
 * texts say nothing about anybody.
 *
 * Takes a number, gives a text. What is measured on it is left to `bench.mjs`.
 */

/** Marsaglia's xorshift on 32 bits, started from the document's number. */
function dice(number) {
  let state = (number * 2654435761 + 88675123) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let warm = 0; warm < 8; warm++) next();
  return { below: (limit) => next() % limit, of: (list) => list[next() % list.length] };
}

const STATES = [
  "Russia",
  "the United States",
  "France",
  "Germany",
  "Turkey",
  "Ukraine",
  "China",
  "Poland",
  "India",
];
const ADJECTIVES = [
  "Russian",
  "American",
  "French",
  "German",
  "Turkish",
  "Ukrainian",
  "Chinese",
  "Polish",
  "Indian",
];
const CAPITALS = [
  "Moscow",
  "Washington",
  "Paris",
  "Berlin",
  "Ankara",
  "Kyiv",
  "Beijing",
  "Warsaw",
  "New Delhi",
];
const GIVEN = [
  "Anna",
  "Viktor",
  "Marie",
  "Jonas",
  "Leyla",
  "Oleh",
  "Wei",
  "Ewa",
  "Ravi",
  "Irina",
  "Paul",
  "Clara",
];
const FAMILY = [
  "Marlow",
  "Tereshin",
  "Vautrin",
  "Kestner",
  "Aydan",
  "Holub",
  "Shen",
  "Zawada",
  "Menon",
  "Orlan",
];
const POSTS = [
  "foreign minister",
  "presidential adviser",
  "spokesman",
  "deputy foreign minister",
  "ambassador",
];
const SAID = ["said", "stressed", "noted", "added", "told reporters", "recalled", "explained", "pointed out"];
const CLAIMS = ["warned", "promised", "suggested", "insisted", "confirmed", "announced", "demanded", "hoped"];
const SUBJECTS = [
  "the supply of grain through the northern port",
  "the exchange of prisoners",
  "security guarantees for the coastal states",
  "the future of the border commission",
  "the limits on medium-range missiles",
  "the opening of two humanitarian corridors",
  "energy deliveries in the winter months",
  "the schedule of the working groups",
];
const VERBS = ["discussed", "reviewed", "touched upon", "exchanged views on", "went over"];
const QUALITIES = ["frank", "substantive", "constructive", "detailed", "not easy", "useful"];
const MONTHS = ["January", "March", "May", "June", "September", "October", "November"];
const TAILS = ["by the end of the month", "before the summit", "in the coming weeks", "if both sides agree"];

export function documentOf(number) {
  const { below, of } = dice(number);
  const home = below(STATES.length);
  const away = (home + 1 + below(STATES.length - 1)) % STATES.length;
  const aide = `${of(GIVEN)} ${of(FAMILY)}`;
  const surname = aide.split(" ")[1];
  const other = `${of(GIVEN)} ${of(FAMILY)}`;
  const day = 1 + below(28);
  const month = of(MONTHS);
  const minutes = 20 + 5 * below(15);
  const leaders = `the presidents of ${STATES[home]} and ${STATES[away]}`;
  const sentences = [
    () => `“The conversation was ${of(QUALITIES)} and ${of(QUALITIES)},” ${surname} ${of(SAID)}.`,
    () => `${surname} ${of(SAID)} that ${leaders} ${of(VERBS)} ${of(SUBJECTS)}.`,
    () =>
      `According to the ${POSTS[below(POSTS.length)]}, ${CAPITALS[away]} is ready to return to ${of(SUBJECTS)} ${of(TAILS)}.`,
    () =>
      `The ${ADJECTIVES[away]} side ${of(CLAIMS)} that ${of(SUBJECTS)} would be settled ${of(TAILS)}, ${other} ${of(SAID)}.`,
    () =>
      `“If ${STATES[away]} goes on with the exercises, we will have to respond,” the ${ADJECTIVES[home]} president ${of(CLAIMS)}, ${surname} ${of(SAID)}.`,
    () => `“We heard each other,” ${of(SAID)} ${other}, “but ${of(SUBJECTS)} cannot be put off again.”`,
    () =>
      `The two leaders agreed that experts would meet in ${of(CAPITALS)} on ${1 + below(28)} ${of(MONTHS)}.`,
    () =>
      `He ${of(SAID)} that his ${ADJECTIVES[away]} counterpart had asked for the call and that it had lasted ${minutes} minutes.`,
    () =>
      `A source in ${CAPITALS[home]} told the agency on condition of anonymity that ${of(SUBJECTS)} remained open.`,
    () => `The talks on ${of(SUBJECTS)} began three years ago and have been broken off twice.`,
    () => `Both sides expressed concern about ${of(SUBJECTS)} and agreed to keep in touch.`,
    () =>
      `${CAPITALS[home]} ${of(CLAIMS)} that no sanctions would follow unless ${STATES[away]} left the agreement.`,
  ];
  const paragraphs = [
    `${CAPITALS[home]} and ${CAPITALS[away]} speak about ${of(SUBJECTS)}`,
    `${CAPITALS[home].toUpperCase()}, ${month} ${day} (Interfax) - ${capital(leaders)} talked by telephone for about ${minutes} minutes, ${of(POSTS)} ${aide} told reporters on document ${number}.`,
  ];
  let words = paragraphs.join(" ").split(" ").length;
  while (words < 600) {
    const paragraph = Array.from({ length: 2 + below(3) }, () => of(sentences)()).join(" ");
    paragraphs.push(paragraph);
    words += paragraph.split(" ").length;
  }
  return `${paragraphs.join("\n\n")}\n`;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
