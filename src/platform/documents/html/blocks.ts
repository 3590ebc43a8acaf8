import { headingsOf } from '../lay/headings.ts'
import type { Laid, LaidBlock, LaidImage, LaidOf } from '../lay/laid.ts'
import type { DocumentWords } from '../words.ts'
import { formHtml } from './form.ts'
import { html, type Markup, trusted } from './markup.ts'
import { tableHtml } from './table.ts'
import { rich } from './text.ts'

/** What blocks know of their document. `under` is how many levels of heading stand over its own. */
export type Setting = { laid: Laid; words: DocumentWords; under: 0 | 1 }

export const blocksHtml = (blocks: readonly LaidBlock[], setting: Setting): Markup =>
  html`${blocks.map((block) => html`${blockHtml(block, setting)}\n`)}`

const blockHtml = (block: LaidBlock, setting: Setting): Markup => {
  switch (block.block) {
    case 'heading':
      return headingHtml(block, setting)
    case 'paragraph':
      return html`<p class="${block.size} ${block.align}">${rich(block.text)}</p>`
    case 'list':
      return listHtml(block)
    case 'details':
      return html`<dl class="details">${block.items.map(({ term, text }) => html`<dt>${term}</dt><dd>${rich(text)}</dd>`)}</dl>`
    case 'table':
      return tableHtml(block, setting.words)
    case 'figure':
      return figureHtml(block, setting)
    case 'quote':
      return quoteHtml(block, setting)
    case 'numbers':
      return html`<ul class="numbers">${block.items.map(({ value, label, detail }) => html`<li><span class="value">${value}</span> <b>${label}</b> ${detail}</li>`)}</ul>`
    case 'notice':
      return html`<div class="notice ${block.tone}" role="note">${block.title ? html`<p><b>${block.title}</b></p>` : ''}${block.text.map((text) => html`<p>${rich(text)}</p>`)}</div>`
    case 'letterhead':
      return html`<div class="letterhead">${block.emblem ? imageHtml(block.emblem, setting) : ''}<div><p class="name">${block.name}</p>${block.lines.map((line) => html`<p class="small">${line}</p>`)}</div></div>`
    case 'contents':
      return contentsHtml(block, setting)
    case 'columns':
      return html`<div class="columns" style="grid-template-columns: ${block.columns.map(({ share }) => `${share}fr`).join(' ')}">${block.columns.map(({ blocks }) => html`<div>${blocksHtml(blocks, setting)}</div>`)}</div>`
    case 'keep':
      return html`<div class="keep">${blocksHtml(block.blocks, setting)}</div>`
    case 'rule':
      return html`<hr>`
    case 'space':
      return html`<div style="height: ${block.height === 'rest' ? 12 : block.height}mm"></div>`
    case 'pageBreak':
      return html`<div class="break"></div>`
    default:
      return formHtml(block, (image) => imageHtml(image, setting))
  }
}

const headingHtml = ({ level, text, opens, anchor }: LaidOf<'heading'>, { under }: Setting): Markup => {
  const name = trusted(`h${level + under}`)
  return html`<${name} id="${anchor}"${opens ? html` class="opens"` : ''}>${text}</${name}>`
}

const listHtml = ({ ordered, items }: LaidOf<'list'>): Markup => {
  const name = trusted(ordered ? 'ol' : 'ul')
  const entries = items.map((item) =>
    typeof item === 'object' && 'items' in item
      ? html`<li>${rich(item.text)}<ul>${item.items.map((inner) => html`<li>${rich(inner)}</li>`)}</ul></li>`
      : html`<li>${rich(item)}</li>`,
  )
  return html`<${name}>${entries}</${name}>`
}

const figureHtml = (figure: LaidOf<'figure'>, setting: Setting): Markup => html`<figure>
<div style="width: ${figure.share}%">${imageHtml(figure, setting)}</div>
<figcaption>${figure.label ? html`<span class="label">${figure.label}</span>` : ''}${figure.caption}${
  figure.source ? html`<p class="source">${setting.words.source} ${figure.source}</p>` : ''
}</figcaption></figure>`

/** A chart stands in the page, so that its words can be read and searched; a picture as data, so that nothing is fetched. */
export const imageHtml = ({ image, alt, width, height }: LaidImage, { laid }: Setting): Markup => {
  const bytes = laid.images[image]!
  if (image.endsWith('.svg')) {
    const svg = new TextDecoder().decode(bytes)
    if (svg.includes('role="img"')) return trusted(svg)
  }
  const type = image.endsWith('.svg') ? 'svg+xml' : image.endsWith('.png') ? 'png' : 'jpeg'
  const data = Buffer.from(bytes).toString('base64')
  return html`<img src="data:image/${type};base64,${data}" alt="${alt}" width="${width}" height="${height}">`
}

const quoteHtml = ({ text, attribution }: LaidOf<'quote'>, { words }: Setting): Markup => {
  const { name, role } = attribution
  const who = [name, role].filter(Boolean).join(', ') || words.anonymous
  return html`<blockquote><p>${rich(text)}</p><footer class="role">— ${who}</footer></blockquote>`
}

const contentsHtml = ({ title, depth }: LaidOf<'contents'>, { laid }: Setting): Markup => {
  const entries = headingsOf(laid).filter(({ level }) => level <= depth)
  const indents = ['', 'deep', 'deepest']
  return html`<nav class="contents" aria-label="${title}"><p class="lead"><b>${title}</b></p><ol>${entries.map(
    ({ level, text, anchor }) =>
      html`<li class="${indents[level - 1]}"><a href="#${anchor}">${text}</a></li>`,
  )}</ol></nav>`
}
