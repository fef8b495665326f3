/** One sheet for shop and seller center, served as a file: nothing inline, so the pages may forbid inline code. */
export const STYLE = `
:root { --ink: #1b2138; --soft: #565f7e; --line: #dde1ee; --ground: #f3f4fa; --card: #fff; --navy: #14185f;
  --go: #b93c0b; --go-dark: #96300a; --link: #2a3fb8; --bad: #a61b1b; --good: #17663a; --warn: #fff3c9; --warn-ink: #5c4200 }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, 'Segoe UI', sans-serif }
a { color: var(--link) }
.banner { background: var(--warn); color: var(--warn-ink); padding: .5rem 1rem; display: flex; gap: .25rem 1rem;
  align-items: center; justify-content: space-between; font-size: .9rem; line-height: 1.35 }
.banner p { margin: 0 } .banner form { margin: 0 }
.banner button { white-space: nowrap; padding: .4rem .75rem; background: #fff; color: var(--warn-ink); border: 1px solid #b79532; min-height: 44px }
.top { background: var(--navy); color: #fff }
.top > div { max-width: 1120px; margin: 0 auto; padding: .75rem 1rem 0 }
.top .brand { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: center }
.top strong { font-size: 1.1rem } .top .brand a { color: #cfd5ff; display: inline-flex; align-items: center; min-height: 32px }
nav ul { list-style: none; margin: .5rem 0 0; padding: 0; display: flex; gap: .25rem; overflow-x: auto }
nav a { display: block; padding: .6rem .85rem; color: #e6e9ff; text-decoration: none; white-space: nowrap; border-radius: 8px 8px 0 0;
  min-height: 44px }
nav a:hover { background: #262b7d } nav a[aria-current] { background: var(--ground); color: var(--ink); font-weight: 600 }
main { max-width: 1120px; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.35rem; margin: .25rem 0 1rem } h2 { font-size: 1.05rem; margin: 0 }
.note { padding: .75rem 1rem; border-radius: 8px; margin: 0 0 1rem; border: 1px solid } .note p { margin: 0 }
.note.good { background: #e8f6ee; border-color: #9fd0b3; color: var(--good) }
.note.bad { background: #fdecec; border-color: #eab0b0; color: var(--bad) }
.note.ask { background: var(--warn); border-color: #dcc26a; color: var(--warn-ink) }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; margin: 0 0 1rem }
.card > header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline;
  margin-bottom: .75rem }
.soft { color: var(--soft); font-size: .9rem } .soft.tight { margin: 0 }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end } .row.center { align-items: center }
.chips { display: flex; gap: .5rem; overflow-x: auto; padding: 0 0 .25rem; margin: 0 0 1rem; list-style: none }
.chips a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 .9rem; border: 1px solid var(--line);
  border-radius: 22px; background: var(--card); color: var(--ink); text-decoration: none; white-space: nowrap }
.chips a[aria-current] { background: var(--navy); border-color: var(--navy); color: #fff }
.chip { display: inline-block; padding: .1rem .6rem; border-radius: 999px; background: #e9ebf6; font-size: .85rem; white-space: nowrap }
.chip.open { background: #fdeadd; color: #83300c } .chip.moving { background: #e2e9ff; color: #24349c }
.chip.done { background: #e0f3e8; color: var(--good) } .chip.lost { background: #fbe3e3; color: var(--bad) }
form { margin: 0 } form[role=search] { margin: 0 0 1rem; flex-wrap: nowrap } form[role=search] label { flex: 0 1 22rem } .note .row { margin-top: .5rem }
label { display: block; font-size: .85rem; color: var(--soft) }
input, select { display: block; width: 100%; min-height: 44px; padding: .4rem .6rem; font: inherit; font-size: 1rem; color: var(--ink);
  background: #fff; border: 1px solid #9aa2bd; border-radius: 8px }
input[type=checkbox], input[type=radio] { width: 1.25rem; min-height: 1.25rem; margin: 0 }
label.inline { display: flex; gap: .5rem; align-items: center; min-height: 44px; color: var(--ink); font-size: 1rem }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: .4rem 1rem;
  font: inherit; border-radius: 8px; border: 1px solid #9aa2bd; background: #fff; color: var(--ink); cursor: pointer; text-decoration: none }
button:hover, .button:hover { background: #f0f2fb }
button.main, .button.main { background: var(--go); border-color: var(--go); color: #fff; font-weight: 600 }
button.main:hover, .button.main:hover { background: var(--go-dark) }
button.danger { color: var(--bad); border-color: #d59a9a }
:focus-visible { outline: 3px solid #5b74ff; outline-offset: 2px } .top :focus-visible { outline-color: #fff }
table { width: 100%; border-collapse: collapse } th { text-align: left; font-size: .85rem; color: var(--soft); font-weight: 500 }
th, td { padding: .5rem .5rem; border-top: 1px solid var(--line); vertical-align: middle } thead th { border-top: 0 }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.group { border-top: 1px solid var(--line); padding-top: .75rem; margin-top: .75rem }
.card ul { margin: .25rem 0 .5rem; padding-left: 1.1rem } .group ul { margin: .25rem 0 .5rem; padding-left: 1.1rem }
summary { cursor: pointer; min-height: 44px; display: inline-flex; align-items: center; color: var(--link); list-style: none }
summary::-webkit-details-marker { display: none } summary::before { content: '▸'; margin-right: .4rem } [open] > summary::before { content: '▾' }
.more { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: .25rem } .more > details[open] { flex: 1 0 100%; order: 1 }
details.card { padding: .25rem 1rem } details.card[open] { padding-bottom: 1rem }
.card > table, .card > form + .soft { margin-top: 1rem }
.grid { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); list-style: none; margin: 0 0 1rem; padding: 0 }
.goods { display: flex; flex-direction: column; gap: .25rem; margin: 0 } .goods .price { font-weight: 700; color: var(--go) }
.goods s { color: var(--soft); font-weight: 400; font-size: .9rem } .goods label { margin-top: auto; padding-top: .5rem }
.picture { height: 72px; border-radius: 8px; background: #e6e9f7; color: #4a5178; display: grid; place-items: center; font-weight: 700;
  font-size: 1.3rem }
.fields { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); margin: .5rem 0 }
.foot { position: sticky; bottom: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px 12px 0 0; padding: .75rem 1rem;
  display: flex; gap: .5rem 1rem; justify-content: space-between; align-items: center; flex-wrap: wrap }
.sku { border-top: 1px solid var(--line); padding: .75rem 0 } .sku .fields { grid-template-columns: 2fr 1fr 1fr 1fr auto; align-items: end; margin: .25rem 0 }
.pages { display: flex; gap: .5rem; justify-content: center; align-items: center; margin: 1rem 0 }
@media (max-width: 720px) { .sku .fields { grid-template-columns: 1fr 1fr } .sku .fields .wide { grid-column: 1 / -1 } }
@media (max-width: 560px) { nav ul { gap: 0 } nav a { padding: .6rem .4rem; font-size: .95rem } main { padding: .75rem } .hide-small { display: none } .row > form:not(.row), .row > form:not(.row) button { flex: 1 1 auto; width: 100% } .row > form:not(.row) { width: auto }
  .foot button { flex: 1 } }
`;
