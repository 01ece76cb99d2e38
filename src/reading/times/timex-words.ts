/**
 * TIMEX3 values for people: `2021-12-30` → "30 December 2021", `PT50M` with
 * APPROX → "about 50 minutes". A value that is in none of the usual shapes is
 * given back as it is: better raw than wrong.
 */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const MODS: Readonly<Record<string, string>> = {
  APPROX: "about",
  START: "early in",
  MID: "mid",
  END: "late in",
  LESS_THAN: "less than",
  MORE_THAN: "more than",
  EQUAL_OR_LESS: "at most",
  EQUAL_OR_MORE: "at least",
  BEFORE: "before",
  AFTER: "after",
  ON_OR_BEFORE: "by",
  ON_OR_AFTER: "from",
};

const DAY_PARTS: Readonly<Record<string, string>> = {
  MO: "morning",
  MI: "midday",
  AF: "afternoon",
  EV: "evening",
  NI: "night",
  DT: "daytime",
};

export function formatTimex(value: string, mod: string | null = null): string {
  const said = durationOf(value) ?? dateOf(value) ?? value;
  const before = mod === null ? "" : (MODS[mod] ?? mod.toLowerCase().replaceAll("_", " "));
  return before === "" ? said : `${before} ${said}`;
}

function durationOf(value: string): string | null {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    value,
  );
  if (parts === null) return null;
  const units = ["year", "month", "week", "day", "hour", "minute", "second"];
  const said = units.flatMap((unit, index) => {
    const count = parts[index + 1];
    return count === undefined ? [] : [`${Number(count)} ${unit}${Number(count) === 1 ? "" : "s"}`];
  });
  return said.length === 0 ? null : said.join(" ");
}

function dateOf(value: string): string | null {
  const parts = /^(?:(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?)?(?:T(.+))?$/.exec(value);
  if (parts === null || value === "") return null;
  const [, year, month, day, clock] = parts;
  const time = clock === undefined ? null : clockOf(clock);
  if (clock !== undefined && time === null) return null;
  if (year === undefined) return time;
  const said = dayOf(year, month, day);
  if (said === null) return null;
  return time === null ? said : said === "" ? time : `${said}, ${time}`;
}

function dayOf(year: string, month: string | undefined, day: string | undefined): string | null {
  const name = month === undefined || month === "XX" ? null : MONTHS[Number(month) - 1];
  if (name === undefined) return null;
  const known = [
    day === undefined || day === "XX" ? null : String(Number(day)),
    name,
    year === "XXXX" ? null : year,
  ];
  if (known[0] !== null && name === null) return null;
  return known.filter((part) => part !== null).join(" ");
}

function clockOf(clock: string): string | null {
  const part = DAY_PARTS[clock];
  if (part !== undefined) return part;
  const parts = /^(\d\d)(?::(\d\d))?(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(clock);
  if (parts === null) return null;
  const zone = parts[3] === undefined ? "" : parts[3] === "Z" ? " UTC" : ` UTC${parts[3]}`;
  return `${parts[1]}:${parts[2] ?? "00"}${zone}`;
}
