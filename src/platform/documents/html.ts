import type { Document } from './document.ts'
import { localeOf } from './format.ts'
import { blocksHtml, imageHtml, type Setting } from './html/blocks.ts'
import { html, type Markup, trusted } from './html/markup.ts'
import { style } from './html/style.ts'
import type { Laid, LaidSection, LaidSlips } from './lay/laid.ts'
import { lay } from './lay/lay.ts'
import { words } from './words.ts'

/** A document as one HTML page: nothing is fetched, no script runs, and what it holds stands in the order of reading. */
export const htmlOf = (document: Document): string => pageHtml(lay(document)).markup

const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

const pageHtml = (laid: Laid): Markup => {
  const setting: Setting = {
    laid,
    words: words[laid.language],
    under: laid.opening.opening === 'none' ? 0 : 1,
  }
  const { head } = laid.running
  return html`<!doctype html>
<html lang="${localeOf(laid.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${laid.title}</title>
<meta name="description" content="${laid.summary}">
${laid.by ? html`<meta name="author" content="${laid.by}">` : ''}
<meta name="date" content="${laid.day}">
<style>${trusted(style)}</style>
</head>
<body>
${head ? html`<div class="running"><span>${head.start}</span><span>${head.end}</span></div>` : ''}
<main>
${laid.stamp ? html`<p class="stamp">${laid.stamp}</p>` : ''}
${openingHtml(setting)}
${laid.sections.map((section) => html`<section>${sectionHtml(section, setting)}</section>\n`)}
</main>
${laid.running.foot ? html`<footer class="foot">${laid.running.foot}</footer>` : ''}
</body>
</html>
`
}

const openingHtml = (setting: Setting): Markup => {
  const { opening, title } = setting.laid
  if (opening.opening === 'none') return html``
  const { kicker, subtitle } = opening
  const cover = opening.opening === 'cover' ? opening : undefined
  return html`<header>${cover?.emblem ? html`<div style="width: 24mm">${imageHtml(cover.emblem, setting)}</div>` : ''}
${kicker ? html`<p class="kicker">${kicker}</p>` : ''}<h1>${title}</h1>${subtitle ? html`<p class="subtitle">${subtitle}</p>` : ''}
${cover?.details.length ? html`<dl class="details">${cover.details.map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>` : ''}
${cover?.foot ? html`<p class="small role">${cover.foot}</p>` : ''}</header>`
}

const sectionHtml = (section: LaidSection, setting: Setting): Markup =>
  section.layout === 'flow' ? blocksHtml(section.blocks, setting) : slipsHtml(section, setting)

/** Slips one after another, the back of each under its front. */
const slipsHtml = ({ columns, slips }: LaidSlips, setting: Setting): Markup => {
  const panels = (side: LaidSlips['slips'][number]['front']) =>
    side.map((blocks) => html`<div class="panel">${blocksHtml(blocks, setting)}</div>`)
  return html`<div class="slips" style="grid-template-columns: repeat(${columns}, 1fr)">${slips.map(
    ({ front, back }) => html`<div class="slip">${panels(front)}${back ? panels(back) : ''}</div>`,
  )}</div>`
}
