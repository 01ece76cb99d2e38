import { expect, test } from "vitest";
import { extractHtml } from "./html.ts";

const STORY = [
  "The minister said on Monday that the talks would go on in the spring, if nobody asked for more.",
  "He added that “nothing is settled until all is settled”, and that the other side knew it.",
  "The aide, who spoke later, denied that any date had been agreed; the minister would not comment.",
];

function page(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>Ministers meet | Herald</title>${head}</head><body>${body}</body></html>`;
}

function article(inner = ""): string {
  return `<main><article><h1>Ministers meet</h1>${STORY.map((words) => `<p>${words}</p>`).join("\n")}${inner}</article></main>`;
}

/** Runs of equal length hold the same words in text and source, white space apart. */
function expectMapped(source: string): ReturnType<typeof extractHtml> {
  const extract = extractHtml(source);
  const plain = (words: string) => words.replace(/\s/gu, " ");
  let mapped = 0;
  for (const { start, end, sourceStart, sourceEnd } of extract.map ?? []) {
    mapped += end - start;
    if (end - start !== sourceEnd - sourceStart) continue;
    expect(plain(extract.text.slice(start, end))).toBe(plain(source.slice(sourceStart, sourceEnd)));
  }
  expect(mapped).toBeGreaterThanOrEqual(extract.text.replace(/\s/gu, "").length);
  return extract;
}

test("extractHtml gives the article's words in paragraphs, with the title on top", () => {
  const { text, hints } = expectMapped(
    page(`<nav><a href=/>Home</a> <a href=/n>News</a></nav>${article()}<footer>About us</footer>`),
  );
  expect(text).toBe(["Ministers meet", ...STORY].join("\n\n"));
  expect(hints).toEqual([{ start: 0, end: 14, kind: "headline", why: "heading (h1)" }]);
});

test("extractHtml decodes entities, collapses white space and breaks lines", () => {
  const inner =
    "<p>He said:\n   &ldquo;yes&rdquo; &amp;&nbsp;left<br>at&#160;once.  </p><ul><li>one, two</li><li>three</li></ul>";
  const { text } = expectMapped(page(article(inner)));
  expect(text.split("\n\n").slice(4)).toEqual([
    "He said: “yes” &\u00a0left\nat\u00a0once.",
    "one, two\nthree",
  ]);
});

test("extractHtml leaves out what is not shown", () => {
  const inner = `<p style="display:none">He said no.</p><p hidden>Never.</p><p>He said yes, at last, to all of it.</p><script>let a</script><noscript>Enable scripts</noscript><button>Share</button>`;
  const { text, leftOut } = expectMapped(page(article(inner)));
  expect(text).toMatch(/He said yes, at last, to all of it\.$/u);
  expect(text).not.toMatch(/Never|no\.|Enable|Share|let a/u);
  expect(leftOut).toContainEqual({ why: "hidden", characters: 17 });
  expect(leftOut).toContainEqual({ why: "buttons and forms", characters: 5 });
});

test("extractHtml tells what it left out of the page, and why", () => {
  const around = `<header role="banner"><p>The Herald</p></header><nav>Home News World</nav>`;
  const { leftOut } = extractHtml(
    page(`${around}${article()}<aside><p>Most read: ferries</p></aside><footer>Imprint</footer>`),
  );
  expect(leftOut).toEqual([
    { why: "page header", characters: 10 },
    { why: "menu", characters: 15 },
    { why: "side column", characters: 18 },
    { why: "page footer", characters: 7 },
  ]);
});

test("extractHtml keeps lead, byline and date between the title and the story", () => {
  const source = page(
    `<main><article><div class="top"><h1>Ministers meet</h1><p class="lead">A first round.</p><span class="meta">10 January 2022</span></div><div class="text">${STORY.map((words) => `<p>${words}</p>`).join("")}</div></article></main>`,
  );
  expect(expectMapped(source).text.split("\n\n").slice(0, 3)).toEqual([
    "Ministers meet",
    "A first round.",
    "10 January 2022",
  ]);
});

test("extractHtml marks captions and headings", () => {
  const { text, hints } = extractHtml(
    page(
      article(
        "<figure><img src=a.jpg alt=x><figcaption>The hall in Vienna</figcaption></figure><h2>What comes next</h2><p>They meet again in the spring, he said, in the same hall.</p>",
      ),
    ),
  );
  expect(hints.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
    ["headline", "Ministers meet"],
    ["caption", "The hall in Vienna"],
    ["headline", "What comes next"],
  ]);
});

test("extractHtml reads the whole page when there is no article, and says so", () => {
  const deep = extractHtml(`${"<div>".repeat(600)}He left.`);
  expect(deep.text).toBe("He left.");
  expect(deep.leftOut).toContainEqual({ why: "no main text found: all of the page is read", characters: 0 });
});

test("extractHtml leaves a menu out of the shortest page", () => {
  const { text, leftOut } = extractHtml("<p>He left.<nav>Home</nav>");
  expect([text, leftOut]).toEqual(["He left.", [{ why: "menu", characters: 4 }]]);
});

test("extractHtml takes publisher, date, address and language from the page", () => {
  const head = `<meta property="og:site_name" content="Harbour  Post"><meta property="article:published_time" content="2022-01-10T10:05:00+02:00"><link rel="canonical" href="https://herald.example/a">`;
  expect(extractHtml(page(article(), head)).facts).toEqual({
    publisher: { value: "Harbour Post", ground: "page", evidence: [] },
    published: { value: "2022-01-10T10:05+02:00", ground: "page", evidence: [] },
    address: { value: "https://herald.example/a", ground: "page", evidence: [] },
    language: { value: "en", ground: "page", evidence: [] },
  });
});

test("extractHtml reads JSON-LD, also in a graph, and passes over broken data", () => {
  const data = {
    "@graph": [
      { "@type": "Person" },
      { "@type": ["NewsArticle"], datePublished: "2022-01-10", publisher: { name: "Herald" } },
    ],
  };
  const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const { facts } = extractHtml(page(article(), head));
  expect([facts.publisher?.value, facts.published?.value]).toEqual(["Herald", "2022-01-10"]);
});

test("extractHtml takes no date from metadata that has none", () => {
  const head = `<meta property="article:published_time" content="yesterday"><link rel="canonical" href="/a">`;
  const { facts } = extractHtml(page(article(), head));
  expect([facts.published, facts.address]).toEqual([undefined, undefined]);
});

test("extractHtml takes the page's title only when no heading repeats it", () => {
  expect(extractHtml(page(article())).facts.title).toBeUndefined();
  expect(extractHtml(page(STORY.map((words) => `<p>${words}</p>`).join(""))).facts.title?.value).toBe(
    "Ministers meet | Herald",
  );
});

test("extractHtml believes an English text rather than a template in another language", () => {
  expect(extractHtml(page(article()).replace('lang="en"', 'lang="ru"')).facts.language).toBeUndefined();
});

test("extractHtml tells the title from the site's name, and the day from other days", () => {
  const body = `<h1>The Herald</h1><h2><a href=/a>Ministers meet</a></h2><div class="meta">Posted on <a href=d>May 3, 2022</a> by anna</div>`;
  const paragraphs = STORY.map((words) => `<p>${words}</p>`).join("");
  const { text, facts } = extractHtml(page(`${body}<div class="entry">${paragraphs}</div>`));
  expect(text).toBe(["Ministers meet", ...STORY].join("\n\n"));
  expect(facts.published?.value).toBe("2022-05-03");
  const others = `<ul><li>Budget passed <span class="date">4 May 2022</span></li></ul>`;
  expect(extractHtml(page(`${body}${paragraphs}${others}`)).facts.published).toBeUndefined();
});

test("extractHtml takes two breaks for the end of a paragraph", () => {
  const { text } = expectMapped(page(`<div>${STORY.join("<br><br>")}<br>The end.</div>`));
  expect(text).toBe(`${STORY.join("\n\n")}\nThe end.`);
});
