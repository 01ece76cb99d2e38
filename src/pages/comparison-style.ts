/**
 * Styles of a comparison's page and of a brief, on top of the page's own.
 * Verdicts are told apart by sign as well as by colour.
 */

export const COMPARISON_STYLE = `
:root { --contradicted: #a3200d; --attribution: #7a2a83; --wording: #8a4b00; --scope: #0b5394; --alone: #4a4a4a;
  --confirmed: #256b2c; --moved: #fff0b8; }
@media (prefers-color-scheme: dark) { :root { --contradicted: #ff9a85; --attribution: #dba3e3; --wording: #f0b36a;
  --scope: #8cc4ff; --alone: #b5b2aa; --confirmed: #95cf8f; --moved: #55460f; } }
.contradicted { color: var(--contradicted); } .attribution-differs { color: var(--attribution); }
.wording-differs { color: var(--wording); } .scope-differs { color: var(--scope); }
.one-account-only { color: var(--alone); } .confirmed { color: var(--confirmed); }
.comparison + .comparison { margin-top: 4rem; border-top: 3px double var(--rule); padding-top: 2rem; }
.comparison h2 { margin: 2rem 0 .6rem; font-size: 1.05rem; }
.mono { font: .8em ui-monospace, monospace; } .limit { color: var(--odd); font-size: .9em; } .unsure { color: var(--odd); }
.verdict { font-weight: 650; }
.letter { display: inline-block; min-width: 1.35em; padding: 0 .25em; border: 1px solid var(--rule); border-radius: 3px;
  background: var(--card); color: inherit; font: 650 .8em/1.45 system-ui, sans-serif; text-align: center; text-decoration: none; }
a.letter:hover { background: var(--target); }
.accounts li:target { background: var(--target); }
.accounts, .changes, .values, .points, .counts { list-style: none; margin: 0; padding: 0; }
.accounts > li { margin: .25rem 0; padding-left: 2rem; text-indent: -2rem; }
.accounts > li.copy { margin-left: 2.1rem; } .changes { font-size: .9em; text-indent: 0; }
.accounts > li > .letter { text-indent: 0; width: 1.6rem; margin-right: .12rem; }
.counts { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .95rem; }
.facts-list { grid-template-columns: 10rem 1fr; } .facts-list dd { margin-bottom: .35rem; }
.reason { margin: .15rem 0 0; color: var(--quiet); font-size: .925em; } .notin { font-size: .9em; }
.person { margin: .2rem 0 0; font-size: .9em; border-left: 3px solid var(--link); padding-left: .5rem; }
mark { background: var(--moved); color: var(--ink); font-weight: 650; text-decoration: underline; text-underline-offset: .15em; }
q { quotes: none; } q::before, q::after { content: none; }
.table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .925rem; }
.table thead th { position: sticky; top: 0; background: var(--paper); text-align: left; padding: .4rem .7rem;
  border-bottom: 2px solid var(--ink); z-index: 1; }
.table tbody { border-bottom: 1px solid var(--rule); } .table .head td { padding: .7rem .7rem .2rem; }
.table .cells td { vertical-align: top; padding: .2rem .7rem; } .table .cells td + td { border-left: 1px solid var(--rule); }
.table .foot td { padding: .2rem .7rem .7rem; } .cell { margin: 0 0 .45rem; }
.cell q { font-family: Georgia, "Times New Roman", serif; font-size: 1.03em; }
.points li { margin: .35rem 0; padding-left: 1.1rem; text-indent: -1.1rem; } .points li > * { text-indent: 0; }
.points q { font-family: Georgia, "Times New Roman", serif; }
.brief { max-width: 46rem; } .brief .points li { margin: .5rem 0; } .brief .reason { margin-left: 0; }
.sources { font-size: .85em; white-space: nowrap; }
@media screen and (max-width: 48rem) {
  .table, .table thead, .table tbody, .table tr, .table td { display: block; } .table thead { display: none; }
  .table .cells td + td { border-left: 0; } .table .cells td:empty { display: none; }
  .table .cells td::before { content: attr(data-column); display: block; font-weight: 650; font-size: .85em; color: var(--quiet); }
  .facts-list { grid-template-columns: 1fr; } .facts-list dd { grid-column: 1; }
}
@media print {
  :root { --contradicted: #8a1200; --attribution: #5d1c66; --wording: #6b3a00; --scope: #00427f; --alone: #333; --confirmed: #1c5222; --moved: #eee; }
  .table thead { display: table-header-group; } .table thead th { position: static; }
  .table tbody, .accounts li, .facts-list dd, .points li { break-inside: avoid; } h2 { break-after: avoid; }
  .letter { border-color: #999; } .comparison + .comparison { break-before: page; }
}
`;
