import type { LaidImage, LaidOf } from '../lay/laid.ts'
import { html, type Markup } from './markup.ts'
import { rich } from './text.ts'

type Form = LaidOf<'signatures'> | LaidOf<'fields'> | LaidOf<'options'> | LaidOf<'qr'>

/** What is written on or marked by hand. */
export const formHtml = (block: Form, image: (image: LaidImage) => Markup): Markup => {
  switch (block.block) {
    case 'signatures':
      return html`<div class="signatures" style="grid-template-columns: repeat(${Math.min(block.columns, block.lines.length)}, 1fr)">${block.lines.map(({ role, name }) => html`<div style="margin-top: ${block.spaceMm}mm">${name ? html`<b>${name}</b>` : ''}${role}</div>`)}</div>`
    case 'fields':
      return html`${block.fields.map(fieldHtml)}`
    case 'options':
      return html`<ul class="options" style="grid-template-columns: repeat(${block.columns}, 1fr)">${block.options.map((option) => optionHtml(option, image))}</ul>`
    case 'qr':
      return html`<div class="qr"><div style="width: ${block.sizeMm}mm">${sized(image(block))}</div>${block.caption ? html`<p class="small">${rich(block.caption)}</p>` : ''}</div>`
  }
}

const sized = (image: Markup): Markup => ({
  markup: image.markup.replace(/ width="[^"]*" height="[^"]*">$/, ' style="width: 100%">'),
})

const fieldHtml = (field: LaidOf<'fields'>['fields'][number]): Markup => {
  if (field.field === 'boxes')
    return html`<p class="field"><span>${field.label}</span>${field.options.map((option) => html`<span><span class="box"></span>${option}</span>`)}</p>`
  if (field.field === 'comb')
    return html`<p class="field"><span>${field.label}</span><span class="comb">${Array.from({ length: field.cells }, () => html`<i></i>`)}</span></p>`
  const more = Array.from({ length: field.lines - 1 }, () => html`<span class="blank more"></span>`)
  return html`<p class="field"><span>${field.label}</span><span class="blank"></span>${more}</p>`
}

const optionHtml = (
  { title, lines, emblem, color }: LaidOf<'options'>['options'][number],
  image: (image: LaidImage) => Markup,
): Markup =>
  html`<li><span class="mark"></span>${emblem ? image(emblem) : ''}<p><b>${title}</b></p>${
    color
      ? html`<p class="small"><span class="swatch" style="background: ${color.hex}"></span>${color.name}</p>`
      : ''
  }${lines.map((line) => html`<p>${rich(line)}</p>`)}</li>`
