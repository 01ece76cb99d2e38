/**
 * The words of time, a line a word: the word, its kind, its value.
 *
 * Gives the grammar in `reading/times` what it needs to know of English; how
 * words combine stands there. Words that are also something else (May, March,
 * second, fall, Sun) are here all the same: the grammar asks for their
 * neighbours before it believes them.
 */

export type TimeWordKind =
  | "month"
  | "month-short"
  | "weekday"
  | "weekday-short"
  | "number"
  | "tens"
  | "scale"
  | "ordinal"
  | "vague"
  | "unit"
  | "season"
  | "part"
  | "moment"
  | "day"
  | "which"
  | "edge"
  | "approx"
  | "often"
  | "vaguely";

export interface TimeWord {
  kind: TimeWordKind;
  /** Month, weekday, number or shift in days; 0 where the code says it all. */
  value: number;
  /** TIMEX3 code: a unit (`Y M W D H m S`), a part of the day, a season, a modifier. */
  code: string;
}

const TABLE = `
january month 1
february month 2
march month 3
april month 4
may month 5
june month 6
july month 7
august month 8
september month 9
october month 10
november month 11
december month 12
jan month-short 1
feb month-short 2
mar month-short 3
apr month-short 4
jun month-short 6
jul month-short 7
aug month-short 8
sep month-short 9
sept month-short 9
oct month-short 10
nov month-short 11
dec month-short 12
monday weekday 1
tuesday weekday 2
wednesday weekday 3
thursday weekday 4
friday weekday 5
saturday weekday 6
sunday weekday 7
mon weekday-short 1
tue weekday-short 2
tues weekday-short 2
wed weekday-short 3
thu weekday-short 4
thur weekday-short 4
thurs weekday-short 4
fri weekday-short 5
sat weekday-short 6
sun weekday-short 7
one number 1
two number 2
three number 3
four number 4
five number 5
six number 6
seven number 7
eight number 8
nine number 9
ten number 10
eleven number 11
twelve number 12
thirteen number 13
fourteen number 14
fifteen number 15
sixteen number 16
seventeen number 17
eighteen number 18
nineteen number 19
twenty tens 20
thirty tens 30
forty tens 40
fifty tens 50
sixty tens 60
seventy tens 70
eighty tens 80
ninety tens 90
hundred scale 100
dozen scale 12
first ordinal 1
second ordinal 2
third ordinal 3
fourth ordinal 4
fifth ordinal 5
sixth ordinal 6
seventh ordinal 7
eighth ordinal 8
ninth ordinal 9
tenth ordinal 10
eleventh ordinal 11
twelfth ordinal 12
thirteenth ordinal 13
fourteenth ordinal 14
fifteenth ordinal 15
sixteenth ordinal 16
seventeenth ordinal 17
eighteenth ordinal 18
nineteenth ordinal 19
twentieth ordinal 20
thirtieth ordinal 30
several vague 0
few vague 0
couple vague 0
many vague 0
seconds unit 1 S
minute unit 1 m
minutes unit 1 m
min unit 1 m
mins unit 1 m
hour unit 1 H
hours unit 1 H
hr unit 1 H
hrs unit 1 H
day unit 1 D
days unit 1 D
week unit 1 W
weeks unit 1 W
fortnight unit 2 W
month unit 1 M
months unit 1 M
year unit 1 Y
years unit 1 Y
decade unit 10 Y
decades unit 10 Y
century unit 100 Y
centuries unit 100 Y
spring season 0 SP
summer season 0 SU
autumn season 0 FA
fall season 0 FA
winter season 0 WI
morning part 0 MO
afternoon part 0 AF
evening part 0 EV
night part 0 NI
noon moment 12
midday moment 12
midnight moment 24
today day 0
yesterday day -1
tomorrow day 1
tonight day 0 NI
last which -1
past which -1
previous which -1
this which 0
current which 0
next which 1
coming which 1
upcoming which 1
following which 1
early edge 0 START
beginning edge 0 START
start edge 0 START
mid edge 0 MID
middle edge 0 MID
late edge 0 END
end edge 0 END
close edge 0 END
about approx 0 APPROX
around approx 0 APPROX
approximately approx 0 APPROX
roughly approx 0 APPROX
circa approx 0 APPROX
some approx 0 APPROX
nearly approx 0 LESS_THAN
almost approx 0 LESS_THAN
under approx 0 LESS_THAN
over approx 0 MORE_THAN
within approx 0 EQUAL_OR_LESS
exactly approx 0 -
precisely approx 0 -
just approx 0 -
full approx 0 -
daily often 0 P1D
weekly often 0 P1W
monthly often 0 P1M
quarterly often 0 P3M
yearly often 0 P1Y
annually often 0 P1Y
annual often 0 P1Y
currently vaguely 0 PRESENT_REF
nowadays vaguely 0 PRESENT_REF
recently vaguely 0 PAST_REF
lately vaguely 0 PAST_REF
soon vaguely 0 FUTURE_REF
`;

export const timeWords: ReadonlyMap<string, TimeWord> = new Map(
  TABLE.trim()
    .split("\n")
    .map((line) => {
      const [word = "", kind = "", value = "0", code = ""] = line.split(" ");
      return [word, { kind: kind as TimeWordKind, value: Number(value), code }];
    }),
);

/** Several words that limit an amount: "more than two hours". Longest first. */
type Limit = readonly [words: readonly string[], mod: string];

const LIMITS: readonly Limit[] = [
  [["not", "more", "than"], "EQUAL_OR_LESS"],
  [["not", "less", "than"], "EQUAL_OR_MORE"],
  [["no", "more", "than"], "EQUAL_OR_LESS"],
  [["no", "less", "than"], "EQUAL_OR_MORE"],
  [["no", "later", "than"], "ON_OR_BEFORE"],
  [["just", "more", "than"], "MORE_THAN"],
  [["just", "less", "than"], "LESS_THAN"],
  [["a", "little", "over"], "MORE_THAN"],
  [["a", "little", "under"], "LESS_THAN"],
  [["just", "over"], "MORE_THAN"],
  [["just", "under"], "LESS_THAN"],
  [["just", "about"], "APPROX"],
  [["well", "over"], "MORE_THAN"],
  [["more", "than"], "MORE_THAN"],
  [["longer", "than"], "MORE_THAN"],
  [["less", "than"], "LESS_THAN"],
  [["at", "least"], "EQUAL_OR_MORE"],
  [["at", "most"], "EQUAL_OR_LESS"],
  [["up", "to"], "EQUAL_OR_LESS"],
  [["close", "to"], "APPROX"],
];

/** The same, by their first word. */
export const limitsByFirst: ReadonlyMap<string, readonly Limit[]> = byFirst();

function byFirst(): Map<string, Limit[]> {
  const found = new Map<string, Limit[]>();
  for (const limit of LIMITS) {
    const first = limit[0][0] ?? "";
    found.set(first, [...(found.get(first) ?? []), limit]);
  }
  return found;
}

/** Feasts on a fixed day, as month and day. A feast that moves (Easter, Ramadan) is not here. */
export const feasts: readonly (readonly [words: readonly string[], month: number, day: number])[] = [
  [["new", "year's", "eve"], 12, 31],
  [["new", "year's", "day"], 1, 1],
  [["new", "year", "holidays"], 1, 1],
  [["new", "year's", "holidays"], 1, 1],
  [["new", "year"], 1, 1],
  [["orthodox", "christmas"], 1, 7],
  [["christmas", "eve"], 12, 24],
  [["christmas", "day"], 12, 25],
  [["christmas"], 12, 25],
  [["victory", "day"], 5, 9],
];

/** Days that go by a short name of their own. */
export const namedDays: ReadonlyMap<string, { year: number; month: number; day: number }> = new Map([
  ["9/11", { year: 2001, month: 9, day: 11 }],
]);

/** Clocks: the name, hours ahead of UTC in winter, and when summer time is kept. */
export const zones: ReadonlyMap<string, { hours: number; summer: "eu" | "us" | "moscow" | null }> = new Map(
  `
utc 0
gmt 0
est -5
edt -4
et -5 us
eastern -5 us
washington -5 us
york -5 us
cst -6
cdt -5
ct -6 us
mst -7
mdt -6
pst -8
pdt -7
pt -8 us
bst 1
london 0 eu
kyiv 2 eu
kiev 2 eu
eet 2
eest 3
athens 2 eu
helsinki 2 eu
cet 1
cest 2
paris 1 eu
french 1 eu
berlin 1 eu
german 1 eu
rome 1 eu
vienna 1 eu
geneva 1 eu
brussels 1 eu
warsaw 1 eu
budapest 1 eu
european 1 eu
msk 3 moscow
moscow 3 moscow
minsk 3
ankara 3
istanbul 3
turkish 3
riyadh 3
baghdad 3
tehran 3.5
dubai 4
gst 4
baku 4
tbilisi 4
yerevan 4
kabul 4.5
islamabad 5
tashkent 5
delhi 5.5
indian 5.5
dhaka 6
hanoi 7
jakarta 7
beijing 8
chinese 8
manila 8
singapore 8
jst 9
kst 9
tokyo 9
seoul 9
pyongyang 9
`
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", hours = "0", summer = ""] = line.split(" ");
      const kept = summer === "eu" || summer === "us" || summer === "moscow" ? summer : null;
      return [name, { hours: Number(hours), summer: kept }];
    }),
);
