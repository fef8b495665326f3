/** Starting points of haravan.md §7: blue, cool grays, cards with round corners. */
export const STYLE = `
  :root { --blue: #1f5eff; --blue-soft: #eaf1ff; --line: #dbe3ef; --ink: #1f2937; --muted: #5b6678; --bg: #f4f6fa; --red: #b42318 }
  * { box-sizing: border-box } [hidden] { display: none !important }
  body { margin: 0; min-height: 100dvh; background: var(--bg); color: var(--ink); font: 14px/1.5 Inter, system-ui, sans-serif;
    display: grid; grid-template: auto 52px 1fr / 220px minmax(0, 1fr) } body:has(iframe) { height: 100dvh }
  .practice { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; padding: 4px 16px;
    background: #fff4d6; color: #5c3b00; border-bottom: 1px solid #f0d48a; font-size: 13px }
  .practice p { margin: 0; flex: 1 1 220px } .practice a { display: inline-block; color: inherit; margin-right: 8px; padding: 4px 0; white-space: nowrap } .practice button { min-height: 32px; padding: 0 12px; background: #fff; color: #5c3b00; border-color: #b98900 }
  header { grid-column: 1 / -1; display: flex; align-items: center; gap: 12px; padding: 0 16px; background: #14213d; color: #fff }
  header .who { margin-left: auto; color: #cbd5e1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  #menu-button { display: none; background: transparent; color: #fff; border-color: #64748b; min-height: 40px }
  nav.side { padding: 12px; background: #eef2f7; border-right: 1px solid var(--line) }
  nav.side ul { margin: 0; padding: 0; list-style: none } nav.side ul ul { padding-left: 16px }
  nav.side a, nav.side span { display: block; padding: 8px 12px; border-radius: 8px; color: inherit; text-decoration: none }
  nav.side span { padding-top: 16px; color: var(--muted); font-size: 12px; font-weight: 600; text-transform: uppercase; letter-spacing: .04em }
  nav.side a:hover { background: #e2e8f2 } nav.side a[aria-current] { background: var(--blue-soft); color: #1746c4; font-weight: 600 }
  main { position: relative; min-width: 0 } main.text { padding: 20px 24px 48px; max-width: 1200px; width: 100% }
  iframe { width: 100%; height: 100%; border: 0; display: block }
  #loading-bar { position: absolute; inset: 0 0 auto; height: 3px; background: var(--blue); animation: pulse 1s infinite alternate }
  @keyframes pulse { from { opacity: .35 } }
  #toasts { position: fixed; right: 16px; top: 104px; display: grid; gap: 8px; z-index: 9; max-width: min(380px, 92vw) }
  .toast { padding: 10px 16px; border-radius: 8px; background: #1f2937; color: #fff } .toast.error { background: var(--red) }
  h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3 } h2 { margin: 0 0 12px; font-size: 16px }
  .card { margin: 0 0 16px; padding: 16px; background: #fff; border: 1px solid var(--line); border-radius: 12px }
  .head { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin-bottom: 16px } .head h1 { margin: 0; flex: 1 1 auto }
  a { color: #1746c4 } .muted { color: var(--muted) } .right { text-align: right } .nowrap { white-space: nowrap }
  input, select, textarea { min-height: 38px; padding: 6px 10px; border: 1px solid #98a2b3; border-radius: 8px; background: #fff; font: inherit; color: inherit; max-width: 100% }
  input[type=checkbox] { min-height: 0; width: 18px; height: 18px; margin: 0; vertical-align: -4px; accent-color: var(--blue) }
  textarea { width: 100%; min-height: 64px } label.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; font-size: 13px; color: var(--muted) } label.field > * { color: var(--ink); font-size: 14px }
  button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 38px; padding: 0 14px; border: 1px solid var(--blue); border-radius: 8px;
    background: var(--blue); color: #fff; font: inherit; font-weight: 500; text-decoration: none; cursor: pointer; white-space: nowrap }
  button.plain, .button.plain { background: #fff; color: var(--ink); border-color: #98a2b3 } button.danger { background: #fff; color: var(--red); border-color: var(--red) }
  :focus-visible { outline: 3px solid #8fb0ff; outline-offset: 1px }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: end } .row > * { min-width: 0 } .row .grow { flex: 1 1 200px } .row .grow > * { width: 100% }
  .scroll { overflow-x: auto; margin: 0 -16px; padding: 0 16px } table { width: 100%; border-collapse: collapse }
  th { padding: 8px; border-bottom: 1px solid var(--line); color: var(--muted); font-size: 12px; font-weight: 600; text-align: left; white-space: nowrap }
  td { padding: 10px 8px; border-bottom: 1px solid #edf1f7; vertical-align: top } tr:last-child td { border-bottom: 0 } td.right, th.right { text-align: right; font-variant-numeric: tabular-nums }
  .thumb { width: 40px; height: 40px; border-radius: 8px; border: 1px solid var(--line); object-fit: cover; display: block }
  .pill { display: inline-block; padding: 1px 10px; border-radius: 99px; background: #e9eef6; color: #344054; font-size: 12px; font-weight: 500; white-space: nowrap }
  .pill.good { background: #dcfae6; color: #085d3a } .pill.warn { background: #fef0c7; color: #7a4a00 } .pill.bad { background: #fee4e2; color: #912018 } .pill.info { background: #e0eaff; color: #1746c4 }
  .tabs { display: flex; gap: 4px; overflow-x: auto; margin: 0 0 12px; border-bottom: 1px solid var(--line) } .tabs a { padding: 8px 12px; color: var(--muted); text-decoration: none; white-space: nowrap; border-bottom: 2px solid transparent }
  .tabs a[aria-current] { color: #1746c4; border-color: var(--blue); font-weight: 600 }
  .notice { margin: 0 0 16px; padding: 10px 14px; border-radius: 8px; background: #dcfae6; color: #085d3a } .notice.error { background: #fee4e2; color: #912018 }
  .pager { display: flex; gap: 12px; align-items: center; justify-content: flex-end; margin-top: 12px } .empty { padding: 32px 0; text-align: center; color: var(--muted) }
  .columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(260px, 1fr); gap: 16px; align-items: start }
  dl { display: grid; grid-template-columns: 1fr auto; gap: 4px 16px; margin: 0 } dt { color: var(--muted) } dd { margin: 0; text-align: right; overflow-wrap: anywhere } dl.left { grid-template-columns: minmax(0, 1fr) } dl.left dd { text-align: left; margin-bottom: 8px }
  ul.timeline { margin: 0; padding: 0 0 0 18px } ul.timeline li { margin-bottom: 8px } ul.timeline time { color: var(--muted); font-size: 12px; display: block }
  fieldset { margin: 0 0 16px; padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: #fff; min-width: 0 } legend { padding: 0 6px; font-weight: 600 }
  .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 12px; align-items: end } .grid input:not([type=checkbox]), .grid select { width: 100% } .check { display: flex; gap: 8px; align-items: center; min-height: 38px }
  .pick { display: flex; gap: 12px; align-items: center } .card > p:first-child { margin-top: 0 }
  .save { position: sticky; bottom: 0; margin: 0 0 16px; padding: 12px 0; background: var(--bg); border-top: 1px solid var(--line) }
  .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  @media (max-width: 720px) {
    body { grid-template: auto 52px auto 1fr / minmax(0, 1fr) } #menu-button { display: inline-flex } nav.side { border: 0; border-bottom: 1px solid var(--line) }
    body.js nav.side:not(.open) { display: none } main.text { padding: 16px 12px 40px } .columns { grid-template-columns: minmax(0, 1fr) } nav.side a { padding: 11px 12px }
    .practice .more { display: none } .practice p { flex: 1 1 120px } button, .button, input:not([type=checkbox]), select { min-height: 44px } .practice a { display: inline-block; color: inherit; margin-right: 8px; padding: 4px 0; white-space: nowrap } .practice button { min-height: 44px }
    table.stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } table.stack tr { display: block; padding: 10px 0; border-bottom: 1px solid var(--line) } table.stack tr:last-child { border: 0 }
    table.stack td { display: flex; justify-content: space-between; gap: 16px; padding: 3px 0; border: 0; text-align: right } table.stack td::before { content: attr(data-label); color: var(--muted); text-align: left; flex: none } table.stack td.lead { justify-content: flex-start; text-align: left; align-items: center } table.stack td.lead::before { content: none }
    table.stack td.wide { display: block; text-align: left } table.stack td.wide::before { content: none } }`;
