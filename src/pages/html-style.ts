/**
 * The page's one style sheet. Roles are told apart by weight and line as well
 * as by colour, so that they survive a grey printer and any eye. Nothing is
 * fetched: fonts are the reader's own.
 */

export const PAGE_STYLE = `
:root { color-scheme: light dark;
  --paper: #fdfcf9; --ink: #22211e; --quiet: #66635b; --rule: #dcd8cd; --card: #f6f4ed;
  --source: #0b5394; --cue: #8a4b00; --content: #e4f0dc; --content-2: #cfe6c1; --content-3: #b9dba8;
  --odd: #a3200d; --target: #ffe48a; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #191a1c; --ink: #e5e2db; --quiet: #a09c92; --rule: #3a3a3c; --card: #222326;
  --source: #8cc4ff; --cue: #f0b36a; --content: #23361f; --content-2: #2d4a27; --content-3: #385d31;
  --odd: #ff9a85; --target: #6b5600; --link: #8cc4ff; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1 { font: 600 1.6rem/1.25 Georgia, "Times New Roman", serif; margin: 0 0 .5rem; max-width: 40rem; text-wrap: balance; }
h2 { font-size: .95rem; font-weight: 650; margin: 0 0 .6rem; }
.document + .document { margin-top: 4rem; border-top: 3px double var(--rule); padding-top: 2rem; }
.facts { color: var(--quiet); font-size: .9rem; margin: 0 0 1.25rem; padding: 0; list-style: none; }
.facts li { display: inline; } .facts li + li::before { content: " · "; }
.legend { font-size: .85rem; color: var(--quiet); margin: 0 0 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.legend span span { color: var(--ink); }
.contact { border-top: 1px solid var(--rule); padding: .9rem 0; margin: 0; }
.contact:last-of-type { border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; }
dl { margin: 0; display: grid; grid-template-columns: 8rem 1fr; gap: .2rem 1rem; font-size: .95rem; }
dt { color: var(--quiet); } dd { margin: 0; grid-column: 2; }
.words { color: var(--quiet); } .word { color: var(--quiet); font-size: .9em; }
.panes { display: grid; grid-template-columns: minmax(0, 38rem) minmax(18rem, 1fr); gap: 3rem; align-items: start; }
.text { font: 1.075rem/1.65 Georgia, "Times New Roman", serif; hanging-punctuation: first; }
.text p { margin: 0 0 .9em; white-space: pre-wrap; }
.text a { color: inherit; text-decoration: none; }
.text a:hover { background-color: var(--target); }
.headline { font-weight: 700; font-size: 1.15em; line-height: 1.35; }
.dateline, .byline { color: var(--quiet); font-variant-caps: all-small-caps; letter-spacing: .03em; }
.caption { font-style: italic; color: var(--quiet); }
.boilerplate { color: var(--quiet); font-size: .85em; opacity: .75; }
.source { color: var(--source); font-weight: 650; }
.text .source { color: var(--source); }
.cue { color: var(--cue); text-decoration: underline dotted; text-underline-offset: .2em; }
.text .cue { color: var(--cue); text-decoration: underline dotted; }
.content { background-color: var(--content); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.content-2 { background-color: var(--content-2); } .content-3 { background-color: var(--content-3); }
.noted, .text .noted { text-decoration: underline wavy var(--odd) 1px; text-underline-offset: .25em; }
.noteref { color: var(--odd); font: 600 .65em/1 system-ui, sans-serif; vertical-align: super; }
.text .noteref { color: var(--odd); padding: 0 .15em; } .noteref::after { content: attr(data-number); }
.odd { color: var(--odd); border: 1px solid currentColor; border-radius: 2px; padding: 0 .2em; margin: 0 .1em;
  font: .7em/1.2 ui-monospace, monospace; }
.cards { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: .25rem .25rem 2rem; font-size: .925rem;
  scrollbar-width: thin; }
.cards > p:first-child { margin-top: 0; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 3px; padding: .7rem .85rem; margin: 0 0 .6rem; }
.depth-1 { margin-left: .9rem; } .depth-2 { margin-left: 1.8rem; } .depth-3 { margin-left: 2.7rem; }
.card h3 { font-size: .925rem; font-weight: 400; margin: 0 0 .35rem; display: flex; gap: .6rem; }
.card h3 .number { flex: none; color: var(--quiet); font-variant-numeric: tabular-nums; text-decoration: none; }
.card h3 .number:hover { text-decoration: underline; }
.crumbs b, .word b { font-weight: 400; color: var(--quiet); padding: 0 .25em; }
.crumbs .crumb { color: var(--source); } .crumbs .crumb:last-of-type { font-weight: 650; }
.card .by { font-size: .875em; } .by .source { font-weight: 400; } .by .cue { text-decoration: none; }
.card p { margin: .3rem 0 0; }
.card blockquote { margin: .45rem 0 0; font-family: Georgia, "Times New Roman", serif; }
.card blockquote a { color: inherit; text-decoration: none; } .card blockquote a:hover { text-decoration: underline; }
.why { margin-top: .45rem; font-size: .875em; } .why summary { color: var(--quiet); cursor: pointer; width: fit-content; }
.why summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.why dl { grid-template-columns: 6rem 1fr; margin-top: .35rem; }
.act { color: var(--cue); } .quiet { color: var(--quiet); } .unsure { color: var(--odd); }
.card:target, .note:target { border-color: var(--ink); box-shadow: 0 0 0 1px var(--ink); }
.after { margin-top: 2rem; max-width: 60rem; }
.after section { border-top: 1px solid var(--rule); padding: .9rem 0; }
nav { margin-bottom: 2.5rem; }
.after ul, .index { margin: 0; padding-left: 1.1rem; } .after li { margin: .25rem 0; } .track { margin-bottom: .9rem; }
.made { margin-top: 3rem; color: var(--quiet); font-size: .8rem; }
@media (max-width: 60rem) {
  .panes { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
  .cards { position: static; max-height: none; overflow: visible; padding: 0; }
}
@media (max-width: 30rem) {
  body { padding: 1rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { grid-column: 1; margin-bottom: .35rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #555; --card: #fff; --target: transparent; }
  body { max-width: none; padding: 0; font-size: 10pt; } .panes { display: block; }
  .cards { position: static; max-height: none; overflow: visible; margin-top: 1.5rem; columns: 2; column-gap: 1rem;
    font-size: .85em; } .cards h2 { column-span: all; }
  .card, .contact, .track { break-inside: avoid; } .document + .document { break-before: page; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
