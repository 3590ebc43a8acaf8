/** How a document looks on a screen and when it is printed from one: the same ink, grays and marigold as on paper. */
export const style = `
:root { --ink: #111; --soft: #55514a; --faint: #b9b3a8; --tint: #f1ede4; --marigold: #f0a500; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 52rem; color: var(--ink); background: #fff;
  font: 1rem/1.55 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5 { line-height: 1.2; margin: 2em 0 0.6em; text-wrap: balance; }
h1 { font-size: 2.1rem; margin-top: 0.4em; } h2 { font-size: 1.6rem; } h3 { font-size: 1.25rem; } h4, h5 { font-size: 1.05rem; }
h2.opens { border-top: 5px solid var(--marigold); padding-top: 0.5em; }
p, li, dd { max-width: 42rem; }
.kicker, .source, .note, .role, .foot, .running { color: var(--soft); }
.kicker { font-weight: 700; margin: 0; } .subtitle { font-size: 1.2rem; margin-top: 0; }
.running { display: flex; justify-content: space-between; gap: 2rem; font-size: 0.85rem; border-bottom: 1px solid var(--faint); padding-bottom: 0.4rem; margin-bottom: 2rem; }
.foot { font-size: 0.85rem; border-top: 1px solid var(--faint); padding-top: 0.6rem; margin-top: 3rem; }
.small { font-size: 0.85rem; } .lead { font-size: 1.18rem; } .display { font-size: 2rem; font-weight: 800; line-height: 1.2; }
.center { text-align: center; } .end { text-align: end; }
.stamp { display: inline-block; border: 3px solid var(--ink); font-weight: 800; letter-spacing: 0.08em; padding: 0.2em 0.8em; text-transform: uppercase; }
.details { display: grid; grid-template-columns: minmax(8rem, 30%) 1fr; margin: 1.5em 0; border-bottom: 1px solid var(--faint); }
.details dt, .details dd { border-top: 1px solid var(--faint); padding: 0.45em 1em 0.45em 0; margin: 0; } .details dt { font-weight: 700; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1.5rem; margin: 2em 0; padding: 0; list-style: none; }
.numbers li { border-top: 4px solid var(--marigold); padding-top: 0.5rem; } .numbers b { display: block; }
.numbers .value { font-size: 2.4rem; font-weight: 800; line-height: 1.1; display: block; }
.notice { border-left: 5px solid var(--faint); background: var(--tint); padding: 0.8em 1.1em; margin: 1.6em 0; }
.notice.warning { border: 1px solid var(--ink); border-left-width: 5px; background: #fff; } .notice > :first-child { margin-top: 0; } .notice > :last-child { margin-bottom: 0; }
blockquote { margin: 1.8em 0; padding-left: 1.4em; border-left: 5px solid var(--marigold); font-size: 1.12rem; font-style: italic; } blockquote footer { font-size: 0.9rem; font-style: normal; }
figure { margin: 2em 0; } figure img, figure svg { max-width: 100%; height: auto; } figure svg { width: 100%; font-family: inherit; } figcaption { margin-top: 0.6em; }
.label { font-weight: 800; margin-right: 0.6em; }
.wide { overflow-x: auto; margin: 2em 0; } table { border-collapse: collapse; width: 100%; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; padding-bottom: 0.5em; } th { text-align: start; vertical-align: bottom; } td, tbody th { vertical-align: top; }
th, td { padding: 0.3em 0.6em; border-bottom: 1px solid var(--faint); } tbody th { font-weight: 400; } thead tr:last-child th { border-bottom: 2px solid var(--ink); }
.group th { background: var(--tint); font-weight: 700; } .total > * { font-weight: 700; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
.grid th, .grid td { border: 1px solid var(--ink); } td.end, th.end { text-align: end; white-space: nowrap; } td.center, th.center { text-align: center; }
.note, .source { font-size: 0.85rem; margin: 0.4em 0 0; }
.signatures { display: grid; gap: 0 2.4rem; margin: 1em 0 2em; } .signatures div { text-align: center; border-top: 1px solid var(--ink); padding-top: 0.4em; } .signatures b { display: block; }
.field { display: flex; flex-wrap: wrap; align-items: end; gap: 0.4em 1em; margin: 1.2em 0; } .blank { flex: 1 1 8rem; border-bottom: 1px solid var(--ink); min-height: 1.6em; } .blank.more { flex-basis: 100%; }
.box { display: inline-block; width: 1em; height: 1em; border: 1.5px solid var(--ink); margin-right: 0.5em; vertical-align: -0.1em; } .comb { display: flex; } .comb i { width: 1.6em; height: 2em; border: 1px solid var(--ink); margin-left: -1px; }
.options { display: grid; gap: 0.7rem; padding: 0; list-style: none; } .options li { border: 1.5px solid var(--ink); padding: 0.9rem; max-width: none; } .options img { width: 4.5rem; height: 4.5rem; object-fit: contain; }
.options .mark { float: right; width: 2.6rem; height: 2.6rem; border: 2px solid var(--ink); border-radius: 50%; } .options p { margin: 0.3em 0; } .swatch { display: inline-block; width: 1.6em; height: 1em; border: 1px solid var(--ink); margin-right: 0.4em; vertical-align: -0.1em; }
.letterhead { display: flex; gap: 1.2rem; align-items: center; border-bottom: 2px solid var(--ink); padding-bottom: 0.8rem; margin-bottom: 1.6rem; } .letterhead img { width: 4rem; height: 4rem; object-fit: contain; } .letterhead p { margin: 0; } .letterhead .name { font-size: 1.3rem; font-weight: 800; }
.columns { display: grid; gap: 2rem; } .columns > * { min-width: 0; } .qr img { image-rendering: pixelated; }
.contents ol { list-style: none; padding-left: 0; } .contents .deep { padding-left: 1.4em; } .contents .deepest { padding-left: 2.8em; }
.slips { display: grid; border: 1px dashed var(--soft); } .slip { border: 1px dashed var(--soft); padding: 1rem; } .panel + .panel { border-top: 1px dotted var(--faint); margin-top: 1rem; padding-top: 1rem; }
hr { border: 0; border-top: 1px solid var(--faint); margin: 1.5em 0; }
@media (max-width: 40rem) { .columns, .signatures, .options, .slips { grid-template-columns: 1fr !important; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } .opens, .break { break-before: page; } figure, .keep, .notice, blockquote, tr { break-inside: avoid; } @page { size: letter; margin: 22mm; } }
`
